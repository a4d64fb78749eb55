/** docs/errors.md has a cause and a fix for each code that the sources throw. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Codes of `new UserError(…)`: both of a choice, and `*` for the part of a template that is not known here. */
async function thrownCodes(): Promise<Set<string>> {
  const codes = new Set<string>();
  const names = await readdir(path.join(ROOT, 'src'), { recursive: true });
  for (const name of names.filter((each) => each.endsWith('.ts'))) {
    const text = await readFile(path.join(ROOT, 'src', name), 'utf8');
    for (const [, code = ''] of text.matchAll(/new UserError\(\s*([^,]*),\s/g)) {
      for (const [, plain = ''] of code.matchAll(/'([a-z0-9-]+)'/g)) codes.add(plain);
      for (const [, template = ''] of code.matchAll(/`([^`]+)`/g))
        codes.add(template.replaceAll(/\$\{[^}]*\}/g, '*'));
      // A table of explanations: `['code', message, hint]`, chosen elsewhere in the file.
      if (code === 'code')
        for (const [, plain = ''] of text.matchAll(/(?<!enum\()\[\s*'([a-z]+(?:-[a-z]+)+)',\s/g))
          codes.add(plain);
    }
  }
  return codes;
}

/** Rows `| code | cause | fix |` of the document. */
async function documented(): Promise<[code: string, cause: string, fix: string][]> {
  const text = await readFile(path.join(ROOT, 'docs/errors.md'), 'utf8');
  return [...text.matchAll(/^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \|$/gm)].map(
    ([, code = '', cause = '', fix = '']) => [code, cause.trim(), fix.trim()],
  );
}

describe('docs/errors.md', () => {
  it('has an entry for every code of the sources', async () => {
    const rows = new Set((await documented()).map(([code]) => code));
    const missing = [...(await thrownCodes())].filter(
      (code) => code !== '*-*' && ![code, code.replace(/^\*-(?=\*)/, '')].some((each) => rows.has(each)),
    );
    expect(missing.sort()).toEqual([]);
  });

  it('names each code once, with a cause and a fix', async () => {
    const rows = await documented();
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length);
    expect(rows.filter(([, cause, fix]) => cause === '' || fix === '')).toEqual([]);
    expect(rows.length).toBeGreaterThan(100);
  });

  it('has no code that is not thrown any more', async () => {
    const thrown = await thrownCodes();
    expect((await documented()).map(([code]) => code).filter((code) => !thrown.has(code))).toEqual([]);
  });
});
