/** Of the check, as a branch's rules name it. */

export const CHECK_NAME = 'lora-gate';

/**
 * What the name adds for any branch but the default one: a pull request into a branch of the author's own, with a policy of their own,
 * must not answer for the same commit on its way to the default branch.
 */
export function intoBranch(baseRef: string, defaultBranch: string): string {
  return baseRef === defaultBranch ? '' : ` (into ${baseRef})`;
}

export const checkNameFor = (baseRef: string, defaultBranch: string): string =>
  `${CHECK_NAME}${intoBranch(baseRef, defaultBranch)}`;
