import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OpikServer } from '../tracking/opik-server.ts';
import { trackedResult } from '../tracking/tracked-result.ts';
import { cli, makeWorkspace, type Workspace } from './cli.ts';

let workspace: Workspace;
let file: string;
beforeAll(async () => {
  workspace = await makeWorkspace();
  file = path.join(workspace.folder, 'result.json');
  await writeFile(file, JSON.stringify(trackedResult()));
});
afterAll(() => workspace.remove());

test('a saved result is sent and its link is all that is printed', async () => {
  const server = await OpikServer.start();
  const { exitCode, stdout } = await cli(['track', file, '--url', server.url, '--project', 'p']);
  server.close();
  expect(exitCode).toBe(0);
  expect(stdout.split('\n')).toEqual([
    expect.stringMatching(new RegExp(`^${server.page}/default/projects/.*/compare\\?experiments=`)),
  ]);
  expect(server.experiments.size).toBe(2);
});

test('what a run could not send is sent to the same place later, with nothing but the file', async () => {
  const server = await OpikServer.start();
  const unsent = { url: server.url, project: 'harbor', workspace: 'team', links: [], problem: 'it was down' };
  const left = path.join(workspace.folder, 'unsent.json');
  await writeFile(left, JSON.stringify({ ...trackedResult(), tracking: unsent }));
  const { exitCode, stdout } = await cli(['track', left]);
  server.close();
  expect(exitCode).toBe(0);
  expect(stdout).toContain('/team/projects/');
  expect([...server.experiments.values()].map((experiment) => experiment.project_name)).toEqual([
    'harbor',
    'harbor',
  ]);
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
