/** The part of the result that tells why an adapter could not be judged at all: the error that ended its part of the run, and no other's. */

import { z } from 'zod';
import { messageOf, UserError } from '../errors.ts';
import type { Check } from '../gate/metric-decision.ts';

const MOST_PROBLEMS = 50;

/** What an error says, as far as a document takes it. */
export const toldError = z.strictObject({
  kind: z.enum(['user-error', 'bug']),
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  message: z.string().max(4096),
  problems: z.array(z.string().max(2048)).max(MOST_PROBLEMS),
  hint: z.string().max(2048).nullable(),
});

export type ToldError = z.output<typeof toldError>;

export const sectionFailure = toldError
  .nullable()
  .describe(
    'The error that kept this adapter from being judged; null where it was judged or its data blocks',
  );

export function tellError(thrown: unknown): ToldError {
  const known = thrown instanceof UserError ? thrown : undefined;
  return {
    kind: known ? 'user-error' : 'bug',
    code: known?.code ?? 'bug',
    message: messageOf(thrown).slice(0, 4096),
    problems: (known?.problems ?? []).slice(0, MOST_PROBLEMS).map((problem) => problem.slice(0, 2048)),
    hint: known?.hint?.slice(0, 2048) ?? null,
  };
}

/** As the gate's record tells why something is no pass. */
export function failureReason({ code, message, problems }: ToldError): Check {
  const [first] = problems;
  return {
    name: `run/${code}`,
    expected: 'both adapters trained and scored',
    actual: `error ${code}`,
    passed: false,
    reason: `${message}${first === undefined ? '' : `: ${first}`}`.slice(0, 4096),
  };
}
