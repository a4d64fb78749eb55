import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import type { Diagnosis } from '../../src/runtime/diagnosis.ts';
import { diagnoseRuntime } from '../../src/runtime/doctor.ts';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'doctor-'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

const byName = (list: Diagnosis[]) => Object.fromEntries(list.map((item) => [item.name, item]));

/** A folder that stands for / and holds `files`. */
async function system(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(path.join(root, 'system-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

describe('diagnoseRuntime', () => {
  it('finds everything in order where the tests run', async () => {
    const systemRoot = await system({});
    const list = await diagnoseRuntime({ cacheDir: defaultCacheDir(process.env), systemRoot });
    expect(list.map((item) => item.name)).toEqual([
      'platform',
      'python3',
      'pip',
      'g++',
      'cache folder',
      'TensorFlow',
      'GPU',
      'WebGPU',
    ]);
    expect(list.filter((item) => item.ok !== true)).toEqual([]);
    expect(byName(list).TensorFlow?.found).toBe('2.21.0 (cpu build)');
    expect(byName(list).GPU?.found).toContain('no NVIDIA GPU');
  });

  it('fails missing tools before the setup, and only warns of them afterwards', async () => {
    const systemRoot = await system({});
    const env = { PATH: '/nonexistent' };
    const before = byName(await diagnoseRuntime({ cacheDir: path.join(root, 'empty'), env, systemRoot }));
    expect(before['g++']).toEqual({
      name: 'g++',
      ok: false,
      found: 'not found on PATH',
      fix: expect.stringContaining('apt-get install g++'),
    });
    expect(before.TensorFlow).toMatchObject({ ok: 'warn', fix: 'run `lora-gate setup`' });
    const after = byName(await diagnoseRuntime({ cacheDir: defaultCacheDir(process.env), env, systemRoot }));
    expect(after['g++']?.ok).toBe('warn');
    expect(after.TensorFlow?.ok).toBe(true);
  });

  it('names a cache folder that cannot be used', async () => {
    await writeFile(path.join(root, 'file'), '');
    const systemRoot = await system({});
    const list = await diagnoseRuntime({ cacheDir: path.join(root, 'file', 'cache'), systemRoot });
    expect(byName(list)['cache folder']).toMatchObject({
      ok: false,
      fix: expect.stringContaining('XDG_CACHE_HOME'),
    });
  });

  it('tells of NVIDIA hardware without a driver', async () => {
    const systemRoot = await system({
      'sys/bus/pci/devices/0000:01:00.0/vendor': '0x10de\n',
      'sys/bus/pci/devices/0000:01:00.0/class': '0x030200\n',
    });
    const { GPU } = byName(await diagnoseRuntime({ cacheDir: defaultCacheDir(process.env), systemRoot }));
    expect(GPU).toMatchObject({ ok: false, found: expect.stringContaining('driver is not loaded') });
  });

  it('proposes the CUDA build where there is a GPU with a driver', async () => {
    const bin = await mkdtemp(path.join(root, 'bin-'));
    await writeFile(path.join(bin, 'nvidia-smi'), '#!/bin/sh\necho "NVIDIA L4, 8.9"\n', { mode: 0o755 });
    const systemRoot = await system({
      'dev/nvidia0': '',
      'proc/driver/nvidia/version':
        'NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue Mar 5 22:23:56 UTC 2024\n',
    });
    const env = { PATH: `${bin}:${process.env.PATH}` };
    const cacheDir = path.join(root, 'empty');
    expect(byName(await diagnoseRuntime({ cacheDir, env, systemRoot })).GPU).toEqual({
      name: 'GPU',
      ok: 'warn',
      found: 'NVIDIA L4, but the CUDA build is not set up',
      fix: 'run `lora-gate setup --cuda`',
    });
  });
});
