/**
 * The whole job between two commits of a real git repository, on a small random model: what is trained, what is found
 * again, what decides, and what is written. Every run trains for real; the verdicts follow from the scores alone.
 */

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/adapter/content-key.ts';
import type { UserError } from '../../src/errors.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { makeChatModel } from './chat-model.ts';
import { configText, type GateOptions, type GateRun, runGate } from './gate.ts';
import { garbledRows, houseRows, jsonLines } from './harbour-rows.ts';
import { createRepository, type TestRepository } from './repository.ts';

const CONFIG = 'lora-gate.yml';
const TRAIN = 'data/train.jsonl';
const TEST = 'data/test.jsonl';
const WEIGHTS = 'adapters/desk/adapter_model.safetensors';

let workspace: string;
let model: string;
let repository: TestRepository;
let base: string;
/** What all tests that do not say otherwise share: its store holds the baseline after the first run. */
let cache: string;
let runs = 0;
let grown: string;
let first: GateRun & { out: string };

const config = (choices: Partial<Parameters<typeof configText>[0]> = {}) => configText({ model, ...choices });
const outFolder = () => {
  runs += 1;
  return path.join(workspace, `out-${runs}`);
};
const desk = ({ result }: Pick<GateRun, 'result'>) => {
  const [section, ...others] = result.adapters;
  expect(others).toEqual([]);
  return section!;
};

async function run(head: string, options: Partial<GateOptions> = {}): Promise<GateRun & { out: string }> {
  const all = { repo: repository.folder, base, head, cache, out: outFolder(), ...options };
  return { ...(await runGate(all)), out: all.out };
}

const weightsOf = async ({ out }: { out: string }) => sha256(await readFile(path.join(out, WEIGHTS)));

beforeAll(async () => {
  await useTestRuntime();
  workspace = await mkdtemp(path.join(tmpdir(), 'lora-gate-e2e-'));
  cache = path.join(workspace, 'cache');
  model = await makeChatModel(path.join(workspace, 'model'));
  repository = await createRepository();
  base = await repository.commit({
    [CONFIG]: config(),
    [TRAIN]: jsonLines(houseRows(0, 24)),
    [TEST]: jsonLines(houseRows(200, 240)),
    'data/README.md': 'Harbour entries.\n',
  });
  grown = await repository.commit({ [TRAIN]: jsonLines(houseRows(0, 48)) }, base);
  first = await run(grown);
});

