import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/dataset/conversation.ts';
import { type LintOptions, lintDataset } from '../../src/dataset/lint.ts';
import { renderLint } from '../../src/dataset/lint-text.ts';
import { UserError } from '../../src/errors.ts';
import { GOOD, scratchFolder, tokenized } from './data.ts';

/** One token a character; what the assistant wrote is learnt. */
function tokenize({ messages, line }: Conversation) {
  const text = messages.map(({ role, content }) => ({
    text: `${content}\n`,
    mask: role === 'assistant' ? 1 : 0,
  }));
  return tokenized(
    [2, ...text.flatMap((piece) => [...piece.text].map((character) => character.codePointAt(0) ?? 0))],
    [0, ...text.flatMap((piece) => [...piece.text].map(() => piece.mask))],
    line,
  );
}

const decode = (ids: Int32Array) =>
  [...ids].map((id) => (id === 2 ? '<bos>' : String.fromCodePoint(id))).join('');

async function lint(content: string, options: LintOptions = {}): Promise<string> {
  await using folder = await scratchFolder();
  return renderLint(await lintDataset(await folder.write(content), { root: folder.root, ...options }));
}

describe('lintDataset', () => {
  it('shows lengths and what is learnt of a good file', async () => {
    const second = GOOD.replace('Ahoy', 'Ahoy,\\nfriend');
    expect(await lint(`${second}\n${GOOD}`, { tokenize, decode, max_length: 32 })).toMatchInlineSnapshot(`
      "rows.jsonl: 2 conversations, no problems
        tokens a conversation: min 9, median 13, p95 16.6, max 17
        tokens in all: 26, learnt 18 (69.2 %) in 2 assistant turns
        preview of line 1 (rows.jsonl:1):
          read   | <bos>Hi↵
          learnt | Ahoy,↵
          learnt | friend↵"
    `);
  });

  it('lists problems of form and of length in one go', async () => {
    const long = GOOD.replace('Ahoy', 'Ahoy there');
    expect(await lint(`${GOOD}\n${long}\n{}`, { tokenize, max_length: 10 })).toMatchInlineSnapshot(`
      "rows.jsonl: 2 problems, 2 readable conversations
        rows.jsonl:3: no known row form (keys: none): write {"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}
        rows.jsonl:2: 15 tokens, more than max_length 10: split the conversation or raise max_length
        tokens a conversation: min 9, median 12, p95 14.7, max 15
        tokens in all: 24, learnt 16 (66.7 %) in 2 assistant turns"
    `);
  });

  it('reports a file that cannot be read', async () => {
    await using folder = await scratchFolder();
    expect(renderLint(await lintDataset('gone.jsonl', { root: folder.root }))).toMatchInlineSnapshot(`
      "gone.jsonl: 1 problem, 0 readable conversations
        gone.jsonl does not exist
        hint: Check the path; it is relative to the root of the checkout."
    `);
    expect(await lint('version https://git-lfs.github.com/spec/v1\n')).toContain('Git LFS pointer');
  });

  it('reports a conversation that the chat template refuses, with its line', async () => {
    const refuse = (conversation: Conversation) => {
      if (conversation.line === 2) throw new UserError('template', 'the template knows no system turn');
      return tokenize(conversation);
    };
    expect(await lint(`${GOOD}\n${GOOD}`, { tokenize: refuse })).toContain(
      'rows.jsonl:2: the template knows no system turn',
    );
  });

  it('lets a bug of the tokenizer through', async () => {
    const broken = () => {
      throw new TypeError('bug');
    };
    await expect(lint(GOOD, { tokenize: broken })).rejects.toThrow('bug');
  });

  it('shows control characters of the data instead of sending them to the terminal', async () => {
    const text = await lint(GOOD.replace('Ahoy', '\\u001b[31mAhoy'), { tokenize, decode });
    expect(text).toContain('\\u001b[31mAhoy');
    expect(text).not.toContain('\u001b');
  });

  it('cuts a long list of problems only where it says so', async () => {
    const report = { file: 'f', rows: 0, problems: Array(60).fill('p'), previews: [] };
    expect(renderLint(report, { maxProblems: 2 }).split('\n')).toEqual([
      'f: 60 problems, 0 readable conversations',
      '  p',
      '  p',
      '  … and 58 more',
    ]);
  });
});
