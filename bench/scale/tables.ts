/** What the simulations say, as Markdown: what is asked of each resource, what waits for runners, and what each measure is worth. */

import { appQuota, INPUTS, type Values, valuesOf } from './inputs.ts';
import { type Outcome, type Scenario, simulate } from './organisation.ts';
import { quantile } from './statistics.ts';

const HOUR = 3600;
const SEED = 1;

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
export function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = heads.map((_, at) => (at === 0 ? '---' : '---:'));
  return [row(heads), row(line), ...rows.map(row)].join('\n');
}

const whole = (value: number) => Math.round(value).toLocaleString('en');
/** Two digits that mean something. */
const rough = (value: number) =>
  value >= 100 ? whole(Number(value.toPrecision(2))) : String(Number(value.toPrecision(2)));
const percent = (share: number) => `${rough(100 * share)} %`;

export function inputsTable(): string {
  const rows = Object.entries(INPUTS).map(([name, { value, unit, kind, source }]) => [
    name.replaceAll('_', ' '),
    `${Number.isInteger(value) ? value.toLocaleString('en') : Number(value.toPrecision(3))} ${unit}`,
    kind,
    source,
  ]);
  return table(['input', 'value', 'kind', 'from'], rows).replace('---:', '---').replaceAll('---:', '---');
}

/** Four GPUs for a hundred pull requests a day, the App, the Actions cache, machines made for each job. */
export function reference(
  changed: Partial<Omit<Scenario, 'values'>> & { values?: Partial<Values> },
): Scenario {
  return {
    ...{ prs_per_day: 100, runners: 4, ephemeral: true, door: 'app', store: 'cache', judge: true },
    judge_in: 'job',
    ...{ shards: 1, seed: SEED },
    ...changed,
    values: valuesOf(changed.values),
  };
}

/** Nothing waits for anything: what is asked for in an hour is what the pull requests bring. */
const UNBOUNDED: Partial<Values> = {
  ...{ judge_limit: 1e9, app_quota: 1e9, app_quota_most: 1e9, token_quota: 1e9, hosted_limit: 1e6 },
};

export interface Demand {
  resource: string;
  /** In the busiest hour. */
  peak: number;
  limit: number;
  unit: string;
}

/** The busiest hour's demand of each resource, and what there is of it. One GPU, the smallest that an organisation can have. */
export function demands(prs_per_day: number): Demand[] {
  const values = valuesOf();
  const many = { prs_per_day, runners: 1e5, values: UNBOUNDED };
  const app = simulate(reference(many));
  const apart = simulate(reference({ ...many, judge_in: 'merge' }));
  const actions = simulate(reference({ ...many, door: 'actions' }));
  const gpu = { limit: 1, unit: 'GPU hours' };
  const busiest = Math.max(...actions.world.tokens.map(({ demand }) => demand.peak));
  const stored = Math.max(...[...app.world.kept.values()].map(({ written }) => written));
  const { users, repositories } = app.size;
  const perMinute = (station: Outcome['world']['judge']) =>
    ((station.demand.peak / 60) * UNBOUNDED.judge_limit!) / 60;
  return [
    { resource: 'GPUs that wait for the judge', peak: app.world.gpus.demand.peak / HOUR, ...gpu },
    { resource: 'GPUs, judge in the merge', peak: apart.world.gpus.demand.peak / HOUR, ...gpu },
    {
      resource: 'judge',
      peak: perMinute(app.world.judge),
      limit: values.judge_limit,
      unit: 'requests a minute',
    },
    {
      ...{ resource: "App's quota", peak: app.world.app.demand.peak, unit: 'requests' },
      limit: appQuota(values, users, repositories),
    },
    { resource: "App's writes", peak: app.world.writes.demand.peak, limit: HOUR, unit: 'writes' },
    { resource: 'comments', peak: app.world.content.peak, limit: values.content_limit, unit: 'comments' },
    {
      ...{ resource: "GITHUB_TOKEN's quota, busiest repository", peak: busiest, unit: 'requests' },
      limit: values.token_quota,
    },
    {
      ...{
        resource: "GitHub's runners",
        peak: actions.world.hosted.demand.peak / HOUR,
        unit: 'jobs at once',
      },
      limit: values.hosted_limit,
    },
    {
      resource: 'Actions cache, busiest repository',
      peak: (stored * values.adapter_size) / 1000 / values.days,
      ...{ limit: values.cache_limit, unit: 'GB written a day' },
    },
    {
      ...{ resource: 'deliveries', peak: app.world.deliveries.peak / HOUR, unit: 'a second' },
      limit: values.deliveries_limit,
    },
  ];
}

