/** Where the paths of a configuration lead. */

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkoutOf } from '../../src/commands/read-config.ts';

let folder: string;
beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'lora-gate-read-config-')));
  await mkdir(path.join(folder, 'repo/gate'), { recursive: true });
  await promisify(execFile)('git', ['init', '--quiet', path.join(folder, 'repo')]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('from the top of the checkout, as in a run, or from its folder where there is none', async () => {
  const repo = path.join(folder, 'repo');
  expect(await checkoutOf(path.join(repo, 'gate/lora-gate.yml'))).toBe(repo);
  expect(await checkoutOf(path.join(repo, 'lora-gate.yml'))).toBe(repo);
  expect(await checkoutOf(path.join(folder, 'lora-gate.yml'))).toBe(folder);
});
