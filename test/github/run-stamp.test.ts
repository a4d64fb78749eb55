import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareStamps,
  configKey,
  decodeStamp,
  encodeStamp,
  MARKER_BYTES,
  RUN_STATES,
  type RunStamp,
  readMarker,
  stampMarker,
} from '../../src/github/run-stamp.ts';

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string];
const stamps: fc.Arbitrary<RunStamp> = fc.record({
  config: fc.oneof(fc.constantFrom('lora-gate.yml', 'a/b-c.yml', 'a--b.yml'), fc.string({ maxLength: 200 })),
  headSha: fc.constantFrom(A, B, C),
  headOrder: fc.nat(4),
  runId: fc.nat(4),
  runAttempt: fc.integer({ min: 1, max: 3 }),
  state: fc.constantFrom(...RUN_STATES),
});

test('what was stamped is read again, behind whatever text', () => {
  fc.assert(
    fc.property(stamps, fc.string(), (stamp, text) => {
      const body = `${text.replaceAll('<', '&lt;')}\n\n${stampMarker(stamp)}\n`;
      expect(readMarker(body)).toEqual({ ...stamp, config: configKey(stamp.config) });
      expect(Buffer.byteLength(stampMarker(stamp))).toBeLessThanOrEqual(MARKER_BYTES);
      expect(stampMarker(stamp).slice(4, -3)).not.toContain('--');
    }),
  );
});

test('text that is no stamp of ours is read as none', () => {
  fc.assert(fc.property(fc.string(), (text) => decodeStamp(text) === undefined));
  const stamp = {
    config: 'lora-gate.yml',
    headSha: A,
    headOrder: 5,
    runId: 7,
    runAttempt: 1,
    state: 'done',
  } as const;
  const good = encodeStamp(stamp);
  expect(decodeStamp(good)).toEqual(stamp);
  for (const bad of [
    `${good} `,
    ` ${good}`,
    good.replace('run=7', 'run=07'),
    good.replace('run=7', 'run=-7'),
    good.replace('run=7', 'run=9999999999999999'),
    good.replace('order=5', 'order=5e3'),
    good.replace('done', 'over'),
    good.replace(A, A.toUpperCase()),
    good.replace('lora-gate.yml', 'lora--gate.yml'),
    good.replace('v1', 'v2'),
  ]) {
    expect(decodeStamp(bad)).toBeUndefined();
  }
  const marker = stampMarker(stamp);
  for (const body of [
    `${marker}\ntext`,
    `> ${marker}`,
    `${marker}\n${marker}`,
    `\`${marker}\``,
    `text ${marker}`,
    '',
    null,
  ]) {
    expect(readMarker(body)).toBeUndefined();
  }
});

test('a stamp that cannot be read again is not written', () => {
  const stamp = { config: 'c', headSha: A, headOrder: 1.5, runId: 7, runAttempt: 1, state: 'done' } as const;
  expect(() => encodeStamp(stamp)).toThrow(RangeError);
});

test('the later of two writers is the same whichever writes first, and one that is later than a later one is later', () => {
  const sign = Math.sign;
  fc.assert(
    fc.property(stamps, stamps, stamps, fc.constantFrom(A, B, undefined), (a, b, c, head) => {
      expect(sign(compareStamps(a, b, head))).toBe(-sign(compareStamps(b, a, head)) + 0);
      if (compareStamps(a, b, head) <= 0 && compareStamps(b, c, head) <= 0) {
        expect(compareStamps(a, c, head)).toBeLessThanOrEqual(0);
      }
    }),
  );
});

test('whatever the order of writing, the comment that stays is of the latest run of the current head', () => {
  const current = fc
    .array(stamps, { minLength: 1, maxLength: 8 })
    .filter((all) => all.some((one) => one.headSha === A));
  fc.assert(
    fc.property(current, (all) => {
      let kept: RunStamp | undefined;
      for (const one of all) if (!kept || compareStamps(kept, one, A) <= 0) kept = one;
      const ofHead = all.filter((one) => one.headSha === A).map((one) => one.runId);
      expect(kept?.headSha).toBe(A);
      expect(kept?.runId).toBe(Math.max(...ofHead));
    }),
  );
});
