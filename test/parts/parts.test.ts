/**
 * A run over several machines, on a small random model: what they find together is what one machine finds, to the last bit, and what
 * is not all of it is never a pass.
 */

import { cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserError } from '../../src/errors.ts';
import { MOST_PART_BYTES, type PartDocument } from '../../src/parts/part-document.ts';
import type { Result } from '../../src/report/result.ts';
import { makeChatModel } from '../e2e/chat-model.ts';
import { configText, runGate } from '../e2e/gate.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { type Change, doPart, merge } from './machines.ts';

const TRAIN = 'data/train.jsonl';
const TEST = 'data/test.jsonl';
const ROLES = ['bare', 'baseline', 'candidate'];
const SHARES = 3;

let workspace: string;
let repository: TestRepository;
/** The change that all tests are about, on a store of its own. */
let change: Change;
/** What one machine makes of it. */
let alone: Result;
/** Its parts, a folder each, by name. */
let parts: string;
let merged: Result;
let outs = 0;

const out = () => {
  outs += 1;
  return path.join(workspace, `out-${outs}`);
};

const names = ROLES.flatMap((role) =>
  Array.from({ length: SHARES }, (_, i) => `desk.${role}.${i + 1}-of-${SHARES}`),
);

/** Times, machines and who was first differ between two runs of the same. */
function timeless(result: Result): Result {
  const copy = structuredClone(result);
  copy.created_at = '';
  const estimated = { seconds: null, judge_tokens: null };
  const untimed = { seconds: 0, training_seconds: 0, evaluation_seconds: 0, peak_rss_bytes: 0, estimated };
  copy.cost = { ...copy.cost, ...untimed };
  for (const section of copy.adapters) {
    section.cost = { ...section.cost, ...untimed };
    section.provenance.machine.memory_bytes = 0;
  }
  return copy;
}

beforeAll(async () => {
  await useTestRuntime();
  workspace = await mkdtemp(path.join(tmpdir(), 'lora-gate-parts-'));
  repository = await createRepository();
  const model = await makeChatModel(path.join(workspace, 'model'));
  const config = (max_increase: string) => {
    const text = configText({
      model,
      max_increase,
      rest: 'answers: { max_examples: 20, max_new_tokens: 12 }\n',
    });
    const assertion = '      - { name: greets, type: regex, pattern: "^Aye", min_pass_rate: 0.1 }\n';
    return text.replace('    training:\n', `    assertions:\n${assertion}    training:\n`);
  };
  const base = await repository.commit({
    'lora-gate.yml': config('1%'),
    [TRAIN]: jsonLines(houseRows(0, 24)),
    [TEST]: jsonLines(houseRows(188, 268)),
  });
  // It edits policy and test set as well: both test sets are scored.
  const head = await repository.commit(
    {
      'lora-gate.yml': config('2%'),
      [TRAIN]: jsonLines(houseRows(0, 40)),
      [TEST]: jsonLines(houseRows(198, 278)),
    },
    base,
  );
  const about = { repo: repository.folder, base, head };
  alone = (await runGate({ ...about, cache: path.join(workspace, 'alone'), out: out() })).result;
  change = { ...about, cache: path.join(workspace, 'shared') };
  parts = path.join(workspace, 'parts');
  for (const name of ['desk.baseline.train', 'desk.candidate.train', ...names])
    await doPart(change, name, path.join(parts, name));
  merged = (await merge(change, [parts], out())).result;
});

afterAll(async () => {
  for (const folder of [workspace, repository?.folder])
    if (folder) await rm(folder, { recursive: true, force: true });
});

