/** What the page needs from the environment. Off by default: without a login it shows nothing but the app's status. */

import { z } from 'zod';
import { UserError } from '../../errors.ts';

export interface LoginSettings {
  clientId: string;
  clientSecret: string;
  sessionSecret: string;
  /** Where a browser reaches the app, without a slash at its end. */
  publicUrl: string;
  appId: number;
  /** `https://github.com`, or a GitHub Enterprise server. */
  webUrl: string;
  apiUrl: string;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

const webAddress = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'expected an http(s) address',
  })
  .transform((text) => text.replace(/\/+$/, ''));

/** Tokens pass here: plain HTTP is for a test on one machine. */
const safeAddress = webAddress.refine(
  (text) => new URL(text).protocol === 'https:' || LOOPBACK.test(new URL(text).hostname),
  { error: 'expected https (http is taken on loopback alone)' },
);

const schema = z.object({
  GITHUB_CLIENT_ID: z.string().min(1, 'is empty: the App’s page on GitHub shows it as “Client ID”'),
  GITHUB_CLIENT_SECRET: z.string().min(1, 'is empty: make one on the App’s page on GitHub'),
  SESSION_SECRET: z.string().min(32, 'expected at least 32 characters, such as from `openssl rand -hex 32`'),
  PUBLIC_URL: safeAddress.refine((text) => new URL(text).pathname === '/', {
    error: 'expected no path behind the host',
  }),
  APP_ID: z.coerce.number('expected the App’s number').int().min(1),
  GITHUB_SERVER_URL: safeAddress.default('https://github.com'),
  GITHUB_API_URL: safeAddress.default('https://api.github.com'),
});

/**
 * The login's settings, null where it is off (`PAGE_LOGIN` is not `github`): that an App has a client secret does not mean that
 * its owner wants a page.
 *
 * @throws UserError naming every variable that is missing or wrong
 */
export function readLoginSettings(env: Readonly<Record<string, string | undefined>>): LoginSettings | null {
  const asked = env.PAGE_LOGIN ?? '';
  if (asked === '' || asked === 'off') return null;
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  const problems = asked === 'github' ? [] : [`PAGE_LOGIN: ${JSON.stringify(asked)}, expected github or off`];
  if (!read.success) {
    problems.push(...read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  if (problems.length > 0 || !read.success) {
    throw new UserError('page-settings', 'the page’s login cannot be switched on', {
      problems,
      hint: 'Set these variables, or leave PAGE_LOGIN out: then the page shows the app’s status alone.',
    });
  }
  const { data } = read;
  return {
    clientId: data.GITHUB_CLIENT_ID,
    clientSecret: data.GITHUB_CLIENT_SECRET,
    sessionSecret: data.SESSION_SECRET,
    publicUrl: data.PUBLIC_URL,
    appId: data.APP_ID,
    webUrl: data.GITHUB_SERVER_URL,
    apiUrl: data.GITHUB_API_URL,
  };
}
