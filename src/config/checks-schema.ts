/** The section `checks`: how severe a finding of each check of the data is. Names and defaults are those of the checks themselves. */

import { z } from 'zod';
import { CHECK_NAMES, CHECKS, type CheckName, type Severity } from '../dataset/checks/finding.ts';

const SEVERITY_NAMES = ['error', 'warning', 'note', 'off'] as const satisfies readonly (Severity | 'off')[];

function severityOf(check: CheckName) {
  const { severity, about } = CHECKS[check];
  return z.enum(SEVERITY_NAMES).default(severity).describe(about);
}

export const ChecksSchema = z.strictObject(
  Object.fromEntries(CHECK_NAMES.map((check) => [check, severityOf(check)])) as Record<
    CheckName,
    ReturnType<typeof severityOf>
  >,
);
