/** What GitHub's own description says of an App's permissions. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export { example } from '../../github/openapi.ts';

interface Described {
  components: { schemas: Record<string, { properties: Record<string, { enum?: string[] }> }> };
}

/** The levels of each permission that an App can ask for. */
export function permissionLevels(): Record<string, string[]> {
  const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
  const { components } = JSON.parse(readFileSync(file, 'utf8')) as Described;
  const { properties = {} } = components.schemas['app-permissions'] ?? {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, { enum: levels = [] }]) => [name, levels]),
  );
}
