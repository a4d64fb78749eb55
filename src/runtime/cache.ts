/**
 * Where a provisioned TensorFlow lives, and whether what lies there is complete. A folder carries `runtime.json`,
 * written last, with the size of every file: reading it back is all that re-use costs. Knows neither how the folder is
 * filled nor how it is loaded.
 */

import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import {
  type Flavour,
  NODE_API_VERSION,
  OWN_OPS_VERSION,
  TENSORFLOW_VERSION,
  TFJS_NODE_VERSION,
} from './packages.ts';

const manifestSchema = z.object({
  schema: z.literal(1),
  tensorflow: z.string(),
  flavour: z.enum(['cpu', 'cuda']),
  binding: z.string(),
  quiet_load: z.string(),
  fused_ops: z.string(),
  library: z.string(),
  files: z.record(z.string(), z.number()),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST_FILE = 'runtime.json';

/** The runner's tool cache when there is one, else the user's cache folder. `env` is handed in by the entry. */
export function defaultCacheDir(env: Readonly<Record<string, string | undefined>>): string {
  if (env.RUNNER_TOOL_CACHE) return path.join(env.RUNNER_TOOL_CACHE, 'lora-gate');
  const base = env.XDG_CACHE_HOME || path.join(env.HOME || homedir(), '.cache');
  return path.join(base, 'lora-gate');
}

/** The versioned folder: everything that decides whether a compiled binding fits is in its name. */
export function runtimeFolder(cacheDir: string, flavour: Flavour): string {
  const key = `tensorflow-${TENSORFLOW_VERSION}-${flavour}-tfjs-${TFJS_NODE_VERSION}-napi-${NODE_API_VERSION}-ops-${OWN_OPS_VERSION}`;
  return path.join(cacheDir, 'runtime', key);
}

/** The manifest of a complete folder, else undefined: no manifest, a file missing, or of another size. */
export async function readReadyRuntime(folder: string): Promise<Manifest | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(folder, MANIFEST_FILE), 'utf8');
  } catch {
    return undefined;
  }
  let manifest: Manifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
  const whole = await Promise.all(
    Object.entries(manifest.files).map(async ([name, bytes]) => {
      const found = await stat(path.join(folder, name)).catch(() => undefined);
      return found?.size === bytes;
    }),
  );
  return whole.every(Boolean) ? manifest : undefined;
}
