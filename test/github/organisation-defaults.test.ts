/** The file that `_extends` names, read over real HTTP: of the same owner only, and with one clear error for what is not there. */

import { expect, test } from 'vitest';
import { createGithubClient } from '../../src/github/client.ts';
import { organisationDefaults } from '../../src/github/organisation-defaults.ts';
import { silentLogger } from '../../src/log.ts';
import { example } from './openapi.ts';
import { startGithub } from './stand-in.ts';
import { Refused } from './stand-in-routes.ts';

const REPOSITORY = { owner: 'team', repo: 'desk' };
const PLACE = { owner: null, repo: '.github', path: 'lora-gate.yml' };
const SHA = 'c'.repeat(40);

type File = { size?: number; type?: string } & ({ text: string } | { refused: number });

async function started(file: File) {
  // As the repository itself, so that the stand-in knows it.
  const github = await startGithub({ token: 't', login: 'github-actions[bot]', repo: 'team/.github' });
  github.route('GET /repos/{owner}/{repo}/contents/{path}', {
    answer() {
      if ('refused' in file) throw new Refused(file.refused, 'Not Found');
      const { text, ...rest } = file;
      const content = Buffer.from(text).toString('base64');
      const body = {
        ...example('content-file-response-if-content-is-a-file'),
        ...{ type: 'file', encoding: 'base64', content, size: text.length, sha: SHA, ...rest },
      };
      return { status: 200, body };
    },
  });
  const client = createGithubClient({ token: 't', apiUrl: github.url, logger: silentLogger });
  return { github, read: organisationDefaults(() => client, REPOSITORY) };
}

test('the file is read from the default branch, with the name of its content', async () => {
  const { github, read } = await started({ text: 'gate: { mode: warn }\n' });
  expect(await read(PLACE)).toEqual({
    ...{ repository: 'team/.github', path: 'lora-gate.yml', sha: SHA, text: 'gate: { mode: warn }\n' },
  });
  expect(github.requests).toMatchObject([{ path: '/repos/team/.github/contents/lora-gate.yml', query: {} }]);
  await github.close();
});

test('another owner’s file and one of another name are not asked for', async () => {
  const { github, read } = await started({ text: '' });
  for (const place of [
    { ...PLACE, owner: 'eve' },
    { ...PLACE, path: 'secrets.yml' },
  ])
    await expect(read(place)).rejects.toMatchObject({ code: 'extends-refused' });
  expect(github.requests).toEqual([]);
  await github.close();
});

test.each([
  [{ refused: 404 }, 'extends-missing'],
  [{ refused: 403 }, 'extends-missing'],
  [{ text: '', size: 2 ** 21 }, 'extends-refused'],
])('%j ends as %s, and names the file', async (file, code) => {
  const { github, read } = await started(file);
  await expect(read(PLACE)).rejects.toMatchObject({
    code,
    message: expect.stringContaining('team/.github'),
    hint: expect.stringMatching(/\S/),
  });
  await github.close();
});
