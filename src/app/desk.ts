/** What every flow works with: one repository of one installation, seen through the App's own client. */

import type { GithubClient, Repository } from '../github/client.ts';
import type { Logger } from '../log.ts';
import type { Errand } from './events.ts';
import type { EndedRun } from './metrics.ts';

export const WELCOMES = ['off', 'issue', 'pull_request'] as const;
export type Welcome = (typeof WELCOMES)[number];

export interface Desk {
  client: GithubClient;
  repository: Repository;
  /** Of the App. */
  appId: number;
  /** `slug[bot]`: whose checks and comments are ours. */
  self: string;
  /** The file in `.github/workflows` that is dispatched, always as the default branch has it. */
  workflow: string;
  /** How a repository is greeted that the App was installed in. */
  welcome: Welcome;
  logger: Logger;
  /** So long a dispatched run may take to be listed; until then it is not dispatched again. */
  graceMilliseconds: number;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Hears of each run that was told for the first time. */
  ended?: ((run: EndedRun) => void) | undefined;
  /** One more errand, after a while or when its turn comes; the errands of a pull request are done one after the other. */
  enqueue: (errand: Errand, milliseconds?: number) => void;
}
