/** The Python environment of `engine: accelerate`, from wheels that are called torch and trl and hold a line each. */

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserError } from '../../src/errors.ts';
import { silentLogger } from '../../src/log.ts';
import { diagnosePython } from '../../src/runtime/doctor-python.ts';
import { type ProvisionPythonOptions, provisionPython } from '../../src/runtime/python-environment.ts';

const WHEEL = `
import sys, zipfile
links, name, version, *files = sys.argv[1:]
with zipfile.ZipFile(f'{links}/{name}-{version}-py3-none-any.whl', 'w') as wheel:
    info = f'{name}-{version}.dist-info'
    wheel.writestr(f'{info}/METADATA', f'Metadata-Version: 2.1\\nName: {name}\\nVersion: {version}\\n')
    wheel.writestr(f'{info}/WHEEL', 'Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n')
    wheel.writestr(f'{info}/RECORD', '')
    for file in files:
        path, _, text = file.partition('=')
        wheel.writestr(path, text)
`;

let root: string;
let links: string;
let requirementsFile: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'python-environment-'));
  links = path.join(root, 'links');
  await mkdir(links);
  const wheel = (...words: string[]) => execa('python3', ['-c', WHEEL, links, ...words]);
  await wheel('torch', '1.0', 'torch/__init__.py=class version:\n    cuda = None\n');
  await wheel('trl', '2.0', 'trl/__init__.py=', 'trl/trainer/__init__.py=', 'trl/trainer/sft_trainer.py=');
  requirementsFile = path.join(root, 'requirements.txt');
  await writeFile(requirementsFile, '# two\ntorch==1.0\ntrl==2.0\n');
});
afterAll(() => rm(root, { recursive: true, force: true }));

const options = (more: Partial<ProvisionPythonOptions> = {}): ProvisionPythonOptions => ({
  cacheDir: path.join(root, 'cache'),
  flavour: 'cpu',
  requirementsFile,
  logger: silentLogger,
  env: { PIP_FIND_LINKS: links, PIP_NO_INDEX: '1', PIP_CONFIG_FILE: '/dev/null' },
  ...more,
});

/** The error, after which nothing is left. */
async function failure(more: Partial<ProvisionPythonOptions>): Promise<UserError> {
  const cacheDir = await mkdtemp(path.join(root, 'cache-'));
  const error: unknown = await provisionPython(options({ cacheDir, ...more })).then(
    () => expect.unreachable('provisioned'),
    (thrown: unknown) => thrown,
  );
  expect(await readdir(path.join(cacheDir, 'accelerate')).catch(() => [])).toEqual([]);
  return error as UserError;
}

describe('provisionPython', () => {
  it('makes an environment that runs, once, and the doctor sees when it was changed', async () => {
    const made = await provisionPython(options());
    expect(made).toMatchObject({ reused: false, flavour: 'cpu', versions: { torch: '1.0', trl: '2.0' } });
    expect((await execa(made.python, ['-c', 'import trl.trainer.sft_trainer; print(1)'])).stdout).toBe('1');
    expect(await provisionPython(options())).toEqual({ ...made, reused: true });
    expect(await readdir(path.join(root, 'cache', 'accelerate'))).toEqual([path.basename(made.folder)]);

    const { cacheDir } = options();
    expect(await diagnosePython(cacheDir, requirementsFile)).toMatchObject({ ok: true });
    await execa(made.python, ['-m', 'pip', 'uninstall', '--yes', 'trl']);
    expect(await diagnosePython(cacheDir, requirementsFile)).toMatchObject({
      ok: false,
      found: 'changed after it was set up: trl missing, expected 2.0',
    });
  });

  it('leaves nothing when it is cancelled', async () => {
    const stop = new AbortController();
    const logger = {
      ...silentLogger,
      progress: () => {
        stop.abort(new Error('enough'));
        return silentLogger.progress('', { total: 1 });
      },
    };
    expect((await failure({ signal: stop.signal, logger })).message).toBe('enough');
  });

  it('says that the index has no CUDA build', async () => {
    const error = await failure({ flavour: 'cuda' });
    expect(error.code).toBe('accelerate-no-cuda');
    expect(error.hint).toContain('PIP_INDEX_URL');
  });

  it('shows what pip says when a package cannot be had', async () => {
    const other = path.join(root, 'other.txt');
    await writeFile(other, 'torch==9.0\n');
    const error = await failure({ requirementsFile: other });
    expect(error.code).toBe('runtime-download');
    expect(error.problems.join('\n')).toContain('torch==9.0');
  });

  it('says which Python is needed where there is none', async () => {
    const error = await failure({ env: { PATH: path.join(root, 'links') } });
    expect(error.code).toBe('accelerate-python');
    expect(error.hint).toContain('3.11');
  });
});
