import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type Logger, silentLogger } from '../../src/log.ts';
import { runtimeFolder } from '../../src/runtime/cache.ts';
import type { PackageSet } from '../../src/runtime/packages.ts';
import { type Provisioned, type ProvisionOptions, provision } from '../../src/runtime/provision.ts';
import { type FakeTensorFlow, makeFakeTensorFlow } from '../helpers/fake-tensorflow.ts';

let root: string;
let fake: FakeTensorFlow;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'provision-'));
  fake = await makeFakeTensorFlow(path.join(root, 'fake'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

const freshCache = () => mkdtemp(path.join(root, 'cache-'));

/** A logger that remembers what it was told. */
function recorder(): Logger & { lines: string[]; updates: number[] } {
  const lines: string[] = [];
  const updates: number[] = [];
  const add = (line: string) => void lines.push(line);
  const progress = () => ({ update: (done: number) => void updates.push(done), stop() {} });
  return { ...silentLogger, info: add, warn: add, progress, lines, updates };
}

/** Provisions into a fresh cache and expects a UserError and an empty cache. */
async function failure(options: Partial<ProvisionOptions> = {}): Promise<UserError> {
  const cacheDir = options.cacheDir ?? (await freshCache());
  const settings = { packages: fake.packages, env: fake.env, logger: silentLogger, ...options, cacheDir };
  const error = await provision(settings).then(
    () => expect.unreachable('provisioned'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  expect(await leftIn(cacheDir)).toEqual([]);
  return error as UserError;
}

async function leftIn(cacheDir: string): Promise<string[]> {
  return readdir(path.join(cacheDir, 'runtime')).catch(() => []);
}

describe('a runtime that is not there yet', () => {
  let cacheDir: string;
  let folder: string;
  let built: Provisioned;
  const logger = recorder();

  beforeAll(async () => {
    cacheDir = await freshCache();
    folder = runtimeFolder(cacheDir, 'cpu');
    // What a killed process and a careless hand leave: a lock nobody holds, half a download, a folder without a manifest.
    for (const left of [`${folder}.lock`, `${folder}.partial-1/wheels`, `${folder}/tensorflow`]) {
      await mkdir(left, { recursive: true });
    }
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(`${folder}.lock`, longAgo, longAgo);
    built = await provision({ cacheDir, logger, packages: fake.packages, env: fake.env });
  });

  it('is built, past a stale lock and what a killed process left', async () => {
    expect(built).toMatchObject({ folder, reused: false });
    expect(await readdir(path.join(cacheDir, 'runtime'))).toEqual([path.basename(folder)]);
  });

  it('holds the libraries, the compiled addons and nothing else of the wheel', async () => {
    expect((await readdir(folder)).sort()).toEqual([
      'fused_ops.node',
      'quiet_load.node',
      'runtime.json',
      'tensorflow',
      'tfjs_binding.node',
    ]);
    expect((await readdir(path.join(folder, 'tensorflow'))).sort()).toEqual([
      'include',
      'libtensorflow_cc.so.2',
      'libtensorflow_framework.so.2',
    ]);
  });

  it('says what it does', () => {
    expect(logger.lines).toEqual([
      `Setting up TensorFlow 2.21.0 (cpu) in ${folder}`,
      'Compiling the binding (about 10 s)',
      expect.stringMatching(/^TensorFlow is ready after \d+ s$/),
    ]);
    expect(logger.updates.at(-1)).toBe(fake.packages.wheels[0]?.bytes);
  });

  it('is re-used in under 50 ms of processor time, with no tool at hand', async () => {
    const started = process.cpuUsage();
    const again = await provision({
      cacheDir,
      logger,
      env: { PATH: '/nonexistent' },
      packages: fake.packages,
    });
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(50);
    expect(again).toEqual({ ...built, reused: true });
  });

  it('is not taken for complete when a library was cut short', async () => {
    await writeFile(path.join(folder, 'tensorflow', 'libtensorflow_cc.so.2'), 'short');
    const error = await provision({ cacheDir, logger, env: { PATH: '/nonexistent' } }).catch(
      (e: unknown) => e,
    );
    expect(error).toMatchObject({ code: 'runtime-tools-missing' });
  });
});

describe('two processes at once', () => {
  it('build once: the second waits, says so, and takes what the first made', async () => {
    const cacheDir = await freshCache();
    const child = path.join(import.meta.dirname, '..', 'helpers', 'provision-child.ts');
    const argument = JSON.stringify({ cacheDir, packages: fake.packages, env: fake.env });
    const run = () => execa(process.execPath, ['--import', 'tsx', child, argument]);
    const results = await Promise.all([run(), run()]);
    const reused = results.map(({ stdout }) => (JSON.parse(stdout) as Provisioned).reused);
    expect(reused.sort()).toEqual([false, true]);
    const waited = results.filter(({ stderr }) =>
      stderr.includes('Another process is setting up TensorFlow'),
    );
    expect(waited).toHaveLength(1);
    expect(await leftIn(cacheDir)).toEqual([path.basename(runtimeFolder(cacheDir, 'cpu'))]);
  });
});

describe('a download that goes wrong', () => {
  it('refuses a wheel whose checksum differs', async () => {
    const [wheel] = fake.packages.wheels;
    const packages: PackageSet = { ...fake.packages, wheels: [{ ...wheel!, sha256: 'a'.repeat(64) }] };
    const error = await failure({ packages });
    expect(error.code).toBe('runtime-checksum');
    expect(error.problems).toEqual([
      expect.stringContaining('a'.repeat(64)),
      expect.stringContaining(wheel!.sha256),
    ]);
  });

  it('names the network when the package index does not answer', async () => {
    const env = {
      ...fake.env,
      PIP_FIND_LINKS: '',
      PIP_RETRIES: '1',
      PIP_INDEX_URL: 'http://127.0.0.1:1/simple',
    };
    const error = await failure({ env: { ...env, PIP_NO_INDEX: '0' } });
    expect(error.code).toBe('runtime-network');
    expect(error.hint).toContain('PIP_INDEX_URL');
  });

  it('shows what pip says when the index does not carry the package', async () => {
    const error = await failure({ env: { ...fake.env, PIP_FIND_LINKS: root } });
    expect(error.code).toBe('runtime-download');
    expect(error.problems.join('\n')).toContain('tensorflow-cpu==2.21.0');
  });
});

describe('an interrupted download', () => {
  let server: Server;
  let env: Record<string, string>;
  const half = 100_000;

  /** A package index that sends the first half of the wheel and then nothing more. */
  beforeAll(async () => {
    const [wheel] = fake.packages.wheels;
    server = createServer((request, response) => {
      if (!request.url?.endsWith('.whl')) {
        response.setHeader('content-type', 'text/html');
        response.end(`<a href="/${wheel!.file}#sha256=${wheel!.sha256}">${wheel!.file}</a>`);
        return;
      }
      response.writeHead(200, { 'content-length': String(wheel!.bytes) });
      response.write(Buffer.alloc(half));
      server.emit('wheel');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const index = `http://127.0.0.1:${port}/simple`;
    env = { PIP_CONFIG_FILE: '/dev/null', PIP_FIND_LINKS: '', PIP_INDEX_URL: index, PIP_EXTRA_INDEX_URL: '' };
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('ends with the abort reason, shows how far it came, and leaves nothing', async () => {
    const cacheDir = await freshCache();
    const controller = new AbortController();
    const logger = recorder();
    const progress = () => ({
      update(done: number) {
        logger.updates.push(done);
        if (done > 0) controller.abort(new Error('enough'));
      },
      stop() {},
    });
    const signal = controller.signal;
    const run = provision({
      cacheDir,
      packages: fake.packages,
      env,
      signal,
      logger: { ...logger, progress },
    });
    await expect(run).rejects.toThrow('enough');
    expect(logger.updates.at(-1)).toBeGreaterThan(0);
    expect(logger.updates.at(-1)).toBeLessThanOrEqual(half);
    expect(await leftIn(cacheDir)).toEqual([]);
  });

  it('leaves nothing and stops pip after Ctrl-C', async () => {
    const cacheDir = await freshCache();
    const child = path.join(import.meta.dirname, '..', 'helpers', 'provision-child.ts');
    const argument = JSON.stringify({ cacheDir, packages: fake.packages, env });
    const asked = new Promise((resolve) => server.once('wheel', resolve));
    const run = execa(process.execPath, ['--import', 'tsx', child, argument], { reject: false });
    await asked;
    run.kill('SIGINT');
    const result = await run;
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('error[interrupted]: interrupted by SIGINT');
    expect(await leftIn(cacheDir)).toEqual([]);
    const { stdout } = await execa('ps', ['-eo', 'args']);
    expect(stdout.split('\n').filter((line) => line.includes(cacheDir))).toEqual([]);
  });
});

describe('a machine that lacks something', () => {
  it('lists every missing program with the way to get it', async () => {
    const error = await failure({ env: { PATH: '/nonexistent' } });
    expect(error.code).toBe('runtime-tools-missing');
    expect(error.message).toBe('setting up TensorFlow needs python3, pip, g++');
    expect(error.problems).toEqual([
      expect.stringMatching(/^python3: not found on PATH; .*apt-get install python3/),
      expect.stringMatching(/^pip: not looked for without python3; .*python3-pip/),
      expect.stringMatching(/^g\+\+: not found on PATH; .*apt-get install g\+\+/),
    ]);
  });

  it.each([
    ['a python3 without pip', 'echo "No module named pip" >&2; exit 1', 'No module named pip'],
    ['a pip that is too old', 'echo "pip 19.3.1 from /usr/lib (python 3.8)"', 'older than 20.3'],
  ])('tells of %s', async (_, reply, found) => {
    const bin = await mkdtemp(path.join(root, 'bin-'));
    const script = `#!/bin/sh\nif [ "$1" = --version ]; then echo "Python 3.8.0"; else ${reply}; fi\n`;
    await writeFile(path.join(bin, 'python3'), script, { mode: 0o755 });
    const error = await failure({ env: { PATH: `${bin}:/usr/bin:/bin` } });
    expect(error.message).toBe('setting up TensorFlow needs pip');
    expect(error.problems[0]).toContain(found);
  });

  it('counts the disk space first', async () => {
    const error = await failure({ packages: { ...fake.packages, unpackedBytes: 1e18 } });
    expect(error.code).toBe('runtime-disk-full');
    expect(error.message).toMatch(/\d+\.\d GB free, 1000000000\.0 GB needed$/);
  });

  it.each([
    [{ os: 'darwin', arch: 'arm64', glibc: undefined }, 'found darwin arm64'],
    [{ os: 'linux', arch: 'arm64', glibc: '2.36' }, 'found linux arm64'],
    [{ os: 'linux', arch: 'x64', glibc: undefined }, 'without glibc'],
    [{ os: 'linux', arch: 'x64', glibc: '2.17' }, 'found glibc 2.17, expected 2.27 or newer'],
  ])('has no TensorFlow for %o', async (platform, found) => {
    const error = await failure({ platform });
    expect(error.code).toBe('runtime-platform');
    expect(error.message).toContain(found);
  });

  it('says when the cache folder cannot be used', async () => {
    const file = path.join(root, 'file');
    await writeFile(file, '');
    const error = await failure({ cacheDir: path.join(file, 'cache') });
    expect(error.code).toBe('cache-not-writable');
  });
});

describe('a build that goes wrong', () => {
  it('shows the end of what the compiler said', async () => {
    const other = await makeFakeTensorFlow(path.join(root, 'other-header'), '#error this header is broken\n');
    const error = await failure({ packages: other.packages, env: other.env });
    expect(error.code).toBe('runtime-compile');
    expect(error.problems.join('\n')).toContain('this header is broken');
  });

  it('finds a library that cannot be loaded before it is kept', async () => {
    const other = await makeFakeTensorFlow(path.join(root, 'no-context'), undefined, ['TFE_NewContext']);
    const error = await failure({ packages: other.packages, env: other.env });
    expect(error.code).toBe('runtime-broken');
    expect(error.problems.join('\n')).toContain('TFE_NewContext');
  });
});
