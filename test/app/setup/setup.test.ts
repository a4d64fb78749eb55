/** Registering the App: the manifest in a real browser's form, the way back, and the files it leaves. */

import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ANSWERED_EVENTS } from '../../../src/app/events.ts';
import { COUNTED_EVENTS } from '../../../src/app/metrics.ts';
import { manifestFor, readAppFile } from '../../../src/app/setup/manifest.ts';
import { createSetup } from '../../../src/app/setup/setup.ts';
import { openBrowser, openPage } from '../../helpers/browser.ts';
import { example, permissionLevels } from './github-description.ts';

const appFile = async () => readAppFile(await readFile(new URL('../../../app.yml', import.meta.url), 'utf8'));
const PEM = '-----BEGIN RSA PRIVATE KEY-----\nMIIEabc+/=\n-----END RSA PRIVATE KEY-----\n';

async function listening(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

async function started(answer: () => { status: number; body: unknown }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-setup-'));
  const asked: string[] = [];
  let manifest: Record<string, unknown> = {};
  const github = await listening(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://github');
    asked.push(`${request.method} ${pathname}`);
    if (pathname === '/organizations/team/settings/apps/new') {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      manifest = JSON.parse(new URLSearchParams(Buffer.concat(chunks).toString()).get('manifest') ?? '{}');
      const back = `${manifest.redirect_url}?code=c0de&state=${searchParams.get('state')}`;
      return void response.writeHead(302, { location: back }).end();
    }
    if (pathname.startsWith('/app-manifests/')) {
      const { status, body } = answer();
      return void response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    }
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>installed</title>installed');
  });
  const server = await listening((request, response) => {
    void setup.handle(request, response).then((done) => done || response.writeHead(404).end());
  });
  const done: unknown[] = [];
  const setup = createSetup({
    app: await appFile(),
    publicUrl: server.url,
    organization: 'team',
    webUrl: github.url,
    apiUrl: github.url,
    folder,
    onDone: (...all) => done.push(all),
  });
  return {
    ...{ folder, asked, github, server, setup, done },
    manifest: () => manifest,
    async [Symbol.asyncDispose]() {
      await Promise.all([github.close(), server.close(), rm(folder, { recursive: true, force: true })]);
    },
  };
}

const converted = (url: string) => ({
  ...example('integration'),
  ...{ id: 12, slug: 'lora-gate-team', html_url: `${url}/apps/lora-gate-team` },
  ...{ client_id: 'Iv1.abc', client_secret: 'c'.repeat(40), webhook_secret: 'w'.repeat(40), pem: PEM },
});

