import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask } from '../../../src/dataset/checks/mask.ts';
import {
  findSecrets,
  RECOMMENDED_RULES,
  RULE_NAMES,
  RULES_LEFT_OUT,
} from '../../../src/dataset/checks/secret-rules.ts';
import { createRng } from '../../../src/rng.ts';
import { check, createProse, findingsOf, shown } from './rows.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Random characters: secrets are made when the test runs, so that no scanner takes this file for a leak. */
function random(length: number, alphabet = LETTERS, seed = length): string {
  const rng = createRng(seed);
  return Array.from({ length }, () => alphabet[rng.integer(alphabet.length)]).join('');
}

const digits = (length: number) => random(length, '0123456789');
const upper = (length: number) => random(length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');

/** The JSON that tokens of service accounts are made of; its length makes the encoded end the one of `}` alone. */
function serviceAccount(): string {
  const account = {
    email: `${random(20)}@1passwordserviceaccounts.lcl`,
    muk: { alg: 'A256GCM', k: random(43), kty: 'oct' },
    secretKey: `A3-${upper(30)}`,
    srpX: random(64, '0123456789abcdef'),
    signInAddress: 'linnet.1password.com',
    userAuth: { method: 'SRPg-4096', alg: 'PBES2g-HS256', iterations: 100_000, salt: random(22) },
  };
  const padded = [0, 1, 2].map((extra) =>
    Buffer.from(JSON.stringify({ ...account, deviceUuid: 'x'.repeat(extra) })).toString('base64'),
  );
  return padded.find((text) => /fQ={0,2}$/.test(text)) ?? '';
}

/** By the end of the rule's name, or by a name of ours. */
const SAMPLES: Record<string, string> = {
  aws: `AWS_SECRET_ACCESS_KEY = "${random(40)}"`,
  privatekey: `-----BEGIN RSA PRIVATE KEY-----\nMI${random(64)}\n${random(66)}\n-----END RSA PRIVATE KEY-----`,
  npm: `npm_${random(36)}`,
  basicauth: `https://harbor:${random(12)}@files.port-linnet.org`,
  slack: `xoxb-${digits(12)}-${digits(13)}-${random(24)}`,
  sendgrid: `SG.${random(22)}.${random(43)}`,
  shopify: `shpat_${random(32, '0123456789abcdef')}`,
  github: `ghp_${random(36)}`,
  openai: `sk-${random(20)}T3BlbkFJ${random(20, LETTERS, 3)}`,
  anthropic: `sk-ant-api03-${random(93)}AA`,
  linear: `lin_api_${random(40)}`,
  '1password': `ops_${serviceAccount()}`,
  'database-connection-string': `postgres://harbor:${random(14)}@db.port-linnet.org:5432/desk`,
  'AWS access key id': `AKIA${upper(16)}`,
  'Hugging Face token': `hf_${random(34)}`,
  'Google API key': `AIza${random(35)}`,
  'Stripe live key': `sk_live_${random(24)}`,
  'GitLab token': `glpat-${random(20)}`,
};

describe('secrets', () => {
  it.each(Object.entries(SAMPLES))('of the kind %s are found in running text', async (kind, secret) => {
    const text = `Sure, use this one: ${secret} and tell nobody.`;
    const found = await findSecrets(text);
    expect(found.map(({ name }) => name)).toEqual([RULE_NAMES[kind] ?? kind]);
    const [first] = found;
    expect(secret).toContain(text.slice(first?.start, first?.end).slice(0, 12));
  });

  it('are looked for by every rule that the library recommends, but two', () => {
    const known = [...Object.keys(RULE_NAMES), ...RULES_LEFT_OUT].sort();
    expect(RECOMMENDED_RULES.toSorted()).toEqual(known);
    for (const name of Object.keys(RULE_NAMES)) expect(Object.keys(SAMPLES)).toContain(name);
  });

  it('are found in any message and reported with their row, as errors', async () => {
    const report = await check({
      train: [
        ['Hi', 'Hello'],
        [
          `system:The key is ${SAMPLES.github}`,
          'Hi',
          'Hello there',
          'What was it?',
          `${SAMPLES['Stripe live key']}`,
        ],
        ['Thanks', 'Gladly'],
      ],
      test: [['How?', `Open ${SAMPLES.basicauth} in the browser`]],
    });
    expect(shown(report)).toEqual([
      'error secrets test.jsonl:1: password in a URL in message 2 (assistant): http…',
      'error secrets train.jsonl:2: GitHub token in message 1 (system): ghp_…',
      'error secrets train.jsonl:2: Stripe live key in message 5 (assistant): sk_l…',
    ]);
  });

  it('cannot be hidden by a comment that switches scanners off', async () => {
    const findings = await findingsOf('secrets', {
      train: [['secretlint-disable', `secretlint-disable-line ${SAMPLES.github} // secretlint-disable-line`]],
    });
    expect(findings).toHaveLength(1);
  });

  it('never begin in one row and end in the next', async () => {
    const [head, ...rest] = (SAMPLES.privatekey as string).split('\n');
    const findings = await findingsOf('secrets', {
      train: [
        ['How does a key begin?', head as string],
        ['And then?', rest.join('\n')],
      ],
    });
    expect(findings).toEqual([]);
  });

  it('are not what documentation uses as an example, and not account numbers', async () => {
    const texts = [
      'AKIAIOSFODNN7EXAMPLE',
      'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      'Your account ID: 1234-5678-9012',
      'postgres://user:password@localhost/db',
      'https://$USER:$PASSWORD@example.com',
      'the password is harbor',
    ];
    for (const text of texts) expect([text, await findSecrets(text)]).toEqual([text, []]);
  });

  it('are found at the edges of the pieces that are scanned at once', async () => {
    const prose = createProse(31);
    const train = Array.from({ length: 400 }, (_, i) => {
      const text = prose(900);
      return [`Question ${i}`, i % 40 === 39 ? `${text} ${SAMPLES.github}` : text];
    });
    // More than two megabytes: three pieces and a rest.
    expect(train.flat().join('').length).toBeGreaterThan(2 * 2 ** 20);
    const findings = await findingsOf('secrets', { train });
    expect(findings.map(({ line }) => line)).toEqual([40, 80, 120, 160, 200, 240, 280, 320, 360, 400]);
  });
});

describe('masks', () => {
  it('show four characters at most and never more than a quarter', () => {
    expect(['', 'abc', 'abcd', 'abcdefgh', 'abcdefghijklmnopqrstuvwxyz'].map(mask)).toEqual([
      '…',
      '…',
      'a…',
      'ab…',
      'abcd…',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        const characters = Array.from(text);
        const shownCount = Math.min(4, Math.floor(Math.min(characters.length, 16) / 4));
        // Halves of pairs at the cut of a text of pairs: never more than allowed.
        const shownText = mask(text).slice(0, -1);
        expect(Array.from(shownText.replace(/\\u[0-9a-f]{4}/g, '?')).length).toBeLessThanOrEqual(shownCount);
      }),
    );
  });

  it('leave nothing of a secret or of personal data in a report', async () => {
    const secrets = [
      ...Object.values(SAMPLES),
      'marta.linnet@port-linnet.org',
      '+44 20 7946 0958',
      'DE89 3704 0044 0532 0130 00',
      '4539 1488 0343 6467',
    ];
    const train = secrets.map((secret, i) => [`Row ${i}: my ${secret} is it`, `Yes, ${secret} it is`]);
    const report = await check({ train, test: train, base: train.slice(3) });
    const text = JSON.stringify(report);
    expect(report.counts.secrets).toBeGreaterThanOrEqual(2 * Object.keys(SAMPLES).length);
    expect(report.counts.personal_data).toBeGreaterThanOrEqual(8);
    for (const secret of secrets) {
      // What identifies the kind (sk-ant-api03-) is in the library's documentation; the rest may not appear, however short.
      const core = secret.slice(-12);
      for (let i = 0; i + 5 <= core.length; i += 1)
        expect(text).not.toContain(JSON.stringify(core.slice(i, i + 5)).slice(1, -1));
    }
  });
});
