/** Ends what is done for a head. */

import { completeCheck } from '../github/check-run.ts';
import { cancelledOutput } from '../report/check-output.ts';
import { cancelRun } from './own-runs.ts';
import type { Scene } from './scene.ts';

/** False where nothing was open. The run's end closes the check; where there is none yet it is closed here. */
export async function cancelPull(scene: Scene, by: string): Promise<boolean> {
  const { desk, checks, runs, checkName } = scene;
  const [latest] = checks;
  const run = runs.find((one) => one.status !== 'done' && one.check === latest?.id);
  if (run) await cancelRun(desk, run);
  if (!latest || latest.completed) return run !== undefined;
  if (run) return true;
  await completeCheck(desk.client, desk.repository, latest.id, {
    ...{ name: checkName, stamp: latest.stamp, self: desk.self },
    output: cancelledOutput({ reason: `by ${by}` }),
  });
  return true;
}
