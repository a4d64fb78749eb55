/**
 * A model on the Hugging Face hub, at one commit, in the standard cache folder: configuration, tokenizer and safetensors,
 * nothing else and never pickled weights. Without a network, what the cache holds of that revision.
 */

import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { listFiles, modelInfo } from '@huggingface/hub';
import { UserError } from '../../errors.ts';
import { downloadBlob, type HubFile, linkSnapshot } from './hub-download.ts';
import {
  explain,
  type HubModelOptions,
  type HubRequest,
  isNetworkFailure,
  unreachable,
} from './hub-errors.ts';
import { DESCRIPTION_FILES, type FolderContents, INDEX_FILE, inspectFolder, shardsOfIndex } from './local.ts';
import { withFolderLock } from './lock.ts';

const HUB_URL = 'https://huggingface.co';
const HASH = /^[0-9a-f]{40,64}$/;
const COMMIT = /^[0-9a-f]{40}$/;

export interface HubModel extends FolderContents {
  /** The commit, 40 hex digits. */
  revision: string;
}

/** The complete snapshot of a commit in the cache, if there is one. */
async function cachedSnapshot(cache: string, commit: string): Promise<HubModel | undefined> {
  const folder = path.join(cache, 'snapshots', commit);
  try {
    const contents = await inspectFolder(folder);
    await stat(path.join(folder, 'tokenizer.json'));
    return { ...contents, revision: commit };
  } catch {
    return undefined;
  }
}

/** The parameters every call of the library takes, and the error code of the last answer, which its errors leave out. */
function caller({ hubUrl, options }: HubRequest) {
  const last = { code: '' };
  const { hfToken, signal } = options;
  const params = {
    hubUrl,
    ...(hfToken && { accessToken: hfToken }),
    fetch: (async (input, init) => {
      const response = await fetch(input, { ...init, ...(signal && { signal }) });
      last.code = response.headers.get('X-Error-Code') ?? '';
      return response;
    }) satisfies typeof fetch,
  };
  return { params, last };
}

async function listRepository(request: HubRequest, commit: string): Promise<Map<string, HubFile>> {
  const { params } = caller(request);
  const files = new Map<string, HubFile>();
  for await (const entry of listFiles({
    repo: { type: 'model', name: request.id },
    revision: commit,
    ...params,
  })) {
    if (entry.type !== 'file') continue;
    const { path: name, size: bytes, lfs, oid } = entry;
    // the hash becomes a file name
    if (!HASH.test(lfs?.oid ?? oid ?? '')) continue;
    files.set(name, { name, bytes, sha256: lfs?.oid, gitOid: oid ?? '' });
  }
  return files;
}

/** Fetches files one after the other with one bar; returns nothing, the snapshot folder has them. */
async function fetchFiles(request: HubRequest, commit: string, files: readonly HubFile[]): Promise<void> {
  const { id, hubUrl, cache, options } = request;
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const progress = options.logger.progress(`Downloading ${id}`, { total, unit: 'B' });
  let before = 0;
  try {
    for (const file of files) {
      const blob = path.join(cache, 'blobs', file.sha256 ?? file.gitOid);
      await downloadBlob(file, blob, {
        url: `${hubUrl}/${id}/resolve/${commit}/${encodeURIComponent(file.name)}`,
        headers: options.hfToken ? { Authorization: `Bearer ${options.hfToken}` } : {},
        retryDelayMs: options.retryDelayMs ?? 1000,
        signal: options.signal,
        onBytes: (bytes) => progress.update(before + bytes, file.name),
      });
      before += file.bytes;
      progress.update(before, file.name);
      await linkSnapshot(blob, path.join(cache, 'snapshots', commit, file.name));
    }
  } finally {
    progress.stop();
  }
}

/** The weight files to fetch, the index itself already in the snapshot. @throws UserError `hub-no-safetensors`. */
async function weightFiles(
  request: HubRequest,
  commit: string,
  listed: ReadonlyMap<string, HubFile>,
): Promise<HubFile[]> {
  const index = path.join(request.cache, 'snapshots', commit, INDEX_FILE);
  const names = listed.has(INDEX_FILE)
    ? shardsOfIndex(await readFile(index, 'utf8'), index)
    : ['model.safetensors'];
  const missing = names.filter((name) => !listed.has(name));
  if (missing.length === 0) return names.map((name) => listed.get(name)!);
  throw new UserError(
    'hub-no-safetensors',
    `${request.id} at ${commit.slice(0, 12)} has no complete safetensors weights`,
    {
      problems: missing.map((name) => `${name} is not in the repository`),
      hint: [...listed.keys()].some((name) => name.endsWith('.gguf'))
        ? 'It holds a GGUF file: download that and name its path.'
        : 'Pickled weights (.bin) are never read: take a repository or a revision with safetensors.',
    },
  );
}

