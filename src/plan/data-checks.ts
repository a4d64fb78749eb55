/**
 * The checks of the data over what an adapter is trained from and judged by, and which findings this change brings in. Only
 * those may block: what the base already has is its own matter. Knows nothing of models.
 */

import type { ChecksConfig } from '../config/schema.ts';
import { type CheckReport, checkDatasets } from '../dataset/checks/check-datasets.ts';
import type { Finding } from '../dataset/checks/finding.ts';
import { contentKey } from '../dataset/checks/row-view.ts';
import type { Conversation } from '../dataset/conversation.ts';
import type { AdapterData, DataFile } from './adapter-data.ts';

export interface ChangeFinding extends Finding {
  /** False for what the base commit has as well. */
  brought_in: boolean;
}

export interface DataChecks {
  findings: ChangeFinding[];
  distributions: CheckReport['distributions'];
  /** Findings beyond those that are listed. */
  unlisted: number;
}

export interface DataCheckOptions {
  severities: ChecksConfig;
  /** Whether the test set was on the base before this change. */
  testOnBase: boolean;
  signal?: AbortSignal | undefined;
}

/** Findings that keep the adapter from being trained. */
export function blockingFindings({ findings }: DataChecks): ChangeFinding[] {
  return findings.filter(({ severity, brought_in }) => severity === 'error' && brought_in);
}

/** Rows that hold a secret, as `file:line`. */
export function rowsWithSecrets({ findings }: DataChecks): ReadonlySet<string> {
  const secrets = findings.filter(({ check }) => check === 'secrets');
  return new Set(secrets.map(({ file, line }) => `${file}:${line}`));
}

const rowOf = ({ file, line }: Pick<Finding, 'file' | 'line'>) => `${file}\0${line}`;
const placeOf = (finding: Finding) => `${finding.check}\0${rowOf(finding)}`;

/** @throws the signal's reason once it is aborted. */
export async function checkAdapterData(data: AdapterData, options: DataCheckOptions): Promise<DataChecks> {
  const { test, editedTest } = data;
  const judged = await checkAgainst(data, test, options);
  const testRows = new Set(test.conversations.map(rowOf));
  // Training and test set may be one file: only where the checks give no answer does the test set's own origin count.
  const isBroughtIn = (finding: Finding) =>
    finding.introduced ?? !(options.testOnBase && testRows.has(rowOf(finding)));
  const findings = judged.findings.map((finding) => ({ ...finding, brought_in: isBroughtIn(finding) }));
  const reports = [judged];
  if (editedTest) {
    const edited = await checkAgainst(data, editedTest, options);
    reports.push(edited);
    findings.push(...fromEdit(edited.findings, findings, test.conversations, editedTest));
  }
  const unlisted = reports.reduce((sum, report) => sum + unlistedOf(report), 0);
  return { findings, distributions: judged.distributions, unlisted };
}

function checkAgainst(
  { headTrain, baseTrain }: AdapterData,
  test: DataFile,
  { severities, signal }: DataCheckOptions,
): Promise<CheckReport> {
  return checkDatasets(
    {
      train: { file: headTrain.path, conversations: headTrain.conversations },
      test: { file: test.path, conversations: test.conversations },
      ...(baseTrain && { baseTrain: baseTrain.conversations }),
    },
    { severities, ...(signal && { signal }) },
  );
}

/** What only the edited test set shows: rows of its own, and training rows that it newly overlaps with. */
function fromEdit(
  edited: readonly Finding[],
  judged: readonly ChangeFinding[],
  before: readonly Conversation[],
  test: DataFile,
): ChangeFinding[] {
  const known = new Set(judged.filter(({ introduced }) => introduced !== undefined).map(placeOf));
  const old = new Set(before.map(contentKey));
  const oldLines = new Set(test.conversations.filter((row) => old.has(contentKey(row))).map(rowOf));
  return edited.flatMap((finding) => {
    const ofTest = finding.file === test.path && finding.introduced === undefined;
    // An old test row was reported with the judged test set already, perhaps on another line.
    if (ofTest ? oldLines.has(rowOf(finding)) : known.has(placeOf(finding))) return [];
    return [{ ...finding, brought_in: true }];
  });
}

function unlistedOf({ findings, counts }: CheckReport): number {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return all - findings.length;
}
