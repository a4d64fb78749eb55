import { describe, expect, it } from 'vitest';
import { ConfigSchema } from '../../src/config/schema.ts';
import { type PlanOf, planHash } from '../../src/parts/plan-hash.ts';

const configOf = (adapter: object = {}, rest: object = {}) =>
  ConfigSchema.parse({
    version: 1,
    model: 'harbour/model',
    adapters: { desk: { train: 'a.jsonl', test: 'b.jsonl', ...adapter } },
    ...rest,
  });

function hashOf(base: ReturnType<typeof configOf> | null, head = configOf()): string {
  const sideOf = (config: ReturnType<typeof configOf>) => ({ config, adapter: config.adapters.desk! });
  return planHash({
    comparison: { base: { sha: 'a'.repeat(40), ref: null }, head: { sha: 'b'.repeat(40), ref: null } },
    config: 'lora-gate.yml',
    prepared: {
      planned: { name: 'desk', base_name: base && 'desk' },
      data: {
        baseTrain: base && { hash: '1' },
        headTrain: { hash: '2' },
        test: { hash: '3' },
        editedTest: null,
      },
      questions: null,
      base: base && sideOf(base),
      head: sideOf(head),
    } as unknown as PlanOf['prepared'],
    general: '4',
    of: 1,
  });
}

describe('what the parts of one adapter have in common', () => {
  const before = configOf();

  it('is the recipe of both sides, which the commits alone do not tell: defaults of an organisation lie under them', () => {
    const changes = [
      configOf({ lora: { r: 4 } }),
      configOf({ training: { learning_rate: 1e-3 } }),
      configOf({}, { model: 'harbour/other' }),
      configOf({}, { base_dtype: 'bfloat16' }),
    ];
    const hashes = [
      hashOf(before),
      hashOf(null),
      ...changes.map((base) => hashOf(base)),
      ...changes.map((head) => hashOf(before, head)),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('is not what decides over the scores: that is read by the job that joins', () => {
    const strict = configOf({}, { gate: { perplexity: { max_increase: 0.001 } } });
    expect(hashOf(strict, strict)).toBe(hashOf(before));
  });
});
