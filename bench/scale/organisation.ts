/**
 * A run of the gate for every push, from the push to the verdict, over shared runners, judge, stores and quotas; and one for every
 * merge, which trains the next baseline. Follows README.md and docs/app.md; what is simplified is said in docs/scale.md.
 */

import { createRng } from '../../src/rng.ts';
import { type PullRequest, pullRequests, type Size, sizeOf } from './arrivals.ts';
import { type Clock, createClock } from './clock.ts';
import { appQuota, type Values } from './inputs.ts';
import { createKept, type Kept } from './kept.ts';
import { holding, type Process, type Running, seconds, start, taking, together } from './process.ts';
import { createHourly, createQuota, createStation } from './station.ts';

export interface Scenario {
  values: Values;
  prs_per_day: number;
  /** GPUs. */
  runners: number;
  ephemeral: boolean;
  /** Who speaks with GitHub: the App, or the workflow's own token. */
  door: 'app' | 'actions';
  /** The Actions cache, where a pull request's entries are its own; or a store that all share. */
  store: 'cache' | 'shared';
  judge: boolean;
  /** Whether the job with the GPU asks the judge, and waits for it, or the job that joins the parts. */
  judge_in: 'job' | 'merge';
  /** Jobs that share an adapter's scoring and answers. */
  shards: number;
  seed: number;
}

export interface Run {
  pull: number;
  pushed: number;
  /** Undefined while it goes on. */
  ended: number | undefined;
  end: 'verdict' | 'superseded' | 'unaffected' | undefined;
}

const HOUR = 3600;
const DAY = 24 * HOUR;
const JUDGE_CHUNK = 20;

function createWorld(scenario: Scenario, clock: Clock, size: Size) {
  const { values } = scenario;
  const kept = new Map<number, Kept>();
  const limit = scenario.store === 'cache' ? 1e9 * values.cache_limit : Number.POSITIVE_INFINITY;
  return {
    gpus: createStation(clock, scenario.runners),
    hosted: createStation(clock, values.hosted_limit),
    /** One write a second. */
    writes: createStation(clock, 1),
    app: createQuota(clock, appQuota(values, size.users, size.repositories)),
    tokens: Array.from({ length: size.repositories }, () => createQuota(clock, values.token_quota)),
    content: createHourly(),
    deliveries: createHourly(),
    judge: createStation(clock, 1),
    /** Of base branches, by `repository adapter`: how often it was merged into. */
    versions: new Map<string, number>(),
    baselines: { found: 0, trained: 0 },
    keptOf(repository: number): Kept {
      const found = kept.get(repository);
      if (found) return found;
      const made = createKept(clock, limit, 1e6 * values.adapter_size);
      kept.set(repository, made);
      return made;
    },
    kept,
  };
}
type World = ReturnType<typeof createWorld>;

interface Stage {
  scenario: Scenario;
  clock: Clock;
  world: World;
}

/** The App's or the token's calls, and the writes among them, one a second. */
function* calls(
  { scenario, clock, world }: Stage,
  repository: number,
  amount: number,
  writes: number,
): Process {
  const app = scenario.door === 'app';
  yield* taking(app ? world.app : (world.tokens[repository] as (typeof world.tokens)[number]), amount);
  if (!app) return;
  for (let left = writes; left > 0; left -= 1) {
    yield* holding(world.writes, () => seconds(clock, 1));
  }
}

/** A job on one of GitHub's runners, which the App does not need. */
function* hostedJob({ scenario, clock, world }: Stage): Process {
  if (scenario.door === 'app') return;
  const { hosted_start, hosted_job } = scenario.values;
  yield* holding(world.hosted, () => seconds(clock, hosted_start + hosted_job));
}

const trainingSeconds = ({ training_rows, tokens_per_row, epochs, training_rate }: Values) =>
  (training_rows * tokens_per_row * epochs) / training_rate;

/** Asks the judge, some requests at a time, so that those of all runs take turns; with its latency even where nobody else asks. */
function* judging({ scenario, clock, world }: Stage, requests: number): Process {
  const { judge_limit, judge_latency, judge_at_once } = scenario.values;
  if (!scenario.judge) return;
  for (let left = requests; left > 0; left -= JUDGE_CHUNK) {
    const chunk = Math.min(left, JUDGE_CHUNK);
    const served = (60 * chunk) / judge_limit;
    yield* holding(world.judge, () => seconds(clock, served));
    yield* seconds(clock, Math.max(0, (chunk * judge_latency) / judge_at_once - served));
  }
}

/** A job with a GPU: the machine's start and the model's loading, then `work`. */
function* gpuJob({ scenario, clock, world }: Stage, work: () => Process): Process {
  const { start: fresh, start_persistent, load } = scenario.values;
  yield* holding(world.gpus, function* () {
    yield* seconds(clock, (scenario.ephemeral ? fresh : start_persistent) + load);
    yield* work();
  });
}

