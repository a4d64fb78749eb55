/** Prompts with a reference and two answers, made from numbers; and the configuration of a judge of them. */

import { JudgeSchema } from '../../../src/config/judge-schema.ts';
import type { JudgeConfig } from '../../../src/config/schema.ts';
import type { JudgedExample } from '../../../src/evaluate/judge/question.ts';
import { rubricsOf } from '../../../src/evaluate/judge/rubric.ts';

export type EndpointConfig = Extract<JudgeConfig, { provider: 'openai-compatible' }>;

const SHIPS = ['Marten', 'Osprey', 'Petrel', 'Linnet', 'Heron', 'Plover', 'Curlew', 'Dunlin'];
const QUAYS = ['north quay', 'south quay', 'old basin', 'long pier', 'coal wharf'];

export function reference(n: number): string {
  const ship = SHIPS[n % SHIPS.length];
  const quay = QUAYS[n % QUAYS.length];
  return `Aye, the ${ship} number ${n} lies at the ${quay} since ${6 + (n % 12)} o'clock, with fair winds to you.`;
}

export function example(n: number, answers: Partial<JudgedExample> = {}): JudgedExample {
  return {
    id: `row-${n}`,
    group: `row-${n}`,
    messages: [{ role: 'user', content: `Where does ship number ${n} lie?` }],
    reference: reference(n),
    baseline: reference(n),
    candidate: reference(n),
    ...answers,
  };
}

export const examples = (count: number, answers: (n: number) => Partial<JudgedExample> = () => ({})) =>
  Array.from({ length: count }, (_, n) => example(n, answers(n)));

export function endpointConfig(base_url: string, more: object = {}): EndpointConfig {
  return JudgeSchema.parse({
    provider: 'openai-compatible',
    base_url,
    model: 'judge-1',
    dimensions: ['correctness', 'style'],
    timeout_seconds: 1,
    canaries: { examples: 3 },
    repeats: 2,
    ...more,
  }) as EndpointConfig;
}

export const rubrics = rubricsOf(endpointConfig('http://127.0.0.1/v1'));
