/** Saves a file with GitHub's own toolkit and finds it again: `toolkit-child.ts FOLDER`; the service is that of the environment. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { restoreCache, saveCache } from '@actions/cache';

const [folder = ''] = process.argv.slice(2);
const file = path.join(folder, 'to-save', 'a.txt');
await mkdir(path.dirname(file), { recursive: true });
await mkdir(process.env.RUNNER_TEMP ?? '', { recursive: true });
await writeFile(file, 'content');
await saveCache([path.dirname(file)], 'of-the-toolkit-1');
await writeFile(file, 'changed');
const found = await restoreCache([path.dirname(file)], 'of-the-toolkit-', ['of-the-toolkit-']);
const content = await readFile(file, 'utf8');
if (found === 'of-the-toolkit-1' && content === 'content') process.stdout.write('saved and found\n');
