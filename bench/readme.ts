/** The sections of Markdown files that programs write, each between two markers. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Puts `content` between `<!-- NAME:begin -->` and `<!-- NAME:end -->` of a file of the repository, bench/README.md unless told.
 * @throws when they are missing.
 */
export async function replaceSection(name: string, content: string, file = 'bench/README.md'): Promise<void> {
  const whole = path.join(ROOT, file);
  const text = await readFile(whole, 'utf8');
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no section ${name}`);
  await writeFile(whole, `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`);
}
