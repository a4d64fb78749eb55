/** A git repository in a temporary folder, changed by real git commands that nothing on this machine configures. */

import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';

export interface TestRepository {
  folder: string;
  git(...args: string[]): Promise<string>;
  /** Writes the files onto `from` and commits them; null removes a file. Returns the commit. */
  commit(files: Readonly<Record<string, string | null>>, from?: string): Promise<string>;
}

/** A commit needs nothing but these; the time is fixed so that equal contents give equal commits. */
const ENVIRONMENT = {
  GIT_AUTHOR_NAME: 'Harbour',
  GIT_AUTHOR_EMAIL: 'desk@harbour.example',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Harbour',
  GIT_COMMITTER_EMAIL: 'desk@harbour.example',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
};

export async function createRepository(): Promise<TestRepository> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-e2e-repository-'));
  const git = async (...args: string[]) =>
    (await execa('git', args, { cwd: folder, env: ENVIRONMENT })).stdout.trim();
  await git('init', '--quiet', '--initial-branch=main');
  return {
    folder,
    git,
    async commit(files, from) {
      if (from !== undefined) await git('checkout', '--quiet', '--detach', from);
      for (const [name, content] of Object.entries(files)) {
        if (content === null) {
          await git('rm', '--quiet', name);
          continue;
        }
        const file = path.join(folder, name);
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, content);
        await git('add', name);
      }
      await git('commit', '--quiet', '--allow-empty', '--message', 'a change');
      return git('rev-parse', 'HEAD');
    },
  };
}
