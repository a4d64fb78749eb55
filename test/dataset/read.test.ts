import { execFileSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LINE_BYTES, parseConversations, readConversations, readRows } from '../../src/dataset/read.ts';
import { formatUserError } from '../../src/errors.ts';
import { GOOD, scratchFolder, userErrorOf } from './data.ts';

async function read(content: string | Uint8Array) {
  await using folder = await scratchFolder();
  return await readConversations(await folder.write(content), { root: folder.root });
}

async function problemsOf(content: string | Uint8Array): Promise<string> {
  const error = await userErrorOf(read(content));
  expect(error.code).toBe('dataset-rows');
  return error.problems.join('\n');
}

const row = (turns: [role: string, content: string][], more: object = {}) =>
  JSON.stringify({ messages: turns.map(([role, content]) => ({ role, content })), ...more });

describe('the row forms', () => {
  const turns = [
    { role: 'user', content: 'Is the ferry late?' },
    { role: 'assistant', content: 'By ten minutes.' },
  ];

  it('reads the four forms to the same messages', async () => {
    const conversations = await read(
      [
        JSON.stringify({ messages: turns }),
        JSON.stringify({
          conversations: [
            { from: 'human', value: 'Is the ferry late?' },
            { from: 'gpt', value: 'By ten minutes.' },
          ],
        }),
        JSON.stringify({ prompt: 'Is the ferry late?', completion: 'By ten minutes.' }),
        JSON.stringify({ instruction: 'Is the ferry late?', input: '', output: 'By ten minutes.' }),
      ].join('\n'),
    );
    expect(conversations.map(({ messages }) => messages)).toEqual([turns, turns, turns, turns]);
    expect(conversations.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });

  it('takes user and assistant as ShareGPT roles too, and a system turn first', async () => {
    const [conversation] = await read(
      '{"conversations":[{"from":"system","value":"S"},{"from":"user","value":"U"},{"from":"assistant","value":"A"}]}',
    );
    expect(conversation?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant']);
  });

  it('puts the input of an Alpaca row below its instruction, a blank line between', async () => {
    const [conversation] = await read('{"instruction":"Translate","input":"Hafen","output":"harbour"}');
    expect(conversation?.messages[0]).toEqual({ role: 'user', content: 'Translate\n\nHafen' });
  });

  it('keeps text as it is: CRLF, emoji, Chinese, spaces at the ends, special tokens', async () => {
    const text = '  a\r\nb 🛟 港口 <bos><end_of_turn>\u2028 \ufeff';
    const [conversation] = await read(
      row([
        ['user', text],
        ['assistant', text],
      ]),
    );
    expect(conversation?.messages.map(({ content }) => content)).toEqual([text, text]);
  });

  it('takes id, tags and group from the row, and falls back to file name and line', async () => {
    await using folder = await scratchFolder();
    const file = await folder.write(
      [
        GOOD,
        GOOD.replace('{', '{"id":"a","tags":["x","group:ferry"],'),
        GOOD.replace('{', '{"id":7,"group":"tide",'),
      ].join('\n'),
      'data/train.jsonl',
    );
    const conversations = await readConversations(file, { root: folder.root });
    expect(conversations.map(({ id, group, tags, file }) => ({ id, group, tags, file }))).toEqual([
      { id: 'train.jsonl:1', group: 'train.jsonl:1', tags: [], file: 'data/train.jsonl' },
      { id: 'a', group: 'ferry', tags: ['x', 'group:ferry'], file: 'data/train.jsonl' },
      { id: '7', group: 'tide', tags: [], file: 'data/train.jsonl' },
    ]);
  });

  it('reads bytes that are not a file of the checkout', async () => {
    const bytes = Buffer.from(`${GOOD}\n${GOOD}\n`);
    const chunks = [bytes.subarray(0, 3), bytes.subarray(3, 90), bytes.subarray(90)];
    expect(await parseConversations(chunks, 'base:train.jsonl')).toHaveLength(2);
  });

  it('reads any conversation back as it was written, however the bytes are cut into chunks', async () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => `${value.replaceAll('\0', '')}x`);
    const written = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(written, fc.integer({ min: 1, max: 50 }), fc.boolean(), async (pairs, size, crlf) => {
        const lines = pairs.map(([user, assistant]) =>
          row([
            ['user', user],
            ['assistant', assistant],
          ]),
        );
        const bytes = Buffer.from(lines.join(crlf ? '\r\n' : '\n'));
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        const conversations = await parseConversations(chunks, 'f');
        expect(conversations.map(({ messages }) => messages.map(({ content }) => content))).toEqual(pairs);
      }),
      { numRuns: 100 },
    );
  });
});

