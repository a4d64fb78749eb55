import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleResult } from '../report/example-result.ts';
import { cli, makeWorkspace, type Workspace } from './cli.ts';

let workspace: Workspace;
let file: string;
beforeAll(async () => {
  workspace = await makeWorkspace();
  file = path.join(workspace.folder, 'result.json');
  await writeFile(file, JSON.stringify(exampleResult()));
});
afterAll(() => workspace.remove());

test('a saved result is sent and its link is all that is printed', async () => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url?.endsWith('/retrieve')) response.end('{"id":"d1","name":"d"}');
    else response.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const { exitCode, stdout } = await cli(['track', file, '--url', url, '--project', 'p']);
  server.closeAllConnections();
  server.close();
  expect(exitCode).toBe(0);
  expect(stdout.split('\n')).toEqual([expect.stringContaining(`${url}/v1/session/redirect/experiments/`)]);
});

test('a server that is down is the user’s to mend: exit code 2 and what to do', async () => {
  const args = ['track', file, '--url', 'ftp://opik.example', '--project', 'p'];
  expect(await cli(args)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('tracking-url') });
  args[3] = 'http://127.0.0.1:9/api';
  const { exitCode, stderr } = await cli(args);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('error[tracking-failed]');
  expect(stderr).toContain('again once it can be reached');
}, 60_000);
