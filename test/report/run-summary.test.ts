import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOutput } from '../../src/report/check-output.ts';
import { decodeSummary, encodeSummary, summaryOf } from '../../src/report/run-summary.ts';
import { exampleJudge } from './example-judge.ts';
import { exampleResult, exampleSection, HEAD_SHA, worse } from './example-result.ts';

const example = () => summaryOf(exampleResult([exampleSection({ judge: exampleJudge(), change: worse })]));

describe('the summary of a run', () => {
  it('comes back from the text of the check as it went in', () => {
    const result = exampleResult([exampleSection({ judge: exampleJudge(), change: worse })]);
    const { text } = checkOutput(result, { changedFiles: new Set() });
    const summary = decodeSummary(text);
    expect(summary).toEqual(summaryOf(result));
    expect(summary).toMatchObject({ head: HEAD_SHA, outcome: 'regression', blocked: true, waived: false });
    expect(summary?.metrics[0]).toMatchObject({
      adapter: 'harbor-desk',
      name: 'perplexity',
      better: 'lower',
    });
    const [metric] = result.adapters[0]?.metrics ?? [];
    expect(summary?.metrics[0]?.candidate).toBe(metric?.candidate);
    const cost = exampleJudge().cost;
    expect(summary?.judge?.tokens).toBe(cost.prompt_tokens + cost.completion_tokens);
  });

  it('counts the time of machines with a GPU alone', () => {
    const section = (gpu: string | null, seconds: number) => {
      const made = exampleSection({ name: `adapter-${seconds}` });
      made.provenance.machine = { ...made.provenance.machine, gpu };
      return { ...made, cost: { ...made.cost, seconds } };
    };
    const result = exampleResult([section('NVIDIA L4', 90), section(null, 1000), section('NVIDIA L4', 30)]);
    expect(summaryOf(result).gpu_seconds).toBe(120);
    expect(summaryOf(result).judge).toBeNull();
  });

  it('shows metrics of every adapter before the second of one, blocking ones first', () => {
    const sections = Array.from({ length: 14 }, (_, i) => exampleSection({ name: `adapter-${i}` }));
    const { metrics } = summaryOf(exampleResult(sections));
    expect(metrics).toHaveLength(12);
    expect(new Set(metrics.map(({ adapter }) => adapter)).size).toBe(12);
  });

  it('cannot be ended or doubled by a name', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.constantFrom('-->', '--!>', '<!-- lora-gate:run {} -->', '</details>', '\u2028', '```', '\ud800'),
    );
    fc.assert(
      fc.property(names, names, (adapter, metric) => {
        const summary = example();
        summary.metrics = [{ ...summary.metrics[0]!, adapter, name: metric }];
        const text = encodeSummary(summary);
        expect(text.indexOf('-->')).toBe(text.length - 3);
        expect(text.indexOf('<', 1)).toBe(-1);
        expect(text).not.toMatch(/[\n\r\u2028\u2029]/);
        expect(decodeSummary(text)).toEqual(summary);
      }),
    );
  });

  it('is nothing where it is not exactly what we write', () => {
    const text = encodeSummary(example());
    const changed = (change: (summary: Record<string, unknown>) => void) => {
      const summary = structuredClone(example()) as unknown as Record<string, unknown>;
      change(summary);
      return `<!-- lora-gate:run ${JSON.stringify(summary)} -->`;
    };
    const wrong = [
      undefined,
      null,
      '',
      `${text}\nmore`,
      `before ${text}`,
      `${text}${text}`,
      text.replace('"v":1', '"v":2'),
      text.replace('{"v":1', '{ "v":1'),
      text.replace('"blocked":true', '"blocked":false,"blocked":true'),
      '<!-- lora-gate:run {not json} -->',
      '<!-- lora-gate:run null -->',
      changed((summary) => Object.assign(summary, { extra: 1 })),
      changed((summary) => Object.assign(summary, { gpu_seconds: -1 })),
      changed((summary) => Object.assign(summary, { head: 'main' })),
      changed((summary) => Object.assign(summary, { outcome: 'passed' })),
      changed((summary) =>
        Object.assign(summary, { metrics: Array(13).fill((summary.metrics as unknown[])[0]) }),
      ),
      `<!-- lora-gate:run ${' '.repeat(20_000)} -->`,
    ];
    expect(decodeSummary(` ${text}\n`)).toEqual(example());
    for (const one of wrong) expect(decodeSummary(one), String(one).slice(0, 80)).toBeUndefined();
  });
});
