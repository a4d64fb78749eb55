import { describe, expect, test } from 'vitest';
import { COMMENT_LIMIT, COMMENT_MARKER, renderComment } from '../../src/report/markdown.ts';
import { parseResult } from '../../src/report/result.ts';
import type { ResultSection } from '../../src/report/result-section.ts';
import { exampleAnswers } from './example-evidence.ts';
import { exampleJudge } from './example-judge.ts';
import { BASE_SHA, better, exampleResult, exampleSection, unclear, worse } from './example-result.ts';

const comment = (...sections: ResultSection[]) => renderComment(exampleResult(sections));
const firstLine = (text: string) => text.split('\n', 1)[0];

describe('a metric that is better when higher', () => {
  test('is shown as candidate minus baseline, and its bounds in that order', () => {
    const section = exampleSection();
    const [perplexity] = section.metrics;
    section.metrics.push({
      ...perplexity!,
      name: 'judge/relevance',
      kind: 'mean',
      better: 'higher',
      outcome: 'regression',
      base: 4.5,
      candidate: 4,
      margin: 0.2,
      estimate: 0.5,
      bounds: { lower: 0.35, upper: 0.65 },
      interval: { lower: 0.3, upper: 0.7 },
      smallest_detectable_effect: 0.25,
      recommended_clusters: 40,
    });
    section.verdict = { outcome: 'regression', blocked: true, exit_code: 1 };
    const text = comment(section);
    expect(text).toContain(
      '| judge/relevance | 4.50 | 4.00 | −0.500 [−0.700 to −0.300] | −0.200 | ❌ regression |',
    );
    expect(text).toContain(
      'judge/relevance: 40 conversations; the smallest drop this test set reliably shows (4 times in 5) is −0.250.',
    );
    expect(text).toContain(
      'more than the margin of −0.200, and by more than chance explains (at least −0.350)',
    );
  });
});

