/**
 * The parts of the result that say where it comes from on the web and where it was sent to: repository and pull request, and
 * the experiments in Opik. Addresses are data that may come from a hostile artifact: readers show them, and send no key there.
 */

import { z } from 'zod';
import { name, shortText } from './result-metric.ts';

export const address = z
  .string()
  .max(2048)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: 'expected an http(s) address',
  });

export const source = z
  .strictObject({
    repository: address.describe('Page of the repository, such as https://github.example/team/desk'),
    pull_request: z.int().min(1).nullable(),
    base_branch: z
      .string()
      .min(1)
      .max(255)
      .optional()
      .describe('Branch that the change is for: it is judged by what that one decides'),
  })
  .nullable()
  .describe('null for a run that knows no repository on the web');

export const tracking = z
  .strictObject({
    url: address.describe('Of the API'),
    project: z.string().min(1).max(200),
    workspace: z.string().min(1).max(200),
    links: z
      .array(z.strictObject({ adapter: name, url: address }))
      .max(1000)
      .describe('Candidate and baseline side by side, for each adapter that was scored'),
    problem: shortText.nullable().describe('Why Opik did not take the result; null once it has'),
  })
  .nullable()
  .describe('Opik; null where nothing is to be sent');

export type ResultSource = z.output<typeof source>;
export type ResultTracking = z.output<typeof tracking>;

export interface GithubVariables {
  /** GITHUB_SERVER_URL. */
  server: string | undefined;
  /** GITHUB_REPOSITORY, `owner/name`. */
  repository: string | undefined;
  /** GITHUB_REF, `refs/pull/12/merge` in a run for a pull request. */
  ref: string | undefined;
  /** GITHUB_BASE_REF, the base branch in a run for a pull request. */
  baseRef?: string | undefined;
}

/** Repository and pull request of a workflow run; null where the variables don't name a repository. */
export function githubSource({ server, repository, ref, baseRef }: GithubVariables): ResultSource {
  if (!server || !repository) return null;
  const number = /^refs\/pull\/(\d{1,12})\//.exec(ref ?? '')?.[1];
  const found = source.safeParse({
    repository: `${server.replace(/\/+$/, '')}/${repository}`,
    pull_request: number === undefined ? null : Number(number),
    ...(baseRef && { base_branch: baseRef }),
  });
  return found.success ? found.data : null;
}
