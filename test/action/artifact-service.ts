/**
 * The runner's artifact service on loopback, as @actions/artifact speaks to it: Twirp calls, and blobs put in blocks at signed
 * addresses. What was uploaded is given out again through the routes of the GitHub stand-in.
 */

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Github } from '../github/stand-in.ts';

export interface Uploaded {
  id: number;
  /** Of the workflow run; it is in the token. */
  run: string;
  name: string;
  zip: Buffer;
}

export interface ArtifactService extends AsyncDisposable {
  url: string;
  artifacts: Uploaded[];
  /** ACTIONS_RUNTIME_TOKEN of a job of this run. */
  tokenOf(run: number): string;
}

const PATH = '/twirp/github.actions.results.api.v1.ArtifactService/';

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function startArtifactService(): Promise<ArtifactService> {
  const artifacts: Uploaded[] = [];
  const blocks = new Map<string, Map<string, Buffer>>();
  const blobs = new Map<string, Buffer>();
  let url = '';
  let last = 0;

  const call = (method: string, body: Record<string, unknown>): unknown => {
    const run = String(body.workflow_run_backend_id ?? body.workflowRunBackendId);
    const name = String(body.name);
    const key = `${run}/${name}`;
    switch (method) {
      case 'CreateArtifact':
        if (artifacts.some((one) => one.run === run && one.name === name)) return { ok: false };
        return { ok: true, signed_upload_url: `${url}/blob/${encodeURIComponent(key)}?sig=signed` };
      case 'FinalizeArtifact': {
        last += 1;
        artifacts.push({ id: last, run, name, zip: blobs.get(key) ?? Buffer.alloc(0) });
        return { ok: true, artifact_id: String(last) };
      }
      case 'ListArtifacts': {
        const wanted = (body.name_filter ?? body.nameFilter) as string | undefined;
        const found = artifacts.filter((one) => one.run === run && (!wanted || one.name === wanted));
        return {
          artifacts: found.map(({ id, name: called, zip }) => ({
            workflow_run_backend_id: run,
            workflow_job_run_backend_id: 'job',
            database_id: String(id),
            name: called,
            size: String(zip.length),
          })),
        };
      }
      case 'DeleteArtifact': {
        const at = artifacts.findIndex((one) => one.run === run && one.name === name);
        const [gone] = at < 0 ? [] : artifacts.splice(at, 1);
        return { ok: gone !== undefined, artifact_id: String(gone?.id ?? 0) };
      }
      default:
        throw new Error(`the artifact service has no ${method}`);
    }
  };

  const putBlob = (path: string, query: URLSearchParams, body: Buffer) => {
    const key = decodeURIComponent(path.slice('/blob/'.length));
    if (query.get('comp') === 'block') {
      const parts = blocks.get(key) ?? new Map<string, Buffer>();
      blocks.set(key, parts.set(query.get('blockid') ?? '', body));
      return;
    }
    if (query.get('comp') !== 'blocklist') return void blobs.set(key, body);
    const ids = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id = '']) => id);
    const parts = blocks.get(key);
    blobs.set(key, Buffer.concat(ids.map((id) => parts?.get(id) ?? Buffer.alloc(0))));
  };

  const answer = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback');
    const body = await buffer(request);
    if (request.method === 'GET') {
      const found = artifacts.find(({ id }) => pathname === `/download/${id}`);
      return [found ? 200 : 404, found?.zip];
    }
    if (request.method === 'PUT') {
      putBlob(pathname, searchParams, body);
      return [201, undefined];
    }
    return [200, call(pathname.slice(PATH.length), JSON.parse(body.toString() || '{}'))];
  };

  const server = createServer((request, response) => {
    answer(request).then(
      ([status, body]) => {
        const type = Buffer.isBuffer(body) ? 'application/zip' : 'application/json';
        response.writeHead(status, { 'content-type': type });
        response.end(body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body));
      },
      (thrown: unknown) => response.writeHead(500).end(JSON.stringify({ msg: String(thrown) })),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    artifacts,
    tokenOf: (run) => `${base64({ alg: 'none' })}.${base64({ scp: `Actions.Results:${run}:job` })}.signature`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** GitHub's listing and download of what the service has. */
export function serveArtifacts(
  github: Github,
  { artifacts, url }: Pick<ArtifactService, 'artifacts' | 'url'>,
): void {
  const shown = ({ id, name, zip }: Uploaded) => ({
    id,
    node_id: `A_${id}`,
    name,
    size_in_bytes: zip.length,
    url: `${github.url}/repos/team/desk/actions/artifacts/${id}`,
    archive_download_url: `${github.url}/repos/team/desk/actions/artifacts/${id}/zip`,
    expired: false,
    created_at: '2026-01-01T00:00:00Z',
    expires_at: '2026-04-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  });
  github.route('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
    needs: [['actions', 'read']],
    answer({ parameters, query }) {
      const of = artifacts.filter(
        ({ run, name }) => run === parameters.run_id && (!query.get('name') || name === query.get('name')),
      );
      return { status: 200, body: { total_count: of.length, artifacts: of.map(shown) } };
    },
  });
  github.route('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
    needs: [['actions', 'read']],
    answer: ({ parameters }) => ({
      status: 302,
      headers: { location: `${url}/download/${parameters.artifact_id}` },
    }),
  });
}
