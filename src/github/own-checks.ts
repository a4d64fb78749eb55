/** The checks of a config that we have made on a commit: looked for, and made. What becomes of them is elsewhere. */

import type { CheckText } from '../report/check-output.ts';
import { mayHaveTakenEffect } from './api-error.ts';
import type { GithubClient, Repository } from './client.ts';
import { appSlug, ownLogin } from './own-login.ts';
import {
  compareStamps,
  decodeStamp,
  encodeStamp,
  isOfConfig,
  isSameRun,
  type RunStamp,
} from './run-stamp.ts';

export interface CheckRequest {
  /** As it is required by the branch's rules. */
  name: string;
  /** `headSha` is the commit that the check belongs to. */
  stamp: RunStamp;
  detailsUrl?: string;
  /** As in `upsertComment`. */
  self?: string;
  /** Buttons of the completed check. Only an App that is there to answer hears of them. */
  actions?: readonly CheckAction[];
}

/** A button; GitHub takes three of a check. */
export interface CheckAction {
  /** At most 20 characters. */
  label: string;
  /** At most 40. */
  description: string;
  /** At most 20; comes back in the event. */
  identifier: string;
}

export interface OwnCheck {
  id: number;
  url: string | undefined;
  completed: boolean;
  annotations: number;
  stamp: RunStamp;
  conclusion: string | null;
  title: string | null;
  detailsUrl: string | null;
  /** ISO 8601, by GitHub's clock: nothing of ours sends another. */
  startedAt: string | null;
}

/** Of one request whose answer was lost. */
export const MOST_TRIES = 4;

interface AnsweredCheck {
  id: number;
  html_url: string | null;
  status: string;
  external_id: string | null;
  conclusion: string | null;
  details_url: string | null;
  started_at: string | null;
  output: { title: string | null; annotations_count: number };
  app: { slug?: string | undefined } | null;
}

function own(check: AnsweredCheck): OwnCheck | undefined {
  const stamp = decodeStamp(check.external_id);
  if (!stamp) return undefined;
  const { id, html_url, status, output, conclusion, details_url: detailsUrl, started_at: startedAt } = check;
  const completed = status === 'completed';
  const { title, annotations_count: annotations } = output;
  return {
    ...{ id, url: html_url ?? undefined, completed, annotations, stamp },
    ...{ conclusion, title, detailsUrl, startedAt },
  };
}

/** Ours for the config on the commit; one that another App made is none of ours, whatever stands in it. */
export async function ownChecks(
  client: GithubClient,
  repository: Repository,
  request: CheckRequest,
): Promise<OwnCheck[]> {
  const { name, stamp } = request;
  const slug = appSlug(await ownLogin(client, request.self));
  const asked = {
    ...repository,
    ref: stamp.headSha,
    check_name: name,
    filter: 'all' as const,
    per_page: 100,
  };
  const all = await client.paginate(client.rest.checks.listForRef, asked);
  return (all as AnsweredCheck[])
    .filter(({ app }) => slug !== undefined && app?.slug === slug)
    .flatMap((check) => own(check) ?? [])
    .filter((check) => isOfConfig(check.stamp, stamp.config));
}

/** One that a later run of the same commit has made. */
export const laterCheck = (checks: readonly OwnCheck[], stamp: RunStamp) =>
  checks.find((check) => !isSameRun(check.stamp, stamp) && compareStamps(check.stamp, stamp, undefined) > 0);

/** What all requests that write a check have in common. */
export function fieldsOf({ stamp, detailsUrl }: CheckRequest) {
  return {
    external_id: encodeStamp(stamp),
    ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
    request: { retries: 0 },
  };
}

/** Makes a check; where the answer is lost, looks for it before another try. */
export async function createCheck(
  client: GithubClient,
  repository: Repository,
  request: CheckRequest,
  content: { status: 'queued' | 'in_progress'; output?: CheckText },
): Promise<OwnCheck> {
  const { name, stamp } = request;
  for (let tries = 1; ; tries++) {
    try {
      const asked = { ...repository, name, head_sha: stamp.headSha, ...fieldsOf(request), ...content };
      const made = own((await client.rest.checks.create(asked)).data as AnsweredCheck);
      if (made) return made;
      throw new Error('GitHub answered with another external_id than it was sent');
    } catch (thrown) {
      if (!mayHaveTakenEffect(thrown) || tries >= MOST_TRIES) throw thrown;
      const made = (await ownChecks(client, repository, request)).find((check) =>
        isSameRun(check.stamp, stamp),
      );
      if (made) return made;
    }
  }
}
