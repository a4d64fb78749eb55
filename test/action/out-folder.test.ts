/** The folder for the results lies in a checkout: what a pull request put into it is neither followed, nor kept, nor uploaded. */

import { lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../src/action/job.ts';
import { emptyOutFolder, outFolder } from '../../src/action/out-folder.ts';
import { uploadOutputs } from '../../src/action/upload.ts';

let top: string;
let workspace: string;
beforeEach(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'lora-gate-out-'));
  workspace = path.join(top, 'workspace');
  await mkdir(path.join(workspace, 'out'), { recursive: true });
  await mkdir(path.join(top, 'home'));
  await writeFile(path.join(top, 'home/key'), 'secret');
});
afterEach(() => rm(top, { recursive: true, force: true }));

const jobOf = (out: string) => ({ workspace, inputs: { out } }) as Pick<Job, 'workspace' | 'inputs'>;

describe('the folder of a job', () => {
  it('is emptied of what a checkout brings, links included, and of nothing behind them', async () => {
    const out = path.join(workspace, 'out');
    await symlink(path.join(top, 'home/key'), path.join(out, 'comment.md'));
    await symlink(path.join(top, 'home'), path.join(out, 'adapters'));
    await writeFile(path.join(out, 'result.json'), '{}');
    await writeFile(path.join(out, 'notes.txt'), 'somebody’s own');
    expect(await emptyOutFolder(jobOf('out'))).toBe(out);
    for (const name of ['comment.md', 'adapters', 'result.json'])
      await expect(lstat(path.join(out, name))).rejects.toThrow('ENOENT');
    expect(await readFile(path.join(out, 'notes.txt'), 'utf8')).toBe('somebody’s own');
    expect(await readFile(path.join(top, 'home/key'), 'utf8')).toBe('secret');
  });

  it.each(['linked', 'linked/out', 'out/deeper/linked', '..linked'])(
    'is refused through a link: %s',
    async (out) => {
      await mkdir(path.join(workspace, 'out/deeper'));
      for (const name of ['linked', '..linked'])
        await symlink(path.join(top, 'home'), path.join(workspace, name));
      await symlink(path.join(top, 'home'), path.join(workspace, 'out/deeper/linked'));
      await expect(emptyOutFolder(jobOf(out))).rejects.toMatchObject({ code: 'out-linked' });
      expect(await readFile(path.join(top, 'home/key'), 'utf8')).toBe('secret');
    },
  );

  it('may lie outside the workspace, and need not be there yet', async () => {
    expect(await outFolder(jobOf('not/yet'))).toBe(path.join(workspace, 'not/yet'));
    expect(await outFolder(jobOf(path.join(top, 'elsewhere')))).toBe(path.join(top, 'elsewhere'));
  });
});

it('an upload holds no link and nothing behind one', async () => {
  const folder = path.join(workspace, 'out');
  await writeFile(path.join(folder, 'part.json'), '{}');
  await symlink(path.join(top, 'home/key'), path.join(folder, 'comment.md'));
  await mkdir(path.join(folder, 'adapters/desk'), { recursive: true });
  await writeFile(path.join(folder, 'adapters/desk/adapter_config.json'), '{}');
  await symlink(path.join(top, 'home/key'), path.join(folder, 'adapters/desk/README.md'));
  await symlink(path.join(top, 'home'), path.join(folder, 'adapters/more'));
  const sent: string[][] = [];
  const client = {
    deleteArtifact: async () => ({ id: 1 }),
    uploadArtifact: async (_: string, files: string[]) => {
      sent.push(files.map((file) => path.relative(folder, file)));
      return {};
    },
  };
  await uploadOutputs({ client, name: 'lora-gate', folder });
  expect(sent).toEqual([['part.json'], ['adapters/desk/adapter_config.json']]);

  await rm(path.join(folder, 'adapters'), { recursive: true });
  await symlink(path.join(top, 'home'), path.join(folder, 'adapters'));
  sent.length = 0;
  await uploadOutputs({ client, name: 'lora-gate', folder });
  expect(sent).toEqual([['part.json']]);
});
