import { lstat, mkdtemp, readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Logger, silentLogger } from '../../../src/log.ts';
import { fetchHubModel, type HubModel } from '../../../src/model/source/hub.ts';
import { openCheckpoint, resolveModel } from '../../../src/model/source/resolve.ts';
import { type HubServer, type Repository, startHub } from './hub-server.ts';

const model = fileURLToPath(new URL('../../golden/fixtures/models/llama/model/', import.meta.url));
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

let hfHome: string;
let hub: HubServer;
let repository: Repository;
let warnings: string[];
let logger: Logger;

beforeEach(async () => {
  hfHome = await mkdtemp(path.join(tmpdir(), 'hf-home-'));
  repository = {
    commit: COMMIT,
    refs: ['main', 'refs/pr/1'],
    large: ['model.safetensors'],
    files: {
      'README.md': Buffer.from('# tiny'),
      'config.json': await readFile(`${model}config.json`),
      'tokenizer.json': Buffer.from('{}'),
      'model.safetensors': await readFile(`${model}model.safetensors`),
      'pytorch_model.bin': Buffer.from('never fetched'),
      'original/consolidated.safetensors': Buffer.from('never fetched'),
    },
  };
  hub = await startHub({ 'org/tiny': repository });
  warnings = [];
  logger = { ...silentLogger, warn: (message) => warnings.push(message) };
});
afterEach(async () => {
  await hub.close();
  await rm(hfHome, { recursive: true, force: true });
});

function fetchTiny(revision = 'main', hfToken?: string): Promise<HubModel> {
  return fetchHubModel('org/tiny', revision, { hfHome, hubUrl: hub.url, hfToken, logger, retryDelayMs: 1 });
}

const fileRequests = () => hub.requests.filter((request) => request.includes('/resolve/'));

