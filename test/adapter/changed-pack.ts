/** Changes one file of a packed entry, or its manifest, and leaves the rest as it is. */

export function changePack(pack: Buffer, file: string, to: (content: Buffer) => Buffer | undefined): Buffer {
  const end = pack.indexOf('\n') + 1;
  const length = Number(pack.subarray(0, end).toString().trim().split(' ').at(-1));
  const manifest = pack.subarray(end, end + length);
  const rest = pack.subarray(end + length);
  if (file === 'entry.json') {
    const changed = to(manifest) ?? Buffer.alloc(0);
    return Buffer.concat([Buffer.from(`lora-gate-entry 1 ${changed.length}\n`), changed, rest]);
  }
  const { files } = JSON.parse(manifest.toString()) as { files: Record<string, { bytes: number }> };
  const parts: Buffer[] = [pack.subarray(0, end + length)];
  let at = 0;
  for (const [name, { bytes }] of Object.entries(files)) {
    const content = rest.subarray(at, at + bytes);
    parts.push(name === file ? (to(content) ?? Buffer.alloc(0)) : content);
    at += bytes;
  }
  return Buffer.concat(parts);
}
