/** `/lora-gate spot-check`: the pairs of answers to choose from, or choices that were made. Changes no verdict. */

import { UserError } from '../errors.ts';
import { artifactName } from '../github/artifact-name.ts';
import { PREFIX } from '../github/commands.ts';
import { readResultArtifact } from '../github/result-artifact.ts';
import { type Markdown, md } from '../report/markdown-escape.ts';
import type { Result } from '../report/result.ts';
import { parseSpotVote, spotSheetText, voteProblem } from '../report/spot-votes.ts';
import { CONFIG } from './config-path.ts';
import { endedRun, settlePull } from './pull-request.ts';
import type { Scene } from './scene.ts';

/** Of a comment, with room for what stands around it. */
const MOST_CHARACTERS = 60_000;

/** A refusal is told; `done` has nothing to say. */
export type SpotAnswer = { refused: Markdown } | { reply: Markdown } | 'done';

/** Of the head; undefined where it has none (yet). */
async function resultOf(scene: Scene): Promise<Result | undefined> {
  const { desk, pull } = scene;
  const run = endedRun(scene);
  if (!run) return undefined;
  try {
    const carried = await readResultArtifact(desk.client, desk.repository, {
      ...{ runId: run.id, name: artifactName(CONFIG), headSha: pull.headSha },
      baseRef: pull.baseRef,
    });
    return carried.result;
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.code.startsWith('artifact-')) return undefined;
    throw thrown;
  }
}

/** @param order of the check that tells of the votes: the comment's time */
export async function answerSpotCheck(scene: Scene, words: string, order: number): Promise<SpotAnswer> {
  const vote = parseSpotVote(words);
  if (typeof vote === 'string') return { refused: md`${vote}` };
  const result = await resultOf(scene);
  if (!result) return { refused: md`This head has no result (yet), so there are no answers to compare.` };
  if (vote === null) {
    const prefix = `${PREFIX} spot-check`;
    const sheet = spotSheetText(result, { prefix, limit: MOST_CHARACTERS });
    return sheet
      ? { reply: sheet }
      : {
          refused: md`The result has no answers that may be shown: prompts are answered where the policy has assertions or a judge, and rows with secrets or personal data are withheld.`,
        };
  }
  const problem = voteProblem(result, vote);
  if (problem !== null) return { refused: md`${problem}` };
  await settlePull(scene.desk, scene.pull.number, { wish: { order, kind: 'publish' } });
  return 'done';
}