describe('registering the App', () => {
  it('is one click, and leaves credentials that only their owner can read', async () => {
    let url = '';
    await using it = await started(() => ({ status: 201, body: converted(url) }));
    url = it.github.url;
    const browser = await openBrowser();
    try {
      await using opened = await openPage(browser, it.setup.url);
      expect(await opened.page.locator('main').innerText()).toMatch(/checks: write[\s\S]*contents: read/);
      await opened.page.getByRole('button', { name: 'Register the App on GitHub' }).click();
      await opened.page.waitForURL('**/apps/lora-gate-team/installations/new');
      expect(opened.complaints).toEqual([]);
    } finally {
      await browser.close();
    }
    expect(it.manifest()).toMatchObject({
      name: 'lora-gate',
      public: false,
      hook_attributes: { url: `${it.server.url}/api/github/webhooks` },
      callback_urls: [`${it.server.url}/login/callback`],
    });
    expect(it.done).toHaveLength(1);
    const env = await readFile(path.join(it.folder, 'lora-gate.env'), 'utf8');
    expect(env).toMatch(/^APP_ID=12$/m);
    expect(env).toMatch(/^WEBHOOK_SECRET=w{40}$/m);
    expect(env).toMatch(/^SESSION_SECRET=[0-9a-f]{64}$/m);
    expect(await readFile(path.join(it.folder, 'lora-gate.pem'), 'utf8')).toBe(PEM);
    for (const name of ['lora-gate.env', 'lora-gate.pem']) {
      expect((await stat(path.join(it.folder, name))).mode & 0o777).toBe(0o600);
    }
    // A second time with the same address changes nothing.
    const again = await fetch(`${it.server.url}/setup/done?code=c0de&state=x`);
    expect(again.status).toBe(400);
  });

  it('is for who has the key from the terminal, and ends only what was begun here', async () => {
    await using it = await started(() => ({ status: 201, body: {} }));
    const status = async (path: string) => (await fetch(it.server.url + path)).status;
    expect(await status('/setup')).toBe(403);
    expect(await status('/setup?key=guess')).toBe(403);
    expect(await status('/setup/done?code=c0de&state=guess')).toBe(400);
    expect(await status('/setup/done?code=..%2F..%2Fuser')).toBe(400);
    expect(it.asked).toEqual([]);
  });

  it.each([
    ['refuses', { status: 404, body: { message: 'Not Found' } }],
    ['answers something else', { status: 201, body: { id: 1, pem: 'x\nAPP_ID=2' } }],
  ])('says what to do where GitHub %s', async (_, answer) => {
    await using it = await started(() => answer);
    const html = await (await fetch(it.setup.url)).text();
    const state = /state=([\w-]+)/.exec(html)?.[1];
    const response = await fetch(`${it.server.url}/setup/done?code=c0de&state=${state}`);
    expect(response.status).toBe(502);
    expect(await response.text()).toContain('Begin again');
    expect(await readdir(it.folder)).toEqual([]);
  });

  it('overwrites no credentials, and leaves no half of them', async () => {
    let url = '';
    await using it = await started(() => ({ status: 201, body: converted(url) }));
    url = it.github.url;
    await writeFile(path.join(it.folder, 'lora-gate.env'), 'APP_ID=1\n');
    const state = /state=([\w-]+)/.exec(await (await fetch(it.setup.url)).text())?.[1];
    const response = await fetch(`${it.server.url}/setup/done?code=c0de&state=${state}`);
    expect(await response.text()).toContain('has credentials of an App already');
    expect(await readdir(it.folder)).toEqual(['lora-gate.env']);
    expect(await readFile(path.join(it.folder, 'lora-gate.env'), 'utf8')).toBe('APP_ID=1\n');
    expect(it.done).toEqual([]);
  });
});

describe('app.yml', () => {
  it('asks for the least: each permission is one that GitHub knows and has its reason', async () => {
    const app = await appFile();
    expect(app.default_permissions).toEqual({
      ...{ checks: 'write', pull_requests: 'write', actions: 'write' },
      ...{ issues: 'read', contents: 'read', merge_queues: 'read', metadata: 'read' },
    });
    const known = permissionLevels();
    for (const [name, level] of Object.entries(app.default_permissions))
      expect(known[name], name).toContain(level);
    const lines = (await readFile(new URL('../../../app.yml', import.meta.url), 'utf8')).split('\n');
    for (const name of Object.keys(app.default_permissions)) {
      const at = lines.findIndex((line) => line.startsWith(`  ${name}:`));
      expect(lines[at - 1], name).toMatch(/^ {2}# \S/);
    }
  });

  it('subscribes to what is answered, all of it and nothing else, and the metrics count it by name', async () => {
    const { default_events: events } = await appFile();
    expect(events.toSorted()).toEqual(ANSWERED_EVENTS.toSorted());
    expect(COUNTED_EVENTS).toEqual(expect.arrayContaining(events));
  });

  it('can stand in an attribute of a form', async () => {
    const text = manifestFor(await appFile(), 'https://gate.example');
    expect(JSON.parse(text).redirect_url).toBe('https://gate.example/setup/done');
    expect(() => readAppFile('name: x\npermissions: {}')).toThrow();
  });
});
