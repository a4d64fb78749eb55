/** A result with everything in it that Opik can show: scores, a judge, answers, assertions. */

import type { Result } from '../../src/report/result.ts';
import { exampleJudge } from '../report/example-judge.ts';
import { exampleResult, exampleSection } from '../report/example-result.ts';

type Section = Result['adapters'][number];

export function trackedSection(rows = 4): Section {
  const section = exampleSection({ rows, judge: exampleJudge() });
  const { conversations } = section;
  const rate = (passed: number) => ({ passed, total: 3, rate: passed / 3 });
  return {
    ...section,
    conversations,
    answers: {
      max_new_tokens: 64,
      conversations: conversations.length,
      items: conversations.slice(0, 3).map(({ id, group, file, line }) => ({
        id,
        group,
        file,
        line,
        prompt: `Question ${id}`,
        reference: `Reference ${id}`,
        baseline: `Before ${id}`,
        candidate: `After ${id}`,
        truncated: { baseline: false, candidate: false },
        withheld: false,
      })),
    },
    assertions: [
      {
        name: 'signs-off',
        type: 'regex',
        min_pass_rate: 0.9,
        max_drop: 0.05,
        base: rate(3),
        candidate: rate(2),
        difference: null,
        outcome: 'inconclusive',
        undecided: 0,
        failing: ['row-2'],
        example: 'no signature',
      },
    ],
  };
}

export const trackedResult = (sections = [trackedSection()]): Result => exampleResult(sections);
