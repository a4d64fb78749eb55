import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import { openCheckpoint, resolveModel } from '../../../src/model/source/resolve.ts';

const golden = fileURLToPath(new URL('../../golden/fixtures/', import.meta.url));
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'resolve-'));
  await cp(`${golden}models/llama/model`, path.join(scratch, 'org/local'), { recursive: true });
  await cp(`${golden}weights/llama-q4.gguf`, path.join(scratch, 'tiny.gguf'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

// no hub answers at this address: whatever gets there fails
const hubUrl = 'http://127.0.0.1:9';
const resolve = (spec: string) =>
  resolveModel(spec, { baseDir: scratch, cacheDir: scratch, hfHome: scratch, hubUrl, logger: silentLogger });

describe('what names a model', () => {
  it('is a folder where it is written as one; its revision is its content', async () => {
    const first = await resolve('./org/local');
    expect(first).toMatchObject({ kind: 'safetensors', folder: path.join(scratch, 'org/local') });
    expect(first.revision).toMatch(/^[0-9a-f]{64}$/);
    await writeFile(path.join(scratch, 'org/local/README.md'), 'says nothing about the model');
    expect((await resolve('./org/local')).revision).toBe(first.revision);
    await writeFile(path.join(scratch, 'org/local/chat_template.jinja'), '{{ messages }}');
    expect((await resolve('./org/local')).revision).not.toBe(first.revision);
  });

  it('is a GGUF file, whose revision is its SHA-256', async () => {
    const { createHash } = await import('node:crypto');
    const revision = createHash('sha256')
      .update(await readFile(path.join(scratch, 'tiny.gguf')))
      .digest('hex');
    const file = path.join(scratch, 'tiny.gguf');
    expect(await resolve('tiny.gguf')).toEqual({ kind: 'gguf', spec: 'tiny.gguf', revision, file });
  });

  it.each([
    ['./none', 'model-not-found'],
    ['none.gguf', 'model-not-found'],
    ['a/b/c', 'model-not-found'],
    ['org/name@refs/pr/1', 'hub-unreachable'],
    ['org/name', 'hub-unreachable'],
    ['org/na me', 'model-spec-invalid'],
    ['org/..name', 'model-spec-invalid'],
    ['', 'model-spec-invalid'],
    ['org/local', 'hub-unreachable'],
    ['org/local/config.json', 'model-spec-invalid'],
    ['./org', 'model-folder-incomplete'],
    ['org', 'hub-unreachable'],
  ])('"%s" fails as %s', async (spec, code) => {
    await expect(resolve(spec)).rejects.toMatchObject({ code });
  });

  it('is a model of the hub where it is written as one, and a folder of that name is told', async () => {
    const warnings: string[] = [];
    const logger = { ...silentLogger, warn: (message: string) => void warnings.push(message) };
    const options = { baseDir: scratch, cacheDir: scratch, hfHome: scratch, hubUrl, logger };
    await expect(resolveModel('org/local', options)).rejects.toMatchObject({ code: 'hub-unreachable' });
    expect(warnings).toEqual(['"org/local" is a model of the hub; the one in that folder is ./org/local']);
  });

  it('points at the GGUF file in a folder, and away from pickles', async () => {
    const folder = path.join(scratch, 'pickles');
    await cp(`${golden}models/llama/model`, folder, { recursive: true });
    await rm(`${folder}/model.safetensors`);
    await writeFile(`${folder}/pytorch_model.bin`, '');
    await expect(resolve('./pickles')).rejects.toMatchObject({ hint: expect.stringContaining('never read') });
    await writeFile(`${folder}/m.gguf`, '');
    await expect(resolve('./pickles')).rejects.toMatchObject({ hint: expect.stringContaining('m.gguf') });
  });

  it('has a config.json that is JSON', async () => {
    const folder = path.join(scratch, 'broken');
    await cp(`${golden}models/llama/model`, folder, { recursive: true });
    await writeFile(`${folder}/config.json`, '{"architectures":');
    await expect(openCheckpoint(await resolve('./broken'))).rejects.toMatchObject({
      code: 'model-config-invalid',
    });
  });
});
