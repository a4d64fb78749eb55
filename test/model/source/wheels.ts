/** Makes wheels in a folder that pip can be pointed at, as a package index on this machine. For tests. */

import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';

export interface WheelContents {
  /** With underscores, as in file names. */
  name: string;
  version: string;
  requires?: string[];
  /** Path inside the wheel → content. */
  files: Record<string, Buffer | string>;
  tag?: string;
  /** Leave the recorded hashes of other content. */
  lyingRecord?: boolean;
}

export async function makeWheel(folder: string, wheel: WheelContents): Promise<void> {
  const { name, version, requires = [], tag = 'py3-none-any' } = wheel;
  const info = `${name}-${version}.dist-info`;
  const headers = [`Metadata-Version: 2.1`, `Name: ${name.replaceAll('_', '-')}`, `Version: ${version}`];
  const files: Record<string, Buffer | string> = {
    ...wheel.files,
    [`${info}/METADATA`]: [
      ...headers,
      ...requires.map((text) => `Requires-Dist: ${text}`),
      '',
      'Text.',
      '',
    ].join('\n'),
    [`${info}/WHEEL`]: `Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: ${tag}\n`,
  };
  const record = Object.entries(files).map(([file, content]) => {
    const hashed = wheel.lyingRecord ? 'something else' : content;
    return `${file},sha256=${createHash('sha256').update(hashed).digest('base64url')},${content.length}\n`;
  });
  files[`${info}/RECORD`] = `${record.join('')}${info}/RECORD,,\n`;
  const tree = path.join(folder, `${name}-${version}.tree`);
  for (const [file, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(tree, file)), { recursive: true });
    await writeFile(path.join(tree, file), content);
  }
  const tops = [...new Set(Object.keys(files).map((file) => file.split('/')[0]!))];
  await execa(
    'python3',
    ['-m', 'zipfile', '-c', path.join(folder, `${name}-${version}-${tag}.whl`), ...tops],
    {
      cwd: tree,
    },
  );
}
