/** `mode: run` with a part: what one job of several does, and leaves as an artifact for the job that reports. Says nothing on GitHub. */

import { storeWord } from '../commands/open-store.ts';
import { commandModelPool, partToFolder } from '../commands/run-outputs.ts';
import type { PartDocument } from '../parts/part-document.ts';
import { parsePartName } from '../parts/part-name.ts';
import type { Assignment } from './assignment.ts';
import { announce, comparedBy } from './compared.ts';
import { keepRates, type Took } from './durations.ts';
import { commandContext } from './job.ts';
import { outFolder } from './out-folder.ts';
import { artifactOf, keepOutputs } from './upload.ts';

/** @returns the exit code: a part has no verdict, it is done or it fails */
export async function doPart(assignment: Assignment): Promise<number> {
  const { job, target } = assignment;
  const { inputs, logger } = job;
  const part = parsePartName(inputs.part);
  const context = commandContext(job, target);
  const models = commandModelPool(context);
  const out = await outFolder(job);
  try {
    const { document, partPath } = await partToFolder(context, {
      ...(await comparedBy(assignment)),
      ...{ out, part, models },
      store: storeWord(inputs.baselineStore, job.env, job.workspace),
      storeLimits: inputs.storeLimits,
      trust: target.trust,
      onComparison: (comparison) => announce(assignment, comparison),
    });
    await keepRates(job.env.cacheDir, inputs.config, part.adapter, tookBy(document));
    await keepOutputs(job, artifactOf(inputs), out);
    const { failed } = document;
    if (!failed) logger.info(`${inputs.part}: done, ${partPath}`);
    // The jobs after a training are for other adapters, too: what failed is told by the one that reports.
    if (!failed || part.work === 'train') return 0;
    return failed.kind === 'bug' ? 70 : 2;
  } finally {
    models.dispose();
  }
}

/** What was computed here and now; what the store had took nothing. */
function tookBy({ shares }: PartDocument): Record<'training' | 'scoring', Took> {
  const trainings = shares.flatMap(({ trained }) => (trained?.origin === 'trained' ? [trained] : []));
  const scorings = shares
    .flatMap(({ test, edited, general, effect }) => [test, edited, general, effect])
    .filter((scores) => scores !== null)
    .filter(({ cached }) => !cached);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    training: {
      tokens: sum(trainings.map(({ tokens }) => tokens)),
      seconds: sum(trainings.map(({ seconds }) => seconds)),
    },
    scoring: {
      tokens: sum(scorings.map(({ total_tokens }) => total_tokens)),
      seconds: sum(scorings.map(({ seconds }) => seconds)),
    },
  };
}
