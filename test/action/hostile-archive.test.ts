/** Archives that somebody made to harm the job that may write: each is an error with a reason, and none is unpacked. */

import { describe, expect, it } from 'vitest';
import type { UserError } from '../../src/errors.ts';
import { readCarried } from '../../src/github/result-artifact.ts';
import { failureOf } from '../../src/report/failure.ts';
import { exampleResult } from '../report/example-result.ts';
import { type Member, zipOf } from './zip.ts';

const HEAD = 'a'.repeat(40);
const result = JSON.stringify(exampleResult());
const read = (...members: Member[]) => readCarried(zipOf(members), 'lora-gate');

async function errorOf(work: Promise<unknown>): Promise<UserError> {
  return work.then(
    () => {
      throw new Error('it was taken');
    },
    (thrown: unknown) => thrown as UserError,
  );
}

it('an honest one is read, whatever else is in it', async () => {
  const carried = await read(
    { name: 'comment.md', content: '# not read' },
    { name: 'result.json', content: result },
  );
  expect(carried.result?.head.sha).toBe(exampleResult().head.sha);
});

it('with a result and a failure is one of a failure: the result is what an earlier step left', async () => {
  const failure = failureOf(new Error('out of memory'), HEAD, { cancelled: false });
  const carried = await read(
    { name: 'result.json', content: result },
    { name: 'failure.json', content: JSON.stringify(failure) },
  );
  expect(carried.result).toBeUndefined();
  expect(carried.failure).toMatchObject({ head_sha: HEAD });
});

describe('an archive is refused', () => {
  const zeros = Buffer.alloc(130 * 2 ** 20);

  it.each<[string, Buffer, RegExp]>([
    ['that is none', Buffer.from('<html>not found</html>'), /not one of ours/],
    ['that is empty', Buffer.alloc(0), /not one of ours/],
    [
      'that is cut off',
      zipOf([{ name: 'result.json', content: result }]).subarray(0, -10),
      /not one of ours/,
    ],
    ['that has nothing for us', zipOf([{ name: 'x', content: '' }]), /neither result.json nor failure.json/],
    ['that leaves its folder', zipOf([{ name: '../result.json', content: result }]), /invalid relative path/],
    ['that names a place', zipOf([{ name: '/etc/result.json', content: result }]), /absolute path/],
    ['with backslashes', zipOf([{ name: '..\\result.json', content: result }]), /invalid/],
    [
      'of a great many files',
      zipOf(Array.from({ length: 101 }, (_, i) => ({ name: `${i}`, content: '' }))),
      /101 files/,
    ],
    [
      'whose result is huge',
      zipOf([{ name: 'result.json', content: zeros }]),
      /136314880 bytes in result.json/,
    ],
    [
      'whose result says that it is small, and is huge',
      zipOf([{ name: 'result.json', content: zeros, claims: 1000 }]),
      /too many bytes|not one of ours/,
    ],
  ])('%s', async (_, archive, message) => {
    const error = await errorOf(readCarried(archive, 'lora-gate'));
    expect(error.code).toBe('artifact-invalid');
    expect(error.message).toMatch(message);
  });

  it.each([
    ['no JSON', '{"schema":', 'result-not-json'],
    [
      'another schema',
      JSON.stringify({ ...exampleResult(), schema: 'lora-gate/result/99' }),
      'result-invalid',
    ],
    ['too deep to read', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'result-invalid'],
    ['a key that is not known', JSON.stringify({ ...exampleResult(), run: 'rm -rf' }), 'result-invalid'],
    ['a prototype', result.replace('{', '{"__proto__":{"blocked":false},'), 'result-invalid'],
  ])('whose result is %s', async (_, content, code) => {
    const error = await errorOf(read({ name: 'result.json', content }));
    expect(error.code).toBe(code);
  });

  it('with a failure of another shape', async () => {
    const failure = failureOf(new Error('x'), HEAD);
    const content = JSON.stringify({ ...failure, code: 'x`](http://evil)' });
    const error = await errorOf(read({ name: 'failure.json', content }));
    expect(error.code).toBe('failure-invalid');
  });
});

it('a result that says it passes where its own parts say otherwise is refused', async () => {
  const lying = exampleResult();
  const content = JSON.stringify({
    ...lying,
    verdict: { ...lying.verdict, outcome: 'regression', blocked: false, exit_code: 0 },
  });
  const error = await errorOf(read({ name: 'result.json', content }));
  expect(error.code).toBe('result-invalid');
});
