/**
 * eval, compare, generate and lint as processes on the small random model: what they print, with which exit code, and
 * that standard output carries nothing but the result.
 */

import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChatModel } from '../e2e/chat-model.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { cli, makeWorkspace, type Workspace } from './cli.ts';
import { scaleAdapter } from './scale-adapter.ts';
import { trainConfig } from './train-config.ts';

let workspace: Workspace;
const at = (name: string) => path.join(workspace.folder, name);
const lora = (...args: string[]) => cli(['--cache-dir', workspace.cache, ...args], { cwd: workspace.folder });

/** The one JSON document on standard output. */
function document<T>(stdout: string): T {
  expect(stdout.split('\n')).toHaveLength(1);
  return JSON.parse(stdout) as T;
}

interface Evaluation {
  schema: string;
  adapter: string | null;
  perplexity: number;
  nll_per_token: number;
  tokens: number;
  conversations: { id: string; nll: number; tokens: number }[];
}

interface Generation {
  answers: { adapter: string | null; id: string; answer: string; tokens: number; stopped: boolean }[];
}

beforeAll(async () => {
  workspace = await makeWorkspace();
  await makeChatModel(at('model'));
  await writeFile(at('train.jsonl'), jsonLines(houseRows(0, 24)));
  await writeFile(at('test.jsonl'), jsonLines(houseRows(200, 224)));
  await writeFile(at('lora-gate.yml'), trainConfig({ epochs: 4 }));
  const trained = await lora('train', '--out', 'adapter', '--json');
  expect(trained).toMatchObject({ exitCode: 0 });
  await cp(at('adapter'), at('worse'), { recursive: true });
  await scaleAdapter(at('worse/adapter_model.safetensors'), -1);
});

afterAll(async () => {
  await workspace?.remove();
});

describe('eval and compare', () => {
  it('give the perplexity with and without the adapter, and the gate on both files', async () => {
    const bare = await lora('eval', '--model', './model', '--data', 'test.jsonl', '--json');
    expect(bare.exitCode).toBe(0);
    const base = document<Evaluation>(bare.stdout);
    expect(base).toMatchObject({ schema: 'lora-gate/evaluation/1', adapter: null });
    expect(base.conversations.map(({ id }) => id)).toEqual(houseRows(200, 224).map(({ id }) => id));
    const nll = base.conversations.reduce((sum, { nll }) => sum + nll, 0);
    expect(base.tokens).toBe(base.conversations.reduce((sum, { tokens }) => sum + tokens, 0));
    expect(base.perplexity).toBeCloseTo(Math.exp(nll / base.tokens), 6);

    const evaluation = ['eval', '--model', './model', '--data', 'test.jsonl', '--adapter'];
    const [adapted, worse] = await Promise.all([
      lora(...evaluation, 'adapter', '--json'),
      lora(...evaluation, 'worse', '--json'),
    ]);
    const candidate = document<Evaluation>(adapted.stdout);
    expect(candidate).toMatchObject({ adapter: 'adapter' });
    expect(candidate.perplexity).toBeLessThan(base.perplexity / 5);

    await writeFile(at('bare.json'), bare.stdout);
    await writeFile(at('adapted.json'), adapted.stdout);
    await writeFile(at('worse.json'), worse.stdout);
    const compare = (from: string, to: string, ...options: string[]) =>
      lora('compare', from, to, '--json', ...options);
    const [better, regressed, same] = await Promise.all([
      compare('bare.json', 'adapted.json'),
      compare('adapted.json', 'worse.json'),
      compare('adapted.json', 'adapted.json'),
    ]);
    expect(better.exitCode).toBe(0);
    expect(document(better.stdout)).toMatchObject({ outcome: 'pass', exit_code: 0 });
    expect(regressed.exitCode).toBe(1);
    expect(document(regressed.stdout)).toMatchObject({ outcome: 'regression', blocked: true, exit_code: 1 });
    expect(same.exitCode).toBe(0);
    expect(document(same.stdout)).toMatchObject({ outcome: 'pass', metrics: [{ estimate: 0 }] });
  });

  it('compare is inconclusive, exit code 0, and under --strict blocks with exit code 3', async () => {
    // One conversation much better, one much worse: the mean is within the margin and the interval far beyond it.
    const evaluation = JSON.parse(await readFile(at('bare.json'), 'utf8')) as Evaluation;
    const shift = (by: number[]) => {
      const conversations = evaluation.conversations.map((conversation, i) => ({
        ...conversation,
        nll: conversation.nll + (by[i] ?? 0),
      }));
      const nll_per_token = conversations.reduce((sum, { nll }) => sum + nll, 0) / evaluation.tokens;
      return JSON.stringify({
        ...evaluation,
        conversations,
        nll_per_token,
        perplexity: Math.exp(nll_per_token),
      });
    };
    await writeFile(at('noisy.json'), shift([120, -120]));
    const [lenient, strict] = await Promise.all([
      lora('compare', 'bare.json', 'noisy.json'),
      lora('compare', 'bare.json', 'noisy.json', '--strict'),
    ]);
    expect(lenient.exitCode).toBe(0);
    expect(lenient.stdout).toMatch(/^inconclusive\n {2}perplexity: inconclusive /);
    expect(strict.exitCode).toBe(3);
    expect(strict.stdout).toMatch(/^inconclusive \(blocks\)\n/);
  });

  it('eval prints the numbers for people without --json', async () => {
    const { exitCode, stdout } = await lora('eval', '--model', './model', '--data', 'test.jsonl');
    expect(exitCode).toBe(0);
    const { perplexity, nll_per_token, tokens } = JSON.parse(
      await readFile(at('bare.json'), 'utf8'),
    ) as Evaluation;
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      `perplexity      ${perplexity.toFixed(4)}`,
      `NLL per token   ${nll_per_token.toFixed(6)} nats`,
      `tokens          ${tokens} supervised, in 24 conversations`,
    ]);
  });
});

