import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { describe, expect, test } from 'vitest';
import { OPIK_CLOUD, runTarget, savedTarget } from '../../src/tracking/opik-target.ts';
import { OpikServer } from './opik-server.ts';

const OWN = 'https://opik.example/api';

describe('where a run sends its result', () => {
  test('is the address of the configuration, then of the environment, then the hosted service when there is a key', () => {
    const config = { project: 'p', url: OWN };
    const env = { opikUrl: 'https://other.example/api', opikApiKey: 'k', opikWorkspace: 'team' };
    expect(runTarget(config, env)).toEqual({ url: OWN, project: 'p', workspace: 'team', apiKey: 'k' });
    expect(runTarget({ project: 'p', workspace: 'own' }, env)).toMatchObject({
      url: env.opikUrl,
      workspace: 'own',
    });
    expect(runTarget({ project: 'p' }, { opikApiKey: 'k' })).toMatchObject({
      url: OPIK_CLOUD,
      workspace: 'default',
    });
  });

  test('is said to be missing where nothing names it', () => {
    expect(runTarget({ project: 'p' }, {})).toContain('tracking.opik has no url and OPIK_API_KEY is not set');
    expect(runTarget({ project: 'p' }, { opikUrl: 'file:///etc' })).toContain('no http(s) address');
  });
});

describe('where a saved result goes', () => {
  const saved = { url: OWN, project: 'p', workspace: 'w', links: [], problem: null };

  test('is what was asked for, then the environment, then what the run used', () => {
    expect(savedTarget({}, {}, saved)).toEqual({ url: OWN, project: 'p', workspace: 'w', apiKey: '' });
    expect(
      savedTarget({ project: 'q', workspace: 'v' }, { opikUrl: 'https://b.example', opikApiKey: 'k' }, saved),
    ).toEqual({
      url: 'https://b.example',
      project: 'q',
      workspace: 'v',
      apiKey: 'k',
    });
    expect(savedTarget({ url: OWN }, { opikApiKey: 'k' }, saved)).toMatchObject({ url: OWN, apiKey: 'k' });
    expect(savedTarget({ project: 'p' }, { opikApiKey: 'k' }, null)).toMatchObject({ url: OPIK_CLOUD });
  });

  test('is no address that only the result names, when there is a key that would go there', () => {
    expect(() =>
      savedTarget({}, { opikApiKey: 'k' }, { ...saved, url: 'https://thief.example/api' }),
    ).toThrow('only the result itself says that OPIK_API_KEY goes to https://thief.example/api');
  });

  test('has to be named somewhere', () => {
    expect(() => savedTarget({}, {}, null)).toThrow('--url and --project is missing');
    expect(() => savedTarget({ url: 'ftp://x', project: 'p' }, {}, null)).toThrow('no http(s) address');
  });
});

test('a .env in the working folder redirects nothing and sets nothing', async () => {
  const server = await OpikServer.start();
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-env-'));
  try {
    await writeFile(
      path.join(folder, '.env'),
      'OPIK_URL_OVERRIDE=http://127.0.0.1:9/api\nOPIK_API_KEY=stolen\nOPIK_WORKSPACE=theirs\nPLANTED=1\n',
    );
    const from = (file: string) =>
      JSON.stringify(new URL(file, pathToFileURL(`${import.meta.dirname}/`)).href);
    const target = { url: server.url, project: 'p', workspace: 'team', apiKey: '' };
    await writeFile(
      path.join(folder, 'send.mts'),
      `import { trackResult } from ${from('../../src/tracking/opik.ts')};
       import { trackedResult } from ${from('./tracked-result.ts')};
       const tracked = await trackResult(trackedResult(), ${JSON.stringify(target)});
       console.log(JSON.stringify({ sent: tracked.sent, planted: process.env.PLANTED ?? null }));`,
    );
    const { stdout } = await execa(path.resolve('node_modules/.bin/tsx'), ['send.mts'], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({ sent: true, planted: null });
    for (const { headers } of server.seen) {
      expect(headers['comet-workspace']).toBe('team');
      expect(headers.authorization ?? '').toBe('');
    }
    expect(JSON.stringify(server.seen)).not.toContain('stolen');
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
