/** What the app is told by its environment, read once and checked before anything listens. Knows nothing of GitHub's API. */

import { z } from 'zod';
import { messageOf, UserError } from '../errors.ts';
import { WELCOMES, type Welcome } from './desk.ts';

/** Of the webhook: shorter ones can be tried out. */
const SHORTEST_SECRET = 16;
/** What examples and tools put there. */
const KNOWN_SECRETS = ['development', 'secret', 'changeme', 'change-me', 'password'];

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

const environment = z.object({
  APP_ID: z.string().regex(/^[1-9]\d{0,15}$/, 'expected the number of the App, as its settings show it'),
  WEBHOOK_SECRET: z.string(),
  PRIVATE_KEY: z.string().optional(),
  PRIVATE_KEY_PATH: z.string().optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'expected redis:// or rediss://')
    .optional(),
  GITHUB_API_URL: z
    .string()
    .regex(/^https?:\/\//, 'expected the address of the API')
    .optional(),
  LORA_GATE_WORKFLOW: z
    .string()
    .regex(/^[\w.-]+\.ya?ml$/, 'expected the name of a file in .github/workflows')
    .default('lora-gate.yml'),
  LORA_GATE_WELCOME: z.enum(WELCOMES).default('off'),
});

export interface AppSettings {
  appId: number;
  privateKey: string;
  webhookSecret: string;
  port: number;
  host: string;
  logLevel: (typeof LOG_LEVELS)[number];
  redisUrl: string | undefined;
  apiUrl: string | undefined;
  /** The file in `.github/workflows` that is dispatched. */
  workflow: string;
  /** What a repository gets that the App was installed in. */
  welcome: Welcome;
}

function secretProblem(secret: string): string | undefined {
  const how = `make one with \`openssl rand -hex 32\` and give it to the App, too`;
  if (secret === '') return `WEBHOOK_SECRET: is empty, and anybody could speak for GitHub; ${how}`;
  if (KNOWN_SECRETS.includes(secret.toLowerCase()))
    return `WEBHOOK_SECRET: is one that everybody knows; ${how}`;
  if (secret.length < SHORTEST_SECRET)
    return `WEBHOOK_SECRET: has ${secret.length} characters, expected at least ${SHORTEST_SECRET}; ${how}`;
  return undefined;
}

/** PEM as it stands in a file, in one line with \n, or in base64: the ways in which variables carry it. */
function pemOf(text: string): string | undefined {
  const trimmed = text.trim().replaceAll('\\n', '\n');
  if (/^-----BEGIN [A-Z ]*PRIVATE KEY-----\n/.test(trimmed)) return `${trimmed}\n`;
  const decoded = Buffer.from(trimmed, 'base64').toString('utf8');
  return /^-----BEGIN [A-Z ]*PRIVATE KEY-----\r?\n/.test(decoded) ? decoded : undefined;
}

function privateKeyOf(
  { PRIVATE_KEY: key, PRIVATE_KEY_PATH: path }: { PRIVATE_KEY?: string; PRIVATE_KEY_PATH?: string },
  readText: (path: string) => string,
): { pem: string } | { problem: string } {
  if (!key && !path) return { problem: 'PRIVATE_KEY: is missing; or name its file in PRIVATE_KEY_PATH' };
  let text: string;
  try {
    text = key || readText(path as string);
  } catch (thrown) {
    return { problem: `PRIVATE_KEY_PATH: cannot be read: ${messageOf(thrown)}` };
  }
  const pem = pemOf(text);
  if (pem !== undefined) return { pem };
  return { problem: `${key ? 'PRIVATE_KEY' : 'PRIVATE_KEY_PATH'}: is no private key in PEM` };
}

/** @throws UserError `app-settings` that lists everything that is wrong, and shows no secret that was given */
export function readSettings(
  variables: Readonly<Record<string, string | undefined>>,
  readText: (path: string) => string,
): AppSettings {
  // An empty variable is how a compose file says "not set".
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environment.safeParse({ WEBHOOK_SECRET: '', ...given });
  const problems = (parsed.error?.issues ?? []).map(
    ({ path, message }) =>
      `${path.join('.')}: ${given[path.join('.')] === undefined ? 'is missing' : message}`,
  );
  const secret = secretProblem(given.WEBHOOK_SECRET ?? '');
  if (secret !== undefined) problems.push(secret);
  const key = privateKeyOf(given, readText);
  if ('problem' in key) problems.push(key.problem);
  if (!parsed.success || problems.length > 0 || 'problem' in key) {
    throw new UserError('app-settings', 'the app does not start with these settings', {
      problems,
      hint: 'docs/app.md says where GitHub shows each of them.',
    });
  }
  const { data } = parsed;
  return {
    appId: Number(data.APP_ID),
    privateKey: key.pem,
    webhookSecret: data.WEBHOOK_SECRET,
    port: data.PORT,
    host: data.HOST,
    logLevel: data.LOG_LEVEL,
    redisUrl: data.REDIS_URL,
    apiUrl: data.GITHUB_API_URL?.replace(/\/+$/, ''),
    workflow: data.LORA_GATE_WORKFLOW,
    welcome: data.LORA_GATE_WELCOME,
  };
}
