/**
 * What a run shows on GitHub: its check and its comment, one story told in both. The Action and the app call this; it decides in
 * which order things are written and what happens when a part cannot be, and knows nothing of how the story came about.
 */

import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import {
  awaitingApprovalOutput,
  type CheckOutput,
  type CheckText,
  cancelledOutput,
  checkOutput,
  crashedOutput,
  draftOutput,
  notAffectedOutput,
  startedOutput,
} from '../report/check-output.ts';
import { renderComment } from '../report/markdown.ts';
import type { Result } from '../report/result.ts';
import {
  cancelledComment,
  failedComment,
  heldComment,
  notAffectedComment,
  startedComment,
} from '../report/state-comment.ts';
import { completeCheck, openCheck } from './check-run.ts';
import type { GithubClient, Repository } from './client.ts';
import type { CheckAction } from './own-checks.ts';
import { listChangedFiles } from './pull-request.ts';
import type { RunStamp } from './run-stamp.ts';
import { COMMENT_BODY_LIMIT, upsertComment } from './sticky-comment.ts';

export interface PublisherOptions {
  client: GithubClient;
  repository: Repository;
  /** null where there is none to comment on: a merge group. */
  pull: number | null;
  /** Of the check: what a branch's rules require. */
  checkName: string;
  stamp: Omit<RunStamp, 'state'>;
  /** Where the log is. */
  detailsUrl: string | null;
  comment: 'always' | 'on-change' | 'never';
  /** `slug[bot]` of an App. */
  self?: string;
  /** Buttons of the completed check: of an App that answers them. */
  actions?: readonly CheckAction[];
  /** Gets the check as soon as it is open, so that whoever comes after a crash can close it. */
  onCheck?: (id: number, stamp: RunStamp) => void;
  logger: Logger;
}

export interface Publisher {
  started(adapters: readonly string[], minutes: number | null): Promise<void>;
  /** `removed`: adapters that the change takes out, which a comment tells. */
  notAffected(removed?: readonly string[]): Promise<void>;
  held(why: 'draft' | 'fork'): Promise<void>;
  /** As `notAffected` where the result has nothing to say. */
  finished(result: Result): Promise<void>;
  failed(thrown: unknown): Promise<void>;
  cancelled(): Promise<void>;
  readonly checkUrl: string | null;
  readonly commentUrl: string | null;
  /** What could not be written, each once. */
  readonly problems: readonly UserError[];
}

/** `create: false` writes a comment only where one of ours is there already. */
type Story = { comment: string; create: boolean } & (
  | { state: 'running'; check: CheckText }
  | { state: 'done'; check: CheckOutput }
);

export function createPublisher(options: PublisherOptions): Publisher {
  const { client, repository, pull, stamp, detailsUrl, logger, self } = options;
  const shown = { headSha: stamp.headSha, detailsUrl };
  const problems = new Map<string, UserError>();
  let checkId: number | undefined;
  let checkUrl: string | null = null;
  let commentUrl: string | null = null;
  let told: Promise<void> = Promise.resolve();

  /** One part that fails takes nothing from the other. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      if (!problems.has(thrown.message)) logger.warn(thrown.message);
      problems.set(thrown.message, thrown);
    }
  }

  async function writeCheck(story: Story): Promise<void> {
    const request = {
      name: options.checkName,
      stamp: { ...stamp, state: story.state },
      ...(detailsUrl !== null && { detailsUrl }),
      ...(self !== undefined && { self }),
      ...(options.actions && { actions: options.actions }),
    };
    const outcome =
      story.state === 'done'
        ? await completeCheck(client, repository, checkId, { ...request, output: story.check })
        : await openCheck(client, repository, { ...request, status: 'in_progress', output: story.check });
    if (outcome.outcome !== 'superseded' && outcome.id !== undefined) {
      checkId = outcome.id;
      if (story.state !== 'done') options.onCheck?.(outcome.id, request.stamp);
    }
    checkUrl = outcome.url ?? null;
    if (outcome.outcome === 'superseded') logger.info('a later run has the check: this one is told so');
  }

  async function writeComment({ state, comment, create }: Story): Promise<void> {
    if (pull === null || options.comment === 'never') return;
    const outcome = await upsertComment(client, repository, {
      pull,
      stamp: { ...stamp, state },
      body: comment,
      create: create || options.comment === 'always',
      ...(self !== undefined && { self }),
    });
    commentUrl = outcome.url ?? null;
    if (outcome.outcome === 'superseded') logger.info('a later run has the comment: it stays as it is');
  }

  /** A cancellation comes while a story is being told: what that creates has to be found by the next one, not made twice. */
  function tell(story: Story): Promise<void> {
    told = told
      .catch(() => undefined)
      .then(async () => {
        await attempt(() => writeCheck(story));
        await attempt(() => writeComment(story));
      });
    return told;
  }

  /** Annotations belong on lines that the change has; without the list none are shown. */
  async function changedFiles(): Promise<ReadonlySet<string>> {
    if (pull === null) return new Set();
    let files: string[] = [];
    await attempt(async () => {
      files = await listChangedFiles(client, repository, pull);
    });
    return new Set(files);
  }

  const notAffected = (removed: readonly string[] = []) =>
    tell({
      state: 'done',
      check: notAffectedOutput(removed),
      comment: notAffectedComment(shown, removed),
      create: removed.length > 0,
    });

  return {
    started: (adapters, minutes) =>
      tell({
        state: 'running',
        check: startedOutput(minutes === null ? {} : { minutes }),
        comment: startedComment(adapters, minutes, shown),
        create: true,
      }),
    notAffected,
    held: (why) =>
      tell({
        state: 'done',
        check: why === 'draft' ? draftOutput() : awaitingApprovalOutput(stamp),
        comment: heldComment(why, shown),
        create: true,
      }),
    async finished(result) {
      const silent = result.adapters.length + result.removed_adapters.length + result.warnings.length === 0;
      if (silent) return notAffected();
      await tell({
        state: 'done',
        check: checkOutput(result, { changedFiles: await changedFiles() }),
        comment: renderComment(result, { limit: COMMENT_BODY_LIMIT }),
        create: result.adapters.length > 0,
      });
    },
    async failed(thrown) {
      await tell({
        state: 'done',
        check: crashedOutput(thrown, { changedFiles: await changedFiles() }),
        comment: failedComment(thrown, shown),
        create: true,
      });
    },
    cancelled: () =>
      tell({ state: 'done', check: cancelledOutput(), comment: cancelledComment(shown), create: false }),
    get checkUrl() {
      return checkUrl;
    },
    get commentUrl() {
      return commentUrl;
    },
    get problems() {
      return [...problems.values()];
    },
  };
}
