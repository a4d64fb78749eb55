/**
 * Writes src/report/result.schema.json from the zod schema:
 *
 *     npx tsx test/golden/make-result-schema.ts && npx biome format --write src/report/result.schema.json
 */

import { writeFileSync } from 'node:fs';
import { resultJsonSchema } from '../../src/report/result.ts';

const file = new URL('../../src/report/result.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(resultJsonSchema(), null, 2)}\n`);