describe('a run over several machines', () => {
  it('gives the result of one machine in every field but times', () => {
    expect(timeless(merged)).toEqual(timeless(alone));
    const [desk] = merged.adapters;
    expect(desk!.conversations).toHaveLength(80);
    expect(desk!.candidate.origin).toBe('trained');
    expect(desk!.policy.verdict_under_edit).not.toBeNull();
    expect(desk!.answers!.items).toHaveLength(20);
  });

  it('divides the rows: no share has them all, and each has some', async () => {
    for (const name of names) {
      const { shares } = JSON.parse(
        await readFile(path.join(parts, name, 'part.json'), 'utf8'),
      ) as PartDocument;
      expect(shares[0]!.test!.rows.length).toBeGreaterThan(0);
      expect(shares[0]!.test!.rows.length).toBeLessThan(70);
    }
  });

  it('gives it as well where each adapter is one part, on another store', async () => {
    const whole = { ...change, cache: path.join(workspace, 'whole') };
    const folder = path.join(workspace, 'whole-part');
    await doPart(whole, 'desk.all', folder);
    expect(timeless((await merge(whole, [folder], out())).result)).toEqual(timeless(alone));
  });

  it('finds in the store what a part has computed before', async () => {
    const again = await doPart(change, 'desk.candidate.2-of-3', out());
    expect(again.shares[0]!.test).toMatchObject({ cached: true, total_tokens: 0 });
    const first = JSON.parse(
      await readFile(path.join(parts, 'desk.candidate.2-of-3', 'part.json'), 'utf8'),
    ) as PartDocument;
    expect(again.shares[0]!.test!.nll).toEqual(first.shares[0]!.test!.nll);
  });

  it('never trains in a share: an adapter that is not in the store is an error', async () => {
    const elsewhere = { ...change, cache: path.join(workspace, 'empty') };
    const part = await doPart(elsewhere, 'desk.candidate.1-of-3', out());
    expect(part).toMatchObject({ failed: { code: 'adapter-not-stored' }, plan_hash: null, shares: [] });
    await expect(doPart(change, 'crew.all', out())).rejects.toMatchObject({ code: 'adapter-unknown' });
  });
});

