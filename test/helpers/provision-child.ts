/** Provisions in a process of its own: `provision-child.ts '{"cacheDir", "packages", "env"}'` prints the result as JSON. */

import { formatUserError, UserError } from '../../src/errors.ts';
import { createTerminalLogger } from '../../src/log.ts';
import { provision } from '../../src/runtime/provision.ts';

try {
  const result = await provision({ ...JSON.parse(process.argv[2] ?? '{}'), logger: createTerminalLogger() });
  process.stdout.write(JSON.stringify(result));
} catch (error) {
  process.stderr.write(error instanceof UserError ? formatUserError(error) : String(error));
  process.exitCode = 2;
}
