/** What the checks of the data do to a run: they come before any model is touched, and hold only what a change brings in. */

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useTestRuntime } from '../helpers/runtime.ts';
import { OpikServer } from '../tracking/opik-server.ts';
import { makeChatModel } from './chat-model.ts';
import { configText, type GateRun, runGate } from './gate.ts';
import { houseRow, houseRows, jsonLines, type Row } from './harbour-rows.ts';
import { createRepository, type TestRepository } from './repository.ts';

const CONFIG = 'lora-gate.yml';
const TRAIN = 'data/train.jsonl';
const TEST = 'data/test.jsonl';
/** Put together at run time so that no scanner takes this file for a leak. */
const TOKEN = ['ghp', 'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0dE3fG6'].join('_');

/** Of the tokenizer of the model here, and of no chat template that is known. */
const SPECIAL_TOKEN = '<mask>';

const withToken = (n: number): Row => {
  const row = houseRow(n);
  return { ...row, messages: row.messages.map((m) => ({ ...m, content: `${m.content} Key ${TOKEN}` })) };
};

let workspace: string;
let model: string;
let repository: TestRepository;
let base: string;
let outs = 0;

async function run(from: string, head: string): Promise<GateRun & { out: string }> {
  outs += 1;
  const out = path.join(workspace, `out-${outs}`);
  const cache = path.join(workspace, 'cache');
  return { ...(await runGate({ repo: repository.folder, base: from, head, cache, out })), out };
}

beforeAll(async () => {
  await useTestRuntime();
  workspace = await mkdtemp(path.join(tmpdir(), 'lora-gate-e2e-checks-'));
  model = await makeChatModel(path.join(workspace, 'model'));
  repository = await createRepository();
  base = await repository.commit({
    // No such model: whatever passes this configuration has not asked for one.
    [CONFIG]: configText({ model: './no-such-model' }),
    [TRAIN]: jsonLines(houseRows(0, 24)),
    [TEST]: jsonLines(houseRows(200, 240)),
  });
});

afterAll(async () => {
  for (const folder of [workspace, repository?.folder]) {
    if (folder) await rm(folder, { recursive: true, force: true });
  }
});

