/** Rows whose text goes to nobody else: neither into a report nor to a judge on another machine. */

import type { Conversation } from '../conversation.ts';
import type { CheckName, Severities } from './finding.ts';
import { createFindings, type Placed } from './findings.ts';
import { createPacer } from './pacing.ts';
import { checkPersonalData } from './personal-data.ts';
import { createSecretScan } from './secrets.ts';

const TELLING: ReadonlySet<CheckName> = new Set<CheckName>(['secrets', 'personal_data']);

/** Those with a secret or personal data, as `file:line`, listed or not. A check that is off finds none. */
export function withheldRows(found: {
  findings: readonly Placed[];
  unlisted: readonly Placed[];
}): ReadonlySet<string> {
  const telling = [...found.findings, ...found.unlisted].filter(({ check }) => TELLING.has(check));
  return new Set(telling.map(({ file, line }) => `${file}:${line}`));
}

/** The same of rows that no other check looks at. @throws the signal's reason once it is aborted. */
export async function findWithheldRows(
  rows: readonly Conversation[],
  severities: Severities,
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const pacer = createPacer(signal);
  const findings = createFindings({ severities, testRows: new Set() });
  const secrets = createSecretScan(findings.report);
  for (const row of rows) {
    checkPersonalData(row, findings.report);
    await secrets.add(row);
    await pacer.tick();
  }
  await secrets.finish();
  return withheldRows(findings.result());
}