describe('awkward bytes', () => {
  it('accepts a byte order mark at the start, CRLF, and blank lines at the end', async () => {
    expect(await read(`\ufeff${GOOD}\r\n${GOOD}\r\n\r\n  \n\n`)).toHaveLength(2);
  });

  it('lists every bad line of a file, and says what to do', async () => {
    const lines = [
      GOOD,
      '',
      '{"messages": [',
      `\ufeff${GOOD}`,
      '[1, 2]',
      'null',
      `${GOOD.slice(0, -1)}, "messages": []}`,
      '{"messages":[{"role":"user","content":"a","content":"b"}]}',
    ];
    expect((await problemsOf(lines.join('\n'))).replace(/\(.*JSON.*\)/g, '(…)')).toMatchInlineSnapshot(`
      "rows.jsonl:2: blank line between rows: delete it
      rows.jsonl:3: not valid JSON (…): write one JSON object on this line
      rows.jsonl:4: a byte order mark inside the file (files joined end to end?): delete it from the start of this line
      rows.jsonl:5: a list, expected a JSON object: write one row a line, {"messages": […]}
      rows.jsonl:6: null, expected a JSON object: write one row a line, {"messages": […]}
      rows.jsonl:7: key "messages" occurs twice in one object: keep one of the two
      rows.jsonl:8: key "content" occurs twice in one object: keep one of the two"
    `);
  });

  it('refuses bytes that are not UTF-8 text', async () => {
    const good = Buffer.from(GOOD);
    const at = good.indexOf('Hi');
    const patched = (...bytes: number[]) =>
      Buffer.concat([good.subarray(0, at), Buffer.from(bytes), good.subarray(at)]);
    const lines = [patched(0xff), patched(0), patched(0xc3, 0x28), patched(0xed, 0xa0, 0x80)];
    const content = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
    expect(await problemsOf(content)).toMatchInlineSnapshot(`
      "rows.jsonl:1: not UTF-8 near byte 40 of the line: save the file as UTF-8
      rows.jsonl:2: NUL byte at column 40: the file is damaged or not text, restore it
      rows.jsonl:3: not UTF-8 near byte 40 of the line: save the file as UTF-8
      rows.jsonl:4: not UTF-8 near byte 40 of the line: save the file as UTF-8"
    `);
  });

  it('names UTF-16 when that is what the file is', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GOOD, 'utf16le')]);
    expect(await problemsOf(utf16)).toMatchInlineSnapshot(
      `"rows.jsonl:1: the file is UTF-16: save it as UTF-8"`,
    );
  });

  it('refuses escapes that are no text', async () => {
    const lines = [GOOD.replace('Ahoy', 'A\\u0000'), GOOD.replace('Ahoy', 'A\\ud83d')];
    expect(await problemsOf(lines.join('\n'))).toMatchInlineSnapshot(`
      "rows.jsonl:1: messages[1].content holds a NUL character (\\u0000): delete it
      rows.jsonl:2: messages[1].content holds half of a surrogate pair (\\ud800–\\udfff), which is no character: mend it"
    `);
    expect(await read(GOOD.replace('Ahoy', '\\ud83d\\udea2'))).toHaveLength(1);
  });

  it('says what to do about a JSON document over several lines', async () => {
    const [first] = (await problemsOf('[\n{"a": 1}\n]')).split('\n');
    expect(first).toMatchInlineSnapshot(
      `"rows.jsonl:1: a JSON document over several lines, expected JSON Lines: write each row as one object on one line"`,
    );
  });

  it('refuses a line over a megabyte, without cutting it, and reads on', async () => {
    const long = GOOD.replace('Ahoy', 'a'.repeat(MAX_LINE_BYTES));
    const [first, second] = (await problemsOf(`${GOOD}\n${long}\nx`)).split('\n');
    expect(first).toBe(
      `rows.jsonl:2: ${long.length} bytes on one line, more than the 1048576 read: split the conversation`,
    );
    expect(second).toMatch(/^rows\.jsonl:3: not valid JSON/);
    const exact = GOOD.replace('Ahoy', 'a'.repeat(MAX_LINE_BYTES - GOOD.length + 4));
    expect(await read(`${exact}\r\n${GOOD}`)).toHaveLength(2);
    expect(await problemsOf(`${exact.replace('aa', 'aaa')}\r\n${GOOD}`)).toContain('1048577 bytes');
  });

  it('does not stumble over deep nesting or very many keys or escapes', async () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    const many = `{${Array.from({ length: 60_000 }, (_, i) => `"k${i}":1`).join(',')}}`;
    const escapes = GOOD.replace('Ahoy', '\\"\\\\'.repeat(200_000));
    const started = performance.now();
    const problems = await problemsOf([deep, many, escapes].join('\n'));
    expect(problems).toMatch(
      /^rows\.jsonl:1: a list, expected a JSON object.*\nrows\.jsonl:2: no known row form/,
    );
    expect(problems).not.toContain('rows.jsonl:3');
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('takes a __proto__ key for what it is, an unknown key', async () => {
    const problems = await problemsOf(GOOD.replace('{', '{"__proto__":{"messages":[]},'));
    expect(problems).toMatchInlineSnapshot(
      `"rows.jsonl:1: unknown key "__proto__" in a row of the messages form, expected messages, id, group, tags: delete it"`,
    );
    expect(({} as { messages?: unknown }).messages).toBeUndefined();
    expect(await problemsOf('{"__proto__":{"prompt":"a","completion":"b"}}')).toContain('no known row form');
  });
});

