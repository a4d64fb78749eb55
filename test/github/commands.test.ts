import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMAND_KINDS, type CommandRequest, parseCommands } from '../../src/github/commands.ts';

const SHA = 'fed4321abc'.padEnd(40, '1');
const only = (body: string) => {
  const { commands, problems } = parseCommands(body);
  expect(problems).toEqual([]);
  return commands.map(({ line, ...command }) => command);
};
const problem = (body: string) => {
  const { commands, problems } = parseCommands(body);
  expect(commands).toEqual([]);
  expect(problems).toHaveLength(1);
  return problems[0]!;
};

describe('a command', () => {
  test.each<[string, CommandRequest]>([
    ['/lora-gate run', { kind: 'run', sha: null }],
    [`/lora-gate run ${SHA}`, { kind: 'run', sha: SHA }],
    [`/lora-gate run \`${SHA.toUpperCase()}\``, { kind: 'run', sha: SHA }],
    ['/lora-gate rerun', { kind: 'rerun' }],
    ['/LORA-GATE  Cancel ', { kind: 'cancel' }],
    ['/lora-gate explain', { kind: 'explain' }],
    ['/lora-gate help', { kind: 'help' }],
    ['/lora-gate spot-check A B tie', { kind: 'spot-check', words: 'A B tie' }],
    [
      '/lora-gate waive perplexity the old set is wrong',
      { kind: 'waive', metric: 'perplexity', sha: null, reason: 'the old set is wrong' },
    ],
    [
      `/lora-gate waive desk:judge/relevance @${SHA} agreed with @anna`,
      { kind: 'waive', metric: 'desk:judge/relevance', sha: SHA, reason: 'agreed with @anna' },
    ],
    [
      '/lora-gate waive `data-checks` @anna knows',
      { kind: 'waive', metric: 'data-checks', sha: null, reason: '@anna knows' },
    ],
    ['/lora-gate unwaive perplexity', { kind: 'unwaive', metric: 'perplexity' }],
  ])('%s is read', (body, command) => {
    expect(only(body)).toEqual([command]);
  });

  test('is read from any line, with the line it is on, whatever ends the lines', () => {
    const { commands } = parseCommands(
      'Thanks!\r\n\r\n/lora-gate waive perplexity fine\r\n/lora-gate rerun\r\n',
    );
    expect(commands).toEqual([
      { kind: 'waive', metric: 'perplexity', sha: null, reason: 'fine', line: 3 },
      { kind: 'rerun', line: 4 },
    ]);
  });

  test.each([
    ['in the middle of a line', 'please /lora-gate run'],
    ['behind a blank', ' /lora-gate run'],
    ['in indented code', '    /lora-gate run'],
    ['in a fence', '```\n/lora-gate run\n```'],
    ['in a longer fence that a shorter one does not end', '````sh\n```\n/lora-gate run\n````'],
    ['in a fence of tildes', '~~~\n/lora-gate run\n```\n/lora-gate run\n~~~'],
    ['in a fence that nobody closed', '```\nx\n\n/lora-gate run'],
    ['in a quote', '> /lora-gate run'],
    ['in an HTML comment', 'fine <!-- \n/lora-gate run\n-->'],
    ['in preformatted text', '<pre>\n/lora-gate run\n</pre>'],
    ['of another program', '/lora-gates run\n/loraine-gate run\n/lora'],
  ])('%s is none', (_, body) => {
    expect(parseCommands(body)).toEqual({ commands: [], problems: [] });
  });

  test.each([
    ['a closed fence', '```\nx\n```'],
    ['a code span that looks like a fence', '``` x ```'],
    ['a quote and an empty line', '> quoted\n'],
    ['an HTML comment of one line', 'a <!-- b -->'],
  ])('after %s is read', (_, before) => {
    expect(only(`${before}\n/lora-gate run`)).toEqual([{ kind: 'run', sha: null }]);
  });
});

