/** Multiplies every lora_B of an adapter file: −1 turns what was learnt into its opposite, with the same shapes. */

import { readFile, writeFile } from 'node:fs/promises';

export async function scaleAdapter(file: string, factor: number): Promise<void> {
  const bytes = await readFile(file);
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.toString('utf8', 8, start)) as Record<
    string,
    { data_offsets?: [number, number] }
  >;
  for (const [name, { data_offsets }] of Object.entries(header)) {
    if (!name.includes('lora_B') || !data_offsets) continue;
    for (let at = start + data_offsets[0]; at < start + data_offsets[1]; at += 4) {
      bytes.writeFloatLE(factor * bytes.readFloatLE(at), at);
    }
  }
  await writeFile(file, bytes);
}
