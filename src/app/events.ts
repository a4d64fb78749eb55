/**
 * What a delivery is about: which pull request, comment or check has to be looked at. Pure. Nothing else is taken from a payload, since
 * GitHub may have moved on: what to do is decided on what the API says then.
 */

import { z } from 'zod';
import type { Delivery } from './deliveries.ts';
import { parseRunTitle } from './run-title.ts';

export type Errand =
  /** `oldHead` is the head before a push, `check` the one that a run of ours is for. */
  | { kind: 'pull'; pull: number; oldHead?: string; wish?: Wish; check?: number }
  | { kind: 'comment'; pull: number; comment: number }
  | { kind: 'check'; check: number; action: 'rerequested' | 'explain' }
  | { kind: 'suite'; headSha: string }
  /** `gone` once the queue has dropped or merged it. */
  | { kind: 'merge-group'; headSha: string; headRef: string; gone?: true };

/**
 * What is wished for a head beyond what it has: a check at least as late as `order`, trained anew or told anew from what was trained.
 * The order comes from what was asked (a comment's time, the check that is to be repeated), so that asking twice is asking once.
 */
export interface Wish {
  order: number;
  kind: 'run' | 'publish';
}

export interface Task {
  installation: number;
  owner: string;
  repo: string;
  errand: Errand;
}

const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const id = z.int().min(1);
const common = z.object({
  action: z.string(),
  installation: z.object({ id }),
  repository: z.object({ name: z.string(), owner: z.object({ login: z.string() }) }),
});

const PULL_ACTIONS = [
  'opened',
  'synchronize',
  'reopened',
  'ready_for_review',
  'converted_to_draft',
  'edited',
  'closed',
];

/** By event: the errand of a payload, or undefined where it asks for nothing. */
const READERS: Record<string, (payload: unknown, action: string, appId: number) => Errand | undefined> = {
  pull_request(payload, action) {
    if (!PULL_ACTIONS.includes(action)) return undefined;
    const parsed = z
      .object({ pull_request: z.object({ number: id }), before: sha.optional() })
      .parse(payload);
    const { before } = parsed;
    return {
      kind: 'pull',
      pull: parsed.pull_request.number,
      ...(before !== undefined && { oldHead: before }),
    };
  },
  workflow_run(payload) {
    const { workflow_run: run } = z
      .object({ workflow_run: z.object({ event: z.string(), display_title: z.string().nullish() }) })
      .parse(payload);
    const title = run.event === 'workflow_dispatch' ? parseRunTitle(run.display_title ?? '') : undefined;
    return title && { kind: 'pull', ...title };
  },
  issue_comment(payload, action) {
    if (action !== 'created') return undefined;
    const { issue, comment } = z
      .object({
        issue: z.object({ number: id, pull_request: z.object({}).nullish() }),
        comment: z.object({
          id,
          body: z.string().nullish(),
          user: z.object({ type: z.string() }).nullable(),
        }),
      })
      .parse(payload);
    if (!issue.pull_request || comment.user?.type !== 'User') return undefined;
    if (!/^\/lora[-_]?gate/im.test(comment.body ?? '')) return undefined;
    return { kind: 'comment', pull: issue.number, comment: comment.id };
  },
  check_run(payload, action, appId) {
    if (action !== 'rerequested' && action !== 'requested_action') return undefined;
    const parsed = z
      .object({
        check_run: z.object({ id, app: z.object({ id }).nullable() }),
        requested_action: z.object({ identifier: z.string() }).nullish(),
      })
      .parse(payload);
    if (parsed.check_run.app?.id !== appId) return undefined;
    const asked = action === 'rerequested' ? 'rerequested' : parsed.requested_action?.identifier;
    const check = parsed.check_run.id;
    if (asked === 'explain') return { kind: 'check', check, action: 'explain' };
    return asked === 'rerequested' || asked === 'rerun'
      ? { kind: 'check', check, action: 'rerequested' }
      : undefined;
  },
  check_suite(payload, action, appId) {
    if (action !== 'rerequested') return undefined;
    const { check_suite: suite } = z
      .object({ check_suite: z.object({ head_sha: sha, app: z.object({ id }).nullable() }) })
      .parse(payload);
    return suite.app?.id === appId ? { kind: 'suite', headSha: suite.head_sha } : undefined;
  },
  merge_group(payload, action) {
    if (action !== 'checks_requested' && action !== 'destroyed') return undefined;
    const { merge_group: group } = z
      .object({ merge_group: z.object({ head_sha: sha, head_ref: z.string() }) })
      .parse(payload);
    const named = { kind: 'merge-group' as const, headSha: group.head_sha, headRef: group.head_ref };
    return action === 'destroyed' ? { ...named, gone: true } : named;
  },
};

/** All others ask for nothing, and the App does not subscribe to them. */
export const ANSWERED_EVENTS: readonly string[] = Object.keys(READERS);

/** Undefined for what asks for nothing, or is not as GitHub sends it. */
export function readTask({ event, payload }: Omit<Delivery, 'id'>, appId: number): Task | undefined {
  const read = Object.hasOwn(READERS, event) ? READERS[event] : undefined;
  const whole = common.safeParse(payload);
  if (!read || !whole.success) return undefined;
  try {
    const { action, installation, repository } = whole.data;
    const errand = read(payload, action, appId);
    const { name: repo, owner } = repository;
    return errand && { installation: installation.id, owner: owner.login, repo, errand };
  } catch (thrown) {
    if (thrown instanceof z.ZodError) return undefined;
    throw thrown;
  }
}