describe('rows that break a rule', () => {
  it('names unknown, mixed and missing keys', async () => {
    const lines = [
      '{"mesages": []}',
      '{"messages": [], "prompt": "x"}',
      '{"completion": "x"}',
      '{"prompt": "x"}',
      '{"prompt": [], "completion": null, "weight": 1}',
      '{"instruction": "x", "input": 3, "output": "y"}',
      '{}',
      GOOD.replace('{', '{"tag":["a"],'),
    ];
    expect(await problemsOf(lines.join('\n'))).toMatchInlineSnapshot(`
      "rows.jsonl:1: no known row form: did you mean "messages" by "mesages"?
      rows.jsonl:2: keys of more than one row form (messages and prompt/completion): keep those of one
      rows.jsonl:3: no "prompt" key, expected one in a row of the prompt/completion form: add it
      rows.jsonl:4: "completion" is missing, expected text
      rows.jsonl:5: unknown key "weight" in a row of the prompt/completion form, expected prompt, completion, id, group, tags: delete it
      rows.jsonl:5: "prompt" is an empty list, expected text
      rows.jsonl:5: "completion" is null, expected text
      rows.jsonl:6: "input" is 3, expected text
      rows.jsonl:7: no known row form (keys: none): write {"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}
      rows.jsonl:8: unknown key "tag" in a row of the messages form: did you mean "tags"?"
    `);
  });

  it('names turns that are none', async () => {
    const lines = [
      '{"messages": "x"}',
      '{"messages": []}',
      '{"messages": [1, {"role": "bot", "content": "x"}, {"role": "user"}, {"content": ["x"], "role": "user"}]}',
      '{"messages": [{"from": "human", "value": "x"}]}',
      '{"conversations": [{"from": "function_call", "value": " \\n"}]}',
      '{"messages": [{"role": "toString", "content": "x"}]}',
      '{"messages": [{"role": "assistant", "content": "x", "weight": 0}]}',
    ];
    expect(await problemsOf(lines.join('\n'))).toMatchInlineSnapshot(`
      "rows.jsonl:1: "messages" is "x", expected a list of turns
      rows.jsonl:2: "messages" is empty: add at least a user and an assistant turn
      rows.jsonl:3: messages[0] is 1, expected {"role": "…", "content": "…"}
      rows.jsonl:3: messages[1].role is "bot", expected one of system, user, assistant
      rows.jsonl:3: messages[2].content is missing, expected text
      rows.jsonl:3: messages[3].content is a list, expected text
      rows.jsonl:4: unknown key "from" in messages[0], expected role, content: delete it
      rows.jsonl:4: unknown key "value" in messages[0], expected role, content: delete it
      rows.jsonl:4: messages[0].role is missing, expected one of system, user, assistant
      rows.jsonl:4: messages[0].content is missing, expected text
      rows.jsonl:5: conversations[0].from is "function_call", expected one of system, human, user, gpt, assistant
      rows.jsonl:5: conversations[0].value is empty: write the text or delete the row
      rows.jsonl:6: messages[0].role is "toString", expected one of system, user, assistant
      rows.jsonl:7: unknown key "weight" in messages[0], expected role, content: delete it"
    `);
  });

  it('names roles out of order and rows with nothing to learn from', async () => {
    const lines = [
      row([['user', 'a']]),
      row([['system', 's']]),
      row([['assistant', 'a']]),
      row([
        ['system', 's'],
        ['assistant', 'a'],
      ]),
      row([
        ['user', 'a'],
        ['user', 'b'],
        ['assistant', 'c'],
      ]),
      row([
        ['user', 'a'],
        ['assistant', 'b'],
        ['assistant', 'c'],
      ]),
      row([
        ['user', 'a'],
        ['assistant', 'b'],
        ['system', 's'],
        ['user', 'a'],
        ['assistant', 'b'],
      ]),
      row([
        ['system', 's'],
        ['user', 'a'],
        ['assistant', 'b'],
        ['user', 'c'],
      ]),
    ];
    expect(await problemsOf(lines.join('\n'))).toMatchInlineSnapshot(`
      "rows.jsonl:1: nothing to learn from, no assistant turn: add the answer
      rows.jsonl:2: nothing to learn from, no assistant turn: add the answer
      rows.jsonl:3: turn 1 is from assistant, expected the first turn (after system) to be from user: add the question
      rows.jsonl:4: turn 2 is from assistant, expected the first turn (after system) to be from user: add the question
      rows.jsonl:5: turn 2 is from user, expected assistant: two turns in a row from user, merge them or add the missing one
      rows.jsonl:6: turn 3 is from assistant, expected user: two turns in a row from assistant, merge them or add the missing one
      rows.jsonl:7: turn 3 is from system, expected system only as the first turn: move it or merge it
      rows.jsonl:8: ends with a user turn, expected assistant last: add the answer or delete the turn"
    `);
  });

  it('names ids, tags and groups that cannot be', async () => {
    const lines = [
      GOOD.replace('{', '{"id":"a",'),
      GOOD.replace('{', '{"id":"a",'),
      GOOD.replace('{', '{"id":"rows.jsonl:4",'),
      GOOD,
      GOOD.replace('{', '{"id":" ","tags":[1],"group":2,'),
      GOOD.replace('{', '{"id":1.5,"tags":["group:x"],"group":"y",'),
      GOOD.replace('{', '{"id":null,"tags":["group:"],'),
    ];
    expect(await problemsOf(lines.join('\n'))).toMatchInlineSnapshot(`
      "rows.jsonl:2: id "a" is also that of line 1: ids must differ, rename one
      rows.jsonl:4: id "rows.jsonl:4" is also that of line 3: ids must differ, rename one
      rows.jsonl:5: "id" is " ", expected text or a whole number
      rows.jsonl:5: "tags" is a list, expected a list of texts, none of them empty
      rows.jsonl:5: "group" is 2, expected text
      rows.jsonl:6: "id" is 1.5, expected text or a whole number
      rows.jsonl:6: more than one group ("x", "y"): a conversation belongs to one
      rows.jsonl:7: "id" is null, expected text or a whole number
      rows.jsonl:7: the group has no name: write "group:<name>" or drop it"
    `);
  });

  it('cannot be made to steer the terminal that shows the problems', async () => {
    const problems = await problemsOf(
      '{"\\u001b[2Jx": 1, "y\\u009b": 2}\n{"messages": [{"role": "\\u202euser", "content": "x"}]}',
    );
    for (const control of ['\u001b', '\u009b', '\u202e']) expect(problems).not.toContain(control);
    expect(problems).toContain('\\u001b[2Jx');
  });

  it('returns the good rows beside the problems to those who ask for both', async () => {
    await using folder = await scratchFolder();
    const rows = await readRows(await folder.write(`${GOOD}\n{}\n${GOOD}`), { root: folder.root });
    expect(rows.conversations.map(({ line }) => line)).toEqual([1, 3]);
    expect(rows.problems).toHaveLength(1);
  });
});

