/** The page's login and headers over HTTP, and the settings that switch it on. */

import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createLogin } from '../../../src/app/page/login.ts';
import { readLoginSettings } from '../../../src/app/page/page-settings.ts';
import { createCookieJar } from '../../../src/app/page/sealed-cookie.ts';
import { startPage } from './page-server.ts';

const requestWith = (cookie: string) => ({ headers: { cookie } }) as IncomingMessage;
const pairOf = (setCookie: string) => setCookie.split(';')[0] as string;

async function get(url: string, cookie = '', method = 'GET') {
  const response = await fetch(url, { method, redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
  const cookies = response.headers.getSetCookie();
  return { response, cookies, location: response.headers.get('location') ?? '', text: await response.text() };
}

/** Goes to GitHub and comes back with a code, not yet handed in. */
async function backFromGithub(url: string) {
  const begun = await get(`${url}/login`);
  const back = await get(begun.location);
  return { cookie: pairOf(begun.cookies[0] as string), address: back.location };
}

describe('the login', () => {
  it('ends in a session that is good for an hour', async () => {
    await using server = await startPage([]);
    const { cookie, address } = await backFromGithub(server.url);
    const done = await get(address, cookie);
    expect(done.location).toBe(`${server.url}/`);
    const session = pairOf(done.cookies.find((one) => one.startsWith('lora-gate-session=')) as string);
    expect((await get(server.url, session)).text).toContain('mia');
    server.clock.now += 3_599_000;
    expect((await get(server.url, session)).text).toContain('mia');
    server.clock.now += 2000;
    expect((await get(server.url, session)).text).toContain('Log in with GitHub');
  });

  it('is refused with another browser’s code, a changed state, a second time and too late', async () => {
    await using server = await startPage([]);
    const [mine, theirs] = [await backFromGithub(server.url), await backFromGithub(server.url)];
    expect((await get(theirs.address, mine.cookie)).response.status).toBe(400);
    expect((await get(mine.address)).response.status).toBe(400);
    expect((await get(`${mine.address}x`, mine.cookie)).response.status).toBe(400);
    expect((await get(`${server.url}/login/callback?error=access_denied`, mine.cookie)).response.status).toBe(
      400,
    );
    expect((await get(mine.address, mine.cookie)).response.status).toBe(302);
    expect((await get(mine.address, mine.cookie)).response.status).toBe(502);
    server.clock.now += 601_000;
    expect((await get(theirs.address, theirs.cookie)).response.status).toBe(400);
  });

  it('is forgotten where GitHub no longer takes the token', async () => {
    await using server = await startPage([]);
    server.tokens.next = 'ghu_revoked';
    const { cookie, address } = await backFromGithub(server.url);
    const session = pairOf((await get(address, cookie)).cookies[0] as string);
    const { response, cookies, text } = await get(server.url, session);
    expect(response.status).toBe(401);
    expect(cookies[0]).toMatch(/^lora-gate-session=; .*Max-Age=0/);
    expect(text).toContain('log in again');
    expect(text).not.toContain('ghu_revoked');
  });

  it('ends by a POST of the same site alone', async () => {
    await using server = await startPage([]);
    const { cookie, address } = await backFromGithub(server.url);
    const session = pairOf((await get(address, cookie)).cookies[0] as string);
    expect((await get(`${server.url}/logout`, session)).response.status).toBe(405);
    expect((await get(`${server.url}/logout`, '', 'POST')).cookies).toEqual([]);
    expect((await get(`${server.url}/logout`, session, 'POST')).cookies[0]).toContain('Max-Age=0');
  });

  it('that is off leaves the status, and no address to log in at', async () => {
    await using server = await startPage([], { login: false });
    const { text } = await get(server.url);
    expect(text).toMatch(/taking deliveries[\s\S]*4 deliveries/);
    expect(text).not.toContain('Log in');
    for (const path of ['/login', '/login/callback', '/logout', '//']) {
      expect((await get(server.url + path)).response.status, path).toBe(404);
    }
    expect(server.github.requests).toEqual([]);
  });

  it('shows a repository only to those whom GitHub lists it', async () => {
    await using server = await startPage([]);
    const { cookie, address } = await backFromGithub(server.url);
    const session = pairOf((await get(address, cookie)).cookies[0] as string);
    for (const name of ['other/secret', '../../user', 'team/desk/../x']) {
      const { response } = await get(`${server.url}/?repository=${encodeURIComponent(name)}`, session);
      expect(response.status).toBe(404);
    }
    expect(server.github.requests.map(({ path }) => path)).not.toContain('/repos/other/secret/pulls');
  });

  it('says so where GitHub does not answer', async () => {
    await using server = await startPage([]);
    server.github.fail({ method: 'GET', path: '/user', how: 'forbidden', times: 10 });
    const { cookie, address } = await backFromGithub(server.url);
    const session = pairOf((await get(address, cookie)).cookies[0] as string);
    const { response, text } = await get(server.url, session);
    expect(response.status).toBe(502);
    expect(text).toContain('GitHub did not answer');
  });
});

describe('every answer', () => {
  it('forbids scripts, frames, other sites’ forms and being kept', async () => {
    await using server = await startPage([]);
    for (const path of ['/', '/login', '/login/callback?code=1&state=2']) {
      const { headers } = (await get(server.url + path)).response;
      const policy = headers.get('content-security-policy');
      expect(policy, path).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
      );
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    const head = await get(server.url, '', 'HEAD');
    expect([head.response.status, head.text]).toEqual([200, '']);
    expect((await get(server.url, '', 'DELETE')).response.status).toBe(405);
  });
});

describe('cookies', () => {
  const jar = (options = {}) => createCookieJar({ secret: 'k'.repeat(32), secure: true, ...options });

  it('are bound to HTTPS and the host, and out of reach of scripts', () => {
    const { cookies, location } = createLogin({
      ...{ clientId: 'id', clientSecret: 'secret', sessionSecret: 'k'.repeat(32), appId: 1 },
      ...{
        publicUrl: 'https://gate.example',
        webUrl: 'https://github.com',
        apiUrl: 'https://api.github.com',
      },
    }).begin();
    expect(cookies[0]).toMatch(
      /^__Host-lora-gate-login=[\w-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    const query = new URL(location).searchParams;
    expect(query.get('redirect_uri')).toBe('https://gate.example/login/callback');
    expect(query.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    expect(location).not.toContain('secret');
  });

  it('can be read by us alone, for their purpose, whole and once', () => {
    const cookie = pairOf(jar().set('session', 'ghu_token', 60));
    expect(jar().get('session', requestWith(`a=b; ${cookie}`))).toBe('ghu_token');
    expect(Buffer.from(cookie.split('=')[1] as string, 'base64url').toString('latin1')).not.toContain(
      'ghu_token',
    );
    const wrong = [
      cookie.replace('session', 'login'),
      `${cookie.slice(0, -2)}${cookie.endsWith('A') ? 'BB' : 'AA'}`,
      cookie.slice(0, 40),
      `${cookie}; ${cookie}`,
      '__Host-lora-gate-session=',
      `__Host-lora-gate-session=${'A'.repeat(5000)}`,
    ];
    for (const one of wrong) {
      expect(jar().get('session', requestWith(one)), one.slice(0, 60)).toBeUndefined();
      expect(jar().get('login', requestWith(one)), one.slice(0, 60)).toBeUndefined();
    }
    expect(jar({ secret: 'other'.repeat(8) }).get('session', requestWith(cookie))).toBeUndefined();
    expect(jar({ now: () => Date.now() + 61_000 }).get('session', requestWith(cookie))).toBeUndefined();
  });
});

describe('the settings', () => {
  const good = {
    PAGE_LOGIN: 'github',
    GITHUB_CLIENT_ID: 'Iv1.abc',
    GITHUB_CLIENT_SECRET: 'secret',
    SESSION_SECRET: 's'.repeat(32),
    PUBLIC_URL: 'https://gate.example/',
    APP_ID: '12',
  };

  it('leave the login off unless it is asked for', () => {
    expect(readLoginSettings({ ...good, PAGE_LOGIN: undefined })).toBeNull();
    expect(readLoginSettings({ ...good, PAGE_LOGIN: 'off' })).toBeNull();
    expect(readLoginSettings(good)).toMatchObject({
      publicUrl: 'https://gate.example',
      appId: 12,
      webUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
    });
  });

  it('name every variable that is missing or wrong, at once and without its secret', () => {
    const wrong = {
      PAGE_LOGIN: 'yes',
      SESSION_SECRET: 'short-secret',
      PUBLIC_URL: 'http://gate.example',
      APP_ID: 'x',
    };
    try {
      readLoginSettings(wrong);
      expect.unreachable();
    } catch (thrown) {
      const { problems } = thrown as { problems: string[] };
      for (const name of [
        'PAGE_LOGIN',
        'GITHUB_CLIENT_ID',
        'GITHUB_CLIENT_SECRET',
        'SESSION_SECRET',
        'PUBLIC_URL',
        'APP_ID',
      ]) {
        expect(problems.join('\n')).toContain(`${name}: `);
      }
      expect(problems.join('\n')).not.toContain('short-secret');
    }
    expect(readLoginSettings({ ...good, PUBLIC_URL: 'http://127.0.0.1:3000' })?.publicUrl).toBe(
      'http://127.0.0.1:3000',
    );
    expect(() => readLoginSettings({ ...good, PUBLIC_URL: 'https://gate.example/sub' })).toThrow();
  });
});
