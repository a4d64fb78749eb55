import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/dataset/conversation.ts';
import { diffRows, rowsHash } from '../../src/dataset/diff.ts';
import { parseConversations } from '../../src/dataset/read.ts';
import { conversation } from './data.ts';

const rows = (...answers: string[]) => answers.map((answer, i) => conversation(answer, { line: i + 1 }));
const answers = (list: readonly Conversation[]) => list.map(({ messages }) => messages.at(-1)?.content);
const summary = (base: readonly Conversation[] | undefined, head: readonly Conversation[]) => {
  const { added, removed, changed, unchanged } = diffRows(base, head);
  return {
    added: answers(added),
    removed: answers(removed),
    changed: changed.map((pair) => answers([pair.base, pair.head])),
    unchanged: answers(unchanged),
  };
};

describe('diffRows', () => {
  it('calls every row of a new file added', () => {
    expect(summary(undefined, rows('a', 'b'))).toEqual({
      added: ['a', 'b'],
      removed: [],
      changed: [],
      unchanged: [],
    });
  });

  it('finds rows without ids again by content, wherever they moved', () => {
    expect(summary(rows('a', 'b', 'c'), rows('c', 'new', 'a'))).toEqual({
      added: ['new'],
      removed: ['b'],
      changed: [],
      unchanged: ['c', 'a'],
    });
  });

  it('counts copies: a row that is there twice instead of once is one row added', () => {
    expect(summary(rows('a'), rows('a', 'a'))).toMatchObject({ added: ['a'], unchanged: ['a'] });
    expect(summary(rows('a', 'a'), rows('a'))).toMatchObject({ removed: ['a'], unchanged: ['a'] });
  });

  it('calls a row with an id changed when its messages, tags or group are', () => {
    const base = [
      conversation('a', { id: 'one' }),
      conversation('b', { id: 'two' }),
      conversation('c', { id: 'three' }),
    ];
    const head = [
      conversation('A', { id: 'one' }),
      conversation('b', { id: 'two', tags: ['x'] }),
      conversation('c', { id: 'three', group: 'g' }),
    ];
    expect(summary(base, head).changed).toEqual([
      ['a', 'A'],
      ['b', 'b'],
      ['c', 'c'],
    ]);
  });

  it('calls a row that only got another id unchanged', () => {
    const base = [conversation('a', { id: 'one' })];
    expect(summary(base, [conversation('a', { id: 'uno' })])).toMatchObject({ unchanged: ['a'], added: [] });
  });

  it('accounts for every row of both versions exactly once', () => {
    const version = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.nat(5))), { maxLength: 10 })
      .map((entries) => {
        const seen = new Set<number>();
        return entries.map(([answer, id], i) => {
          const own = id !== null && !seen.has(id) ? { id: `id-${id}` } : {};
          if (id !== null) seen.add(id);
          return conversation(answer, { line: i + 1, ...own });
        });
      });
    fc.assert(
      fc.property(version, version, (base, head) => {
        const diff = diffRows(base, head);
        const inHead = [...diff.added, ...diff.changed.map((pair) => pair.head), ...diff.unchanged];
        expect(new Set(inHead)).toEqual(new Set(head));
        expect(inHead).toHaveLength(head.length);
        expect(diff.removed.length + diff.changed.length + diff.unchanged.length).toBe(base.length);
        expect(diffRows(head, head)).toMatchObject({ added: [], removed: [], changed: [] });
      }),
    );
  });
});

describe('rowsHash', () => {
  it('is the sha256 of the messages as canonical JSON, one conversation a line', () => {
    const text = '[{"content":"Hi","role":"user"},{"content":"é\\n","role":"assistant"}]\n';
    expect(rowsHash(rows('é\n'))).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('is the same for the same messages in another row form, with other ids, keys or line ends', async () => {
    const read = (text: string) => parseConversations([Buffer.from(text)], 'f');
    const first = await read(
      '{"id":"x","messages":[{"role":"user","content":"Hi"},{"content":"\\u00e9","role":"assistant"}]}',
    );
    const second = await read('{ "completion": "é", "prompt": "Hi", "tags": ["t"] }\r\n');
    expect(rowsHash(first)).toBe(rowsHash(second));
  });

  it('differs with any change of text, role, order or border between rows', () => {
    const one = rows('a', 'b');
    const joined = [conversation('a', { messages: one.flatMap(({ messages }) => messages) })];
    const hashes = [one, one.toReversed(), rows('a', 'b '), rows('a'), [], joined, rows('a', 'b', 'b')].map(
      rowsHash,
    );
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
