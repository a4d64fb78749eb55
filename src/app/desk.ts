/** What every flow works with: one repository of one installation, seen through the App's own client. */

import type { GithubClient, Repository } from '../github/client.ts';
import type { Logger } from '../log.ts';

export interface Desk {
  client: GithubClient;
  repository: Repository;
  /** `slug[bot]`: whose checks and comments are ours. */
  self: string;
  /** The file in `.github/workflows` that is dispatched, always as the default branch has it. */
  workflow: string;
  logger: Logger;
  /** So long a dispatched run may take to be listed; until then it is not dispatched again. */
  graceMilliseconds: number;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Looks at a pull request again after a while. */
  later: (pull: number, milliseconds: number) => void;
}

/** Of a pull request's configuration. */
export const CONFIG = 'lora-gate.yml';
