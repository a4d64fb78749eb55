/** What GitHub gives a newly registered App, and how it is kept: two files that only their owner can read, never overwritten. */

import { randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../../errors.ts';

/** GitHub's answer to the code of a manifest. */
export const conversion = z.object({
  id: z.int().min(1),
  slug: z.string().regex(/^[\w-]{1,100}$/),
  html_url: z.url(),
  client_id: z.string().regex(/^[\w.]{1,100}$/),
  client_secret: z.string().regex(/^\w{1,100}$/),
  webhook_secret: z
    .string()
    .regex(/^\w{1,200}$/)
    .nullable(),
  pem: z.string().regex(/^-----BEGIN [A-Z ]*PRIVATE KEY-----[\w+/=\s]+-----END [A-Z ]*PRIVATE KEY-----\s*$/),
});

export type Conversion = z.output<typeof conversion>;

export interface WrittenCredentials {
  envFile: string;
  keyFile: string;
}

const secret = () => randomBytes(32).toString('hex');

async function writeNew(file: string, text: string): Promise<void> {
  await using handle = await open(file, 'wx', 0o600);
  await handle.writeFile(text);
  await handle.sync();
}

/**
 * Writes `lora-gate.env` and `lora-gate.pem` into a folder.
 *
 * @throws UserError where one of them is there already or the folder cannot be written; then neither is left behind
 */
export async function writeCredentials(
  folder: string,
  app: Conversion,
  publicUrl: string,
): Promise<WrittenCredentials> {
  const written = {
    envFile: path.join(folder, 'lora-gate.env'),
    keyFile: path.join(folder, 'lora-gate.pem'),
  };
  const lines = [
    `# The App ${app.slug}: ${app.html_url}`,
    `APP_ID=${app.id}`,
    `PRIVATE_KEY_PATH=${written.keyFile}`,
    `WEBHOOK_SECRET=${app.webhook_secret ?? secret()}`,
    ...(app.webhook_secret === null
      ? ['# GitHub made no webhook secret: enter this one on the App’s page.']
      : []),
    '# For the page’s login, which PAGE_LOGIN=github switches on.',
    `GITHUB_CLIENT_ID=${app.client_id}`,
    `GITHUB_CLIENT_SECRET=${app.client_secret}`,
    `SESSION_SECRET=${secret()}`,
    `PUBLIC_URL=${publicUrl}`,
  ];
  let mine: string | undefined;
  try {
    await writeNew(written.keyFile, app.pem);
    mine = written.keyFile;
    await writeNew(written.envFile, `${lines.join('\n')}\n`);
  } catch (thrown) {
    if (mine) await rm(mine, { force: true });
    const exists = (thrown as NodeJS.ErrnoException).code === 'EEXIST';
    throw new UserError(
      'setup-credentials',
      exists
        ? `${folder} has credentials of an App already`
        : `the App’s credentials cannot be written to ${folder}`,
      {
        hint: exists
          ? 'Move lora-gate.env and lora-gate.pem away, or name another folder. The App that was just registered is on GitHub: make a new key for it there, or delete it.'
          : 'Name a folder that can be written. The App that was just registered is on GitHub: make a new key for it there, or delete it.',
        cause: thrown,
      },
    );
  }
  return written;
}
