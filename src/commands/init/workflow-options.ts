/**
 * What a generated workflow is told, checked before it stands in a file that GitHub runs: labels, branch and action come from
 * the command line or from git, and none may end its line or be read as a pattern.
 */

import { UserError } from '../../errors.ts';

export interface WorkflowOptions {
  /** The default branch. */
  branch: string;
  /** Labels that a runner must all have. */
  runsOn: readonly string[];
  /** `owner/repository@ref`, or a folder such as `./`. */
  action: string;
  singleJob: boolean;
  /** Whether the app starts the runs and reports them: the workflow then only trains, and may write nothing. */
  app: boolean;
  timeoutMinutes: number;
}

const LABEL = /^[A-Za-z0-9][\w. -]{0,127}$/;
// Of the characters that git allows, those that GitHub does not read as a pattern.
const BRANCH = /^[A-Za-z0-9_](?:[\w./-]{0,253}\w)?$/;
const ACTION = /^(?:[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w./-]*@[\w./-]+|\.\/[\w./-]*)$/;

/** Labels from `self-hosted,gpu`. @throws UserError `init-option` */
export function parseLabels(text: string): string[] {
  const labels = text.split(',').map((label) => label.trim());
  const wrong = labels.find((label) => !LABEL.test(label));
  if (wrong === undefined) return labels;
  throw new UserError('init-option', `--runs-on has the label ${JSON.stringify(wrong)}`, {
    hint: 'Give labels of letters, digits, ".", "_", "-" and spaces, with commas between: --runs-on self-hosted,gpu.',
  });
}

/** @throws UserError `init-option` for a branch or an action that cannot stand in a workflow. */
export function checkWorkflowOptions({ branch, action }: Pick<WorkflowOptions, 'branch' | 'action'>): void {
  if (!BRANCH.test(branch)) {
    throw new UserError('init-option', `the branch ${JSON.stringify(branch)} cannot be named in a workflow`, {
      hint: 'Name the default branch with --branch; letters, digits, ".", "_", "-" and "/" are possible.',
    });
  }
  if (!ACTION.test(action)) {
    throw new UserError(
      'init-option',
      `the action ${JSON.stringify(action)} is none that a workflow can use`,
      {
        hint: 'Write --action owner/repository@commit, or ./ for an action in the same repository.',
      },
    );
  }
}