/** A shard's share of scoring, answers and, where the job asks it, judge; of a baseline that is known they are kept. */
function* evaluation(stage: Stage, known: boolean): Process {
  const { values, shards, judge_in } = stage.scenario;
  const sides = known ? 1 : 2;
  const scoring = (sides * values.test_rows * values.tokens_per_row) / values.scoring_rate;
  const answers = (sides * values.answers * values.answer_tokens) / values.answer_rate;
  yield* seconds(stage.clock, (scoring + answers) / shards);
  if (judge_in === 'job') yield* judging(stage, (known ? values.judge_known : values.judge_fresh) / shards);
}

/** One adapter of a push: baseline if it is missing, candidate, then the evaluation, in the same job or in shards. */
function* adapterRun(stage: Stage, pull: PullRequest, push: number, adapter: number): Process {
  const { scenario, clock, world } = stage;
  const { values, shards, store, judge_in } = scenario;
  const kept = world.keptOf(pull.repository);
  const version = world.versions.get(`${pull.repository} ${adapter}`) ?? 0;
  const baseline = `base ${adapter} ${version}`;
  const own = `pull ${pull.number} ${baseline}`;
  let known = false;
  yield* gpuJob(stage, function* () {
    known = kept.get(baseline) || kept.get(own);
    world.baselines[known ? 'found' : 'trained'] += 1;
    yield* seconds(clock, (known ? 1 : 2) * trainingSeconds(values));
    kept.put(`candidate ${pull.number} ${push} ${adapter}`);
    if (!known) kept.put(store === 'cache' ? own : baseline);
    if (shards === 1) yield* evaluation(stage, known);
  });
  const parts = Array.from({ length: shards }, () => gpuJob(stage, () => evaluation(stage, known)));
  if (shards > 1) yield* together(parts);
  if (judge_in === 'job') return;
  yield* holding(world.hosted, function* () {
    yield* seconds(clock, values.hosted_start);
    yield* judging(stage, known ? values.judge_known : values.judge_fresh);
  });
}

/** From a push to its verdict. */
function* pushRun(stage: Stage, pull: PullRequest, push: number, run: Run): Process {
  const { clock, world } = stage;
  const { values, door } = stage.scenario;
  const ends = (end: Run['end']) => {
    run.ended = clock.now;
    run.end = end;
  };
  const { repository, adapters } = pull;
  world.deliveries.add(clock.now, values.deliveries);
  yield* hostedJob(stage);
  const half = values.token_calls / 2;
  if (adapters.length === 0) {
    yield* calls(stage, repository, door === 'app' ? values.app_calls_unaffected : half, 1);
    return ends('unaffected');
  }
  world.content.add(clock.now, 1);
  yield* calls(stage, repository, door === 'app' ? values.app_calls_start : half, values.app_writes - 2);
  yield* together(adapters.map((adapter) => adapterRun(stage, pull, push, adapter)));
  yield* hostedJob(stage);
  world.content.add(clock.now, values.app_content - 1);
  yield* calls(stage, repository, door === 'app' ? values.app_calls_end : half, 2);
  ends('verdict');
}

/** A merge makes the next baseline: found where the store has it for all and nobody merged in between, else trained. */
function* mergeRun(stage: Stage, pull: PullRequest, adapter: number, tested: number): Process {
  const { scenario, world } = stage;
  const name = `${pull.repository} ${adapter}`;
  const version = (world.versions.get(name) ?? 0) + 1;
  world.versions.set(name, version);
  const kept = world.keptOf(pull.repository);
  const candidate = `candidate ${pull.number} ${pull.pushes.length - 1} ${adapter}`;
  const key = `base ${adapter} ${version}`;
  if (scenario.store === 'shared' && tested === version - 1 && kept.get(candidate)) return kept.put(key);
  yield* gpuJob(stage, () => seconds(stage.clock, trainingSeconds(scenario.values)));
  kept.put(key);
}

/** The whole organisation until its last pull request has ended. */
export function simulate(scenario: Scenario) {
  const { values } = scenario;
  const clock = createClock();
  const size = sizeOf(values, scenario.prs_per_day);
  const world = createWorld(scenario, clock, size);
  const stage: Stage = { scenario, clock, world };
  const arriving = values.days * DAY;
  const pulls = pullRequests(values, size, arriving, createRng(scenario.seed).fork('pulls'));
  const runs: Run[] = [];
  for (const pull of pulls) {
    let current: Running | undefined;
    let run: Run | undefined;
    /** Versions of the base at the last push. */
    let tested: number[] = [];
    const supersede = () => {
      current?.cancel();
      if (run && run.ended === undefined) Object.assign(run, { ended: clock.now, end: 'superseded' });
    };
    for (const [push, time] of pull.pushes.entries()) {
      clock.at(time, () => {
        supersede();
        run = { pull: pull.number, pushed: time, ended: undefined, end: undefined };
        runs.push(run);
        tested = pull.adapters.map((adapter) => world.versions.get(`${pull.repository} ${adapter}`) ?? 0);
        current = start(pushRun(stage, pull, push, run));
      });
    }
    if (pull.merged === undefined) continue;
    clock.at(pull.merged, () => {
      for (const [at, adapter] of pull.adapters.entries()) {
        start(mergeRun(stage, pull, adapter, tested[at] as number));
      }
    });
  }
  clock.run();
  return { scenario, size, pulls, runs, world, seconds: arriving };
}

export type Outcome = ReturnType<typeof simulate>;
