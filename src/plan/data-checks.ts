/**
 * The checks of the data over what an adapter is trained from and judged by, and which findings this change brings in. Only
 * those may block: what the base already has is its own matter. Knows nothing of models.
 */

import type { ChecksConfig } from '../config/schema.ts';
import {
  type CheckInput,
  type CheckOptions,
  type CheckReport,
  checkDatasets,
} from '../dataset/checks/check-datasets.ts';
import { checkModelTokens } from '../dataset/checks/check-model-tokens.ts';
import type { Finding } from '../dataset/checks/finding.ts';
import type { Findings, Placed } from '../dataset/checks/findings.ts';
import { contentKey } from '../dataset/checks/row-view.ts';
import { findWithheldRows } from '../dataset/checks/withheld-rows.ts';
import type { Conversation } from '../dataset/conversation.ts';
import type { AdapterData, DataFile } from './adapter-data.ts';

interface BroughtIn {
  /** False for what the base commit has as well. */
  brought_in: boolean;
}

export type ChangeFinding = Finding & BroughtIn;
/** One of too many to keep their texts. */
export type ChangePlace = Placed & BroughtIn;

export interface DataChecks {
  findings: ChangeFinding[];
  /** Findings beyond those that are listed. */
  unlisted: ChangePlace[];
  /** Rows of the test set that judges with a secret or personal data, as `file:line`. Findings do not tell: an edited one has other rows there. */
  withheld: ReadonlySet<string>;
  distributions: CheckReport['distributions'];
}

export interface DataCheckOptions {
  severities: ChecksConfig;
  /** Whether the test set was on the base before this change. */
  testOnBase: boolean;
  signal?: AbortSignal | undefined;
}

/** Findings that keep the adapter from being trained, all of them, those with a text first. */
export function blockingFindings({ findings, unlisted }: DataChecks): (ChangeFinding | ChangePlace)[] {
  return [...findings, ...unlisted].filter(({ severity, brought_in }) => severity === 'error' && brought_in);
}

const rowOf = ({ file, line }: Pick<Finding, 'file' | 'line'>) => `${file}\0${line}`;
const placeOf = (finding: Placed) => `${finding.check}\0${rowOf(finding)}`;

/** @throws the signal's reason once it is aborted. */
export async function checkAdapterData(data: AdapterData, options: DataCheckOptions): Promise<DataChecks> {
  let distributions: CheckReport['distributions'] | undefined;
  const found = await broughtIn(data, options, async (input, given) => {
    const report = await checkDatasets(input, given);
    distributions ??= report.distributions;
    return report;
  });
  const withheld = await findWithheldRows(data.test.conversations, options.severities, options.signal);
  return { ...found, withheld, distributions: distributions as CheckReport['distributions'] };
}

/** `checks` with what the model's own special tokens add to it. @throws the signal's reason once it is aborted. */
export async function addModelTokens(
  checks: DataChecks,
  {
    data,
    specialTokens,
    ...options
  }: DataCheckOptions & { data: AdapterData; specialTokens: readonly string[] },
): Promise<DataChecks> {
  const more = await broughtIn(data, options, (input, given) =>
    checkModelTokens(input, { ...given, specialTokens }),
  );
  const known = new Set([...checks.findings, ...checks.unlisted].map(placeOf));
  const isNew = (finding: Placed) => !known.has(placeOf(finding));
  // In front, since lists are cut at their end.
  return {
    ...checks,
    findings: [...more.findings.filter(isNew), ...checks.findings],
    unlisted: [...more.unlisted.filter(isNew), ...checks.unlisted],
  };
}

type Check = (input: CheckInput, options: CheckOptions) => Promise<Findings>;

/** What `check` finds with the test set that judges, and beyond that with the edited one, each marked. */
async function broughtIn(
  data: AdapterData,
  { severities, testOnBase, signal }: DataCheckOptions,
  check: Check,
): Promise<Pick<DataChecks, 'findings' | 'unlisted'>> {
  const { test, editedTest, headTrain, baseTrain } = data;
  const against = ({ path, conversations }: DataFile) =>
    check(
      {
        train: { file: headTrain.path, conversations: headTrain.conversations },
        test: { file: path, conversations },
        ...(baseTrain && { baseTrain: baseTrain.conversations }),
      },
      { severities, ...(signal && { signal }) },
    );
  const judged = await against(test);
  const testRows = new Set(test.conversations.map(rowOf));
  // Training and test set may be one file: only where the checks give no answer does the test set's own origin count.
  const marked = <P extends Placed>(finding: P): P & BroughtIn => ({
    ...finding,
    brought_in: finding.introduced ?? !(testOnBase && testRows.has(rowOf(finding))),
  });
  const checks = { findings: judged.findings.map(marked), unlisted: judged.unlisted.map(marked) };
  if (!editedTest) return checks;
  const edited = await against(editedTest);
  const isNew = onlyInEdit([...checks.findings, ...checks.unlisted], test.conversations, editedTest);
  const news = <P extends Placed>(findings: readonly P[]) =>
    findings.filter(isNew).map((finding) => ({ ...finding, brought_in: true }));
  checks.findings.push(...news(edited.findings));
  checks.unlisted.push(...news(edited.unlisted));
  return checks;
}

/** Whether only the edited test set shows it: rows of its own, and training rows that it newly overlaps with. */
function onlyInEdit(
  judged: readonly ChangePlace[],
  before: readonly Conversation[],
  test: DataFile,
): (finding: Placed) => boolean {
  const known = new Set(judged.filter(({ introduced }) => introduced !== undefined).map(placeOf));
  const old = new Set(before.map(contentKey));
  const oldLines = new Set(test.conversations.filter((row) => old.has(contentKey(row))).map(rowOf));
  return (finding) => {
    const ofTest = finding.file === test.path && finding.introduced === undefined;
    // An old test row was reported with the judged test set already, perhaps on another line.
    return ofTest ? !oldLines.has(rowOf(finding)) : !known.has(placeOf(finding));
  };
}