describe('parts that are not a run', () => {
  /** The parts after something was done to their folder. */
  async function spoilt(spoil: (folder: string) => Promise<unknown>, of = change): Promise<UserError> {
    const folder = path.join(workspace, `spoilt-${outs}`);
    await cp(parts, folder, { recursive: true });
    await spoil(folder);
    const target = out();
    const error = await merge(of, [folder], target).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'UserError', code: 'parts-unusable', hint: expect.any(String) });
    await expect(readFile(path.join(target, 'result.json'))).rejects.toThrow('ENOENT');
    return error as UserError;
  }

  const partOf = (folder: string, name: string) => path.join(folder, name, 'part.json');

  async function edit(file: string, change: (part: PartDocument) => void): Promise<void> {
    const part = JSON.parse(await readFile(file, 'utf8')) as PartDocument;
    change(part);
    await writeFile(file, JSON.stringify(part));
  }

  it('because one is missing: it is named, with the command that makes it', async () => {
    const { problems } = await spoilt((folder) =>
      rm(path.join(folder, 'desk.baseline.2-of-3'), { recursive: true }),
    );
    expect(problems).toEqual([
      'desk.baseline.2-of-3: missing: no part of this name is there; run its job again (lora-gate run --part desk.baseline.2-of-3)',
    ]);
  });

  it('because one is there twice with other content, and not because one is there twice', async () => {
    const { problems } = await spoilt(async (folder) => {
      const copy = path.join(folder, 'copy');
      await cp(path.join(folder, 'desk.bare.1-of-3'), copy, { recursive: true });
      await edit(path.join(copy, 'part.json'), ({ shares }) => {
        (shares[0]!.test!.nll as number[])[0] = 1;
      });
    });
    expect(problems).toEqual([
      expect.stringMatching(/copy\/part\.json|desk\.bare\.1-of-3: duplicate|duplicate/),
    ]);
    const folder = path.join(workspace, 'twice');
    await cp(parts, folder, { recursive: true });
    await cp(path.join(parts, 'desk.bare.1-of-3'), path.join(folder, 'copy'), { recursive: true });
    await edit(path.join(folder, 'copy/part.json'), ({ origin }) => {
      origin.seconds += 1;
    });
    expect((await merge(change, [folder], out())).result.verdict).toEqual(alone.verdict);
  });

  it.each<[string, (part: PartDocument) => void, RegExp]>([
    [
      'of another head',
      (part) => (part.head_sha = 'a'.repeat(40)),
      /foreign: .* about \w{7} → aaaaaaa, expected/,
    ],
    [
      'of another plan',
      (part) => (part.plan_hash = 'b'.repeat(64)),
      /foreign: .* another plan than these commits/,
    ],
    [
      'of another engine',
      (part) => (part.origin.software.engine_version = '0'),
      /foreign: .* by engine 0, expected/,
    ],
    [
      'of another backend',
      (part) => (part.origin.software.backend = 'wasm (cpu)'),
      /foreign: .* machines of one kind/,
    ],
    [
      'of another version',
      (part) => (part.origin.software.lora_gate = '9.9.9'),
      /foreign: .* lora-gate 9\.9\.9/,
    ],
    ['of another configuration', (part) => (part.config = 'other.yml'), /foreign: .* of "other\.yml"/],
    [
      'of another adapter',
      (part) => (part.part = 'crew.candidate.3-of-3'),
      /foreign: .* no adapter that this change/,
    ],
    ['of another tokenizer', (part) => part.special_tokens.push('<x>'), /foreign: .* another tokenizer/],
    [
      'of other scores',
      (part) => (part.shares[0]!.test!.key = 'c'.repeat(64)),
      /foreign: .* another key of the test/,
    ],
    ['with a row too few', (part) => drop(part, 1), /damaged: .* 79 of 80 test rows, number \d+ is missing/],
    [
      'with a row of others',
      (part) => ((part.shares[0]!.test!.rows as number[])[0] = 999),
      /damaged: .* number 999 of 80/,
    ],
    [
      'with the rows of another share',
      (part) => (part.part = 'desk.candidate.1-of-3'),
      /duplicate: .* other content/,
    ],
    ['without answers', (part) => (part.shares[0]!.answers = null), /damaged: .* has no prompts/],
    [
      'that says its data block',
      (part) => void Object.assign(part, { blocked: true, shares: [] }),
      /damaged: .* says that the data block/,
    ],
  ])('because one is %s', async (_, change, problem) => {
    const { problems } = await spoilt((folder) => edit(partOf(folder, 'desk.candidate.3-of-3'), change));
    expect(problems.join('\n')).toMatch(problem);
    expect(problems.join('\n')).toMatch(/desk\.candidate\.[13]-of-3/);
  });

  it('because files are cut off, of another form, too large, or none: all of them at once', async () => {
    const { problems } = await spoilt(async (folder) => {
      await truncate(partOf(folder, 'desk.bare.1-of-3'), 100);
      await writeFile(
        partOf(folder, 'desk.bare.2-of-3'),
        '{"schema": "lora-gate/part/1", "verdict": "pass"}',
      );
      await truncate(partOf(folder, 'desk.bare.3-of-3'), MOST_PART_BYTES + 1);
      await mkdir(path.join(folder, 'empty'));
    });
    expect(problems.filter((problem) => problem.includes('damaged'))).toEqual([
      expect.stringMatching(/desk\.bare\.1-of-3\/part\.json: damaged: .* is not JSON/),
      expect.stringMatching(/desk\.bare\.2-of-3\/part\.json: damaged: .* is not a part that can be trusted/),
      expect.stringMatching(/desk\.bare\.3-of-3\/part\.json: damaged: .* is larger than a part may be/),
    ]);
    expect(problems.filter((problem) => problem.includes('missing'))).toHaveLength(3);
  });

  it('because a folder has none at all', async () => {
    const empty = path.join(workspace, 'nothing');
    await mkdir(empty);
    await expect(merge(change, [empty, `${empty}/not-there`], out())).rejects.toMatchObject({
      problems: [
        expect.stringContaining('no part.json'),
        expect.stringContaining('cannot be read'),
        expect.stringContaining('desk: missing'),
      ],
    });
  });

  it('because they are divided in two ways', async () => {
    const { problems } = await spoilt(async (folder) => {
      await doPart(change, 'desk.bare.1-of-2', path.join(folder, 'other'));
    });
    expect(problems).toEqual([expect.stringMatching(/foreign: .* is of another plan than/)]);
  });

  it('because a number is none: the metric is not evaluated, and that blocks', async () => {
    const folder = path.join(workspace, 'not-a-number');
    await cp(parts, folder, { recursive: true });
    await edit(partOf(folder, 'desk.candidate.1-of-3'), ({ shares }) => {
      (shares[0]!.test!.nll as unknown[])[0] = 'NaN';
    });
    const { result } = await merge(change, [folder], out());
    expect(result.verdict).toEqual({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
  });
});

/** The share without its row at a place. */
function drop({ shares }: PartDocument, place: number): void {
  const { rows, nll, tokens } = shares[0]!.test as unknown as Record<'rows' | 'nll' | 'tokens', number[]>;
  for (const list of [rows, nll, tokens]) list.splice(place, 1);
}
