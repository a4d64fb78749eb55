/**
 * What the model of an organisation is given, each number with where it comes from: measured in this project, a default of its
 * configuration, computed by bench/sizing, published by a vendor, or assumed. What is assumed an organisation should replace by its own.
 */

import { sizedModel } from '../sizing/architectures.ts';
import { loraParameters } from '../sizing/memory.ts';
import { answerRate, CARDS, type Card, evaluationRate, trainingRate } from '../sizing/roofline.ts';
import { DEFAULT_WORK, onCard } from '../sizing/tables.ts';

export interface Input {
  value: number;
  unit: string;
  kind: 'measured' | 'default' | 'computed' | 'published' | 'assumed';
  source: string;
}

const input = (value: number, unit: string, kind: Input['kind'], source: string): Input => ({
  ...{ value, unit, kind, source },
});

export const MODEL = 'Gemma 2 2B';
export const CARD = CARDS[0] as Card;
const { config } = sizedModel(MODEL);
const work = onCard(sizedModel(MODEL), 'bfloat16', CARD) ?? DEFAULT_WORK;
const rate = (of: { tokens_per_second: number }) => Math.round(of.tokens_per_second);
const ON_CARD = `sizing table: ${MODEL}, bfloat16, ${CARD.name}`;
const LIMITS = 'docs.github.com, Rate limits for the REST API';
const ACTIONS_LIMITS = 'docs.github.com, Actions limits';
const CACHING = 'docs.github.com, Dependency caching, usage limits';
const COUNTED = 'counted on the GitHub of the tests';
const BENCH = 'bench/README.md';
const DATASET = 'datasets/harbor-desk/README.md';

