/**
 * The peers' Python environment in the cache folder: made once, made again when requirements.txt changes. Also makes the folders
 * that transformers loads, from a GGUF file or from a shape. Knows no measurement.
 */

import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { transformersConfig } from './shapes.ts';
import type { SizedModel } from './sizing/architectures.ts';

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

/** The folder with random weights of a shape in bfloat16; made once. */
export async function ensureRandomFolder(
  python: string,
  { model, shape, cacheDir }: { model: string; shape: SizedModel; cacheDir: string },
  say: Say,
): Promise<string> {
  return ensureMade(path.join(cacheDir, 'bench', 'models', model), async (making) => {
    say(`drawing the weights of ${shape.label}`);
    const config = path.join(making, 'shape.json');
    await writeFile(config, JSON.stringify(transformersConfig(shape.config)));
    await execa(python, [path.join(PEERS, 'random_model.py'), config, making], { stdin: 'ignore' });
  });
}

/** A folder is complete once it has its name. */
async function ensureMade(folder: string, make: (making: string) => Promise<void>): Promise<string> {
  if (await stat(path.join(folder, 'config.json')).catch(() => undefined)) return folder;
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  await make(making);
  await rename(making, folder);
  return folder;
}

/** The folder with the model in float32 safetensors, dequantised by transformers; made once. */
export async function ensureFolder(
  python: string,
  { model, gguf, cacheDir }: { model: string; gguf: string; cacheDir: string },
  say: Say,
): Promise<string> {
  return ensureMade(path.join(cacheDir, 'bench', 'models', model), async (making) => {
    say(`converting ${model} for transformers`);
    await execa(python, [path.join(PEERS, 'convert.py'), gguf, making], { stdin: 'ignore' });
  });
}