describe('the whole comment', () => {
  test('of a pass', () => {
    expect(comment(exampleSection({ change: better }))).toMatchInlineSnapshot(`
      "### ✅ lora-gate: pass — perplexity 10.96 → 9.83 (−10.3 %, 95 % CI −10.9 % to −9.62 %) · base abc1234 → head fed4321

      | Metric | Base | Candidate | Δ [95 % CI] | Margin | Outcome |
      | --- | --- | --- | --- | --- | --- |
      | perplexity | 10.96 | 9.83 | −10.3 % [−10.9 % to −9.62 %] | +1.00 % | ✅ pass |

      **Data checks:** nothing found in what this change brings in.

      | Training rows | Conversations | Characters (median) | Answer (median) | Answers each | Languages |
      | --- | --- | --- | --- | --- | --- |
      | base | 160 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |
      | added | 20 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |
      | head | 178 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |

      Perplexity is e to the mean negative log-likelihood of the assistant’s tokens in the test set, each predicted from the true text before it; lower is better.
      perplexity: 40 conversations, 1,980 tokens; the smallest increase this test set reliably shows (4 times in 5) is +1.30 %.

      **What to do**

      - Nothing: an increase above the margin is ruled out.

      <details><summary>Conversations that got worse and better</summary>

      **Got better most**

      | Conversation | Where | Tokens | Base | Candidate | Δ nats/token | Begins |
      | --- | --- | --- | --- | --- | --- | --- |
      | <code>row-12</code> | <code>datasets/harbor-desk/test.jsonl:12</code> | 67 | 2.401 | 2.261 | −0.140 | Can berth 12 take a yacht of 14 metres? |
      | <code>row-37</code> | <code>datasets/harbor-desk/test.jsonl:37</code> | 42 | 2.374 | 2.235 | −0.140 | Can berth 37 take a yacht of 14 metres? |
      | <code>row-31</code> | <code>datasets/harbor-desk/test.jsonl:31</code> | 40 | 2.431 | 2.291 | −0.140 | Can berth 31 take a yacht of 14 metres? |
      | <code>row-18</code> | <code>datasets/harbor-desk/test.jsonl:18</code> | 69 | 2.345 | 2.206 | −0.139 | Can berth 18 take a yacht of 14 metres? |
      | <code>row-6</code> | <code>datasets/harbor-desk/test.jsonl:6</code> | 65 | 2.457 | 2.318 | −0.139 | Can berth 6 take a yacht of 14 metres? |

      \`\`\`mermaid
      xychart-beta
      title "Test conversations by change, left of 0 is better"
      x-axis "change in nats a token (the outermost bars hold all beyond)" ["-0.14", "-0.135", "-0.13", "-0.125", "-0.12", "-0.115", "-0.11", "-0.105", "-0.1", "-0.095", "-0.09", "-0.085", "-0.08"]
      y-axis "conversations" 0 --> 5
      bar [5, 4, 2, 3, 3, 1, 2, 2, 3, 3, 2, 5, 5]
      \`\`\`

      </details>

      <details><summary>Training data</summary>

      - <code>datasets/harbor-desk/train.jsonl</code>: 160 → 178 rows (20 added, 2 removed, 3 changed)
      - Judged because of: train data: datasets/harbor-desk/train.jsonl

      </details>

      <details><summary>Training curve</summary>

      \`\`\`mermaid
      xychart-beta
      title "Training loss, candidate first, then baseline"
      x-axis "share of the training (%)" 0 --> 100
      y-axis "loss" 2.054 --> 3.1
      line [3.1, 2.935, 2.79, 2.662, 2.549, 2.449, 2.361, 2.284, 2.215, 2.155, 2.101, 2.054]
      line [3.1, 2.985, 2.88, 2.785, 2.699, 2.62, 2.55, 2.487, 2.43, 2.379, 2.332, 2.29]
      \`\`\`

      </details>

      <details><summary>Configuration</summary>

      | Key | Base | Head |
      | --- | --- | --- |
      | <code>training.learning_rate</code> | <code>0.0001</code> | <code>0.0002</code> |

      </details>

      <details><summary>Cost</summary>

      - 3 min 4 s in all: 2 min 20 s training, 38.5 s scoring
      - 21,000 tokens trained (150 a second), 9,000 scored
      - 0 tokens of the judge; expected before: unknown, nothing like it was measured here
      - Peak memory 3.0 GiB

      </details>

      <details><summary>Provenance</summary>

      - Model <code>pip:gemma3-270m==1/model.gguf</code>; perplexity without an adapter 21.50
      - Baseline from the store <code>bbbbbbbbbbbb</code>, candidate trained in this run <code>cccccccccccc</code>
      - Policy from base <code>abc1234</code>, test set from base; test data <code>111111111111</code>, training data <code>222222222222</code> → <code>333333333333</code>
      - lora-gate 0.1.0, engine tfjs 1, TensorFlow 2.21.0 (tensorflow), Node 20.20.2
      - Seeds: training 42, bootstrap 0
      - Machine: linux x64, EPYC, 2 cores, 8.0 GiB

      </details>

      **Cost:** 3.1 processor minutes.

      <!-- lora-gate:comment -->
      "
    `);
  });

  test('of a regression', () => {
    expect(comment(exampleSection({ change: worse }))).toMatchInlineSnapshot(`
      "### ❌ lora-gate: regression, blocks the merge — perplexity 10.96 → 11.65 (+6.36 %, 95 % CI +5.60 % to +7.12 %) · base abc1234 → head fed4321

      | Metric | Base | Candidate | Δ [95 % CI] | Margin | Outcome |
      | --- | --- | --- | --- | --- | --- |
      | perplexity | 10.96 | 11.65 | +6.36 % [+5.60 % to +7.12 %] | +1.00 % | ❌ regression |

      **Data checks:** nothing found in what this change brings in.

      | Training rows | Conversations | Characters (median) | Answer (median) | Answers each | Languages |
      | --- | --- | --- | --- | --- | --- |
      | base | 160 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |
      | added | 20 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |
      | head | 178 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |

      Perplexity is e to the mean negative log-likelihood of the assistant’s tokens in the test set, each predicted from the true text before it; lower is better.
      perplexity: 40 conversations, 1,980 tokens; the smallest increase this test set reliably shows (4 times in 5) is +1.30 %.

      **What to do**

      - **perplexity** got worse by more than the margin of +1.00 %, and by more than chance explains (lower bound +5.73 %). Read the conversations that got worst below, then mend or take out the rows or settings of this change that teach it, and push again.

      <details><summary>Conversations that got worse and better</summary>

      **Got worse most**

      | Conversation | Where | Tokens | Base | Candidate | Δ nats/token | Begins |
      | --- | --- | --- | --- | --- | --- | --- |
      | <code>row-34</code> | <code>datasets/harbor-desk/test.jsonl:34</code> | 61 | 2.397 | 2.487 | +0.090 | Can berth 34 take a yacht of 14 metres? |
      | <code>row-15</code> | <code>datasets/harbor-desk/test.jsonl:15</code> | 48 | 2.427 | 2.517 | +0.090 | Can berth 15 take a yacht of 14 metres? |
      | <code>row-9</code> | <code>datasets/harbor-desk/test.jsonl:9</code> | 46 | 2.371 | 2.461 | +0.090 | Can berth 9 take a yacht of 14 metres? |
      | <code>row-40</code> | <code>datasets/harbor-desk/test.jsonl:40</code> | 63 | 2.453 | 2.542 | +0.089 | Can berth 40 take a yacht of 14 metres? |
      | <code>row-28</code> | <code>datasets/harbor-desk/test.jsonl:28</code> | 59 | 2.342 | 2.430 | +0.089 | Can berth 28 take a yacht of 14 metres? |

      \`\`\`mermaid
      xychart-beta
      title "Test conversations by change, left of 0 is better"
      x-axis "change in nats a token (the outermost bars hold all beyond)" ["0.03", "0.035", "0.04", "0.045", "0.05", "0.055", "0.06", "0.065", "0.07", "0.075", "0.08", "0.085", "0.09"]
      y-axis "conversations" 0 --> 5
      bar [5, 4, 2, 3, 3, 1, 2, 2, 3, 3, 2, 5, 5]
      \`\`\`

      </details>

      <details><summary>Training data</summary>

      - <code>datasets/harbor-desk/train.jsonl</code>: 160 → 178 rows (20 added, 2 removed, 3 changed)
      - Judged because of: train data: datasets/harbor-desk/train.jsonl

      </details>

      <details><summary>Training curve</summary>

      \`\`\`mermaid
      xychart-beta
      title "Training loss, candidate first, then baseline"
      x-axis "share of the training (%)" 0 --> 100
      y-axis "loss" 2.054 --> 3.1
      line [3.1, 2.935, 2.79, 2.662, 2.549, 2.449, 2.361, 2.284, 2.215, 2.155, 2.101, 2.054]
      line [3.1, 2.985, 2.88, 2.785, 2.699, 2.62, 2.55, 2.487, 2.43, 2.379, 2.332, 2.29]
      \`\`\`

      </details>

      <details><summary>Configuration</summary>

      | Key | Base | Head |
      | --- | --- | --- |
      | <code>training.learning_rate</code> | <code>0.0001</code> | <code>0.0002</code> |

      </details>

      <details><summary>Cost</summary>

      - 3 min 4 s in all: 2 min 20 s training, 38.5 s scoring
      - 21,000 tokens trained (150 a second), 9,000 scored
      - 0 tokens of the judge; expected before: unknown, nothing like it was measured here
      - Peak memory 3.0 GiB

      </details>

      <details><summary>Provenance</summary>

      - Model <code>pip:gemma3-270m==1/model.gguf</code>; perplexity without an adapter 21.50
      - Baseline from the store <code>bbbbbbbbbbbb</code>, candidate trained in this run <code>cccccccccccc</code>
      - Policy from base <code>abc1234</code>, test set from base; test data <code>111111111111</code>, training data <code>222222222222</code> → <code>333333333333</code>
      - lora-gate 0.1.0, engine tfjs 1, TensorFlow 2.21.0 (tensorflow), Node 20.20.2
      - Seeds: training 42, bootstrap 0
      - Machine: linux x64, EPYC, 2 cores, 8.0 GiB

      </details>

      To accept it all the same, a maintainer other than the author comments <code>/lora-gate waive perplexity &#64;fed4321abc111111111111111111111111111111 &#60;reason&#62;</code>.

      **Cost:** 3.1 processor minutes.

      <!-- lora-gate:comment -->
      "
    `);
  });

  test('of an inconclusive result that does not block', () => {
    expect(comment(exampleSection({ change: unclear }))).toMatchInlineSnapshot(`
      "### ⚠️ lora-gate: inconclusive, does not block — perplexity 10.96 → 11.16 (+1.90 %, 95 % CI −1.65 % to +5.57 %) · base abc1234 → head fed4321

      | Metric | Base | Candidate | Δ [95 % CI] | Margin | Outcome |
      | --- | --- | --- | --- | --- | --- |
      | perplexity | 10.96 | 11.16 | +1.90 % [−1.65 % to +5.57 %] | +1.00 % | ⚠️ inconclusive |

      **Data checks:** nothing found in what this change brings in.

      | Training rows | Conversations | Characters (median) | Answer (median) | Answers each | Languages |
      | --- | --- | --- | --- | --- | --- |
      | base | 160 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |
      | added | 20 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |
      | head | 178 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |

      Perplexity is e to the mean negative log-likelihood of the assistant’s tokens in the test set, each predicted from the true text before it; lower is better.
      perplexity: 40 conversations, 1,980 tokens; the smallest increase this test set reliably shows (4 times in 5) is +4.54 %. About 235 independent conversations would show twice the margin.

      **What to do**

      - **perplexity** is not settled: about 55 more test conversations would be needed to show that the increase is real, if the difference stays what it is. The test set is read from the base, so add them in a change of their own first.

      <details><summary>Conversations that got worse and better</summary>

      **Got worse most**

      | Conversation | Where | Tokens | Base | Candidate | Δ nats/token | Begins |
      | --- | --- | --- | --- | --- | --- | --- |
      | <code>row-17</code> | <code>datasets/harbor-desk/test.jsonl:17</code> | 62 | 2.208 | 2.378 | +0.170 | Can berth 17 take a yacht of 14 metres? |
      | <code>row-39</code> | <code>datasets/harbor-desk/test.jsonl:39</code> | 56 | 2.591 | 2.761 | +0.170 | Can berth 39 take a yacht of 14 metres? |
      | <code>row-20</code> | <code>datasets/harbor-desk/test.jsonl:20</code> | 43 | 2.598 | 2.762 | +0.165 | Can berth 20 take a yacht of 14 metres? |
      | <code>row-14</code> | <code>datasets/harbor-desk/test.jsonl:14</code> | 41 | 2.581 | 2.745 | +0.163 | Can berth 14 take a yacht of 14 metres? |
      | <code>row-36</code> | <code>datasets/harbor-desk/test.jsonl:36</code> | 35 | 2.219 | 2.382 | +0.163 | Can berth 36 take a yacht of 14 metres? |

      **Got better most**

      | Conversation | Where | Tokens | Base | Candidate | Δ nats/token | Begins |
      | --- | --- | --- | --- | --- | --- | --- |
      | <code>row-6</code> | <code>datasets/harbor-desk/test.jsonl:6</code> | 65 | 2.457 | 2.327 | −0.130 | Can berth 6 take a yacht of 14 metres? |
      | <code>row-28</code> | <code>datasets/harbor-desk/test.jsonl:28</code> | 59 | 2.342 | 2.212 | −0.130 | Can berth 28 take a yacht of 14 metres? |
      | <code>row-31</code> | <code>datasets/harbor-desk/test.jsonl:31</code> | 40 | 2.431 | 2.306 | −0.125 | Can berth 31 take a yacht of 14 metres? |
      | <code>row-9</code> | <code>datasets/harbor-desk/test.jsonl:9</code> | 46 | 2.371 | 2.247 | −0.124 | Can berth 9 take a yacht of 14 metres? |
      | <code>row-3</code> | <code>datasets/harbor-desk/test.jsonl:3</code> | 44 | 2.317 | 2.193 | −0.124 | Can berth 3 take a yacht of 14 metres? |

      \`\`\`mermaid
      xychart-beta
      title "Test conversations by change, left of 0 is better"
      x-axis "change in nats a token (the outermost bars hold all beyond)" ["-0.15", "-0.1", "-0.05", "0", "0.05", "0.1", "0.15"]
      y-axis "conversations" 0 --> 10
      bar [2, 10, 4, 3, 4, 8, 9]
      \`\`\`

      </details>

      <details><summary>Training data</summary>

      - <code>datasets/harbor-desk/train.jsonl</code>: 160 → 178 rows (20 added, 2 removed, 3 changed)
      - Judged because of: train data: datasets/harbor-desk/train.jsonl

      </details>

      <details><summary>Training curve</summary>

      \`\`\`mermaid
      xychart-beta
      title "Training loss, candidate first, then baseline"
      x-axis "share of the training (%)" 0 --> 100
      y-axis "loss" 2.054 --> 3.1
      line [3.1, 2.935, 2.79, 2.662, 2.549, 2.449, 2.361, 2.284, 2.215, 2.155, 2.101, 2.054]
      line [3.1, 2.985, 2.88, 2.785, 2.699, 2.62, 2.55, 2.487, 2.43, 2.379, 2.332, 2.29]
      \`\`\`

      </details>

      <details><summary>Configuration</summary>

      | Key | Base | Head |
      | --- | --- | --- |
      | <code>training.learning_rate</code> | <code>0.0001</code> | <code>0.0002</code> |

      </details>

      <details><summary>Cost</summary>

      - 3 min 4 s in all: 2 min 20 s training, 38.5 s scoring
      - 21,000 tokens trained (150 a second), 9,000 scored
      - 0 tokens of the judge; expected before: unknown, nothing like it was measured here
      - Peak memory 3.0 GiB

      </details>

      <details><summary>Provenance</summary>

      - Model <code>pip:gemma3-270m==1/model.gguf</code>; perplexity without an adapter 21.50
      - Baseline from the store <code>bbbbbbbbbbbb</code>, candidate trained in this run <code>cccccccccccc</code>
      - Policy from base <code>abc1234</code>, test set from base; test data <code>111111111111</code>, training data <code>222222222222</code> → <code>333333333333</code>
      - lora-gate 0.1.0, engine tfjs 1, TensorFlow 2.21.0 (tensorflow), Node 20.20.2
      - Seeds: training 42, bootstrap 0
      - Machine: linux x64, EPYC, 2 cores, 8.0 GiB

      </details>

      **Cost:** 3.1 processor minutes.

      <!-- lora-gate:comment -->
      "
    `);
  });

  test('of scores that are missing', () => {
    const section = exampleSection({ candidate: { unavailable: 'the loss became NaN at step 12' } });
    expect(comment(section)).toMatchInlineSnapshot(`
      "### 🚫 lora-gate: not evaluated, blocks the merge — perplexity: no candidate scores: the loss became NaN at step 12 · base abc1234 → head fed4321

      | Metric | Base | Candidate | Δ [95 % CI] | Margin | Outcome |
      | --- | --- | --- | --- | --- | --- |
      | perplexity | 10.96 | — | — | +1.00 % | 🚫 not evaluated |

      **Data checks:** nothing found in what this change brings in.

      | Training rows | Conversations | Characters (median) | Answer (median) | Answers each | Languages |
      | --- | --- | --- | --- | --- | --- |
      | base | 160 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |
      | added | 20 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |
      | head | 178 | 210, 95 % to 480 | 120, 95 % to 300 | 1: 100 % | en 100 % |

      Perplexity is e to the mean negative log-likelihood of the assistant’s tokens in the test set, each predicted from the true text before it; lower is better.

      **What to do**

      - **perplexity** could not be judged: no candidate scores: the loss became NaN at step 12. Mend that and run the check again; without scores there is no pass.

      <details><summary>Training data</summary>

      - <code>datasets/harbor-desk/train.jsonl</code>: 160 → 178 rows (20 added, 2 removed, 3 changed)
      - Judged because of: train data: datasets/harbor-desk/train.jsonl

      </details>

      <details><summary>Training curve</summary>

      \`\`\`mermaid
      xychart-beta
      title "Training loss, candidate first, then baseline"
      x-axis "share of the training (%)" 0 --> 100
      y-axis "loss" 2.054 --> 3.1
      line [3.1, 2.935, 2.79, 2.662, 2.549, 2.449, 2.361, 2.284, 2.215, 2.155, 2.101, 2.054]
      line [3.1, 2.985, 2.88, 2.785, 2.699, 2.62, 2.55, 2.487, 2.43, 2.379, 2.332, 2.29]
      \`\`\`

      </details>

      <details><summary>Configuration</summary>

      | Key | Base | Head |
      | --- | --- | --- |
      | <code>training.learning_rate</code> | <code>0.0001</code> | <code>0.0002</code> |

      </details>

      <details><summary>Cost</summary>

      - 3 min 4 s in all: 2 min 20 s training, 38.5 s scoring
      - 21,000 tokens trained (150 a second), 9,000 scored
      - 0 tokens of the judge; expected before: unknown, nothing like it was measured here
      - Peak memory 3.0 GiB

      </details>

      <details><summary>Provenance</summary>

      - Model <code>pip:gemma3-270m==1/model.gguf</code>; perplexity without an adapter 21.50
      - Baseline from the store <code>bbbbbbbbbbbb</code>, candidate trained in this run <code>cccccccccccc</code>
      - Policy from base <code>abc1234</code>, test set from base; test data <code>111111111111</code>, training data <code>222222222222</code> → <code>333333333333</code>
      - lora-gate 0.1.0, engine tfjs 1, TensorFlow 2.21.0 (tensorflow), Node 20.20.2
      - Seeds: training 42, bootstrap 0
      - Machine: linux x64, EPYC, 2 cores, 8.0 GiB

      </details>

      To accept it all the same, a maintainer other than the author comments <code>/lora-gate waive perplexity &#64;fed4321abc111111111111111111111111111111 &#60;reason&#62;</code>.

      **Cost:** 3.1 processor minutes.

      <!-- lora-gate:comment -->
      "
    `);
  });

  test('of a change that affects nothing', () => {
    expect(comment()).toMatchInlineSnapshot(`
      "### ➖ lora-gate: nothing to judge — this change affects no adapter · base abc1234 → head fed4321

      <!-- lora-gate:comment -->
      "
    `);
  });

  test('of several adapters: the worst first', () => {
    const short = (name: string, change: (i: number) => number) => ({
      ...exampleSection({ name, change, rows: 6 }),
      conversations: [],
      training: { candidate: [], baseline: [] },
    });
    const text = comment(short('calm', better), short('stormy', worse));
    expect(firstLine(text)).toMatch(
      /^### ❌ lora-gate: regression, blocks the merge — 1 of 2 adapters; stormy: /,
    );
    expect(text.indexOf('#### ❌ <code>stormy</code>')).toBeLessThan(
      text.indexOf('#### ✅ <code>calm</code>'),
    );
  });
});