afterAll(async () => {
  for (const folder of [workspace, repository?.folder]) {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
});

describe('a change of the training data', () => {
  it('trains both sides and passes when more rows of the same kind lower the perplexity', () => {
    const { change, baseline, candidate, data, metrics, verdict, bare_perplexity } = desk(first);
    expect(verdict).toEqual({ outcome: 'pass', blocked: false, exit_code: 0 });
    expect(change).toEqual([{ reason: 'train_data', detail: TRAIN }]);
    expect([baseline.origin, candidate.origin]).toEqual(['trained', 'trained']);
    expect(data).toMatchObject({ base_rows: 24, head_rows: 48, added: 24, removed: 0, changed: 0 });
    const [perplexity] = metrics;
    // What is trained is what is scored: both adapters are far from the bare model, the candidate is the better one.
    expect(perplexity!.base).toBeLessThan(bare_perplexity! / 10);
    expect(perplexity!.candidate).toBeLessThan(perplexity!.base! * 0.9);
    expect(perplexity!.interval!.upper).toBeLessThan(0);
  });

  it('reports what the candidate forgot of general texts, and lets it decide nothing without a limit', () => {
    const { forgetting, metrics, bare_perplexity } = desk(first);
    const { bare, baseline, candidate } = forgetting!.perplexity;
    expect(forgetting).toMatchObject({ conversations: 92, against: 'bare', max_increase: null });
    expect(bare).not.toBe(bare_perplexity);
    // A random model has nothing to forget: to learn any language is to get better at other texts, too.
    expect(candidate).toBeLessThan(bare!);
    expect(baseline).toBeLessThan(bare!);
    expect(candidate).not.toBe(baseline);
    expect(Math.exp(forgetting!.increase!.estimate)).toBeCloseTo(candidate! / bare!, 6);
    expect(metrics[1]).toMatchObject({ name: 'forgetting', blocking: false, base: bare, candidate });
  });

  it('writes a result that its published JSON Schema accepts', async () => {
    const schema = new URL('../../src/report/result.schema.json', import.meta.url);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(await readFile(schema, 'utf8')));
    const written = JSON.parse(await readFile(first.resultPath, 'utf8')) as unknown;
    expect(validate(written), JSON.stringify(validate.errors, null, 2)).toBe(true);
    expect(written).toEqual(JSON.parse(JSON.stringify(first.result)));
  });

  it('says the verdict, the numbers and both commits on the first line of the comment', async () => {
    const comment = await readFile(first.commentPath, 'utf8');
    const [perplexity] = desk(first).metrics;
    expect(comment.split('\n')[0]).toBe(
      `### ✅ lora-gate: pass — perplexity ${perplexity!.base!.toPrecision(4)} → ${perplexity!.candidate!.toPrecision(4)} ` +
        `(−${(100 * (1 - perplexity!.candidate! / perplexity!.base!)).toPrecision(3)} %, 95 % CI ` +
        `−${(100 * (1 - Math.exp(perplexity!.interval!.lower))).toPrecision(3)} % to ` +
        `−${(100 * (1 - Math.exp(perplexity!.interval!.upper))).toPrecision(3)} %) · ` +
        `base ${base.slice(0, 7)} → head ${grown.slice(0, 7)}`,
    );
  });

  it('writes the candidate as a PEFT folder, and nothing else beside result, comment and report', async () => {
    const names = (await readdir(first.out, { recursive: true })).sort();
    expect(names).toEqual([
      'adapters',
      'adapters/desk',
      'adapters/desk/adapter_config.json',
      WEIGHTS,
      'comment.md',
      'report.html',
      'result.json',
    ]);
  });

  it('finds everything in the store the second time and computes nothing', async () => {
    const second = await run(grown);
    const [before, after] = [desk(first), desk(second)];
    expect([after.baseline.origin, after.candidate.origin]).toEqual(['store', 'store']);
    expect(second.result.cost).toMatchObject({
      training_seconds: 0,
      evaluation_seconds: 0,
      trained_tokens: 0,
      evaluated_tokens: 0,
    });
    expect(after.metrics).toEqual(before.metrics);
    expect(after.training).toEqual(before.training);
    expect([after.forgetting, after.adapter_effect]).toEqual([before.forgetting, before.adapter_effect]);
    expect(first.worked).toContain('loading model');
    expect(second.worked).not.toContain('loading model');
    expect(await weightsOf(second)).toBe(await weightsOf(first));
    // Two trainings; test set and general texts under three models each; the candidate's effect.
    const computed = /^(training|scoring|what) /;
    expect(second.messages.filter((message) => message.includes('found in the store'))).toHaveLength(9);
    expect(second.worked.filter((label) => computed.test(label))).toEqual([]);
    // The first run shows what would be there.
    expect(first.worked.filter((label) => computed.test(label))).toHaveLength(9);
  });

  it('gives the same adapter bytes from the same seed in another cache folder, and others from another seed', async () => {
    const again = await run(grown, { cache: path.join(workspace, 'cache-again') });
    expect(desk(again).candidate.origin).toBe('trained');
    expect(await weightsOf(again)).toBe(await weightsOf(first));
    expect(desk(again).metrics).toEqual(desk(first).metrics);

    const reseeded = await repository.commit({ [CONFIG]: config({ seed: 8 }) }, grown);
    const other = await run(reseeded);
    expect(desk(other).provenance.seeds).toEqual({ training: 8 });
    expect(await weightsOf(other)).not.toBe(await weightsOf(first));
  });

  it('trains again, with a warning, when the stored adapter is damaged', async () => {
    const damaged = path.join(workspace, 'cache-damaged');
    await cp(cache, damaged, { recursive: true });
    const { hash } = desk(first).candidate;
    const stored = path.join(damaged, 'store', 'approved', hash!.slice(0, 2), hash!);
    const file = path.join(stored, 'adapter_model.safetensors');
    const bytes = await readFile(file);
    bytes[bytes.length - 1] = bytes.at(-1)! ^ 1;
    await writeFile(file, bytes);

    const mended = await run(grown, { cache: damaged });
    expect(mended.warnings.filter((warning) => warning.includes('damaged'))).toEqual([
      expect.stringContaining(
        `removed a damaged store entry, ${stored}: adapter_model.safetensors has SHA-256`,
      ),
    ]);
    expect([desk(mended).baseline.origin, desk(mended).candidate.origin]).toEqual(['store', 'trained']);
    expect(desk(mended).candidate.hash).toBe(hash);
    expect(await weightsOf(mended)).toBe(await weightsOf(first));
    expect(sha256(await readFile(file))).toBe(await weightsOf(first));
  });
});

