/**
 * A small hub on this machine for tests: repositories in memory, the three endpoints a download needs, and faults on
 * demand. Knows nothing of the code that is tested against it.
 */

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Repository {
  commit: string;
  /** Branch and tag names of `commit`. */
  refs: string[];
  files: Record<string, Buffer>;
  /** Names kept in large-file storage, i.e. listed with a SHA-256. */
  large: string[];
  /** File contents only with this token. */
  token?: string;
}

export interface HubServer {
  url: string;
  /** Method-less: `path range`, in order. */
  requests: string[];
  /** Cut the next answer with a file's content after so many bytes. */
  cutNextAfter: number | undefined;
  /** Send files whole, whatever range is asked for. */
  ignoreRanges: boolean;
  close(): Promise<void>;
}

function gitOid(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

function json(response: ServerResponse, value: unknown): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.statusCode = status;
  response.setHeader('X-Error-Code', code);
  json(response, { error: code });
}

function list({ files, large }: Repository): object[] {
  return Object.entries(files).map(([path, content]) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const lfs = large.includes(path) ? { lfs: { oid: sha256, size: content.length, pointerSize: 130 } } : {};
    return { type: 'file', path, size: content.length, oid: gitOid(content), ...lfs };
  });
}

export async function startHub(repositories: Record<string, Repository>): Promise<HubServer> {
  const hub: HubServer = {
    url: '',
    requests: [],
    cutNextAfter: undefined,
    ignoreRanges: false,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  const sendFile = (request: IncomingMessage, response: ServerResponse, content: Buffer) => {
    const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
    const start = range && !hub.ignoreRanges ? Number(range[1]) : 0;
    response.statusCode = start > 0 ? 206 : 200;
    response.setHeader('Content-Length', content.length - start);
    const cut = hub.cutNextAfter;
    hub.cutNextAfter = undefined;
    if (cut === undefined) response.end(content.subarray(start));
    else response.write(content.subarray(start, start + cut), () => setTimeout(() => response.destroy(), 20));
  };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://hub');
    hub.requests.push(`${pathname} ${request.headers.range ?? ''}`.trim());
    const api = /^\/api\/models\/([^/]+\/[^/]+)\/(revision|tree)\/(.+)$/.exec(pathname);
    const file = /^\/([^/]+\/[^/]+)\/resolve\/([^/]+)\/(.+)$/.exec(pathname);
    const repository = repositories[(api ?? file)?.[1] ?? ''];
    if (!repository) return refuse(response, 401, 'RepoNotFound');
    const revision = decodeURIComponent((api?.[3] ?? file?.[2])!);
    if (revision !== repository.commit && !repository.refs.includes(revision)) {
      return refuse(response, 404, 'RevisionNotFound');
    }
    if (api?.[2] === 'revision') return json(response, { _id: '1', id: api[1], sha: repository.commit });
    if (api) return json(response, list(repository));
    if (repository.token && request.headers.authorization !== `Bearer ${repository.token}`) {
      return refuse(response, request.headers.authorization ? 403 : 401, 'GatedRepo');
    }
    const content = repository.files[decodeURIComponent(file![3]!)];
    return content ? sendFile(request, response, content) : refuse(response, 404, 'EntryNotFound');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return hub;
}
