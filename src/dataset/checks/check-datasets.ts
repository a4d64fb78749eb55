/**
 * All checks of the data over a training set, its test set and the training set before the change: every row once, in file
 * order, test rows first. Knows nothing of files or of tokens; each check is a file of its own.
 */

import type { Conversation } from '../conversation.ts';
import { checkEmptyAnswers, checkRefusals, checkRoleOrder } from './answers.ts';
import { checkControlCharacters } from './control-characters.ts';
import { createDistributionCounter, type Distribution } from './distribution.ts';
import { shifts } from './distribution-shift.ts';
import { checkDuplicate } from './duplicates.ts';
import { defaultSeverities, type Report, type Severities } from './finding.ts';
import { createFindings, type Findings } from './findings.ts';
import { introducedRows } from './introduced-rows.ts';
import { createLabelConflicts } from './label-conflicts.ts';
import { type Language, languageOf } from './language.ts';
import { checkLeakage, createPromptIndex } from './leakage.ts';
import { checkMojibake } from './mojibake.ts';
import { createPacer } from './pacing.ts';
import { checkPersonalData } from './personal-data.ts';
import { createRowMatcher, createSigner } from './row-matcher.ts';
import { contentKey, type RowView, viewRow } from './row-view.ts';
import { createSecretScan } from './secrets.ts';
import { createSpecialTokenCheck } from './special-tokens.ts';
import { createWordOverlap } from './word-overlap.ts';

export interface DatasetSplit {
  /** What messages call the set as a whole; each conversation knows its own file. */
  file: string;
  conversations: readonly Conversation[];
}

export interface CheckInput {
  train: DatasetSplit;
  test?: DatasetSplit;
  /** The training rows before the change. */
  baseTrain?: readonly Conversation[];
}

export interface CheckOptions {
  severities?: Severities;
  /** Special tokens of the model, as they are written. */
  specialTokens?: readonly string[];
  signal?: AbortSignal;
}

export interface CheckReport extends Findings {
  /** Of the training rows: before the change, those it adds or edits, and after it. */
  distributions: { base?: Distribution; added?: Distribution; head: Distribution };
}

/**
 * Checks a dataset.
 * @throws the signal's reason once it is aborted.
 */
export async function checkDatasets(input: CheckInput, options: CheckOptions = {}): Promise<CheckReport> {
  const { train, test, baseTrain } = input;
  const pacer = createPacer(options.signal);
  const introduced = baseTrain && (await introducedRows(baseTrain, train.conversations, pacer.tick));
  const findings = createFindings({
    severities: options.severities ?? defaultSeverities(),
    introduced,
    testRows: new Set(test?.conversations),
  });
  const { report } = findings;

  const checkContent = createContentChecks(report, options.specialTokens);
  const secrets = createSecretScan(report);
  const signer = createSigner();
  const testMatcher = createRowMatcher(test?.conversations.length ?? 0, signer);
  const testPrompts = createPromptIndex();
  const overlap = createWordOverlap();
  for (const conversation of test?.conversations ?? []) {
    const row = viewRow(conversation, 'test');
    checkContent(row);
    checkDuplicate(row, testMatcher, report);
    testPrompts.add(row);
    overlap.addTest(row);
    await secrets.add(conversation);
    await pacer.tick();
  }

  const trainMatcher = createRowMatcher(train.conversations.length, signer);
  const conflicts = createLabelConflicts();
  for (const conversation of train.conversations) {
    const row = viewRow(conversation, 'train');
    checkContent(row);
    checkDuplicate(row, trainMatcher, report);
    conflicts.check(row, report);
    // The strongest sign of leakage is enough.
    if (test && !checkLeakage(row, testMatcher, testPrompts, report)) overlap.addTrain(row);
    await secrets.add(conversation);
    await pacer.tick();
  }
  await secrets.finish();
  overlap.finish(report);

  const distributions = await distributionsOf(input, introduced ?? new Set(), report, pacer.tick);
  return { ...findings.result(), distributions };
}

/** The checks that look at one row at a time. */
function createContentChecks(report: Report, specialTokens?: readonly string[]): (row: RowView) => void {
  const checkSpecialTokens = createSpecialTokenCheck(specialTokens);
  return ({ conversation }) => {
    checkRoleOrder(conversation, report);
    checkEmptyAnswers(conversation, report);
    checkRefusals(conversation, report);
    checkPersonalData(conversation, report);
    checkMojibake(conversation, report);
    checkControlCharacters(conversation, report);
    checkSpecialTokens(conversation, report);
  };
}

async function distributionsOf(
  { train, baseTrain }: CheckInput,
  introduced: ReadonlySet<Conversation>,
  report: Report,
  tick: () => Promise<void> | undefined,
): Promise<CheckReport['distributions']> {
  const detect = cachedLanguages();
  const count = async (rows: readonly Conversation[]) => {
    const counter = createDistributionCounter(rows.length, detect);
    for (const row of rows) {
      counter.add(row);
      await tick();
    }
    return { lengths: counter.lengths(), distribution: counter.result() };
  };
  const head = await count(train.conversations);
  if (!baseTrain) return { head: head.distribution };
  const addedRows = train.conversations.filter((row) => introduced.has(row));
  const base = await count(baseTrain);
  const added = await count(addedRows);
  const [first] = addedRows;
  if (first) for (const shift of shifts(base, added)) report('distribution', first, shift);
  return { base: base.distribution, added: added.distribution, head: head.distribution };
}

/** Base and head share most rows; each is read once. */
function cachedLanguages(): (row: Conversation) => Language {
  const known = new Map<number, Language>();
  return (row) => {
    const key = contentKey(row);
    let language = known.get(key);
    if (language === undefined) {
      language = languageOf(row);
      known.set(key, language);
    }
    return language;
  };
}
