/**
 * What goes wrong on the command line: one error with its code, a hint, the exit code that says whose mistake it is, and
 * nothing on standard output or half-written on the disk.
 */

import { cp, mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChatModel } from '../e2e/chat-model.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { goldenFolder } from '../helpers/golden.ts';
import { type CliOptions, cli, cliCommand, makeWorkspace, startCli, type Workspace } from './cli.ts';
import { trainConfig } from './train-config.ts';

let workspace: Workspace;
let before: string[];
const at = (name: string) => path.join(workspace.folder, name);
const lora = (args: readonly string[], options: CliOptions = {}) =>
  cli(['--cache-dir', workspace.cache, ...args], { cwd: workspace.folder, ...options });
const listing = async () => (await readdir(workspace.folder, { recursive: true })).sort();

beforeAll(async () => {
  workspace = await makeWorkspace();
  await makeChatModel(at('model'));
  await writeFile(at('train.jsonl'), jsonLines(houseRows(0, 8)));
  await writeFile(at('test.jsonl'), jsonLines(houseRows(200, 204)));
  await writeFile(at('empty.jsonl'), '');
  await writeFile(at('lora-gate.yml'), trainConfig({ epochs: 2 }));
  await writeFile(at('mistaken.yml'), 'version: 1\nmodle: ./model\n');
  await writeFile(at('a-file'), 'not a folder\n');
  await cp(at('model'), at('cut-short'), { recursive: true });
  const weights = await open(at('cut-short/model.safetensors'), 'r+');
  await weights.truncate(100_000);
  await weights.close();
  await mkdir(at('no-adapter'));
  await cp(path.join(goldenFolder('gemma3'), 'adapters/lora'), at('foreign-adapter'), { recursive: true });
  before = await listing();
});

afterAll(async () => {
  await workspace?.remove();
});

const EVAL = ['eval', '--model', './model', '--data', 'test.jsonl'];

