/**
 * The one check that needs the model's tokenizer: its own special tokens as text, beside those that every model's data is
 * searched for. By itself, because data that is blocked already needs no model.
 */

import type { CheckInput, CheckOptions } from './check-datasets.ts';
import { defaultSeverities } from './finding.ts';
import { createFindings, type Findings } from './findings.ts';
import { introducedRows } from './introduced-rows.ts';
import { createPacer } from './pacing.ts';
import { createModelTokenCheck } from './special-tokens.ts';

/** @throws the signal's reason once it is aborted. */
export async function checkModelTokens(
  { train, test, baseTrain }: CheckInput,
  { severities = defaultSeverities(), specialTokens = [], signal }: CheckOptions,
): Promise<Findings> {
  const pacer = createPacer(signal);
  const check = createModelTokenCheck(specialTokens);
  const rows = check && severities.special_tokens !== 'off' ? train.conversations : [];
  const introduced = baseTrain && (await introducedRows(baseTrain, rows, pacer.tick));
  const testRows = new Set(test?.conversations);
  const findings = createFindings({ severities, introduced, testRows });
  for (const row of [...(rows.length > 0 ? testRows : []), ...rows]) {
    check?.(row, findings.report);
    await pacer.tick();
  }
  return findings.result();
}
