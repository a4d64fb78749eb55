/** A machine of a test: a cache folder of its own, and the store opened on it as the commands open it, here or in a process that is killed. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { cacheAccessOf } from '../../src/adapter/store/cache-service.ts';
import { parseStoreSpec } from '../../src/adapter/store/store-spec.ts';
import type { TrustLevel } from '../../src/adapter/store.ts';
import { type OpenedStore, openStore } from '../../src/commands/open-store.ts';
import { silentLogger } from '../../src/log.ts';

const CHILD = fileURLToPath(new URL('store-child.ts', import.meta.url));

export interface StorePlace {
  /** As `--store` takes it. */
  spec: string;
  env: Record<string, string>;
}

export interface Machine extends AsyncDisposable {
  store: OpenedStore;
  cacheDir: string;
  /** Warnings and other messages, in order. */
  warnings: string[];
  messages: string[];
}

export async function openMachine(
  { spec, env }: StorePlace,
  options: { fork?: boolean } = {},
): Promise<Machine> {
  const cacheDir = await mkdtemp(path.join(tmpdir(), 'lora-gate-machine-'));
  const warnings: string[] = [];
  const messages: string[] = [];
  const logger = {
    ...silentLogger,
    warn: (message: string) => void warnings.push(message),
    info: (message: string) => void messages.push(message),
  };
  const store = await openStore(
    {
      env: {
        ...{
          cacheDir,
          hfToken: undefined,
          hfHome: undefined,
          cudaVisibleDevices: undefined,
          version: 'test',
        },
        variable: (name) => env[name],
        actionsCache: cacheAccessOf(env),
      },
      logger,
      signal: new AbortController().signal,
    },
    { spec: parseStoreSpec(spec), ...options },
  );
  return {
    ...{ store, cacheDir, warnings, messages },
    [Symbol.asyncDispose]: () => rm(cacheDir, { recursive: true, force: true }),
  };
}

/** A writer of an entry of `files` files with `bytes` each, on a machine of its own. */
export function startWriter(
  place: StorePlace,
  entry: { key: string; trust: TrustLevel; files: number; bytes: number },
) {
  const given = JSON.stringify({ ...place, ...entry });
  return execa('node', ['--import', import.meta.resolve('tsx'), CHILD, given], {
    reject: false,
    stdin: 'ignore',
  });
}
