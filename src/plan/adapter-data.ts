/** The rows that an affected adapter is trained from and judged by, each from its own commit. */

import type { AdapterConfig } from '../config/schema.ts';
import type { Conversation } from '../dataset/conversation.ts';
import { diffRows, type RowDiff, rowsHash } from '../dataset/diff.ts';
import { parseConversations } from '../dataset/read.ts';
import { UserError } from '../errors.ts';
import type { Comparison } from './comparison.ts';
import { readFileAt } from './file-at.ts';
import type { PlannedAdapter } from './plan-run.ts';

export interface DataFile {
  path: string;
  conversations: Conversation[];
  hash: string;
}

export interface AdapterData {
  /** null when the adapter is introduced: the baseline is the bare model. */
  baseTrain: DataFile | null;
  headTrain: DataFile;
  /** What both are judged by. */
  test: DataFile;
  /** The test set as the change leaves it, when it edits it. */
  editedTest: DataFile | null;
  trainDiff: RowDiff;
  testDiff: RowDiff | null;
}

async function readData(repo: string, sha: string, path: string, key: string): Promise<DataFile> {
  const bytes = await readFileAt(repo, sha, path);
  if (!bytes) {
    throw new UserError(
      'data-missing',
      `${path} is not in commit ${sha.slice(0, 7)}, but ${key} of the config names it`,
      {
        hint: 'Commit the file, or mend the path in the config.',
      },
    );
  }
  const conversations = await parseConversations([bytes], path);
  return { path, conversations, hash: rowsHash(conversations) };
}

/** @throws UserError that lists every bad row of the first bad file. */
export async function readAdapterData(
  comparison: Comparison,
  planned: PlannedAdapter<AdapterConfig>,
): Promise<AdapterData> {
  const { repo, base, head } = comparison;
  const key = (part: string) => `adapters.${planned.name}.${part}`;
  const headTrain = await readData(repo, head.sha, planned.head.train, key('train'));
  const baseTrain = planned.base && (await readData(repo, base.sha, planned.base.train, key('train')));
  const testSha = planned.test_source === 'base' ? base.sha : head.sha;
  const test = await readData(repo, testSha, planned.test, key('test'));
  const editedTest = planned.test_set_edited
    ? await readData(repo, head.sha, planned.head.test, key('test'))
    : null;
  return {
    baseTrain,
    headTrain,
    test,
    editedTest,
    trainDiff: diffRows(baseTrain?.conversations, headTrain.conversations),
    testDiff: editedTest && diffRows(test.conversations, editedTest.conversations),
  };
}
