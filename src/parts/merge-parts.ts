/**
 * The parts of a run become the result that one machine would have written: what is compared, by what it is judged and whether the
 * data let it is read from git again, scores and answers come from the parts, and the verdict is reached here. Needs no weights.
 */

import { UserError } from '../errors.ts';
import { joinRoles } from '../evaluate/adapter-run.ts';
import { type GeneralTexts, readGeneralTexts } from '../evaluate/general-texts.ts';
import type { Judged } from '../evaluate/judge/judge-compared.ts';
import type { OpenedJudge } from '../evaluate/judge/open-judge.ts';
import type { Role, RoleRun } from '../evaluate/role-run.ts';
import type { PipelineOptions } from '../pipeline.ts';
import type { Comparison } from '../plan/comparison.ts';
import { policyOf } from '../plan/deciding-policy.ts';
import { buildResult } from '../report/build-result.ts';
import type { Origin } from '../report/build-section.ts';
import { thrownError } from '../report/failure.ts';
import type { Result } from '../report/result.ts';
import type { ToldError } from '../report/result-failure.ts';
import type { ResultSection } from '../report/result-section.ts';
import { attempt } from '../stages/attempt.ts';
import { budgetOf } from '../stages/budget.ts';
import { blockAdapter, decideAdapter, failAdapter, judgeOf, originHere } from '../stages/decide.ts';
import { isBlocked, openComparison, type PreparedAdapter, prepareAdapter } from '../stages/prepare.ts';
import { isEverybodys } from '../stages/shared-failures.ts';
import { type FittingPart, type FoundPart, missingParts, sortParts } from './check-parts.ts';
import { type SharesOf, shareProblems, sharesOf } from './check-shares.ts';
import { runOf } from './part-document.ts';
import { shardOf } from './part-name.ts';
import { planHash } from './plan-hash.ts';

export interface MergeOptions extends Omit<PipelineOptions, 'workFolder' | 'adapterFolder'> {
  found: readonly FoundPart[];
  /** What could not be read at all, a line each. */
  problems: readonly string[];
}

/** @throws UserError `parts-unusable` that names every part which is missing, damaged or not of this run; and as `runPipeline` */
export async function mergeParts(options: MergeOptions): Promise<Result> {
  const started = performance.now();
  const comparison = await openComparison(options);
  await options.onComparison?.(comparison);
  const { parts, problems } = sortParts(options.found, comparison, options.config);
  const general = await readGeneralTexts();
  const adapters: (Joinable | Failed)[] = [];
  for (const planned of comparison.plan.adapters) {
    const own = parts.filter(({ part }) => part.adapter === planned.name);
    const { value: prepared, failure } = await attempt(
      planned.name,
      () =>
        prepareAdapter(comparison, planned, {
          specialTokens: async () => own[0]?.document.special_tokens ?? [],
          signal: options.signal,
        }),
      { ...options, concernsAll: isEverybodys },
    );
    const failed = failure ?? failureOf(own);
    // As on one machine: the only adapter's error is the run's.
    if (failed && comparison.plan.adapters.length === 1) throw thrownError(failed);
    if (!prepared || failed) {
      adapters.push({ planned, prepared, failed: failed as ToldError, parts: own });
      continue;
    }
    const shares = sharesOf(own);
    problems.push(...adapterProblems(own, shares, prepared, { ...options, comparison, general }));
    adapters.push({ planned, prepared, failed: null, parts: own, shares });
  }
  const all = [...options.problems, ...problems];
  if (all.length > 0) throw unusable(all);

  // A judge that has judged beside the answers is not needed here, and neither is its model.
  const asks = adapters.some(
    (each) => !each.failed && !isBlocked(each.prepared) && !carriedJudgement(each, comparison),
  );
  const judge = asks ? await judgeOf(comparison, options) : null;
  const sections: ResultSection[] = [];
  for (const each of adapters) {
    const joining = { ...options, comparison, general, judge };
    sections.push(each.failed ? failedSection(each, joining) : await joined(each, joining));
  }
  const seconds = parts.reduce((sum, { document }) => sum + document.origin.seconds, 0);
  return buildResult(comparison, sections, {
    source: options.source ?? null,
    seconds: seconds + (performance.now() - started) / 1000,
    budget: budgetOf(comparison),
  });
}

function unusable(problems: string[]): UserError {
  const what = problems.length === 1 ? 'a problem keeps' : `${problems.length} problems keep`;
  return new UserError('parts-unusable', `${what} the parts from being one result`, {
    problems,
    hint: 'Run the jobs that are named again and merge once more: without all parts there is no verdict.',
  });
}

interface Joinable {
  planned: PreparedAdapter['planned'];
  prepared: PreparedAdapter;
  failed: null;
  parts: FittingPart[];
  shares: SharesOf;
}