describe('what was meant as a command and is none', () => {
  test.each([
    ['/lora-gate wave perplexity fine', /"wave" is no command: did you mean "waive"/, 'waive'],
    ['/lora-gate cancle', /did you mean "cancel"/, 'cancel'],
    ['/lora-gate re-run', /did you mean "rerun"/, 'rerun'],
    ['/lora-gate approve', /"approve" is no command: expected one of run, rerun/, null],
    ['/lora-gate', /no command: expected one of/, 'help'],
    ['/lora_gate run', /begin with "\/lora-gate"/, null],
    ['/lora-gate run abc1234', /all 40 digits/, null],
    ['/lora-gate run now please', /expected "\/lora-gate run \[full sha\]"/, null],
    ['/lora-gate waive perplexity @abc1234 fine', /all 40 digits/, null],
    ['/lora-gate waive perplexity', /needs a reason/, null],
    [`/lora-gate waive perplexity @${SHA} .`, /needs a reason/, null],
    ['/lora-gate waive <b>x</b> fine', /expected "\/lora-gate waive/, null],
    ['/lora-gate waive', /expected "\/lora-gate waive/, null],
    [`/lora-gate waive perplexity ${'x'.repeat(501)}`, /at most 500 characters/, null],
    ['/lora-gate unwaive perplexity please', /expected "\/lora-gate unwaive/, null],
    ['/lora-gate cancel it', /expected "\/lora-gate cancel"/, null],
    ['> quoted\n/lora-gate run', /belongs to the quote above/, null],
  ])('%s is told, with what was expected', (body, message, nearest) => {
    expect(problem(body)).toMatchObject({ message: expect.stringMatching(message), nearest });
  });

  test('is told for a bounded number of lines', () => {
    const { commands, problems } = parseCommands('/lora-gate run\n'.repeat(1000));
    expect([commands.length, problems.length]).toEqual([20, 1]);
    expect(problems[0]?.message).toMatch(/at most 20/);
  });
});

const pieces = fc.constantFrom(
  '/lora-gate waive perplexity fine',
  '/lora-gate run',
  '/lora-gate',
  '> ',
  '```',
  '~~~~',
  '<!--',
  '-->',
  '<pre>',
  '</pre>',
  '\n',
  '\r\n',
  '    ',
  '\u202e',
  '\u2028',
  '\u0000',
  '\ud800',
  '\u00a0',
);
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 30 })
  .map((parts) => parts.join(''));

describe('whatever a comment says', () => {
  test('every command stands at the start of the line that it names', () => {
    fc.assert(
      fc.property(hostile, (body) => {
        const { commands, problems } = parseCommands(body);
        const lines = body.split(/\r\n|\n|\r/);
        for (const { line } of [...commands, ...problems]) {
          expect(lines[line - 1]?.toLowerCase()).toMatch(/^\/lora[-_]?gate/);
        }
        for (const command of commands) expect(COMMAND_KINDS).toContain(command.kind);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('in a fence, a quote or a hidden comment it commands nothing', () => {
    const inert = hostile.map((body) => body.replaceAll('-->', '').replaceAll('`', ''));
    fc.assert(
      fc.property(inert, (body) => {
        const quoted = body.split(/\r\n|\n|\r/).map((line) => `> ${line}`);
        for (const wrapped of [`\`\`\`\n${body}\n\`\`\``, `<!--\n${body}\n-->`, quoted.join('\n')]) {
          expect(parseCommands(wrapped)).toEqual({ commands: [], problems: [] });
        }
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  test('a waiver comes back as it was written', () => {
    const reason = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .filter((text) => /[\p{L}\p{N}]/u.test(text) && !/[\n\r]/.test(text) && !/^\s*@/.test(text));
    const metric = fc.stringMatching(/^[a-z][a-z0-9_/-]{0,20}$/);
    fc.assert(
      fc.property(metric, reason, fc.constantFrom(null, SHA), (name, why, sha) => {
        const body = `/lora-gate waive ${name} ${sha ? `@${sha} ` : ''}${why}`;
        expect(only(body)).toEqual([{ kind: 'waive', metric: name, sha, reason: why.trim() }]);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test('a long one of the worst kind is read in no time that grows faster than it', () => {
    for (const piece of ['/lora-gate ', '<!--', '`'.repeat(3), '> ', ' \t', '/'.repeat(9)]) {
      const body = piece.repeat(2_000_000 / piece.length);
      expect(parseCommands(body).commands).toEqual([]);
    }
  });
});
