/** `lora-gate doctor` as a process: a line a check with its fix, JSON alone, exit code 2 when something fails. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDiagnoses } from '../../src/commands/doctor.ts';
import { cli, makeWorkspace, type Workspace } from './cli.ts';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await makeWorkspace();
});
afterAll(() => workspace?.remove());

describe('doctor', () => {
  it('prints a line for each check and ends with 0 where everything works', async () => {
    const { exitCode, stdout } = await cli(['--cache-dir', workspace.cache, 'doctor'], {
      cwd: workspace.folder,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ok {4}TensorFlow {4}2\.21\.0 \(cpu build\)$/m);
    expect(stdout).not.toMatch(/^FAIL/m);
  });

  it('prints one JSON document with --json and ends with 2 when something fails', async () => {
    const blocked = path.join(workspace.folder, 'a-file');
    await writeFile(blocked, '');
    const { exitCode, stdout } = await cli(['--cache-dir', path.join(blocked, 'cache'), 'doctor', '--json'], {
      cwd: workspace.folder,
    });
    expect(exitCode).toBe(2);
    const list = JSON.parse(stdout) as { name: string; ok: unknown; fix?: string }[];
    expect(list.find(({ name }) => name === 'cache folder')).toMatchObject({
      ok: false,
      fix: expect.stringContaining('XDG_CACHE_HOME'),
    });
  });

  it('warns where TensorFlow is not set up yet', async () => {
    const cache = path.join(workspace.folder, 'no-runtime');
    await mkdir(cache);
    const { exitCode, stdout } = await cli(['--cache-dir', cache, 'doctor'], { cwd: workspace.folder });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^warn {2}TensorFlow {4}not set up yet\n {20}fix: run `lora-gate setup`$/m);
  });
});

describe('renderDiagnoses', () => {
  it('puts the fix below what failed, under the text', () => {
    const text = renderDiagnoses([
      { name: 'g++', ok: false, found: 'not found on PATH', fix: 'install it' },
      { name: 'platform', ok: true, found: 'linux' },
    ]);
    expect(text).toBe(
      'FAIL  g++       not found on PATH\n                fix: install it\nok    platform  linux',
    );
  });
});