async function fetchSnapshot(request: HubRequest, commit: string): Promise<HubModel> {
  const listed = await listRepository(request, commit);
  if (!listed.has('config.json')) {
    const gguf = [...listed.keys()].find((name) => name.endsWith('.gguf'));
    throw new UserError('hub-no-model', `${request.id} has no config.json`, {
      hint: gguf ? `Download ${gguf} from it and name its path.` : 'Only transformers models can be read.',
    });
  }
  const described = [...DESCRIPTION_FILES, INDEX_FILE].flatMap((name) => listed.get(name) ?? []);
  // weights last: a snapshot that has them has everything
  await fetchFiles(request, commit, described);
  await fetchFiles(request, commit, await weightFiles(request, commit, listed));
  const contents = await inspectFolder(path.join(request.cache, 'snapshots', commit));
  return { ...contents, revision: commit };
}

function refFile({ cache, revision }: HubRequest): string {
  return path.join(cache, 'refs', ...revision.split('/'));
}

async function fromCache(request: HubRequest, error: unknown): Promise<HubModel> {
  const { revision, cache, options, id } = request;
  const commit = COMMIT.test(revision)
    ? revision
    : (await readFile(refFile(request), 'utf8').catch(() => '')).trim();
  const cached = COMMIT.test(commit) ? await cachedSnapshot(cache, commit) : undefined;
  if (!cached) throw unreachable(request, error);
  options.logger.warn(`the hub cannot be reached; using ${id} at ${commit.slice(0, 12)} from the cache`);
  return cached;
}

async function currentCommit(request: HubRequest): Promise<string> {
  const { params, last } = caller(request);
  try {
    const { sha } = await modelInfo({
      name: request.id,
      revision: request.revision,
      additionalFields: ['sha'],
      ...params,
    });
    if (COMMIT.test(sha)) return sha;
    throw new UserError('hub-failed', `${request.id}: the hub named no commit for "${request.revision}"`);
  } catch (error) {
    throw explain(request, error, last.code);
  }
}

function checkRequest(revision: string, token: string | undefined): void {
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(revision) || revision.split('/').includes('..')) {
    throw new UserError('model-spec-invalid', `"${revision}" is not a revision`, {
      hint: 'Write org/name@ and a branch, a tag or (best) a commit of 40 hex digits.',
    });
  }
  if (token && !token.startsWith('hf_')) {
    throw new UserError('hub-token-invalid', 'HF_TOKEN is not an access token: those start with "hf_"', {
      hint: 'Make one under Settings → Access Tokens on the hub.',
    });
  }
}

/**
 * The files of a hub model at a revision (branch, tag or commit), fetched into the standard cache unless they are there.
 * A pinned commit that is in the cache is used without asking the hub.
 * @throws UserError `hub-gated`, `hub-not-found`, `hub-revision-not-found`, `hub-unreachable`, `hub-no-model`,
 * `hub-no-safetensors`, `hub-checksum-differs`, `hub-token-invalid`, `disk-full` or `model-spec-invalid`.
 */
export async function fetchHubModel(
  id: string,
  revision: string,
  options: HubModelOptions,
): Promise<HubModel> {
  checkRequest(revision, options.hfToken);
  const cache = path.join(options.hfHome, 'hub', `models--${id.replaceAll('/', '--')}`);
  const request: HubRequest = { id, revision, hubUrl: options.hubUrl ?? HUB_URL, cache, options };
  if (COMMIT.test(revision)) {
    const cached = await cachedSnapshot(cache, revision);
    if (cached) return cached;
  }
  try {
    const commit = await currentCommit(request);
    const lockFolder = path.join(options.hfHome, 'hub', '.locks', path.basename(cache));
    const lock = { logger: options.logger, ...(options.signal && { signal: options.signal }) };
    const model =
      (await cachedSnapshot(cache, commit)) ??
      (await withFolderLock(lockFolder, lock, () => fetchSnapshot(request, commit)));
    if (revision !== commit) {
      await mkdir(path.dirname(refFile(request)), { recursive: true });
      await writeFile(refFile(request), commit);
    }
    return model;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw new UserError('disk-full', `no space is left in ${cache} for ${id}`, { cause: error });
    }
    if (!isNetworkFailure(error)) throw explain(request, error, '');
    return fromCache(request, error);
  }
}