describe('a change that makes it worse', () => {
  it('is a regression when the recipe no longer learns', async () => {
    const reckless = await repository.commit({ [CONFIG]: config({ learning_rate: 1 }) }, base);
    const { result, comment } = await run(reckless);
    expect(result.verdict).toEqual({ outcome: 'regression', blocked: true, exit_code: 1 });
    expect(comment).toMatch(/^### ❌ lora-gate: regression, blocks the merge — perplexity /);
    const [section] = result.adapters;
    expect(section!.change).toEqual([{ reason: 'recipe', detail: 'training.learning_rate' }]);
    expect(section!.config).toEqual([{ key: 'training.learning_rate', base: '0.02', head: '1' }]);
    expect(section!.metrics[0]!.interval!.lower).toBeGreaterThan(0.01);
  });

  it('is a regression when the answers are garbled', async () => {
    const garbled = await repository.commit({ [TRAIN]: jsonLines(garbledRows(0, 24)) }, base);
    const { result } = await run(garbled);
    expect(result.verdict).toEqual({ outcome: 'regression', blocked: true, exit_code: 1 });
  });
});

describe('a change that changes nothing', () => {
  it('is not affected when no adapter reads the file, and needs neither a model nor TensorFlow', async () => {
    const readme = await repository.commit({ 'data/README.md': 'Harbour entries, by quay.\n' }, base);
    const refuse = () => Promise.reject(new Error('nothing of a model is needed here'));
    const { result, seconds, out, comment } = await run(readme, {
      models: (own) => ({ ...own, runtime: refuse, load: refuse, text: refuse }),
    });
    expect(result.verdict).toEqual({ outcome: 'not_affected', blocked: false, exit_code: 0 });
    expect(result.adapters).toEqual([]);
    expect(comment.split('\n')[0]).toBe(
      '### ➖ lora-gate: nothing to judge — this change affects no adapter · ' +
        `base ${base.slice(0, 7)} → head ${readme.slice(0, 7)}`,
    );
    expect((await readdir(out)).sort()).toEqual(['comment.md', 'report.html', 'result.json']);
    // Half a dozen git processes; seen: 0.2 s.
    expect(seconds).toBeLessThan(2);
  });

  it('passes with a difference of exactly zero when the rows are written differently and say the same', async () => {
    const spaced = houseRows(0, 24).map((row) => JSON.stringify(row).replaceAll('":', '": '));
    const same = await repository.commit({ [TRAIN]: `${spaced.join('\r\n')}\r\n` }, base);
    const { result } = await run(same);
    const section = desk({ result });
    expect(result.verdict).toEqual({ outcome: 'pass', blocked: false, exit_code: 0 });
    expect(section.candidate).toEqual({ origin: 'store', hash: section.baseline.hash });
    expect(section.data).toMatchObject({ added: 0, removed: 0, changed: 0 });
    expect(section.metrics[0]).toMatchObject({ estimate: 0, interval: { lower: 0, upper: 0 } });
  });
});

describe('what an adapter changes of the bare model', () => {
  it('is in the result, and large when the adapter learnt the style of the house', () => {
    const { adapter_effect: effect, conversations, warnings } = desk(first);
    expect(effect!.tokens).toBe(conversations.reduce((sum, { tokens }) => sum + tokens, 0));
    expect(effect!.kl_per_token).toBeGreaterThan(1);
    expect(effect!.same_top_share).toBeLessThan(0.5);
    expect(warnings.filter((warning) => warning.includes('bare model'))).toEqual([]);
  });

  it('is warned of when it is nothing, although the adapter was trained', async () => {
    const idle = await repository.commit({ [CONFIG]: config({ learning_rate: 1e-9 }) }, base);
    const { result, comment } = await run(idle);
    const { adapter_effect: effect, warnings } = desk({ result });
    expect(effect!.kl_per_token).toBeLessThan(1e-6);
    expect(effect!.same_top_share).toBeGreaterThan(0.99);
    expect(warnings).toContainEqual(
      expect.stringMatching(/answers as the bare model does .* changed nothing/),
    );
    expect(comment).toContain('the training changed nothing');
  });
});

describe('a limit to what may be forgotten', () => {
  it('blocks an introduced adapter that is above it, although its perplexity on the test set is far better', async () => {
    const empty = await repository.commit({ [CONFIG]: null, [TRAIN]: null, [TEST]: null }, base);
    const limited = `${config({ epochs: 12 })}  forgetting: { max_increase: 5% }\n`;
    // A language of its own, drummed in.
    const drummed = (from: number, to: number) =>
      jsonLines(
        houseRows(from, to).map(({ id, messages }) => ({
          id,
          messages: messages.map(({ role, content }) => ({
            role,
            content: role === 'user' ? content : content.replace(/[aeiou]/gi, 'zqzqzq'),
          })),
        })),
      );
    const introduced = await repository.commit(
      { [CONFIG]: limited, [TRAIN]: drummed(0, 24), [TEST]: drummed(200, 240) },
      empty,
    );
    const { result } = await run(introduced, { base: empty });
    const section = desk({ result });
    expect(result.verdict).toEqual({ outcome: 'regression', blocked: true, exit_code: 1 });
    expect(section.metrics.map(({ name, outcome, blocking }) => ({ name, outcome, blocking }))).toEqual([
      { name: 'perplexity', outcome: 'pass', blocking: true },
      { name: 'forgetting', outcome: 'regression', blocking: true },
    ]);
    expect(section.reasons.map(({ name }) => name)).toContain('forgetting/no-regression');
    expect(section.forgetting).toMatchObject({ max_increase: 0.05, perplexity: { baseline: null } });
  });
});

describe('who decides', () => {
  it('judges a change of policy and test set by those of the base, and shows what they would say', async () => {
    const lenient = await repository.commit(
      {
        [CONFIG]: config({ learning_rate: 0.01, max_increase: '90%' }),
        [TEST]: jsonLines(houseRows(210, 250)),
      },
      base,
    );
    const edited = await run(lenient);
    const { policy, provenance, metrics, verdict } = desk(edited);
    expect(verdict).toEqual({ outcome: 'regression', blocked: true, exit_code: 1 });
    expect(policy).toMatchObject({ source: 'base', test_source: 'base', sha: base, max_increase: 0.01 });
    expect(provenance.test_sha256).toBe(desk(first).provenance.test_sha256);
    expect(metrics[0]!.base).toBe(desk(first).metrics[0]!.base);
    expect(policy.edits).toEqual([{ key: 'gate.perplexity.max_increase', base: '0.01', head: '0.9' }]);
    expect(policy.test_set).toMatchObject({ base_rows: 40, head_rows: 40, added: 10, removed: 10 });
    expect(policy.verdict_under_edit).toEqual({ outcome: 'pass', blocked: false, exit_code: 0 });
    expect(edited.comment).toContain(
      '**This change edits the policy (1 value) and the test set (+10 rows, −10, 0 changed).** ' +
        `It was judged by the policy and test set of the base, <code>${base.slice(0, 7)}</code>. Under the edit it would be **pass**.`,
    );
  });

  it('judges the first introduction by its own policy against the bare base model, and says so', async () => {
    const empty = await repository.commit({ [CONFIG]: null, [TRAIN]: null, [TEST]: null }, base);
    const introduced = await repository.commit(
      {
        [CONFIG]: config(),
        [TRAIN]: jsonLines(houseRows(0, 24)),
        [TEST]: jsonLines(houseRows(200, 240)),
      },
      empty,
    );
    const outcome = await run(introduced, { base: empty });
    const section = desk(outcome);
    expect(section.change).toEqual([{ reason: 'introduced', detail: 'the base has no configuration' }]);
    expect(section.policy).toMatchObject({ source: 'head', test_source: 'head', sha: introduced });
    expect(section.baseline).toEqual({ origin: 'base_model', hash: null });
    expect(section.metrics[0]!.base).toBe(section.bare_perplexity);
    // The baseline of everything else here has this very content: nothing is trained twice.
    expect(section.candidate).toEqual({ origin: 'store', hash: desk(first).baseline.hash });
    expect(outcome.result.verdict.outcome).toBe('pass');
    expect(outcome.comment).toContain('**First introduction:**');
  });
});

describe('input that cannot be judged', () => {
  const refused = async (head: string): Promise<UserError & { out: string }> => {
    const out = outFolder();
    const error = await run(head, { out }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'UserError' });
    await expect(readdir(out)).rejects.toThrow('ENOENT');
    return Object.assign(error as UserError, { out });
  };

  it('is refused with every bad row of the change, and nothing is written', async () => {
    const rows = houseRows(0, 24).map((row) => JSON.stringify(row));
    rows[3] = '{"messages": [}';
    rows[10] = '{"messages": [{"role": "user", "content": "and?"}]}';
    rows[23] = '{"question": "none of the known forms"}';
    const broken = await repository.commit({ [TRAIN]: `${rows.join('\n')}\n` }, base);
    const error = await refused(broken);
    expect(error.code).toBe('dataset-rows');
    expect(error.hint).toBeDefined();
    expect(error.problems.map((problem) => problem.split(': ')[0])).toEqual([
      `${TRAIN}:4`,
      `${TRAIN}:11`,
      `${TRAIN}:24`,
    ]);
  });

  it('is refused when a conversation is too long for the recipe, before anything is trained', async () => {
    const [row] = houseRows(300, 301);
    row!.messages[1]!.content = 'Aye. '.repeat(300);
    const long = await repository.commit({ [TRAIN]: jsonLines([...houseRows(0, 24), row]) }, base);
    const elsewhere = path.join(workspace, 'cache-untouched');
    const error = await run(long, { cache: elsewhere }).catch((thrown: unknown) => thrown as UserError);
    expect(error).toMatchObject({
      name: 'UserError',
      problems: [expect.stringMatching(/^data\/train\.jsonl:25: /)],
    });
    await expect(readdir(elsewhere)).rejects.toThrow('ENOENT');
  });

  it('is refused when it names a model that the base does not allow', async () => {
    const other = await makeChatModel(path.join(workspace, 'other-model'));
    const swapped = await repository.commit({ [CONFIG]: config({ model: other }) }, base);
    const error = await refused(swapped);
    expect(error.code).toBe('model-not-allowed');
    expect(error.message).toContain(JSON.stringify(other));
    expect(error.problems).toEqual([`allowed: ${model}`]);
  });

  it('is refused when the configuration of the change has mistakes, with all of them', async () => {
    const text = config()
      .replace('num_train_epochs', 'num_epochs')
      .replace('max_length: 256', 'max_length: 1');
    const mistaken = await repository.commit({ [CONFIG]: text }, base);
    const error = await refused(mistaken);
    expect(error.problems.join('\n')).toMatch(/:9: .*num_epochs.*num_train_epochs/);
    expect(error.problems.join('\n')).toMatch(/:13: .*max_length/);
  });
});
