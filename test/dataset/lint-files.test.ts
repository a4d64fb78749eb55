import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/commands/context.ts';
import { lintCommand } from '../../src/commands/lint.ts';
import type { Conversation } from '../../src/dataset/conversation.ts';
import { lintFiles } from '../../src/dataset/lint.ts';
import { renderFindings } from '../../src/dataset/lint-findings-text.ts';
import { silentLogger } from '../../src/log.ts';
import { scratchFolder, tokenized } from './data.ts';

function jsonl(...rows: [question: string, answer: string][]): string {
  return rows
    .map(([question, answer]) =>
      JSON.stringify({
        messages: [
          { role: 'user', content: question },
          { role: 'assistant', content: answer },
        ],
      }),
    )
    .join('\n');
}

const FERRY: [string, string] = ['When does the ferry leave?', 'At ten and at one, from the fourth pier.'];
const DESK: [string, string] = ['Where is the desk, please?', 'In the white house at the head of the pier.'];
const TOKEN: [string, string] = ['What is the token?', `It is ghp_${'aB3'.repeat(12)}.`];

interface Outcome {
  code: number;
  printed: string;
}

/** Runs the command as the entry does. */
async function run(args: readonly string[]): Promise<Outcome> {
  const outcome: Outcome = { code: 0, printed: '' };
  const context: CommandContext = {
    env: {
      cacheDir: '/nonexistent',
      hfToken: undefined,
      hfHome: undefined,
      cudaVisibleDevices: undefined,
      version: '0',
    },
    options: { runtime: 'auto', requireNative: false },
    logger: silentLogger,
    signal: new AbortController().signal,
    print: (text) => {
      outcome.printed += `${text}\n`;
    },
    setExitCode: (code) => {
      outcome.code = code;
    },
  };
  const command = lintCommand(() => context)
    .exitOverride()
    .configureOutput({ writeErr: () => {} });
  await new Command()
    .exitOverride()
    .addCommand(command)
    .parseAsync(['lint', ...args], { from: 'user' });
  return outcome;
}

describe('lintFiles', () => {
  it('shows findings by severity with file, line and fix', async () => {
    await using folder = await scratchFolder();
    await folder.write(jsonl(DESK, FERRY, TOKEN), 'train.jsonl');
    await folder.write(jsonl(DESK, DESK), 'more.jsonl');
    await folder.write(jsonl(FERRY), 'test.jsonl');
    const found = await lintFiles(
      { train: ['train.jsonl', 'more.jsonl'], test: 'test.jsonl', base: ['train.jsonl'] },
      { root: folder.root },
    );
    expect(renderFindings(found, { hasTest: true })).toMatchInlineSnapshot(`
      "checks: 2 errors, 2 warnings
        error: leakage (1)
          train.jsonl:2: the same messages as the test row test.jsonl:1
          fix: Delete the row from the training data; the test set measures nothing that was trained on.
        error: secrets (1)
          train.jsonl:3: GitHub token in message 2 (assistant): ghp_…
          fix: Revoke it, since the history keeps it, and put a made-up value in its place.
        warning: duplicates (2)
          more.jsonl:1: the same messages as train.jsonl:1 [new]
          more.jsonl:2: the same messages as train.jsonl:1 [new]
          fix: Delete one of the two; a row that should count more is better said in other words.
        distribution of the training rows:
          conversations             base  3
                                    added 2
                                    head  5
          characters a conversation base  median 66, p95 69, max 69
                                    added median 69, p95 69, max 69
                                    head  median 69, p95 69, max 69
          characters an answer      base  median 43, p95 47, max 47
                                    added median 43, p95 43, max 43
                                    head  median 43, p95 46, max 47
          answers a conversation    base  3 × 1
                                    added 2 × 1
                                    head  5 × 1
          languages                 base  en 100 %
                                    added en 100 %
                                    head  en 100 %"
    `);
    expect(found.files.map(({ file, rows }) => [file, rows])).toEqual([
      ['train.jsonl', 3],
      ['more.jsonl', 2],
      ['test.jsonl', 1],
      ['train.jsonl', 3],
    ]);
  });

  it('says so when leakage could not be looked for, and when nothing was found', async () => {
    await using folder = await scratchFolder();
    const found = await lintFiles({ train: [await folder.write(jsonl(DESK))] }, { root: folder.root });
    expect(renderFindings(found, { hasTest: false }).split('\n').slice(0, 2)).toEqual([
      'checks: nothing found',
      '  no test file was given: leakage was not looked for (--test)',
    ]);
  });

  it('shows the first findings of a check and how many more there are', async () => {
    await using folder = await scratchFolder();
    const found = await lintFiles(
      { train: [await folder.write(jsonl(...Array.from({ length: 30 }, () => DESK)))] },
      { root: folder.root },
    );
    const lines = renderFindings(found, { hasTest: false, maxFindings: 3 }).split('\n');
    expect(lines).toContain('  warning: duplicates (29)');
    expect(lines).toContain('    … and 26 more');
    expect(lines.filter((line) => line.includes('the same messages'))).toHaveLength(3);
  });

  it('checks the rows that can be read beside those that cannot, and files beside those that are gone', async () => {
    await using folder = await scratchFolder();
    const train = await folder.write(`${jsonl(DESK, DESK)}\n{}`);
    const found = await lintFiles({ train: [train, 'gone.jsonl'] }, { root: folder.root });
    expect(found.files.map(({ problems }) => problems.length)).toEqual([1, 1]);
    expect(found.counts).toEqual({ duplicates: 1 });
  });

  it('previews no row with a secret or personal data', async () => {
    await using folder = await scratchFolder();
    const train = await folder.write(jsonl(TOKEN, ['Who?', 'marta@linnet.org'], DESK));
    const tokenize = ({ line, messages }: Conversation) =>
      tokenized([line], [1], line + (messages.length > 9 ? 1 : 0));
    const found = await lintFiles({ train: [train] }, { root: folder.root, tokenize, decode: () => 'text' });
    expect(found.files[0]?.previews.map(({ line }) => line)).toEqual([3]);
  });
});

