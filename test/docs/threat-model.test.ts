/** docs/threat-model.md names tests that are there. */

import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('every defence of docs/threat-model.md names a test that is there', async () => {
  const text = await readFile(path.join(ROOT, 'docs/threat-model.md'), 'utf8');
  const rows = text.split('\n').filter((line) => /^\| (?!it tries to|---)/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) {
    const files = [...(row.split('|').at(3) ?? '').matchAll(/`([^`]+\.test\.ts)`/g)].map(
      ([, file]) => file ?? '',
    );
    expect(files, row).not.toEqual([]);
    for (const file of files) await access(path.join(ROOT, 'test', file));
  }
});
