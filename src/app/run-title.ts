/**
 * How a dispatched run says which check it is for: `lora-gate #12 345`, the pull request and the check, by `run-name` in the workflow
 * (commands/init/workflow.ts). Pure. A title alone proves nothing, see own-runs.ts.
 */

const TITLE = /^lora-gate #([1-9]\d{0,9}) ([1-9]\d{0,15})$/;

export interface RunTitle {
  pull: number;
  check: number;
}

export function parseRunTitle(text: string): RunTitle | undefined {
  const [, pull, check] = TITLE.exec(text) ?? [];
  return pull === undefined ? undefined : { pull: Number(pull), check: Number(check) };
}