describe('an error that a change brings into the data', () => {
  it('blocks before any model is asked for, and repeats no secret', async () => {
    const head = await repository.commit({ [TRAIN]: jsonLines([...houseRows(0, 24), withToken(30)]) }, base);
    const { result, comment, out } = await run(base, head);
    const [section] = result.adapters;
    expect(result.verdict).toEqual({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
    expect(section).toMatchObject({ candidate: { origin: 'not_trained' }, metrics: [] });
    // One finding for each of the row's two messages.
    expect(section?.data_checks.blocking).toBe(2);
    expect(section?.reasons[0]).toMatchObject({ name: 'data/secrets', actual: `${TRAIN}:25` });
    expect(section?.data_checks.distributions.added?.conversations).toBe(1);
    expect(comment).toContain('so nothing was trained');
    expect(comment).toContain(`${TRAIN}:25`);
    expect(comment + JSON.stringify(result)).not.toContain(TOKEN);
    expect(existsSync(path.join(out, 'adapters'))).toBe(false);
  });

  it('blocks a test row among the training rows', async () => {
    const head = await repository.commit({ [TRAIN]: jsonLines([...houseRows(0, 24), houseRow(207)]) }, base);
    const { result } = await run(base, head);
    expect(result.verdict.exit_code).toBe(3);
    expect(result.adapters[0]?.reasons.map(({ name }) => name)).toEqual(['data/leakage']);
  });

  it('blocks a test set that takes in a training row, though the base’s test set judges', async () => {
    const head = await repository.commit({ [TEST]: jsonLines([...houseRows(200, 240), houseRow(3)]) }, base);
    const { result } = await run(base, head);
    expect(result.adapters[0]?.reasons).toEqual([
      expect.objectContaining({ name: 'data/leakage', actual: `${TRAIN}:4` }),
    ]);
  });

  it('cannot be switched off by the change that needs it', async () => {
    const head = await repository.commit(
      {
        [CONFIG]: configText({ model: './no-such-model', rest: 'checks: { secrets: off }\n' }),
        [TRAIN]: jsonLines([...houseRows(0, 24), withToken(30)]),
      },
      base,
    );
    expect((await run(base, head)).result.verdict.exit_code).toBe(3);
  });
});

describe('a special token that only the model at hand has', () => {
  it('is found before anything is trained, and blocks where the policy says so', async () => {
    const rest = 'checks: { special_tokens: error }\n';
    const strict = await repository.commit({ [CONFIG]: configText({ model, rest }) }, base);
    const row = houseRow(30);
    const written = row.messages.map((m) => ({ ...m, content: `${m.content} ${SPECIAL_TOKEN}` }));
    const head = await repository.commit(
      { [TRAIN]: jsonLines([...houseRows(0, 24), { ...row, messages: written }]) },
      strict,
    );
    const { result } = await run(strict, head);
    expect(result.verdict.exit_code).toBe(3);
    expect(result.adapters[0]?.reasons).toEqual([
      expect.objectContaining({ name: 'data/special_tokens', actual: `${TRAIN}:25` }),
    ]);
  });
});

describe('an error that the base has already', () => {
  it('is shown and not held against the change, and its text is not previewed', async () => {
    const dirty = await repository.commit(
      {
        [CONFIG]: configText({ model }),
        [TRAIN]: jsonLines([withToken(30), ...houseRows(0, 24)]),
        [TEST]: jsonLines([withToken(199), ...houseRows(200, 240)]),
      },
      base,
    );
    const head = await repository.commit(
      { [TRAIN]: jsonLines([...houseRows(0, 48).filter(({ id }) => id !== 'row-30'), withToken(30)]) },
      dirty,
    );
    const { result, comment } = await run(dirty, head);
    const [section] = result.adapters;
    expect(section?.candidate.origin).toBe('trained');
    expect(section?.metrics).not.toEqual([]);
    expect(section?.data_checks.blocking).toBe(0);
    expect(section?.data_checks.counts.find(({ check }) => check === 'secrets')).toMatchObject({
      found: 4,
      brought_in: 0,
    });
    expect(comment).toContain('not held against this change');
    expect(comment + JSON.stringify(result)).not.toContain(TOKEN);
  });
});

describe('the address of Opik', () => {
  const rest = 'tracking: { opik: { project: p, url: "http://127.0.0.1:9/api" } }\n';
  const grown = jsonLines(houseRows(0, 48));
  const ofOpik = ({ warnings }: GateRun) => warnings.filter((warning) => warning.includes('Opik'));

  it('is taken from the base alone, and a server that is down changes no verdict', async () => {
    const without = await repository.commit({ [CONFIG]: configText({ model }) }, base);
    const edited = await repository.commit(
      { [CONFIG]: configText({ model, rest }), [TRAIN]: grown },
      without,
    );
    const within = await repository.commit({ [CONFIG]: configText({ model, rest }) }, base);
    const head = await repository.commit({ [TRAIN]: grown }, within);
    const unsent = await run(without, edited);
    const sent = await run(within, head);
    expect(ofOpik(unsent)).toEqual([]);
    expect(ofOpik(sent)).toEqual([expect.stringContaining('send it later: lora-gate track')]);
    expect(sent.result.verdict).toEqual(unsent.result.verdict);
    expect(sent.result.tracking).toMatchObject({ project: 'p', links: [], problem: expect.any(String) });
    expect(sent.comment).toContain('did not take the result');
  });

  it('is where the experiments are, and the comment links to them', async () => {
    const opik = await OpikServer.start();
    const url = `tracking: { opik: { project: desk, url: "${opik.url}" } }\n`;
    const within = await repository.commit({ [CONFIG]: configText({ model, rest: url }) }, base);
    const head = await repository.commit({ [TRAIN]: grown }, within);
    const { result, comment, out } = await run(within, head);
    opik.close();
    expect(opik.experiments.size).toBe(2);
    const [link] = result.tracking?.links ?? [];
    expect(link?.url).toContain(`${opik.page}/default/projects/`);
    expect(comment).toContain(`[desk](<${link?.url}>)`);
    const written = JSON.parse(await readFile(path.join(out, 'result.json'), 'utf8'));
    expect(written.tracking).toEqual(result.tracking);
    expect(await readFile(path.join(out, 'comment.md'), 'utf8')).toBe(comment);
  });

  it('is missed aloud where a project is configured and no server known', async () => {
    const within = await repository.commit(
      { [CONFIG]: configText({ model, rest: 'tracking: { opik: { project: desk } }\n' }) },
      base,
    );
    const head = await repository.commit({ [TRAIN]: grown }, within);
    const unsent = await run(within, head);
    const said = 'nothing was sent to Opik: tracking.opik has no url';
    expect(ofOpik(unsent)).toEqual([expect.stringContaining(said)]);
    expect(unsent.result.warnings.at(-1)).toContain(said);
    expect(unsent.comment).toContain(said);
  });
});