/** Of an adapter that has no scores to be joined. */
interface Failed {
  planned: PreparedAdapter['planned'];
  /** null where not even its data can be read. */
  prepared: PreparedAdapter | null;
  failed: ToldError;
  parts: FittingPart[];
}

/** What a part of an adapter says that it failed of; what waited for another job in vain says the least. */
function failureOf(parts: readonly FittingPart[]): ToldError | null {
  const all = parts.flatMap(({ document }) => document.failed ?? []);
  return all.find(({ code }) => code !== 'adapter-not-stored') ?? all[0] ?? null;
}

type Joining = Omit<MergeOptions, 'base' | 'head'> & { comparison: Comparison; general: GeneralTexts };

/** What keeps an adapter's parts from being its run. */
function adapterProblems(
  parts: readonly FittingPart[],
  shares: SharesOf,
  prepared: PreparedAdapter,
  { comparison, config, general }: Joining,
): string[] {
  const { name } = prepared.planned;
  // It has no scores to be joined: its data say what there is to say.
  if (isBlocked(prepared) && (parts.length === 0 || parts.every(({ document }) => document.blocked)))
    return [];
  const problems: string[] = [];
  for (const { file, part, document } of parts) {
    const { of } = shardOf(part);
    if (document.plan_hash !== planHash({ comparison, config, prepared, general: general.hash, of }))
      problems.push(
        `${file}: foreign: ${document.part} is of another plan than these commits give; run its job again`,
      );
    if (document.blocked !== isBlocked(prepared))
      problems.push(
        `${file}: damaged: ${document.part} ${document.blocked ? 'says that the data block' : 'says that nothing blocks'}, which they do${document.blocked ? ' not' : ''}; run its job again`,
      );
    if (String(document.special_tokens) !== String(parts[0]?.document.special_tokens))
      problems.push(
        `${file}: foreign: ${document.part} read another tokenizer than ${parts[0]?.document.part}; run its job again`,
      );
  }
  if (problems.length > 0) return problems;
  const roles: Role[] = prepared.base ? ['bare', 'baseline', 'candidate'] : ['bare', 'candidate'];
  const missing = missingParts(name, roles, parts);
  return missing.length > 0 ? missing : shareProblems(shares, prepared, general);
}

function failedSection({ planned, prepared, failed, parts }: Failed, options: Joining): ResultSection {
  const origin = parts.length > 0 ? originOf(parts) : originHere(options.version, null, 0);
  return failAdapter(planned, prepared, { ...options, origin, failure: failed });
}

async function joined(
  { prepared, parts, shares }: Joinable,
  options: Joining & { judge: OpenedJudge | null },
): Promise<ResultSection> {
  const { version, logger, general } = options;
  if (isBlocked(prepared)) {
    logger.warn(`${prepared.planned.name}: not trained, its data have errors that this change brings in`);
    return blockAdapter(prepared, { ...options, origin: originHere(version, null, 0) });
  }
  const runs = (role: Role): RoleRun[] => {
    // Whoever trained knows so; who found it in the store since then does not.
    const training = shares.trainings.find(({ share }) => share.role === role)?.share.trained;
    return shares.scored[role].flatMap(({ share }) => {
      const run = runOf(share);
      return run ? [{ ...run, trained: training ?? run.trained }] : [];
    });
  };
  const roles = { bare: runs('bare'), baseline: runs('baseline'), candidate: runs('candidate') };
  const run = joinRoles(roles, { ...prepared, general });
  const judged = carriedJudgement({ prepared, parts }, options.comparison);
  return decideAdapter(prepared, run, { ...options, judged, origin: originOf(parts) });
}

/** What a judge of the policy that is a model of ours has said on another machine. Any other is asked here, whatever a part says. */
function carriedJudgement(
  { prepared, parts }: Pick<Joinable, 'prepared' | 'parts'>,
  comparison: Comparison,
): Judged | null {
  const { judge } = policyOf(comparison, prepared.planned).config;
  const judged = parts.find(({ document }) => document.judged)?.document.judged;
  return judge.provider === 'local' && judged ? { ...judged, required: judge.required } : null;
}

/** Program and machine are those of the candidate's first share; times add up, and memory is that of the largest. */
function originOf(parts: readonly FittingPart[]): Origin {
  const first =
    parts.find(({ part }) => part.work === 'all') ??
    parts.find(({ part }) => part.work === 'score' && part.role === 'candidate' && part.shard.index === 1);
  const origins = parts.map(({ document }) => document.origin);
  const [{ software, machine } = originHere('', null, 0)] = first ? [first.document.origin] : origins;
  return {
    software,
    machine,
    seconds: origins.reduce((sum, { seconds }) => sum + seconds, 0),
    peak_rss_bytes: Math.max(...origins.map(({ peak_rss_bytes }) => peak_rss_bytes)),
  };
}
