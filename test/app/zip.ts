/** An archive with members as they are, not compressed. */

import { crc32 } from 'node:zlib';

export function zipOf(members: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(members)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const sizes = Buffer.alloc(14);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(data.length, 8);
    sizes.writeUInt16LE(path.length, 12);
    // Version 2.0, no flags, stored, no time.
    const about = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 33, 0]);
    const local = [Buffer.from('PK\x03\x04'), about, sizes, Buffer.alloc(2), path, data];
    const entry = [Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), about, sizes, Buffer.alloc(12)];
    const at = Buffer.alloc(4);
    at.writeUInt32LE(offset);
    directory.push(...entry, at, path);
    locals.push(...local);
    offset = Buffer.concat(locals).length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const count = Object.keys(members).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listing, end]);
}