describe('generate', () => {
  const [question] = houseRows(300, 301);
  const prompt = ['--model', './model', '--prompt', question!.messages[0]!.content, '--max-new-tokens', '24'];

  it('answers with every adapter in turn on one loaded model, each as it would alone', async () => {
    const [both, alone] = await Promise.all([
      lora('generate', ...prompt, '--adapter', 'adapter', 'worse', '--json'),
      lora('generate', ...prompt, '--adapter', 'worse', '--json'),
    ]);
    expect(both.exitCode).toBe(0);
    expect(both.stderr.match(/loading model/g)).toHaveLength(1);
    const { answers } = document<Generation>(both.stdout);
    expect(answers.map(({ adapter }) => adapter)).toEqual(['adapter', 'worse']);
    expect(answers[0]!.answer).toMatch(/^Aye, the /);
    expect(answers[1]!.answer).not.toBe(answers[0]!.answer);
    expect(answers[1]).toEqual(document<Generation>(alone.stdout).answers[0]);
  });

  it('samples the same answers from the same seed and others from another', async () => {
    const sample = async (seed: string) => {
      const { stdout } = await lora(
        ...['generate', '--model', './model', '--data', 'test.jsonl', '--adapter', 'adapter', '--json'],
        ...['--temperature', '0.9', '--top-p', '0.95', '--max-new-tokens', '12', '--seed', seed],
      );
      return document<Generation>(stdout).answers;
    };
    const [first, again, other] = await Promise.all([sample('5'), sample('5'), sample('6')]);
    expect(first.map(({ id }) => id)).toEqual(houseRows(200, 224).map(({ id }) => id));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('prints one answer bare for people', async () => {
    const { stdout } = await lora('generate', ...prompt, '--adapter', 'adapter');
    expect(stdout).toMatch(/^Aye, the /);
  });
});

describe('lint', () => {
  it('prints the lengths and what is learnt, and one JSON document with --json', async () => {
    const [text, json] = await Promise.all([
      lora('lint', 'train.jsonl', '--model', './model'),
      lora('lint', 'train.jsonl', '--model', './model', '--json'),
    ]);
    expect(text.exitCode).toBe(0);
    expect(text.stdout).toMatch(/^train.jsonl: 24 conversations, no problems\n/);
    expect(text.stdout).toContain(
      'learnt | Aye, the Marten lies at the north quay with her timber. Fair winds.',
    );
    expect(json.exitCode).toBe(0);
    expect(document(json.stdout)).toMatchObject({
      schema: 'lora-gate/lint/1',
      files: [{ rows: 24, problems: [] }],
    });
  });

  it('lists every bad row of every file and ends with exit code 2', async () => {
    await writeFile(at('bad-1.jsonl'), '{"messages": []}\n\n{"a": 1}\n');
    await writeFile(at('bad-2.jsonl'), 'nonsense\n');
    const { exitCode, stdout } = await lora('lint', 'bad-1.jsonl', 'train.jsonl', 'bad-2.jsonl');
    expect(exitCode).toBe(2);
    for (const place of ['bad-1.jsonl:1: ', 'bad-1.jsonl:2: ', 'bad-1.jsonl:3: ', 'bad-2.jsonl:1: '])
      expect(stdout).toContain(`  ${place}`);
  });
});