describe('the first line', () => {
  test.each([
    [
      'a strict policy',
      exampleSection({ change: unclear, policy: { on_inconclusive: 'block' } }),
      /inconclusive, blocks the merge/,
    ],
    ['a lenient policy', exampleSection({ change: unclear }), /inconclusive, does not block/],
    ['mode: warn', exampleSection({ change: worse, policy: { mode: 'warn' } }), /regression, does not block/],
    [
      'an enforced regression',
      exampleSection({ change: worse }),
      /❌ lora-gate: regression, blocks the merge/,
    ],
  ])('says under %s what the verdict does', (_, section, wanted) => {
    expect(firstLine(comment(section))).toMatch(wanted);
  });

  test('is visible: the hidden marker comes last', () => {
    const text = comment(exampleSection());
    expect(text.startsWith('### ✅')).toBe(true);
    expect(text.trimEnd().endsWith(COMMENT_MARKER)).toBe(true);
  });
});

describe('notes on the policy', () => {
  test('an edit is shown with the verdict it would give', () => {
    const section = exampleSection({ change: worse });
    section.policy.edits = [{ key: 'gate.perplexity.max_increase', base: '"1%"', head: '"20%"' }];
    section.policy.test_set = {
      path: 't.jsonl',
      base_rows: 80,
      head_rows: 70,
      added: 0,
      removed: 10,
      changed: 2,
    };
    section.policy.verdict_under_edit = { outcome: 'pass', blocked: false, exit_code: 0 };
    const text = comment(section);
    expect(text).toContain(
      '**This change edits the policy (1 value) and the test set (+0 rows, −10, 2 changed).** It was judged by the policy and test set of the base, <code>abc1234</code>. Under the edit it would be **pass**.',
    );
    expect(text).toContain('**Policy, not applied here**');
    expect(firstLine(text)).toContain('regression, blocks');
  });

  test('a first introduction is flagged, with the bare model as the baseline', () => {
    const section = exampleSection();
    section.policy.test_source = 'head';
    expect(comment(section)).toMatch(/no such adapter, so the head’s own test set was used/);
    section.policy.source = 'head';
    section.baseline = { origin: 'base_model', hash: null };
    expect(comment(section)).toMatch(/\*\*First introduction:\*\*.*base model without an adapter/);
  });

  test('removed adapters and warnings are told', () => {
    const text = renderComment({
      ...exampleResult(),
      removed_adapters: ['old'],
      warnings: ['the learning rate is unusual'],
    });
    expect(text).toContain('**This change removes** <code>old</code>');
    expect(text).toContain('- the learning rate is unusual');
  });
});