describe('the file', () => {
  it.each(['', '\ufeff', '\n\r\n  \n'])('is refused when it holds no rows (%j)', async (content) => {
    expect(formatUserError(await userErrorOf(read(content)))).toMatchInlineSnapshot(`
      "error[dataset-empty]: rows.jsonl holds no rows
      hint: Write one JSON object a line: {"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}."
    `);
  });

  it('is refused when it is a Git LFS pointer', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    expect(formatUserError(await userErrorOf(read(pointer)))).toMatchInlineSnapshot(`
      "error[dataset-lfs-pointer]: rows.jsonl is a Git LFS pointer, not the data itself
      hint: Fetch it with \`git lfs pull\`, or set \`lfs: true\` for actions/checkout."
    `);
  });

  it('stays inside the checkout, by its path and behind symbolic links', async () => {
    await using outside = await scratchFolder();
    await using folder = await scratchFolder();
    const secret = path.join(outside.root, await outside.write(GOOD));
    await symlink(secret, path.join(folder.root, 'link.jsonl'));
    await symlink(outside.root, path.join(folder.root, 'data'));
    const messageFor = async (file: string) => {
      const error = await userErrorOf(readConversations(file, { root: folder.root }));
      return `${error.code}: ${error.message.replaceAll(outside.root, '<outside>')}`;
    };
    const relative = path.relative(folder.root, secret);
    expect(await messageFor(relative)).toMatch(
      /^dataset-outside-checkout: \.\.\/.* is outside the checkout$/,
    );
    expect(await messageFor(secret)).toMatchInlineSnapshot(
      `"dataset-outside-checkout: <outside>/rows.jsonl is outside the checkout"`,
    );
    expect(await messageFor('link.jsonl')).toMatchInlineSnapshot(
      `"dataset-outside-checkout: link.jsonl is a symbolic link that leads out of the checkout"`,
    );
    expect(await messageFor('data/rows.jsonl')).toMatchInlineSnapshot(
      `"dataset-outside-checkout: data/rows.jsonl is a symbolic link that leads out of the checkout"`,
    );

    await folder.write(GOOD, 'real.jsonl');
    await symlink('real.jsonl', path.join(folder.root, 'inner.jsonl'));
    await symlink(folder.root, path.join(outside.root, 'checkout'));
    expect(await readConversations('inner.jsonl', { root: folder.root })).toHaveLength(1);
    expect(await readConversations('real.jsonl', { root: path.join(outside.root, 'checkout') })).toHaveLength(
      1,
    );
  });

  it('is refused when it is missing, a directory, a pipe or too large', async () => {
    await using folder = await scratchFolder();
    await folder.write(GOOD, 'data/train.jsonl');
    execFileSync('mkfifo', [path.join(folder.root, 'pipe')]);
    const codeFor = async (file: string, maxBytes?: number) => {
      const options = maxBytes === undefined ? {} : { maxBytes };
      return (await userErrorOf(readConversations(file, { root: folder.root, ...options }))).code;
    };
    expect(await codeFor('missing.jsonl')).toBe('dataset-not-found');
    expect(await codeFor('data/train.jsonl/x')).toBe('dataset-not-found');
    expect(await codeFor('data')).toBe('dataset-not-a-file');
    expect(await codeFor('.')).toBe('dataset-not-a-file');
    expect(await codeFor('pipe')).toBe('dataset-not-a-file');
    expect(await codeFor('data/train.jsonl', 10)).toBe('dataset-too-large');
    expect(await codeFor('a\0b')).toBe('dataset-outside-checkout');
  });

  it('of 100,000 rows is read in a few seconds', async () => {
    await using folder = await scratchFolder();
    const lines = Array.from({ length: 100_000 }, (_, i) =>
      GOOD.replace('Ahoy', `Ahoy ${i} ${'word '.repeat(60)}`),
    );
    const file = await folder.write(lines.join('\n'));
    // Processor time: the clock also counts what other programs and tests do meanwhile.
    const started = process.cpuUsage();
    expect(await readConversations(file, { root: folder.root })).toHaveLength(100_000);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
