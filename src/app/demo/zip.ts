/** An archive of texts as GitHub hands out artifacts; nothing is compressed. */

import { crc32 } from 'node:zlib';

interface Member {
  name: Buffer;
  content: Buffer;
  crc: number;
  offset: number;
}

/** What the local and the central header of a member have in common, from the version on. */
function shared({ name, content, crc }: Member): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  // Names are UTF-8.
  fields.writeUInt16LE(0x0800, 2);
  // 1 January 1980.
  fields.writeUInt16LE(0x0021, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(content.length, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

export function zipOf(texts: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const members: Member[] = [];
  let offset = 0;
  const add = (...buffers: Buffer[]) => {
    for (const buffer of buffers) {
      parts.push(buffer);
      offset += buffer.length;
    }
  };
  for (const [fileName, text] of Object.entries(texts)) {
    const content = Buffer.from(text);
    const member = { name: Buffer.from(fileName), content, crc: crc32(content), offset };
    members.push(member);
    add(Buffer.from('PK\x03\x04'), shared(member), member.name, content);
  }
  const start = offset;
  for (const member of members) {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(member.offset, 10);
    add(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), shared(member), rest, member.name);
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(offset - start, 8);
  end.writeUInt32LE(start, 12);
  add(Buffer.from('PK\x05\x06'), end);
  return Buffer.concat(parts);
}