describe('hostile text', () => {
  const evil =
    '</details>--><script>alert(1)</script>\n\n```\n| @everyone #1 [x](javascript:alert(1)) \u202E ![](http://e.example/t.png) <!-- lora-gate:comment -->';

  /** The example with hostile text wherever a name, a path or a text stands. */
  function infested() {
    const section = exampleSection({ change: worse, name: evil });
    for (const row of section.conversations)
      Object.assign(row, { id: `${row.id}${evil}`, file: evil, preview: evil });
    for (const metric of section.metrics) metric.name = evil;
    section.config = [{ key: evil, base: evil, head: evil }];
    section.change = [{ reason: 'train_data', detail: evil }];
    section.data.path = evil;
    section.warnings = [evil];
    Object.assign(section.provenance, {
      model: evil,
      revision: evil,
      engine: evil,
      tensorflow: evil,
      seeds: { [evil]: 1 },
    });
    section.provenance.machine.cpu = evil;
    const result = exampleResult([section, { ...exampleSection(), name: 'second' }]);
    result.removed_adapters = [evil];
    result.warnings = [evil];
    return parseResult(JSON.stringify(result), { file: 'result.json' });
  }

  test('nothing of it is markup, a mention, a reference or a second marker', () => {
    const text = renderComment(infested());
    expect(text).toContain('alert(1)');
    expect(text).not.toMatch(/<script|!\[|\]\(|@everyone|#1 |\u202E/);
    expect(text.split(COMMENT_MARKER)).toHaveLength(2);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(new Set(text.match(/<[^>]*>/g))).toEqual(
      new Set(['<code>', '</code>', '<details>', '</details>', '<summary>', '</summary>', COMMENT_MARKER]),
    );
    // only the mermaid fences are left
    expect((text.match(/```/g) ?? []).length % 2).toBe(0);
    expect(text.match(/```(?!mermaid|\n)/g)).toBeNull();
  });

  test('every table row has as many cells as its head', () => {
    const lines = renderComment(infested()).split('\n');
    const cells = (line: string) => line.split('|').length;
    let tables = 0;
    for (const [i, line] of lines.entries()) {
      if (!/^\| --- /.test(line)) continue;
      tables += 1;
      for (let at = i - 1; lines[at]?.startsWith('|'); at += 1)
        expect(cells(lines[at] as string)).toBe(cells(line));
    }
    expect(tables).toBeGreaterThanOrEqual(5);
  });
});

describe('the size', () => {
  function huge(adapters: number, length: number) {
    const one = exampleSection({ change: worse, rows: 300 });
    const words = (tag: string) => `${tag}${'<&@|'.repeat(length)}`.slice(0, length);
    for (const row of one.conversations)
      Object.assign(row, { id: words(row.id), file: words('f'), preview: words('p') });
    one.config = Array.from({ length: 500 }, (_, i) => ({
      key: words(`k${i}`),
      base: words('b'),
      head: words('h'),
    }));
    one.warnings = Array.from({ length: 500 }, (_, i) => words(`w${i}`));
    one.training.candidate = Array.from({ length: 20_000 }, (_, i) => ({
      step: i + 1,
      loss: 3 - i / 1e4,
      learning_rate: 0,
    }));
    const sections = Array.from({ length: adapters }, (_, i) => ({
      ...one,
      name: `${i}${words('a')}`.slice(0, 256),
    }));
    const result = exampleResult(sections);
    return {
      ...result,
      removed_adapters: Array.from({ length: 900 }, (_, i) => words(`r${i}`).slice(0, 256)),
    };
  }

  test.each([
    [1, 30],
    [1, 1000],
    [40, 50],
    [1000, 1000],
  ])(
    '%d adapters with texts of %d characters stay below the limit, verdict first, marker last',
    (adapters, length) => {
      const text = renderComment(huge(adapters, length));
      expect(Buffer.byteLength(text)).toBeLessThan(COMMENT_LIMIT);
      expect(text).toMatch(/^### ❌ lora-gate: regression, blocks the merge — /);
      expect(text.endsWith(`${COMMENT_MARKER}\n`)).toBe(true);
      expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    },
  );

  test('what is given up goes in the order of its worth, and the comment says so', () => {
    const result = huge(1, 200);
    const [section] = result.adapters;
    section!.answers = exampleAnswers();
    section!.judge = exampleJudge();
    const whole = renderComment(result, { limit: 1e9 });
    expect(whole).not.toContain('Shortened');
    const lengths: number[] = [];
    const features: string[] = [];
    for (let limit = Buffer.byteLength(whole); ; limit = (lengths.at(-1) as number) - 0) {
      const text = renderComment(result, { limit });
      lengths.push(Buffer.byteLength(text));
      features.push(
        [
          'Answers side by side',
          'xychart',
          'Provenance',
          'Got worse most',
          '| Metric |',
          'lora-gate: regression',
        ]
          .filter((f) => text.includes(f))
          .join(),
      );
      expect(text).toContain('Shortened to fit');
      if (!text.includes('| Metric |')) break;
    }
    expect(features.filter((each, i) => each !== features[i - 1])).toEqual([
      'Answers side by side,xychart,Provenance,Got worse most,| Metric |,lora-gate: regression',
      'xychart,Provenance,Got worse most,| Metric |,lora-gate: regression',
      'Got worse most,| Metric |,lora-gate: regression',
      '| Metric |,lora-gate: regression',
      'lora-gate: regression',
    ]);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });

  test('a limit that not even the verdict fits is a bug of the caller', () => {
    expect(() => renderComment(exampleResult(), { limit: 50 })).toThrow(RangeError);
  });
});

describe('the training curve', () => {
  test('is a bounded number of points whatever the steps', () => {
    const section = exampleSection();
    section.training.candidate = Array.from({ length: 5000 }, (_, i) => ({
      step: i + 1,
      loss: 2,
      learning_rate: 0,
    }));
    const lines = comment(section).match(/line \[[^\]]*\]/g) ?? [];
    expect(lines.map((line) => line.split(',').length)).toEqual([60, 60]);
    expect(comment(section)).toContain('share of the training');
  });

  test('keeps the mean of what it puts together', () => {
    const section = exampleSection();
    section.training.baseline = [];
    // 120 steps into 60 points: pairs (1, 3) average to 2 everywhere
    section.training.candidate = Array.from({ length: 120 }, (_, i) => ({
      step: i + 1,
      loss: i % 2 ? 3 : 1,
      learning_rate: 0,
    }));
    expect(comment(section)).toContain(`line [${Array(60).fill('2').join(', ')}]`);
    expect(comment(section)).toContain('x-axis "step" 1 --> 120');
  });

  test('is left out when there is none', () => {
    const section = exampleSection();
    section.training = { candidate: [], baseline: [] };
    expect(comment(section)).not.toContain('Training loss');
  });
});

test('the short shas are those of the document', () => {
  expect(firstLine(comment(exampleSection()))).toContain(`base ${BASE_SHA.slice(0, 7)} → head fed4321`);
});
