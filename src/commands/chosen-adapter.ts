/** The adapter of a configuration that a command means. */

import type { AdapterConfig, Config } from '../config/schema.ts';
import { UserError } from '../errors.ts';

/** The adapter `wanted`, or the only one. @throws UserError `adapter-unknown`. */
export function chooseAdapter(
  config: Config,
  wanted: string | undefined,
  file: string,
): [string, AdapterConfig] {
  const names = Object.keys(config.adapters);
  const name = wanted ?? (names.length === 1 ? names[0] : undefined);
  const section = name === undefined ? undefined : config.adapters[name];
  if (name !== undefined && section) return [name, section];
  throw new UserError(
    'adapter-unknown',
    wanted === undefined ? `${file} has several adapters` : `${file} has no adapter ${wanted}`,
    {
      hint: `--adapter takes one of: ${names.join(', ')}`,
    },
  );
}