describe.concurrent('a mistake of the user', () => {
  const mistakes: [what: string, args: string[], error: RegExp, hint: RegExp][] = [
    [
      'an unknown option',
      ['run', '--bose', 'main'],
      /^error\[usage\]: unknown option '--bose'/,
      /lora-gate run --help/,
    ],
    [
      'an unknown command',
      ['evl'],
      /^error\[usage\]: unknown command 'evl'\n\(Did you mean eval\?\)/,
      /lora-gate --help/,
    ],
    [
      'a missing option',
      ['eval', '--data', 'test.jsonl'],
      /^error\[usage\]: required option '--model/,
      /eval --help/,
    ],
    [
      'a value out of range',
      [...EVAL, '--max-length', '0'],
      /^error\[usage\]: .*whole number from 1/,
      /eval --help/,
    ],
    [
      'no data file',
      ['eval', '--model', './model', '--data', 'no.jsonl'],
      /^error\[dataset-not-found\]: no\.jsonl/,
      /path/,
    ],
    [
      'empty data',
      ['eval', '--model', './model', '--data', 'empty.jsonl'],
      /^error\[dataset-empty\]: empty\.jsonl/,
      /JSON/,
    ],
    [
      'no model',
      ['eval', '--model', './none', '--data', 'test.jsonl'],
      /^error\[model-not-found\]: .*none/,
      /folder/,
    ],
    [
      'weights cut short',
      ['eval', '--model', './cut-short', '--data', 'test.jsonl'],
      /^error\[safetensors-\S+\]: .*cut-short/,
      /damaged|cut short/,
    ],
    [
      'rows longer than allowed',
      [...EVAL, '--max-length', '9'],
      /^error\[dataset-length\]: 4 problems.*\n {2}test\.jsonl:1: [\s\S]*\n {2}test\.jsonl:4: /,
      /max_length/,
    ],
    [
      'no adapter in the folder',
      [...EVAL, '--adapter', 'no-adapter'],
      /error\[adapter-missing\]: no-adapter/,
      /adapter_config/,
    ],
    [
      'an adapter of another model',
      ['generate', '--model', './model', '--prompt', 'x', '--adapter', 'foreign-adapter'],
      /error\[adapter-\S+\]: /,
      /made for/,
    ],
    [
      'no configuration',
      ['train', '--config', 'no.yml', '--out', 'new'],
      /^error\[config-missing\]: no\.yml/,
      /--config/,
    ],
    [
      'a configuration with mistakes',
      ['train', '--config', 'mistaken.yml', '--out', 'new'],
      /^error\[config-invalid\]: 3 problems[\s\S]*mistaken\.yml:2: unknown key "modle"/,
      /./,
    ],
    [
      'an adapter that the configuration lacks',
      ['train', '--adapter', 'x', '--out', 'new'],
      /error\[adapter-unknown\]: .*no adapter x/,
      /desk/,
    ],
    [
      'a file where results should go',
      ['train', '--out', 'a-file/adapter'],
      /^error\[out-unwritable\]: .*a-file is not a folder/,
      /--out/,
    ],
    ['no question', ['generate', '--model', './model'], /^error\[usage\]: .*--prompt or --data/, /--help/],
    [
      'a system message for a file',
      ['generate', '--model', './model', '--data', 'test.jsonl', '--system', 'x'],
      /^error\[usage\]: --system/,
      /rows/,
    ],
    [
      'no evaluation',
      ['compare', 'no.json', 'no.json'],
      /^error\[evaluation-unreadable\]: .*no\.json/,
      /path/,
    ],
    [
      'not an evaluation',
      ['compare', 'model/config.json', 'model/config.json'],
      /^error\[evaluation-\S+\]: .*config\.json/,
      /./,
    ],
    [
      'a confidence of one half',
      ['compare', 'a.json', 'b.json', '--confidence', '0.5'],
      /^error\[usage\]: .*above 0\.5 and below 1/,
      /--help/,
    ],
    [
      'a margin of 100 %',
      ['compare', 'a.json', 'b.json', '--margin', '1'],
      /^error\[usage\]: .*from 0 to below 1/,
      /--help/,
    ],
    [
      'a percentage without a number',
      ['compare', 'a.json', 'b.json', '--margin', '%'],
      /^error\[usage\]: .*such as 1%/,
      /--help/,
    ],
    ['no repository', ['run', '--repo', '.'], /^error\[not-a-repository\]: /, /--repo/],
  ];

  it.each(mistakes)('%s: exit code 2, an error with a code, and a hint', async (_, args, error, hint) => {
    const { exitCode, stdout, stderr } = await lora([...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.slice(Math.max(0, stderr.indexOf('error[')))).toMatch(error);
    expect(stderr.match(/error\[/g)).toHaveLength(1);
    expect(stderr.match(/^hint: .*$/m)?.[0]).toMatch(hint);
    expect(stderr).not.toMatch(/^ {4}at /m);
  });
});

describe('the process', () => {
  it('has written nothing in all of that', async () => {
    expect(await listing()).toEqual(before);
  });

  it('prints its help and ends with exit code 2 when it is told nothing', async () => {
    const { exitCode, stdout, stderr } = await lora([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/^Usage: lora-gate /);
  });

  it('prints its version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await lora(['--version'])).toEqual({ exitCode: 0, stdout: version, stderr: '' });
  });

  const BUG = /This is a bug in lora-gate \d\S*; please report it with the lines above\.$/;

  it('says that it is a bug, with exit code 70, when an error is nobody’s mistake', async () => {
    // The platform breaks under the program, which foresees nothing of the kind.
    const preload = "process.resourceUsage = () => { throw new TypeError('broken on purpose') }";
    const { exitCode, stdout, stderr } = await lora(EVAL, { preload });
    expect({ exitCode, stdout }).toEqual({ exitCode: 70, stdout: '' });
    expect(stderr).toMatch(/^TypeError: broken on purpose\n {4}at /m);
    expect(stderr).toMatch(BUG);
  });

  it.each(['throw', 'Promise.reject'])(
    'ends with 70, never with 1, when an error escapes (%s)',
    async (how) => {
      const error = "new Error('nobody caught this')";
      const act = how === 'throw' ? `throw ${error}` : `Promise.reject(${error})`;
      // The last thing that the entry does before it starts the command is to listen for signals.
      const preload = `process.on('newListener', (event) => event === 'SIGTERM' && setTimeout(() => { ${act} }))`;
      const { exitCode, stderr } = await lora(EVAL, { preload });
      expect(exitCode).toBe(70);
      expect(stderr).toContain('nobody caught this');
      expect(stderr).toMatch(BUG);
    },
  );

  it('keeps its exit code when the reader of its output has gone', async () => {
    const running = startCli(['lint', 'train.jsonl'], { cwd: workspace.folder });
    running.stdout.destroy();
    const { exitCode, stderr } = await running;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  });

  it('gives a slow reader the whole of a long result', async () => {
    await writeFile(at('long.jsonl'), '{"question": "of no known form"}\n'.repeat(2000));
    const command = cliCommand(['lint', 'long.jsonl', '--json']);
    const piped = await execa('bash', ['-c', '"$@" | (sleep 2; cat)', 'bash', ...command], {
      cwd: workspace.folder,
    });
    // Far more than a pipe holds.
    expect(piped.stdout.length).toBeGreaterThan(200_000);
    const { files } = JSON.parse(piped.stdout) as { files: { problems: string[] }[] };
    expect(files[0]!.problems).toHaveLength(2000);
  });

  it('colours nothing and draws no bar when standard error is not a terminal', async () => {
    const { stderr } = await lora(EVAL);
    expect(stderr).toContain('scoring: ');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
    expect(stderr).not.toMatch(/\u001b|\r/);
  });

  it('shows no line of TensorFlow’s own log', async () => {
    const { stderr } = await lora([...EVAL, '--quiet']);
    expect(stderr).toBe('');
  });
});