export function demandTable(sizes: readonly number[]): string {
  const all = sizes.map(demands);
  const last = all.at(-1) as Demand[];
  const rows = last.map(({ resource, unit, limit, peak }, at) => [
    resource,
    ...all.map((of) => rough((of[at] as Demand).peak)),
    `${rough(limit)} ${unit}`,
    unit === 'GPU hours' ? `${Math.ceil(peak)} GPUs` : percent(peak / limit),
    `${rough(((sizes.at(-1) as number) * limit) / peak)}${unit === 'GPU hours' ? ' for each' : ''}`,
  ]);
  const most = sizes.at(-1) as number;
  const heads = ['in the busiest hour', ...sizes.map((size) => `${whole(size)} a day`), 'there is'];
  return table([...heads, `used at ${whole(most)}`, 'full at pull requests a day'], rows);
}

/** What people see of a scenario, and what the resources do. */
export function summary({ scenario, runs, world, seconds }: Outcome) {
  const { values, runners } = scenario;
  const of = (end: string) => runs.filter((run) => run.end === end);
  const minutes = of('verdict').map(({ pushed, ended }) => ((ended as number) - pushed) / 60);
  const waits = world.gpus.waits.map((wait) => wait / 60);
  const { found, trained } = world.baselines;
  return {
    verdict: [quantile(minutes, 0.5), quantile(minutes, 0.95)] as const,
    wait: [quantile(waits, 0.5), quantile(waits, 0.95)] as const,
    superseded: of('superseded').length / runs.length,
    gpu: Math.min(1, world.gpus.demand.total / (seconds * runners)),
    gpuHours: world.gpus.demand.total / HOUR / values.days,
    judge: Math.min(1, world.judge.demand.total / seconds),
    /** A day. */
    judgeTokens: (world.judge.demand.total * (values.judge_limit / 60) * values.judge_tokens) / values.days,
    baselinesFound: found / Math.max(1, found + trained),
    quotaWait: Math.max(0, ...world.app.waits, ...world.tokens.flatMap((token) => token.waits)) / 60,
  };
}

const pair = ([a, b]: readonly [number, number]) => `${a.toFixed(0)} / ${b.toFixed(0)}`;

export function waitsTable(sizes: readonly number[], runners: readonly number[]): string {
  const rows = sizes.flatMap((prs_per_day) =>
    runners
      .filter((count) => count >= prs_per_day / 250 && count <= Math.max(2, prs_per_day / 8))
      .map((count) => {
        const { verdict, wait, superseded, gpu, judge } = summary(
          simulate(reference({ prs_per_day, runners: count })),
        );
        return [
          whole(prs_per_day),
          count,
          pair(wait),
          pair(verdict),
          percent(superseded),
          percent(gpu),
          percent(judge),
        ];
      }),
  );
  const heads = ['pull requests a day', 'GPUs', 'wait for one, min', 'to the verdict, min'];
  return table([...heads, 'superseded', 'GPUs busy', 'judge busy'], rows);
}

export function measuresTable(prs_per_day: number, runners: number): string {
  const base = { prs_per_day, runners };
  const more = { judge_limit: 4 * valuesOf().judge_limit };
  const merge = { judge_in: 'merge' as const };
  const best = { ...merge, ephemeral: false, store: 'shared' as const, values: more };
  const half = Math.max(1, Math.round(runners / 2));
  const quarter = Math.ceil(half / 2);
  const { training_rate, scoring_rate, answer_rate } = valuesOf();
  const slow = {
    training_rate: training_rate / 2,
    scoring_rate: scoring_rate / 2,
    answer_rate: answer_rate / 2,
  };
  const measures: [string, Parameters<typeof reference>[0]][] = [
    [`as it is, ${runners} GPUs`, {}],
    ['no judge', { judge: false }],
    ['judge in the merge', merge],
    ['judge: half the prompts', { values: { judge_fresh: 220, judge_known: 170 } }],
    ['judge: four times the limit', { values: more }],
    ['persistent runners', { ephemeral: false }],
    ['a store that all share', { store: 'shared' }],
    ['evaluation in 4 shards, judge in the merge', { ...merge, shards: 4 }],
    ['the workflow alone, no App', { door: 'actions' }],
    ['merge, four times the limit, persistent, shared store', best],
    [`the same with ${half} GPUs`, { ...best, runners: half }],
    [`the same with ${quarter} GPUs`, { ...best, runners: quarter }],
    [
      `the same with ${quarter} GPUs half as fast`,
      { ...best, runners: quarter, values: { ...more, ...slow } },
    ],
    [`the same with ${half} GPUs half as fast`, { ...best, runners: half, values: { ...more, ...slow } }],
  ];
  const rows = measures.map(([name, changed]) => {
    const found = summary(simulate(reference({ ...base, ...changed })));
    return [
      ...[name, pair(found.wait), pair(found.verdict), percent(found.superseded), rough(found.gpuHours)],
      ...[percent(found.judge), rough(found.judgeTokens / 1e6), percent(found.baselinesFound)],
      found.quotaWait.toFixed(0),
    ];
  });
  const heads = ['measure', 'wait for a GPU, min', 'to the verdict, min', 'superseded', 'GPU hours a day'];
  const rest = [
    'judge busy',
    'M judge tokens a day',
    'baselines found',
    "longest wait for GitHub's quota, min",
  ];
  return table([...heads, ...rest], rows);
}
