/** What a run makes of the generated answers, on a small random model: which are asked for, what they are held to, what is kept. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useTestRuntime } from '../helpers/runtime.ts';
import { makeChatModel } from './chat-model.ts';
import { configText, type GateOptions, type GateRun, runGate } from './gate.ts';
import { garbledRows, houseRows, jsonLines } from './harbour-rows.ts';
import { createRepository, type TestRepository } from './repository.ts';

const CONFIG = 'lora-gate.yml';
const TRAIN = 'data/train.jsonl';
const TEST = 'data/test.jsonl';

let workspace: string;
let model: string;
let repository: TestRepository;
let cache: string;
let runs = 0;

interface Choices {
  /** Under the adapter. */
  assertions?: readonly string[];
  rest?: string;
}

function config({ assertions = [], rest = '' }: Choices = {}): string {
  const text = configText({ model, rest: `answers: { max_examples: 12, max_new_tokens: 24 }\n${rest}` });
  const list = assertions.map((assertion) => `      - ${assertion}\n`).join('');
  return list === '' ? text : text.replace('    training:\n', `    assertions:\n${list}    training:\n`);
}

async function run(base: string, head: string, options: Partial<GateOptions> = {}): Promise<GateRun> {
  runs += 1;
  const out = path.join(workspace, `out-${runs}`);
  return runGate({ repo: repository.folder, base, head, cache, out, ...options });
}

const desk = ({ result }: Pick<GateRun, 'result'>) => {
  const [section, ...others] = result.adapters;
  expect(others).toEqual([]);
  return section!;
};

const start = (choices?: Choices) =>
  repository.commit({
    [CONFIG]: config(choices),
    [TRAIN]: jsonLines(houseRows(0, 24)),
    [TEST]: jsonLines(houseRows(200, 240)),
  });

beforeAll(async () => {
  await useTestRuntime();
  workspace = await mkdtemp(path.join(tmpdir(), 'lora-gate-evidence-'));
  cache = path.join(workspace, 'cache');
  model = await makeChatModel(path.join(workspace, 'model'));
  repository = await createRepository();
});

afterAll(async () => {
  for (const folder of [workspace, repository?.folder]) {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
});

const ANY = '{ name: answers, type: max-length, max: 5000 }';

describe('answers', () => {
  it('are asked of both sides where assertions want them, each with its prompt and reference', async () => {
    const base = await start({ assertions: [ANY] });
    const head = await repository.commit({ [TRAIN]: jsonLines(houseRows(0, 48)) }, base);
    const { answers } = desk(await run(base, head));
    expect(answers).toMatchObject({ max_new_tokens: 24, conversations: 40 });
    expect(answers!.items).toHaveLength(12);
    const rows = new Map(houseRows(200, 240).map((row) => [row.id, row.messages]));
    for (const { id, prompt, reference, baseline, candidate } of answers!.items) {
      const [question, answer] = rows.get(id)!;
      expect([prompt, reference]).toEqual([question!.content, answer!.content]);
      // Both learned the style of the house; the bare model writes noise.
      expect(baseline).toMatch(/^Aye/);
      expect(candidate).toMatch(/^Aye/);
    }
    const differing = answers!.items.filter(({ baseline, candidate }) => baseline !== candidate);
    expect(differing.length).toBeGreaterThan(0);
  });

  it('are not asked for where nothing wants them', async () => {
    const base = await start();
    const head = await repository.commit({ [TRAIN]: jsonLines(houseRows(0, 48)) }, base);
    expect(desk(await run(base, head)).answers).toBeNull();
  });

  it('are found in the store the second time: no weights are needed for them', async () => {
    const base = await start({ assertions: [ANY] });
    const head = await repository.commit({ [TRAIN]: jsonLines(garbledRows(0, 24)) }, base);
    const first = await run(base, head);
    let generated = 0;
    const second = await run(base, head, {
      models: (own) => ({
        ...own,
        async load(spec, dtype) {
          const loaded = await own.load(spec, dtype);
          loaded.decoder.openPass = () => {
            generated += 1;
            throw new Error('nothing is computed again');
          };
          return loaded;
        },
      }),
    });
    expect(generated).toBe(0);
    expect(desk(second).answers).toEqual(desk(first).answers);
  });
});
