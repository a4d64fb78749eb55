/** What a repository is told that the App was installed in, as an issue or a pull request. Pure; everything in it is ours. */

import { configText } from '../commands/init/config-text.ts';
import { DEFAULT_ACTION } from '../commands/init/pinned-actions.ts';
import { workflowText } from '../commands/init/workflow.ts';
import { checkWorkflowOptions } from '../commands/init/workflow-options.ts';

/** By this, and by who wrote it, a welcome is found again. */
const MARKER = '<!-- lora-gate:welcome -->';

export const isWelcome = (body: string | null | undefined): boolean => (body ?? '').includes(MARKER);

export const WELCOME_TITLE = 'lora-gate is installed: what it needs to judge pull requests';

const RUNS_ON = ['self-hosted', 'gpu'];
const TIMEOUT_MINUTES = 60;

/** As `lora-gate init --app` writes it. @throws UserError where the branch cannot be named in a workflow */
export function welcomeWorkflow(branch: string): string {
  checkWorkflowOptions({ branch, action: DEFAULT_ACTION });
  return workflowText({
    ...{ branch, runsOn: RUNS_ON, action: DEFAULT_ACTION, timeoutMinutes: TIMEOUT_MINUTES },
    ...{ singleJob: false, app: true },
  });
}

const file = (name: string, text: string) =>
  `<details><summary>${name}</summary>\n\n\`\`\`\`yaml\n${text.trimEnd()}\n\`\`\`\`\n\n</details>`;

const CONFIG_EXAMPLE = configText({ name: 'my-assistant', model: 'google/gemma-2b' });

const NEEDED = [
  '`lora-gate.yml`: the base model, the adapters with their training and test conversations, and what blocks a merge. Without it this repository is left alone.',
  `A runner with a GPU and the labels ${RUNS_ON.map((label) => `\`${label}\``).join(' and ')}.`,
  'The check "lora-gate", with the App as its source, among those that the rules of the branch require.',
];

const numbered = (items: readonly string[]) => items.map((item, i) => `${i + 1}. ${item}`).join('\n');

export function welcomeIssue(workflow: string, branch: string): string {
  return [
    `lora-gate tells of a pull request that changes training data or a recipe whether the fine-tuned model gets better or worse. On \`${branch}\` it needs:`,
    numbered([
      `\`.github/workflows/${workflow}\`: trains where the App asks for it, and may write nothing.`,
      ...NEEDED,
    ]),
    'On your machine `lora-gate init --app` writes both files, with your data if you name it. Or copy them from here:',
    file(`.github/workflows/${workflow}`, welcomeWorkflow(branch)),
    file('lora-gate.yml', CONFIG_EXAMPLE),
    'Nothing happens before both are there. This is said once; close it whenever you like.',
    MARKER,
  ].join('\n\n');
}

export function welcomePullRequest(workflow: string): string {
  return [
    'lora-gate tells of a pull request that changes training data or a recipe whether the fine-tuned model gets better or worse. ' +
      `This adds \`.github/workflows/${workflow}\`, which trains where the App asks for it, and may write nothing. Add to it, before or after merging:`,
    numbered(NEEDED),
    file('lora-gate.yml', CONFIG_EXAMPLE),
    'This is said once: closed, it does not come again.',
    MARKER,
  ].join('\n\n');
}