export const INPUTS = {
  // The organisation.
  days: input(6, 'working days', 'assumed', 'simulated, from empty stores'),
  pushes: input(2.5, 'a pull request', 'assumed', '1 + a geometric number'),
  between_pushes: input(25, 'minutes, median', 'assumed', 'log-normal, σ = 1.2'),
  burst_share: input(0.02, 'of the arrivals', 'assumed', 'a bot or a migration'),
  burst_size: input(10, 'pull requests', 'assumed', 'opened within ten minutes'),
  merged: input(0.8, 'of the pull requests', 'assumed', 'the others are closed'),
  until_merge: input(4, 'hours after the last push', 'assumed', 'exponential'),
  prs_per_repository: input(20, 'a day', 'assumed', 'repositories = pull requests / 20; sizes as 1/rank'),
  prs_per_user: input(0.5, 'a day', 'assumed', 'users = 2 × pull requests; GitHub counts them'),
  adapters: input(
    4,
    'a repository',
    'assumed',
    'a pull request affects none (40 %), one (45 %), two (10 %) or all (5 %)',
  ),
  // The work of one adapter.
  training_rows: input(2000, 'conversations', 'assumed', 'of an adapter'),
  test_rows: input(500, 'conversations', 'assumed', 'of an adapter'),
  tokens_per_row: input(80, 'tokens', 'measured', `${DATASET}: 13,211 tokens in 165 rows`),
  epochs: input(3, 'epochs', 'default', '`num_train_epochs`'),
  answers: input(100, 'prompts a side', 'default', '`answers.max_examples`'),
  answer_tokens: input(40, 'tokens', 'measured', `${DATASET}: tokens per answer`),
  training_rate: input(rate(trainingRate(config, 'bfloat16', work, CARD)), 'tokens/s', 'computed', ON_CARD),
  scoring_rate: input(rate(evaluationRate(config, 'bfloat16', work, CARD)), 'tokens/s', 'computed', ON_CARD),
  answer_rate: input(rate(answerRate(config, 'bfloat16', 8, CARD)), 'tokens/s', 'computed', ON_CARD),
  load: input(52, 's', 'computed', '5.4 s measured for 268 M parameters on a processor, by parameters'),
  adapter_size: input(
    (4 * loraParameters(config, work.r)) / 1e6,
    'MB',
    'computed',
    `LoRA r = ${work.r} of ${MODEL}, float32`,
  ),
  // The judge.
  judge_fresh: input(420, 'requests', 'computed', '100 prompts: 2 scores, 2 comparisons; 10 of them twice'),
  judge_known: input(320, 'requests', 'computed', "the same where the baseline's scores are kept"),
  judge_tokens: input(859, 'tokens a request', 'measured', `${BENCH}: 24,054 tokens in 28 requests`),
  judge_latency: input(2, 's a request', 'assumed', 'of a served judge'),
  judge_at_once: input(4, 'requests', 'default', '`judge.concurrency`'),
  judge_limit: input(500, 'requests a minute', 'assumed', "the vendor's, or what your own server bears"),
  // Runners.
  start: input(75, 's', 'assumed', 'ephemeral: a machine is made and registers'),
  start_persistent: input(5, 's', 'assumed', 'persistent: picks a job up'),
  hosted_start: input(10, 's', 'assumed', "GitHub's runners, for plan and report"),
  hosted_job: input(30, 's', 'assumed', 'plan or report'),
  hosted_limit: input(60, 'jobs at once', 'published', `${ACTIONS_LIMITS}: Team; 20 Free, 500 Enterprise`),
  // GitHub.
  app_calls_start: input(
    21,
    'requests',
    'measured',
    'docs/app.md: 36 together, divided as an earlier count of 34 was',
  ),
  app_calls_end: input(15, 'requests', 'measured', 'the rest of the 36'),
  app_calls_unaffected: input(8, 'requests', 'measured', `${COUNTED}: a check that passes at once`),
  app_writes: input(5, 'of them', 'measured', 'docs/app.md; the client sends one a second'),
  app_content: input(2, 'of them', 'measured', 'the comment: started, then the verdict'),
  app_quota: input(5000, 'requests an hour', 'published', LIMITS),
  app_quota_growth: input(50, 'for each user and each repository beyond 20', 'published', LIMITS),
  app_quota_most: input(12_500, 'requests an hour', 'published', `${LIMITS}; 15,000 on Enterprise Cloud`),
  content_limit: input(500, 'content-making requests an hour', 'published', `${LIMITS}, secondary limits`),
  token_quota: input(1000, 'requests an hour and repository', 'published', `${LIMITS}, GITHUB_TOKEN`),
  token_calls: input(19, 'requests a run', 'measured', `${COUNTED}: plan 8, report 11`),
  cache_limit: input(10, 'GB a repository', 'published', CACHING),
  deliveries: input(12, 'a run', 'assumed', 'pull request, checks, workflow run, jobs, comments'),
  deliveries_limit: input(200, 'a second', 'measured', 'docs/app.md, two shared cores'),
} as const satisfies Record<string, Input>;

export type InputName = keyof typeof INPUTS;
export type Values = Record<InputName, number>;

export function valuesOf(changed: Partial<Values> = {}): Values {
  const values = Object.entries(INPUTS).map(([name, { value }]) => [name, value]);
  return { ...(Object.fromEntries(values) as Values), ...changed };
}

/** Shares of a working day's pull requests by hour, 0 to 23. Assumed: one region, two humps. */
export const DAY = [
  ...[1, 1, 1, 1, 1, 1, 2, 4, 8, 16, 20, 19],
  ...[12, 16, 20, 20, 18, 12, 7, 5, 4, 3, 2, 2],
] as const;

/** How many adapters a pull request affects, each as likely as its weight. Assumed. */
export const AFFECTED = [40, 45, 10, 0, 5] as const;

/** Requests an hour that GitHub gives an App's installation. */
export function appQuota(values: Values, users: number, repositories: number): number {
  const beyond = Math.max(0, users - 20) + Math.max(0, repositories - 20);
  return Math.min(values.app_quota_most, values.app_quota + values.app_quota_growth * beyond);
}