describe('a model on the hub', () => {
  it('lands in the standard cache layout, without pickles and other folders', async () => {
    const fetched = await fetchTiny('refs/pr/1');
    const cache = path.join(hfHome, 'hub', 'models--org--tiny');
    const snapshot = path.join(cache, 'snapshots', COMMIT);
    expect(fetched).toEqual({
      folder: snapshot,
      config: path.join(snapshot, 'config.json'),
      weights: [path.join(snapshot, 'model.safetensors')],
      revision: COMMIT,
    });
    expect((await readdir(snapshot)).sort()).toEqual(['config.json', 'model.safetensors', 'tokenizer.json']);
    expect((await lstat(fetched.weights[0]!)).isSymbolicLink()).toBe(true);
    expect(await readlink(fetched.weights[0]!)).toMatch(/^\.\.\/\.\.\/blobs\/[0-9a-f]{64}$/);
    expect(await readFile(path.join(cache, 'refs', 'refs', 'pr', '1'), 'utf8')).toBe(COMMIT);
    expect((await readFile(fetched.weights[0]!)).equals(repository.files['model.safetensors']!)).toBe(true);
    expect((await readdir(path.join(cache, 'blobs'))).some((name) => name.endsWith('.incomplete'))).toBe(
      false,
    );
  });

  it('opens by its id, the commit being the revision', async () => {
    const files = await resolveModel('org/tiny@main', { cacheDir: hfHome, hfHome, hubUrl: hub.url, logger });
    expect(files).toMatchObject({ kind: 'safetensors', spec: 'org/tiny@main', revision: COMMIT });
    const checkpoint = await openCheckpoint(files);
    expect(checkpoint.config.architecture).toBe('llama');
    await checkpoint.close();
  });

  it('is fetched once: a branch asks only for its commit, a pinned commit asks nothing', async () => {
    await fetchTiny();
    hub.requests.length = 0;
    await fetchTiny();
    expect(hub.requests).toEqual([`/api/models/org/tiny/revision/main`]);
    await fetchTiny(COMMIT);
    expect(hub.requests).toHaveLength(1);
  });

  it('goes on where a broken connection stopped', async () => {
    const size = repository.files['model.safetensors']!.length;
    // cut the weights, not the small files before them
    const half = Math.floor(size / 2);
    const progress: number[] = [];
    const watching: Logger = {
      ...logger,
      progress: () => ({
        update: (done, note) => {
          if (note === 'tokenizer.json') hub.cutNextAfter = half;
          progress.push(done);
        },
        stop() {},
      }),
    };
    const fetched = await fetchHubModel('org/tiny', 'main', {
      hfHome,
      hubUrl: hub.url,
      logger: watching,
      retryDelayMs: 1,
    });
    expect(fileRequests().slice(-2)).toEqual([
      `/org/tiny/resolve/${COMMIT}/model.safetensors`,
      expect.stringMatching(/model\.safetensors bytes=\d+-$/),
    ]);
    expect((await readFile(fetched.weights[0]!)).equals(repository.files['model.safetensors']!)).toBe(true);
    expect(progress.at(-1)).toBe(size);
  });

  it('starts anew when the server ignores the range', async () => {
    await fetchTiny();
    const blobs = path.join(hfHome, 'hub', 'models--org--tiny', 'blobs');
    const [blob] = (await readdir(blobs)).filter((name) => name.length === 64);
    await rm(path.join(hfHome, 'hub', 'models--org--tiny', 'snapshots'), { recursive: true });
    await rm(path.join(blobs, blob!));
    await writeFile(path.join(blobs, `${blob}.incomplete`), 'garbage');
    hub.ignoreRanges = true;
    const fetched = await fetchTiny();
    expect(fileRequests().at(-1)).toContain('bytes=7-');
    expect((await readFile(fetched.weights[0]!)).equals(repository.files['model.safetensors']!)).toBe(true);
  });

  it('refuses content whose hash is not the listed one, and removes it', async () => {
    await fetchTiny();
    const blobs = path.join(hfHome, 'hub', 'models--org--tiny', 'blobs');
    const [blob] = (await readdir(blobs)).filter((name) => name.length === 64);
    await rm(path.join(hfHome, 'hub', 'models--org--tiny', 'snapshots'), { recursive: true });
    await rm(path.join(blobs, blob!));
    await writeFile(path.join(blobs, `${blob}.incomplete`), 'garbage');
    await expect(fetchTiny()).rejects.toMatchObject({ code: 'hub-checksum-differs' });
    expect(await readdir(blobs)).not.toContain(`${blob}.incomplete`);
    await fetchTiny();
  });

  it('reads shards that the index names', async () => {
    const content = repository.files['model.safetensors']!;
    delete repository.files['model.safetensors'];
    repository.files['model-00001-of-00001.safetensors'] = content;
    const index = { weight_map: { 'model.norm.weight': 'model-00001-of-00001.safetensors' } };
    repository.files['model.safetensors.index.json'] = Buffer.from(JSON.stringify(index));
    const { weights } = await fetchTiny();
    expect(weights.map((file) => path.basename(file))).toEqual(['model-00001-of-00001.safetensors']);
    const evil = { weight_map: { a: '../../evil.safetensors' } };
    repository.files['model.safetensors.index.json'] = Buffer.from(JSON.stringify(evil));
    repository.commit = COMMIT.replace('0', 'f');
    await expect(fetchTiny()).rejects.toMatchObject({
      code: 'model-index-invalid',
      problems: ['"../../evil.safetensors"'],
    });
  });

  it('is taken from the cache when the hub cannot be reached, with a warning', async () => {
    await fetchTiny();
    await hub.close();
    expect((await fetchTiny()).revision).toBe(COMMIT);
    expect(warnings).toEqual(['the hub cannot be reached; using org/tiny at 0123456789ab from the cache']);
    await expect(fetchTiny('v2')).rejects.toMatchObject({
      code: 'hub-unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    await rm(path.join(hfHome, 'hub', 'models--org--tiny', 'snapshots', COMMIT, 'model.safetensors'));
    await expect(fetchTiny()).rejects.toMatchObject({ code: 'hub-unreachable' });
  });

  it('says where to accept the licence of a gated model', async () => {
    repository.token = 'hf_right';
    await expect(fetchTiny()).rejects.toMatchObject({
      code: 'hub-gated',
      hint: `Accept the licence at ${hub.url}/org/tiny, then set HF_TOKEN to an access token of that account.`,
    });
    await expect(fetchTiny('main', 'hf_wrong')).rejects.toMatchObject({
      code: 'hub-gated',
      hint: `Accept the licence at ${hub.url}/org/tiny with the account that HF_TOKEN belongs to.`,
    });
    await expect(fetchTiny('main', 'wrong')).rejects.toMatchObject({ code: 'hub-token-invalid' });
    expect((await fetchTiny('main', 'hf_right')).revision).toBe(COMMIT);
  });

  it('says what is not there: the repository, the revision, the weights, the model', async () => {
    const options = { hfHome, hubUrl: hub.url, logger, retryDelayMs: 1 };
    await expect(fetchHubModel('org/none', 'main', options)).rejects.toMatchObject({ code: 'hub-not-found' });
    await expect(fetchTiny('v9')).rejects.toMatchObject({ code: 'hub-revision-not-found' });
    await expect(fetchTiny('../main')).rejects.toMatchObject({ code: 'model-spec-invalid' });
    delete repository.files['model.safetensors'];
    await expect(fetchTiny()).rejects.toMatchObject({
      code: 'hub-no-safetensors',
      problems: ['model.safetensors is not in the repository'],
      hint: expect.stringContaining('Pickled weights'),
    });
    delete repository.files['config.json'];
    repository.files['tiny.gguf'] = Buffer.from('GGUF');
    await expect(fetchTiny()).rejects.toMatchObject({
      code: 'hub-no-model',
      hint: expect.stringContaining('tiny.gguf'),
    });
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    const options = { hfHome, hubUrl: hub.url, logger, retryDelayMs: 1, signal };
    await expect(fetchHubModel('org/tiny', 'main', options)).rejects.toThrow('stopped');
  });
});
