/**
 * The demo's stand-in for a GPU runner: a dispatched run waits, runs, and ends with an artifact that holds a recorded result. Every
 * step is told to the app as GitHub would tell it.
 */

import type { DemoDelivery } from './github.ts';
import { run as runObject } from './objects.ts';
import type { DemoRun, DemoState } from './state.ts';
import { zipOf } from './zip.ts';

export interface RunnerOptions {
  deliver: (state: DemoState, delivery: DemoDelivery) => Promise<void>;
  /** The text of `result.json` for a pull request. */
  resultOf: (state: DemoState, pull: number, headSha: string) => string;
  /** Waits between the steps. */
  pause: () => Promise<void>;
}

/** Takes the inputs of a `workflow_dispatch`; resolves when the run has ended and the app was told. */
export function createRunner({ deliver, resultOf, pause }: RunnerOptions) {
  return async (state: DemoState, inputs: Record<string, string>): Promise<void> => {
    const run: DemoRun = {
      id: state.nextId(),
      title: `lora-gate #${inputs.pr} ${inputs.check_run_id}`,
      pull: Number(inputs.pr),
      headSha: String(inputs.head_sha),
      status: 'queued',
      conclusion: null,
      created_at: state.now(),
      artifact: undefined,
    };
    state.runs.set(run.id, run);
    const tell = (action: string) =>
      deliver(state, {
        event: 'workflow_run',
        payload: { action, workflow_run: runObject(state, run), workflow: { id: 1, path: state.workflow } },
      });
    await tell('requested');
    await pause();
    if (run.conclusion === 'cancelled') return tell('completed');
    run.status = 'in_progress';
    await tell('in_progress');
    await pause();
    // Cancelled while it ran, by the app.
    if ((run as DemoRun).conclusion !== 'cancelled') {
      const zip = zipOf({ 'result.json': resultOf(state, run.pull, run.headSha) });
      run.artifact = { id: state.nextId(), name: 'lora-gate', zip };
      Object.assign(run, { status: 'completed', conclusion: 'success' });
    }
    await tell('completed');
  };
}
