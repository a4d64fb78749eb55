/** Writes the JSON Schema of the configuration again after a change: `npx tsx test/config/write-schema.ts`. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configJsonSchema } from '../../src/config/schema.ts';

const file = fileURLToPath(new URL('../../src/config/lora-gate.schema.json', import.meta.url));
writeFileSync(file, JSON.stringify(configJsonSchema(), null, 2));
execFileSync('npx', ['biome', 'format', '--write', file]);
