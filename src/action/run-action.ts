/**
 * The Action from its event to its exit code: what is asked for, whether it may be done, the work, and what is shown of it. Every
 * way out ends in a completed check with a reason, as far as the token may write one. Knows neither the process nor the environment.
 */

import path from 'node:path';
import { storeWord } from '../commands/open-store.ts';
import { commandModelPool, type RunOutputs, runToFolder } from '../commands/run-outputs.ts';
import { messageOf, UserError } from '../errors.ts';
import { createPublisher, type Publisher } from '../github/publisher.ts';
import { compareCommits } from '../plan/comparison.ts';
import { type Failure, failureOf, writeFailure } from '../report/failure.ts';
import { failedComment } from '../report/state-comment.ts';
import { type ActiveTrigger, type Assignment, publishResult, setVerdict } from './assignment.ts';
import { announce, comparedBy, Held } from './compared.ts';
import { readTrigger } from './event.ts';
import { exitCodeOf, inWords } from './exit.ts';
import { commandContext, identityOf, type Job } from './job.ts';
import { matricesOf, NO_JOBS } from './matrix.ts';
import { emptyOutFolder, outFolder } from './out-folder.ts';
import { doPart } from './part-job.ts';
import { publishArtifact } from './publish-artifact.ts';
import { formatOpenedCheck, STATE_CHECK } from './run-state.ts';
import { awaitsApproval, findTarget, type Target } from './target.ts';
import { artifactOf, keepOutputs } from './upload.ts';
import { withWaivers } from './waived-result.ts';

/** @returns the exit code; errors are told where they belong and logged, never thrown */
export async function runAction(job: Job): Promise<number> {
  let publisher: Publisher | null = null;
  let headSha: string | null = null;
  let cancelled: Promise<void> | undefined;
  // The check is closed while the work still winds down: the runner does not wait for long.
  const close = () => {
    if (!isOutOfTime(job)) cancelled = publisher?.cancelled();
  };
  job.signal.addEventListener('abort', close, { once: true });
  try {
    const trigger = readTrigger(job.event.name, job.event.payload);
    const client = () => job.github(job.signal);
    const target = trigger.kind === 'nothing' ? null : await findTarget(trigger, job.repository, client);
    if (trigger.kind === 'nothing' || !target) {
      job.logger.info(trigger.kind === 'nothing' ? trigger.why : 'no open pull request has this head');
      setVerdict(job, { outcome: 'not_affected', blocked: false });
      setNoJobs(job);
      return 0;
    }
    headSha = target.headSha;
    publisher = publisherOf(job, trigger, target);
    job.signal.throwIfAborted();
    const code = await perform({ job, trigger, target, publisher });
    return writesOf(job, publisher, target, code);
  } catch (thrown) {
    return await ending(job, { thrown, publisher, headSha, cancelled });
  } finally {
    job.signal.removeEventListener('abort', close);
    if (publisher?.checkUrl) job.setOutput('check-url', publisher.checkUrl);
    if (publisher?.commentUrl) job.setOutput('comment-url', publisher.commentUrl);
  }
}

async function perform(assignment: Assignment): Promise<number> {
  const { job, trigger, target, publisher } = assignment;
  if (job.inputs.mode === 'report') return publishArtifact(assignment);
  await emptyOutFolder(job);
  try {
    if (await awaitsApproval(target, trigger, job.repository, () => job.github(job.signal)))
      throw new Held('fork');
    if (job.inputs.mode === 'plan') return await plan(assignment);
    return await (job.inputs.part === '' ? judge(assignment) : doPart(assignment));
  } catch (thrown) {
    if (!(thrown instanceof Held)) throw thrown;
    job.logger.warn(inWords(thrown.why, target.headSha));
    await publisher?.held(thrown.why);
    setVerdict(job, { outcome: 'not_evaluated', blocked: true });
    setNoJobs(job);
    await job.summarize(inWords(thrown.why, target.headSha));
    return 3;
  }
}

function publisherOf(job: Job, trigger: ActiveTrigger, target: Target): Publisher | null {
  const { inputs } = job;
  const dispatchedByApp = trigger.kind === 'workflow_dispatch' && trigger.checkRunId !== null;
  if (inputs.mode === 'run' || trigger.kind === 'push' || dispatchedByApp) return null;
  const into = { baseRef: target.baseRef, defaultBranch: trigger.defaultBranch };
  const { config, checkName } = identityOf(inputs, into);
  const { runId, runAttempt, repository } = job;
  return createPublisher({
    client: job.github(),
    repository,
    pull: target.pull,
    checkName,
    stamp: { config, headSha: target.headSha, headOrder: runId, runId, runAttempt },
    detailsUrl: `${job.serverUrl}/${repository.owner}/${repository.repo}/actions/runs/${runId}`,
    comment: inputs.comment,
    onCheck: (id, stamp) => {
      // The check that a plan opens is completed by the job that reports.
      if (inputs.mode !== 'plan')
        job.saveState(STATE_CHECK, formatOpenedCheck({ id, name: checkName, stamp, pull: target.pull }));
    },
    logger: job.logger,
  });
}

