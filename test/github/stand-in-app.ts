/** How an App proves itself to the stand-in, and gets the token of an installation: RS256 of a key made for the test. */

import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { example } from './openapi.ts';
import * as objects from './stand-in-objects.ts';
import { Refused, type Route } from './stand-in-routes.ts';

export interface AppSeed {
  id: number;
  slug: string;
  installation?: number;
  permissions?: Record<string, 'read' | 'write'>;
}

export interface InstalledApp extends Required<AppSeed> {
  /** PEM, to sign with. */
  privateKey: string;
  /** Whether a JWT is this App's and not out of date. */
  accepts(jwt: string): boolean;
}

/** Made once: it takes longer than most tests. */
let keys: ReturnType<typeof makeKeys> | undefined;
const makeKeys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

export function installApp(seed: AppSeed): InstalledApp {
  keys ??= makeKeys();
  const { privateKey } = keys;
  const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const accepts = (jwt: string) => {
    const [head = '', payload = '', signature = ''] = jwt.split('.');
    const signed = Buffer.from(`${head}.${payload}`);
    if (!verify('sha256', signed, createPublicKey(privateKey), Buffer.from(signature, 'base64url')))
      return false;
    const { iss, exp } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      iss: unknown;
      exp: number;
    };
    return String(iss) === String(seed.id) && exp * 1000 > Date.now();
  };
  return {
    installation: 100,
    permissions: {
      checks: 'write',
      pull_requests: 'write',
      actions: 'write',
      contents: 'read',
      metadata: 'read',
    },
    ...seed,
    privateKey: pem,
    accepts,
  };
}

/** `issue` makes a token that acts as the App in the repository. */
export function appRoutes(app: InstalledApp, issue: () => string): Record<string, Route> {
  const installation = (repo: string) => ({
    ...example('installation'),
    id: app.installation,
    app_id: app.id,
    app_slug: app.slug,
    account: objects.user(repo.split('/')[0] as string),
    permissions: app.permissions,
    suspended_at: null,
    suspended_by: null,
  });
  return {
    'GET /app': { answer: () => ({ status: 200, body: { ...objects.app(app.slug), id: app.id } }) },
    'GET /repos/{owner}/{repo}/installation': {
      answer: ({ state }) => ({ status: 200, body: installation(state.repo) }),
    },
    'GET /app/installations': {
      answer({ state }) {
        const one = installation(state.repo);
        // Here GitHub's description asks for a user and an enterprise in one.
        const also = { name: 'team', slug: 'team', created_at: null, updated_at: null };
        return { status: 200, list: { items: [{ ...one, account: { ...one.account, ...also } }] } };
      },
    },
    'POST /app/installations/{installation_id}/access_tokens': {
      answer({ parameters }) {
        if (parameters.installation_id !== String(app.installation)) throw new Refused(404, 'Not Found');
        const expires_at = new Date(Date.now() + 3_600_000).toISOString();
        const body = {
          token: issue(),
          expires_at,
          permissions: app.permissions,
          repository_selection: 'all',
        };
        return { status: 201, body };
      },
    },
  };
}