describe('lora-gate lint', () => {
  it('ends with 2 when there is an error, and 0 when there are only warnings', async () => {
    await using folder = await scratchFolder();
    const at = (name: string) => `${folder.root}/${name}`;
    await folder.write(jsonl(DESK, DESK), 'train.jsonl');
    await folder.write(jsonl(DESK), 'test.jsonl');
    await folder.write('{}', 'broken.jsonl');
    const codes = [];
    for (const args of [
      ['train.jsonl'],
      ['train.jsonl', '--test', 'test.jsonl'],
      ['train.jsonl', '--test', 'test.jsonl', '--severity', 'leakage=warning'],
      ['train.jsonl', '--severity', 'duplicates=error'],
      ['broken.jsonl'],
    ])
      codes.push((await run(args.map((arg) => (arg.endsWith('.jsonl') ? at(arg) : arg)))).code);
    expect(codes).toEqual([0, 2, 0, 2, 2]);
  });

  it('prints one JSON document with every finding', async () => {
    await using folder = await scratchFolder();
    const train = `${folder.root}/${await folder.write(jsonl(DESK, DESK, TOKEN))}`;
    const { printed, code } = await run([train, '--json']);
    const document = JSON.parse(printed);
    expect(code).toBe(2);
    expect(Object.keys(document)).toEqual([
      'schema',
      'files',
      'findings',
      'unlisted',
      'counts',
      'distributions',
    ]);
    expect(document.findings).toEqual([
      {
        check: 'secrets',
        severity: 'error',
        file: train,
        line: 3,
        message: 'GitHub token in message 2 (assistant): ghp_…',
        fix: expect.any(String),
      },
      expect.objectContaining({ check: 'duplicates', related: [{ file: train, line: 1 }] }),
    ]);
    expect(printed).not.toContain('aB3aB3');
  });

  it('names the checks when it is asked for one that there is not', async () => {
    await expect(run(['x.jsonl', '--severity', 'leaks=off'])).rejects.toThrow(
      /expected one of role_order, .*leakage/,
    );
    await expect(run(['x.jsonl', '--severity', 'leakage=no'])).rejects.toThrow('error, warning, note, off');
  });
});
