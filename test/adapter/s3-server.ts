/**
 * A server that speaks S3 (moto, from PyPI) on loopback, in an environment of its own in the cache folder. Where there is no Python the
 * tests that need it are left out, and say so; not in CI, where that is an error.
 */

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { lock } from 'proper-lockfile';
import { ensurePython } from '../../bench/python.ts';
import { messageOf } from '../../src/errors.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { freePort } from '../workflows/loopback.ts';

const REQUIREMENTS = fileURLToPath(new URL('s3-requirements.txt', import.meta.url));

export interface S3Server extends AsyncDisposable {
  url: string;
  /** What a program needs to speak with it as AWS's tools do. */
  env: Record<string, string>;
}

async function python(): Promise<string> {
  const cacheDir = defaultCacheDir(process.env);
  await mkdir(cacheDir, { recursive: true });
  // Test files run beside each other.
  const release = await lock(path.join(cacheDir, 's3-server-venv'), {
    realpath: false,
    stale: 60_000,
    retries: { retries: 600, factor: 1, minTimeout: 500 },
  });
  try {
    const environment = { name: 's3-server-venv', requirements: REQUIREMENTS };
    return await ensurePython(cacheDir, () => undefined, environment);
  } finally {
    await release();
  }
}

/** The Python with the server in it; undefined, with a loud line, where it cannot be had. */
export async function findS3Server(): Promise<string | undefined> {
  try {
    return await python();
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn(`S3 IS NOT TESTED: its server cannot be installed: ${messageOf(error).split('\n')[0]}`);
    return undefined;
  }
}

export async function startS3Server(program: string): Promise<S3Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)];
  const server = execa(program, args, { reject: false, stdio: 'ignore', cleanup: true });
  for (let attempt = 0; ; attempt += 1) {
    const answers = await fetch(`${url}/moto-api/`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) break;
    if (attempt === 300 || server.exitCode !== null) throw new Error('the S3 server does not start');
    await sleep(200);
  }
  return {
    url,
    env: {
      AWS_ENDPOINT_URL_S3: url,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'AKIATESTTESTTESTTEST',
      AWS_SECRET_ACCESS_KEY: 'a-secret-that-no-log-shows',
      AWS_SESSION_TOKEN: 'a-token-that-no-log-shows',
    },
    async [Symbol.asyncDispose]() {
      server.kill();
      await server;
    },
  };
}
