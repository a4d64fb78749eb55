/** `lora-gate serve --demo`: the whole way of two pull requests, on this machine. */

import { ProbotOctokit } from 'probot';
import { expect, test } from 'vitest';
import { serveDemo } from '../../src/commands/serve-demo.ts';

/** Without the pauses that GitHub asks for between two writes. */
const Octokit = ProbotOctokit.defaults((options: Record<string, unknown>) => ({
  ...options,
  throttle: { ...(options.throttle as object | undefined), enabled: false },
}));

test('the demo shows a pass, a regression that blocks, and what a waiver does', async () => {
  const printed: string[] = [];
  const quota: number[] = [];
  const ended: unknown[] = [];
  await serveDemo({
    print: (text) => printed.push(text),
    signal: new AbortController().signal,
    pauseMilliseconds: 20,
    app: {
      Octokit,
      onRun: (run) => ended.push(run.end),
      onAnswer: (_, headers) => quota.push(Number(headers['x-ratelimit-remaining'])),
    },
  });
  const text = printed.join('\n');
  expect(text).toMatch(
    /✅ lora-gate: pass — perplexity 7\.97 → 7\.24[\s\S]*check “lora-gate”: success, pass/,
  );
  expect(text).toMatch(
    /❌ lora-gate: regression, blocks the merge — perplexity 7\.97 → 8\.98[\s\S]*check “lora-gate”: failure, regression/,
  );
  expect(text).toContain('/lora-gate waive perplexity');
  const last = printed.slice(-2).join('\n');
  expect(last).toMatch(/^### .*regression, waived[\s\S]*check “lora-gate”: success, regression, waived/);
  // Only what is seen before anything is unfolded.
  expect(text).not.toMatch(/<details>|<!--/);
  expect(ended.toSorted()).toEqual(['pass', 'regression']);
  expect(new Set(quota)).toEqual(new Set([4999]));
});
