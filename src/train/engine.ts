/** Which engine trains. */

import type { AdapterConfig } from '../config/schema.ts';
import { UserError } from '../errors.ts';

/** @throws UserError `engine-unavailable` when adapter `name` wants one that is not here. */
export function checkEngine({ training }: Pick<AdapterConfig, 'training'>, name: string): void {
  if (training.engine === 'tfjs') return;
  throw new UserError(
    'engine-unavailable',
    `adapters.${name}.training.engine: ${training.engine} is not available here`,
    { hint: 'Use engine: tfjs.' },
  );
}
