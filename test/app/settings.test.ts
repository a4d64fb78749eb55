import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { readSettings } from '../../src/app/settings.ts';

const PEM = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();
const GIVEN = { APP_ID: '12', PRIVATE_KEY: PEM, WEBHOOK_SECRET: 'a secret that is long enough' };

const read = (variables: Record<string, string | undefined>) =>
  readSettings(variables, (path) => {
    if (path === '/run/key.pem') return PEM;
    throw new Error(`no ${path}`);
  });

const problemsOf = (variables: Record<string, string | undefined>): readonly string[] => {
  try {
    read(variables);
  } catch (thrown) {
    return (thrown as { problems: readonly string[] }).problems;
  }
  return [];
};

test('what is not set has a default', () => {
  expect(read({ ...GIVEN, PORT: '', REDIS_URL: '' })).toMatchObject({
    ...{ appId: 12, port: 3000, host: '127.0.0.1', logLevel: 'info', workflow: 'lora-gate.yml' },
    ...{ redisUrl: undefined, apiUrl: undefined, welcome: 'off' },
  });
});

test.each([
  ['an empty secret', '', 'is empty'],
  ['no secret', undefined, 'is empty'],
  ['a short secret', 'fifteen letters', 'has 15 characters'],
  ['the secret of examples', 'development', 'everybody knows'],
])('%s is refused, with the way to make one', (_, secret, why) => {
  const [problem, ...others] = problemsOf({ ...GIVEN, WEBHOOK_SECRET: secret });
  expect(problem).toContain(why);
  expect(problem).toContain('openssl rand -hex 32');
  expect(others).toEqual([]);
});

test('the key comes as a file, in one line, or in base64', () => {
  const { PRIVATE_KEY: _, ...rest } = GIVEN;
  const forms = [
    { PRIVATE_KEY_PATH: '/run/key.pem' },
    { PRIVATE_KEY: PEM.replaceAll('\n', '\\n') },
    { PRIVATE_KEY: Buffer.from(PEM).toString('base64') },
  ];
  for (const form of forms) expect(read({ ...rest, ...form }).privateKey.trim()).toBe(PEM.trim());
});

test('everything that is wrong is told at once, and no secret with it', () => {
  const problems = problemsOf({
    PORT: 'http',
    PRIVATE_KEY: 'hunter2',
    WEBHOOK_SECRET: 'hunter2',
    REDIS_URL: 'x',
    LORA_GATE_WELCOME: 'everybody',
  });
  expect(problems.map((problem) => problem.split(':')[0]).sort()).toEqual([
    ...['APP_ID', 'LORA_GATE_WELCOME', 'PORT', 'PRIVATE_KEY', 'REDIS_URL', 'WEBHOOK_SECRET'],
  ]);
  expect(problems.join()).not.toContain('hunter2');
});
