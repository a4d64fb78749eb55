/** The sections of bench/README.md that programs write, each between two markers. */

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const README = fileURLToPath(new URL('./README.md', import.meta.url));

/** Puts `content` between `<!-- NAME:begin -->` and `<!-- NAME:end -->`. @throws when they are missing. */
export async function replaceSection(name: string, content: string): Promise<void> {
  const text = await readFile(README, 'utf8');
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`bench/README.md has no section ${name}`);
  await writeFile(README, `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`);
}
