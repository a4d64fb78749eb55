/**
 * Logging in with GitHub through the App (OAuth's code flow with state and PKCE). The viewer's token stays in the viewer's own sealed
 * cookie: whatever the page shows was asked for with it, so that GitHub decides who sees what.
 */

import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { isSameSecret } from '../same-secret.ts';
import type { LoginSettings } from './page-settings.ts';
import { createCookieJar } from './sealed-cookie.ts';

const ATTEMPT_SECONDS = 600;
const SESSION_SECONDS = 3600;
const TIMEOUT_MILLISECONDS = 10_000;
const MOST_BYTES = 64 * 1024;

const attempt = z.strictObject({ state: z.string(), verifier: z.string() });
const tokenAnswer = z.object({
  access_token: z.string().min(1).max(2000),
  expires_in: z.number().min(60).optional(),
});

/** Where to send the browser next, and the cookies it gets on the way. */
export interface Redirect {
  location: string;
  cookies: string[];
}

/** `refused` by the viewer or for a login that was not begun here, `unavailable` where GitHub did not answer as it should. */
export type LoginEnd = Redirect | 'refused' | 'unavailable';

export interface Login {
  begin(): Redirect;
  /** After GitHub has sent the browser back with a code. */
  end(request: IncomingMessage, query: URLSearchParams): Promise<LoginEnd>;
  /** The viewer's token. */
  tokenOf(request: IncomingMessage): string | undefined;
  /** The cookie that forgets the viewer. */
  forget(): string;
}

const random = () => randomBytes(32).toString('base64url');

export function createLogin(settings: LoginSettings, options: { now?: () => number } = {}): Login {
  const { clientId, clientSecret, publicUrl, webUrl } = settings;
  const callback = `${publicUrl}/login/callback`;
  const jar = createCookieJar({
    secret: settings.sessionSecret,
    secure: publicUrl.startsWith('https:'),
    ...options,
  });

  async function exchange(code: string, verifier: string): Promise<z.output<typeof tokenAnswer> | undefined> {
    const response = await fetch(`${webUrl}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'lora-gate' },
      body: JSON.stringify({
        client_id: clientId,
        client_secret: clientSecret,
        code,
        redirect_uri: callback,
        code_verifier: verifier,
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    const text = await response.text();
    if (!response.ok || text.length > MOST_BYTES) return undefined;
    return tokenAnswer.safeParse(JSON.parse(text)).data;
  }

  return {
    begin() {
      const [state, verifier] = [random(), random()];
      const address = new URL(`${webUrl}/login/oauth/authorize`);
      address.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: callback,
        state,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        allow_signup: 'false',
      }).toString();
      const cookie = jar.set('login', JSON.stringify({ state, verifier }), ATTEMPT_SECONDS);
      return { location: address.href, cookies: [cookie] };
    },
    async end(request, query) {
      const begun = jar.get('login', request);
      const [code, state] = [query.get('code'), query.get('state')];
      if (begun === undefined || !code || !state || code.length > 500) return 'refused';
      const { state: expected, verifier } = attempt.parse(JSON.parse(begun));
      if (!isSameSecret(state, expected)) return 'refused';
      const answer = await exchange(code, verifier).catch(() => undefined);
      if (!answer) return 'unavailable';
      const seconds = Math.min(SESSION_SECONDS, answer.expires_in ?? SESSION_SECONDS);
      return {
        location: `${publicUrl}/`,
        cookies: [jar.set('session', answer.access_token, seconds), jar.clear('login')],
      };
    },
    tokenOf: (request) => jar.get('session', request),
    forget: () => jar.clear('session'),
  };
}
