/** `lora-gate serve --setup` from its start to its end; the way through GitHub is in test/app/setup. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { serveSetup } from '../../src/commands/serve-setup.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

test('the terminal shows an address whose page registers the App, and a signal ends it', async () => {
  const port = String(await freePort());
  const ending = new AbortController();
  const printed: string[] = [];
  const done = serveSetup({
    variables: {
      PUBLIC_URL: `http://127.0.0.1:${port}/`,
      PORT: port,
      GITHUB_SERVER_URL: 'https://git.example',
    },
    folder: '.',
    organization: 'team & co',
    print: (text) => printed.push(text),
    signal: ending.signal,
  });
  await expect.poll(() => printed.length).toBe(1);
  const [, address = ''] = /open (\S+)$/.exec(printed[0] as string) ?? [];
  const response = await fetch(address);
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain(
    'action="https://git.example/organizations/team%20%26%20co/settings/apps/new?state=',
  );
  expect(text).toContain(`http://127.0.0.1:${port}/api/github/webhooks`);
  expect(response.headers.get('content-security-policy')).toContain(
    "form-action 'self' https://git.example;",
  );
  ending.abort();
  await done;
  await expect(fetch(address)).rejects.toThrow();
});

test('without the address at which GitHub reaches it, it says which variable to set', async () => {
  const options = { folder: '.', print: () => {}, signal: new AbortController().signal };
  await expect(serveSetup({ ...options, variables: { PUBLIC_URL: 'gate.example' } })).rejects.toMatchObject({
    code: 'setup-public-url',
    hint: expect.stringContaining('https://'),
  });
});
