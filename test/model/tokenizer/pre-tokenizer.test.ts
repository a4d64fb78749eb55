/** What no published tokenizer has, and a file may. */

import { expect, test } from 'vitest';
import { compilePreTokenizer } from '../../../src/model/tokenizer/pre-tokenizer.ts';

test('a pattern that matches nothing steps over whole characters, those of two code units too', () => {
  const { steps } = compilePreTokenizer({ type: 'Split', pattern: { Regex: 'a*' }, behavior: 'Isolated' });
  expect(steps[0]?.(['\u{1f600}aab'], true)).toEqual(['\u{1f600}', 'aa', 'b']);
});
