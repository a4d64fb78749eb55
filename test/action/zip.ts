/** Zip archives byte by byte: also those that no honest program writes. */

import { crc32, deflateRawSync } from 'node:zlib';

export interface Member {
  name: string;
  content: string | Buffer;
  /** Declared in the place of its size. */
  claims?: number;
}

const u16 = (value: number) => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

/** PKWARE's APPNOTE, 4.3.7, 4.3.12 and 4.3.16, every member deflated. */
export function zipOf(members: readonly Member[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claims } of members) {
    const raw = Buffer.from(content);
    const deflated = deflateRawSync(raw);
    const label = Buffer.from(name);
    const shared = Buffer.concat([
      ...[u16(20), u16(0x0800), u16(8), u32(0), u32(crc32(raw)), u32(deflated.length)],
      ...[u32(claims ?? raw.length), u16(label.length), u16(0)],
    ]);
    const body = Buffer.concat([u32(0x04034b50), shared, label, deflated]);
    directory.push(
      Buffer.concat([
        ...[u32(0x02014b50), u16(20), shared, u16(0), u16(0), u16(0), u32(0), u32(offset), label],
      ]),
    );
    bodies.push(body);
    offset += body.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    ...[u32(0x06054b50), u32(0), u16(members.length), u16(members.length)],
    ...[u32(central.length), u32(offset), u16(0)],
  ]);
  return Buffer.concat([...bodies, central, end]);
}
