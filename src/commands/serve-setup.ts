/** `lora-gate serve --setup`: registers the App with GitHub in a browser and leaves its credentials in two files. */

import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { startServer } from '../app/server.ts';
import { readAppFile } from '../app/setup/manifest.ts';
import { createSetup } from '../app/setup/setup.ts';
import { ownFile } from '../assets.ts';
import { UserError } from '../errors.ts';

export interface ServeSetupOptions {
  variables: Readonly<Record<string, string | undefined>>;
  /** Where the credentials go. */
  folder: string;
  organization?: string;
  /** Text of `app.yml`; ours where left out. */
  appFile?: string;
  print: (text: string) => void;
  signal: AbortSignal;
}

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** Ends when the App is registered or the signal comes. @throws UserError where PUBLIC_URL is missing */
export async function serveSetup(options: ServeSetupOptions): Promise<void> {
  const { variables, folder, organization, print, signal } = options;
  const publicUrl = (variables.PUBLIC_URL ?? '').replace(/\/+$/, '');
  if (!isWebAddress(publicUrl)) {
    throw new UserError('setup-public-url', 'PUBLIC_URL has no address at which GitHub reaches this server', {
      hint: 'Set it to where your proxy will hand deliveries to the app, such as https://gate.example.org.',
    });
  }
  const app = readAppFile(options.appFile ?? (await readFile(ownFile('app.yml'), 'utf8')));
  const registered = new AbortController();
  const setup = createSetup({
    app,
    publicUrl,
    folder,
    ...(organization !== undefined && { organization }),
    webUrl: (variables.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, ''),
    apiUrl: (variables.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
    onDone(slug, { envFile, keyFile }) {
      print(`the App ${slug} is registered; its settings are in ${envFile}, its key in ${keyFile}`);
      print(`start it: set -a; . ${envFile}; set +a; lora-gate serve`);
      registered.abort();
    },
  });
  const server = await startServer({
    host: variables.HOST || '127.0.0.1',
    port: Number(variables.PORT || 3000),
    handlers: [setup.handle],
    onError: () => {},
  });
  print(`listening on ${server.url}; open ${setup.url}`);
  const either = AbortSignal.any([signal, registered.signal]);
  if (!either.aborted) await once(either, 'abort');
  await server.close();
}
