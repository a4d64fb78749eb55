/**
 * Registers the App: a page whose one button sends the manifest to GitHub, and the way back, on which GitHub's code becomes
 * credentials in files. Only who has the one-time key from the terminal gets the page. Knows nothing of the app that runs later.
 */

import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { formatUserError, messageOf, UserError } from '../../errors.ts';
import { styleAssets } from '../../report/html/assets.ts';
import { type Html, html, join } from '../../report/html/html.ts';
import { code, list } from '../../report/html/layout.ts';
import { pageDocument } from '../page/render.ts';
import { isSameSecret } from '../same-secret.ts';
import { type Conversion, conversion, type WrittenCredentials, writeCredentials } from './credentials.ts';
import { type AppFile, manifestFor } from './manifest.ts';

export interface SetupOptions {
  app: AppFile;
  /** Where GitHub and the browser reach this server, without a slash at its end. */
  publicUrl: string;
  /** Owns the App; the person where left out. */
  organization?: string;
  webUrl: string;
  apiUrl: string;
  /** Where the credentials go. */
  folder: string;
  /** Called when the App is registered and its credentials are written. */
  onDone: (slug: string, written: WrittenCredentials) => void;
}

export interface Setup {
  /** To be opened by who sees the terminal. */
  url: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

const TIMEOUT_MILLISECONDS = 20_000;

/** @throws UserError where GitHub does not give the App for the code */
async function convert(apiUrl: string, text: string): Promise<Conversion> {
  const response = await fetch(`${apiUrl}/app-manifests/${encodeURIComponent(text)}/conversions`, {
    method: 'POST',
    headers: { accept: 'application/vnd.github+json', 'user-agent': 'lora-gate' },
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  const answer = response.ok ? conversion.safeParse(await response.json()) : undefined;
  if (answer?.success) return answer.data;
  throw new UserError(
    'setup-conversion',
    `GitHub did not give the new App’s credentials (${response.status})`,
    {
      hint: 'Its code is good for an hour and once. Begin again; delete the App on GitHub first if it is there.',
    },
  );
}

export function createSetup(options: SetupOptions): Setup {
  const { app, publicUrl, webUrl, organization } = options;
  const [key, state] = [randomBytes(24).toString('base64url'), randomBytes(24).toString('base64url')];
  const owner = organization === undefined ? '' : `/organizations/${encodeURIComponent(organization)}`;
  const form = `${webUrl}${owner}/settings/apps/new`;
  const { style, source } = styleAssets();
  // GitHub sends the browser back here: browsers hold redirects of a form against the policy as well.
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; style-src ${source}; base-uri 'none'; form-action 'self' ${new URL(webUrl).origin}; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  let used = false;

  function send(response: ServerResponse, status: number, body: Html): void {
    response.writeHead(status, headers);
    response.end(pageDocument({ style, title: 'lora-gate: registering the App' }, body));
  }

  function start(): Html {
    const rights = Object.entries(app.default_permissions).map(
      ([name, level]) => html`${code(name)}: ${level}`,
    );
    return html`<p>GitHub will show the name of the App and what it may do, and ask you to confirm.</p>${list(rights)}<form method="post" action="${form}?state=${state}"><input type="hidden" name="manifest" value="${manifestFor(app, publicUrl)}"><button>Register the App on GitHub</button></form>`;
  }

  async function finish(response: ServerResponse, query: URLSearchParams): Promise<void> {
    const given = query.get('code') ?? '';
    if (used || !/^[\w-]{1,200}$/.test(given) || !isSameSecret(query.get('state') ?? '', state)) {
      send(response, 400, html`<p>This does not belong to the registration that was begun here.</p>`);
      return;
    }
    used = true;
    try {
      const made = await convert(options.apiUrl, given);
      const written = await writeCredentials(options.folder, made, publicUrl);
      response.writeHead(302, { ...headers, location: `${made.html_url}/installations/new` }).end();
      options.onDone(made.slug, written);
    } catch (thrown) {
      used = false;
      const text = thrown instanceof UserError ? formatUserError(thrown) : messageOf(thrown);
      send(
        response,
        502,
        join(
          text.split('\n').map((line) => html`<p>${line}</p>`),
          html``,
        ),
      );
    }
  }

  return {
    url: `${publicUrl}/setup?key=${key}`,
    async handle(request, response) {
      const asked = request.url ?? '/';
      if (!URL.canParse(asked, 'http://setup') || request.method !== 'GET') return false;
      const { pathname, searchParams } = new URL(asked, 'http://setup');
      if (pathname === '/setup/done') await finish(response, searchParams);
      else if (pathname !== '/setup') return false;
      else if (isSameSecret(searchParams.get('key') ?? '', key)) send(response, 200, start());
      else send(response, 403, html`<p>Open the address that the terminal shows: it has a key.</p>`);
      return true;
    },
  };
}
