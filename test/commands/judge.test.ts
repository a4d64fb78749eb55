/** `lora-gate judge` as a process, asking a server that judges by likeness to the reference. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../evaluate/judge/examples.ts';
import { honest, type ScriptedServer, startServer } from '../evaluate/judge/scripted-server.ts';
import { exampleResult } from '../report/example-result.ts';
import { cli, makeWorkspace, type Workspace } from './cli.ts';

let workspace: Workspace;
let server: ScriptedServer;
const COUNT = 8;
const rows = examples(COUNT, (n) => ({ candidate: `No ship of number ${n} is known here` }));

const file = (name: string) => path.join(workspace.folder, name);
const write = (name: string, value: unknown) =>
  writeFile(file(name), typeof value === 'string' ? value : JSON.stringify(value));

const generation = (side: 'baseline' | 'candidate', some = rows) => ({
  schema: 'lora-gate/generation/1',
  model: 'm',
  answers: some.map((row) => ({ adapter: side, id: row.id, answer: row[side], tokens: 9, stopped: true })),
});

const configText = (judge: string, limits = '  judge: { correctness: { max_drop: 0.2 } }') => `version: 1
model: some/model
adapters:
  desk: { train: train.jsonl, test: test.jsonl }
${judge}
gate:
${limits}
`;

const judge = (...args: string[]) =>
  cli(['judge', ...args, '--config', file('lora-gate.yml'), '--store', file('store'), '--quiet']);
const files = () => [file('base.json'), file('candidate.json'), '--data', file('test.jsonl')];

beforeAll(async () => {
  workspace = await makeWorkspace();
  server = await startServer(honest);
  const section = `judge:
  provider: openai-compatible
  base_url: ${server.url}
  model: judge-1
  dimensions: [correctness]
  canaries: { examples: 3 }
  repeats: 0
  retries: 0`;
  await write('lora-gate.yml', configText(section));
  await write('base.json', generation('baseline'));
  await write('candidate.json', generation('candidate'));
  const lines = rows.map(({ id, messages, reference }) =>
    JSON.stringify({ id, messages: [...messages, { role: 'assistant', content: reference }] }),
  );
  await write('test.jsonl', `${lines.join('\n')}\n`);
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await workspace.remove();
});

describe('judge', () => {
  it('decides on two files of answers, and goes on from its store', async () => {
    const first = await judge(...files(), '--json');
    expect(first.exitCode, first.stderr).toBe(1);
    const { schema, judge: said, decision } = JSON.parse(first.stdout);
    expect(schema).toBe('lora-gate/judgement/1');
    expect(said).toMatchObject({
      model: 'judge-1',
      prompts: COUNT,
      advisory: false,
      win_rate: { losses: COUNT },
    });
    expect(decision).toMatchObject({ outcome: 'regression', blocked: true });

    const asked = server.calls.length;
    const second = await judge(...files());
    expect(server.calls.length).toBe(asked);
    expect(second.exitCode).toBe(1);
    expect(second.stdout).toContain(`judge-1, ${COUNT} prompts, scale 1 to 5`);
    expect(second.stdout).toMatch(/^correctness +5\.00 → 1\.00 {2}−4\.00/m);
    expect(second.stdout).toMatch(/^win rate +0 % .* 0 won, 0 tied, 8 lost$/m);
    expect(second.stdout).toMatch(/^regression \(blocks\)$/m);
    expect(second.stdout).toMatch(/^cost +0 requests/m);
  });

  it('reads the answers of a saved result, and leaves withheld rows out', async () => {
    const result = exampleResult();
    const [section] = result.adapters;
    section!.answers = {
      max_new_tokens: 24,
      conversations: COUNT,
      items: rows.map((row, i) => ({
        ...{ id: row.id, group: row.group, file: 'test.jsonl', line: i + 1 },
        prompt: i === 0 ? '' : row.messages[0]!.content,
        reference: i === 0 ? '' : row.reference,
        baseline: i === 0 ? '' : row.baseline,
        candidate: i === 0 ? '' : row.candidate,
        truncated: { baseline: false, candidate: false },
        withheld: i === 0,
      })),
    };
    await write('result.json', result);
    const { exitCode, stdout, stderr } = await judge(file('result.json'), '--json');
    expect(exitCode, stderr).toBe(1);
    expect(JSON.parse(stdout).judge.prompts).toBe(COUNT - 1);
  });

  it('sends no row with a secret or personal data, as a run does not', async () => {
    const iban = 'DE89 3704 0044 0532 0130 00';
    const key = `AKIA${'QZ4T'.repeat(4)}`;
    const lines = rows.map(({ id, messages, reference }, i) =>
      JSON.stringify({
        id,
        messages: [
          ...messages,
          { role: 'assistant', content: `${reference}${i === 1 ? ` ${iban}` : i === 2 ? ` ${key}` : ''}` },
        ],
      }),
    );
    await write('telling.jsonl', `${lines.join('\n')}\n`);
    const before = server.calls.length;
    const { exitCode, stdout, stderr } = await cli([
      ...['judge', file('base.json'), file('candidate.json'), '--data', file('telling.jsonl'), '--json'],
      ...['--config', file('lora-gate.yml'), '--store', file('another-store')],
    ]);
    expect(exitCode, stderr).toBe(1);
    expect(stderr).toContain('2 rows hold a secret or personal data and are not judged');
    expect(JSON.parse(stdout).judge.prompts).toBe(COUNT - 2);
    const sent = JSON.stringify(server.calls.slice(before).map(({ body }) => body));
    expect(sent).toContain(rows[0]!.reference);
    expect(sent).not.toContain(iban);
    expect(sent).not.toContain(key);
  });

  it('names every conversation without an answer', async () => {
    await write('short.json', generation('candidate', rows.slice(2)));
    const { exitCode, stderr } = await judge(
      file('base.json'),
      file('short.json'),
      '--data',
      file('test.jsonl'),
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain('error[answers-unpaired]');
    expect(stderr).toContain('test.jsonl:1: "row-0" has no answer');
    expect(stderr).toContain('test.jsonl:2: "row-1" has no answer');
  });

  it('refuses to start without a judge, a key, or the conversations', async () => {
    const given = await readFile(file('lora-gate.yml'), 'utf8');
    await write('none.yml', configText('judge: { provider: none }', '  mode: enforce'));
    await write(
      'key.yml',
      given.replace('  model: judge-1', '  model: judge-1\n  api_key_env: NO_SUCH_JUDGE_KEY'),
    );
    const asked = server.calls.length;
    const ended = await Promise.all([
      cli(['judge', ...files(), '--config', file('none.yml')]),
      cli(['judge', ...files(), '--config', file('key.yml')]),
      judge(file('base.json'), file('candidate.json')),
    ]);
    expect(ended.map(({ exitCode }) => exitCode)).toEqual([2, 2, 2]);
    expect(ended.map(({ stderr }) => /error\[([a-z-]+)\]/.exec(stderr)?.[1])).toEqual([
      'judge-missing',
      'judge-key',
      'usage',
    ]);
    expect(server.calls.length).toBe(asked);
  });
});
