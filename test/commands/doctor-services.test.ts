/** The doctor's lines on model, judge, Opik and workflow, against HTTP servers on this machine. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Environment } from '../../src/commands/context.ts';
import { diagnoseConfig, diagnoseGithub, diagnoseWorkflow } from '../../src/commands/doctor-services.ts';
import { workflowText } from '../../src/commands/init/workflow.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

async function serve(answer: (request: IncomingMessage) => Answer): Promise<{ url: string; seen: string[] }> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
    const { status = 200, headers = {}, body = {} } = answer(request);
    response.writeHead(status, headers);
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** The lines but the one on the configuration itself. */
async function diagnose(text: string, env: Partial<Environment> = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-doctor-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 'model.gguf'), '');
  const file = path.join(folder, 'lora-gate.yml');
  await writeFile(file, `version: 1\nadapters: { desk: { train: a.jsonl, test: b.jsonl } }\n${text}`);
  const [first, ...lines] = await diagnoseConfig(file, {
    cacheDir: folder,
    version: '0',
    ...env,
  } as Environment);
  return { first, lines };
}

const LOCAL = 'model: model.gguf\n';
const judge = (url: string) =>
  `${LOCAL}judge: { provider: openai-compatible, base_url: "${url}/v1", model: fair, api_key_env: JUDGE_API_KEY }\n`;
const withKey = { judgeKey: (name: string) => (name === 'JUDGE_API_KEY' ? 'sesame' : undefined) };

describe('the configuration', () => {
  it('is a line with every problem when it is wrong', async () => {
    const { first, lines } = await diagnose('modle: x\n');
    expect(first).toMatchObject({
      name: 'configuration',
      ok: false,
      found: expect.stringContaining('modle'),
    });
    expect(lines).toEqual([]);
  });
});

describe('the model', () => {
  it('is found on this machine, relative to the configuration', async () => {
    expect((await diagnose(LOCAL)).lines).toEqual([
      { name: 'model', ok: true, found: 'model.gguf is on this machine' },
    ]);
    expect((await diagnose('model: ./other.gguf\n')).lines[0]).toMatchObject({ ok: false });
  });

  it('is asked for at the hub with a HEAD request, by its revision', async () => {
    const hub = await serve(() => ({ status: 307, headers: { Location: '/elsewhere' } }));
    const { lines } = await diagnose('model: org/name@v1\n', { hubUrl: hub.url, hfToken: 'hf_x' });
    expect(lines[0]).toMatchObject({ name: 'model', ok: true });
    expect(hub.seen).toEqual(['HEAD /org/name/resolve/v1/config.json Bearer hf_x']);
  });

  it.each([
    [401, 'GatedRepo', 'accept the licence'],
    [401, 'RepoNotFound', 'check the spelling'],
    [404, 'RevisionNotFound', 'the revision'],
  ])('that the hub refuses with %i %s comes with what to do', async (status, code, fix) => {
    const hub = await serve(() => ({ status, headers: { 'X-Error-Code': code } }));
    const { lines } = await diagnose('model: org/name\n', { hubUrl: hub.url });
    expect(lines[0]).toMatchObject({ ok: false, fix: expect.stringContaining(fix) });
  });
});

describe('the judge', () => {
  it('answers and lists its model', async () => {
    const server = await serve(() => ({ body: { data: [{ id: 'fair' }] } }));
    const { lines } = await diagnose(judge(server.url), withKey);
    expect(lines[1]).toEqual({ name: 'judge', ok: true, found: 'fair: the endpoint answers and lists it' });
    expect(server.seen).toEqual(['GET /v1/models Bearer sesame']);
  });

  it('is not asked without its key', async () => {
    const server = await serve(() => ({}));
    const { lines } = await diagnose(judge(server.url));
    expect(lines[1]).toMatchObject({ ok: false, found: 'JUDGE_API_KEY is not set' });
    expect(server.seen).toEqual([]);
  });

  it.each([
    [{ status: 401 }, false, 'refuses the key'],
    [{ status: 404 }, 'warn', 'HTTP 404'],
    [{ body: { data: [{ id: 'other' }] } }, 'warn', 'does not list fair'],
    [{ status: 302, headers: { Location: 'http://127.0.0.1:9' } }, false, 'redirects'],
  ])('that answers %j is said to be so, without the key', async (answer, ok, found) => {
    const server = await serve(() => answer);
    const { lines } = await diagnose(judge(server.url), withKey);
    expect(lines[1]).toMatchObject({ ok, found: expect.stringContaining(found), fix: expect.any(String) });
    expect(JSON.stringify(lines)).not.toContain('sesame');
  });
});

describe('Opik', () => {
  it.each([
    [200, true],
    [401, false],
    [503, 'warn'],
  ])('that answers %i', async (status, ok) => {
    const server = await serve(() => ({ status }));
    const text = `${LOCAL}tracking: { opik: { project: desk, url: "${server.url}/api" } }\n`;
    const { lines } = await diagnose(text, { opikApiKey: 'opik-key' });
    expect(lines[1]).toMatchObject({ name: 'Opik', ok });
    expect(server.seen).toEqual(['GET /api/v1/private/projects?size=1 opik-key']);
    expect(JSON.stringify(lines)).not.toContain('opik-key');
  });

  it('is missing its address where nothing names one', async () => {
    const { lines } = await diagnose(`${LOCAL}tracking: { opik: { project: desk } }\n`);
    expect(lines[1]).toMatchObject({ name: 'Opik', ok: false, fix: expect.stringContaining('OPIK_API_KEY') });
  });
});

describe('the workflow', () => {
  const options = {
    ...{ branch: 'main', runsOn: ['self-hosted', 'gpu'], action: './', timeoutMinutes: 60 },
    ...{ singleJob: false, app: false },
  };
  const written = workflowText(options);

  it('of init is in order', () => {
    expect(diagnoseWorkflow(written)).toMatchObject({ ok: true });
  });

  it('of init for the app is in order without a right to write', () => {
    expect(diagnoseWorkflow(workflowText({ ...options, app: true }))).toMatchObject({
      ok: true,
      found: expect.stringContaining('the app'),
    });
  });

  it('without a right comes with the line to add', () => {
    const text = written.replace('checks: write', 'checks: read');
    expect(diagnoseWorkflow(text)).toMatchObject({
      ok: false,
      fix: 'add `checks: write` to the permissions of plan',
    });
    const without = written.replaceAll('pull-requests: write', 'issues: read');
    expect(diagnoseWorkflow(without)).toMatchObject({
      found: expect.stringContaining('plan may not write pull-requests, report may not write pull-requests'),
    });
    expect(diagnoseWorkflow(written.replaceAll(/mode: (plan|report)/g, 'mode: run'))).toMatchObject({
      found: expect.stringContaining('no job that reports'),
    });
    expect(diagnoseWorkflow('jobs: [')).toMatchObject({ ok: false });
  });
});

describe('GitHub', () => {
  const env = { cacheDir: '', version: '0' } as Environment;

  it('needs a token', async () => {
    const lines = await diagnoseGithub('team/desk', env);
    expect(lines.at(-1)).toMatchObject({ ok: false, found: 'no token for GitHub' });
  });

  it.each(['team', 'team/desk/more', 'team/../desk', '/desk'])('is no %j', async (slug) => {
    await expect(diagnoseGithub(slug, env)).rejects.toMatchObject({ code: 'usage' });
  });
});
