/**
 * The peers' Python environment in the cache folder: made once, made again when requirements.txt changes. Also turns a GGUF
 * file into a folder that transformers loads. Knows no measurement.
 */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

const REQUIREMENTS = fileURLToPath(new URL('./requirements.txt', import.meta.url));
export const PEERS = fileURLToPath(new URL('./peers/', import.meta.url));

type Say = (message: string) => void;

/** Path of the Python of an environment: of the peers, unless another with requirements of its own is told. */
export async function ensurePython(
  cacheDir: string,
  say: Say,
  { name, requirements } = { name: 'bench-venv', requirements: REQUIREMENTS },
): Promise<string> {
  const folder = path.join(cacheDir, name);
  const python = path.join(folder, 'bin', 'python');
  const marker = path.join(folder, 'requirements.sha256');
  const wanted = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex');
  if ((await readFile(marker, 'utf8').catch(() => '')) === wanted) return python;
  say(`making the Python environment in ${folder}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  await execa('python3', ['-m', 'venv', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const install = ['-m', 'pip', 'install', '--quiet', '--only-binary=:all:', '-r', requirements];
  await execa(python, install, { stdio: ['ignore', 'ignore', 'inherit'] });
  await writeFile(marker, wanted);
  return python;
}

/** The folder with the model in float32 safetensors, dequantised by transformers; made once. */
export async function ensureFolder(
  python: string,
  { model, gguf, cacheDir }: { model: string; gguf: string; cacheDir: string },
  say: Say,
): Promise<string> {
  const folder = path.join(cacheDir, 'bench', 'models', model);
  const whole = await stat(path.join(folder, 'config.json')).catch(() => undefined);
  if (whole) return folder;
  say(`converting ${model} for transformers`);
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  await execa(python, [path.join(PEERS, 'convert.py'), gguf, making], { stdin: 'ignore' });
  await rename(making, folder);
  return folder;
}