function setNoJobs(job: Job): void {
  job.setOutput('train-matrix', NO_JOBS);
  job.setOutput('matrix', NO_JOBS);
}

async function plan(assignment: Assignment): Promise<number> {
  const { job, target, publisher } = assignment;
  const comparison = await compareCommits(await comparedBy(assignment));
  for (const warning of comparison.warnings) job.logger.warn(warning);
  await announce(assignment, comparison);
  const { cacheDir } = job.env;
  const { config } = job.inputs;
  const { train, evaluate } = await matricesOf(comparison, { cacheDir, config, fork: target.fork });
  job.setOutput('train-matrix', JSON.stringify(train));
  job.setOutput('matrix', JSON.stringify(evaluate));
  if (evaluate.include.length === 0) {
    await publisher?.notAffected(comparison.plan.removed);
    setVerdict(job, { outcome: 'not_affected', blocked: false });
  }
  return 0;
}

async function judge(assignment: Assignment): Promise<number> {
  const { job, trigger, target, publisher } = assignment;
  const { inputs } = job;
  const context = commandContext(job, target);
  const models = commandModelPool(context);
  const out = await outFolder(job);
  let outputs: RunOutputs;
  try {
    outputs = await runToFolder(context, {
      ...(await comparedBy(assignment)),
      out,
      store: storeWord(inputs.baselineStore, job.env, job.workspace),
      storeLimits: inputs.storeLimits,
      trust: target.trust,
      models,
      onComparison: (comparison) => announce(assignment, comparison),
    });
  } finally {
    models.dispose();
  }
  if (publisher) outputs = await withWaivers(assignment, outputs, out);
  const { result } = outputs;
  job.setOutput('result-path', outputs.resultPath);
  job.setOutput('report-path', outputs.reportPath);
  if (result.adapters.length > 0) job.setOutput('adapters-path', path.join(out, 'adapters'));
  await keepOutputs(job, artifactOf(inputs), out);
  await publishResult(assignment, result, outputs.comment);
  // A push has been merged already: its run is for the next baseline.
  return trigger.kind === 'push' ? 0 : exitCodeOf(result.verdict, inputs.failOn);
}

const isOutOfTime = ({ signal }: Job) =>
  signal.reason instanceof UserError && signal.reason.code === 'out-of-time';

/** A missing permission is the workflow's fault, except where a fork's token cannot have it. */
function writesOf({ logger }: Job, publisher: Publisher | null, { fork }: Target, code: number): number {
  const [problem] = publisher?.problems ?? [];
  if (!problem || fork || code !== 0) return code;
  logger.error(inWords(problem));
  return 2;
}

interface Ending {
  thrown: unknown;
  publisher: Publisher | null;
  headSha: string | null;
  cancelled: Promise<void> | undefined;
}

async function ending(job: Job, { thrown, publisher, headSha, cancelled }: Ending): Promise<number> {
  const { logger, signal } = job;
  const stopped = signal.aborted && !isOutOfTime(job);
  const error = isOutOfTime(job) ? signal.reason : thrown;
  if (stopped) logger.warn('cancelled: what was trained so far is kept');
  else logger.error(inWords(error));
  setVerdict(job, { outcome: 'not_evaluated', blocked: true });
  await (stopped ? (cancelled ?? publisher?.cancelled()) : publisher?.failed(error));
  job.saveState(STATE_CHECK, '');
  if (headSha !== null && job.inputs.mode !== 'report') {
    if (!stopped) await job.summarize(failedComment(error, { headSha, detailsUrl: null }));
    await leaveFailure(job, failureOf(error, headSha, { cancelled: stopped })).catch((problem: unknown) =>
      logger.warn(messageOf(problem)),
    );
  }
  if (stopped) return 130;
  return error instanceof UserError ? 2 : 70;
}

/** For the job that reports. */
async function leaveFailure(job: Job, failure: Failure): Promise<void> {
  const { inputs } = job;
  const folder = await outFolder(job);
  await writeFailure(folder, failure);
  if (inputs.mode === 'run') await keepOutputs(job, artifactOf(inputs), folder);
}
