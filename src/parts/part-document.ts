/**
 * `part.json`: what one job of a run over several machines has found out. It comes from where a pull request could have written it,
 * so it is limited in size and checked against the schema; whether it belongs to the run at hand is check-parts.ts's matter.
 */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../adapter/atomic-file.ts';
import { ROLES, type Role, type RoleRun } from '../evaluate/role-run.ts';
import { parseLimited, readLimited } from '../report/limited-json.ts';
import { sectionFailure } from '../report/result-failure.ts';
import { judge } from '../report/result-judge.ts';
import { count, shortText } from '../report/result-metric.ts';
import { amount, curve, machine, sha, sha256 } from '../report/result-section.ts';
import { type Part, readPartName } from './part-name.ts';

export const PART_FILE = 'part.json';
export const PART_SCHEMA_ID = 'lora-gate/part/1';
export const MOST_PART_BYTES = 64 * 2 ** 20;
const MOST_ROWS = 200_000;
const MOST_ANSWERS = 2_000;
const MOST_ANSWER_CHARACTERS = 200_000;
const MOST_SPECIAL_TOKENS = 20_000;

/** JSON has no word for what is no number, and a score that is none must not become another one on the way. */
const measured = z.union([z.number().min(0), z.enum(['NaN', 'Infinity'])]).transform(Number);

const rowScores = z
  .strictObject({
    key: sha256.describe('Of the scores of all rows in the store'),
    rows: z.array(count).max(MOST_ROWS),
    nll: z.array(measured).max(MOST_ROWS),
    tokens: z.array(count).max(MOST_ROWS),
    total_tokens: count,
    seconds: amount,
    cached: z.boolean(),
  })
  .refine(({ rows, nll, tokens }) => rows.length === nll.length && rows.length === tokens.length, {
    error: 'expected as many scores and token counts as rows',
  });

const trained = z.strictObject({
  origin: z.enum(['trained', 'store']),
  hash: sha256,
  curve,
  seconds: amount,
  tokens: count,
});

const answers = z
  .array(
    z.strictObject({
      at: count,
      text: z.string().max(MOST_ANSWER_CHARACTERS),
      tokens: count,
      truncated: z.boolean(),
    }),
  )
  .max(MOST_ANSWERS);

const effect = z.strictObject({
  tokens: count,
  kl_per_token: measured,
  same_top_share: measured,
  total_tokens: count,
  seconds: amount,
  cached: z.boolean(),
});

const share = z.strictObject({
  role: z.enum(ROLES),
  trained: trained.nullable(),
  test: rowScores.nullable().describe('null where nothing but training was asked for'),
  edited: rowScores.nullable(),
  answers: answers.nullable(),
  general: rowScores.nullable(),
  effect: effect.nullable(),
  model: z.strictObject({ spec: z.string().min(1).max(1024), revision: z.string().min(1).max(1024) }),
});

const document = z
  .strictObject({
    schema: z.literal(PART_SCHEMA_ID),
    part: z.string().max(200),
    base_sha: sha,
    head_sha: sha,
    config: z.string().min(1).max(1024),
    plan_hash: sha256.nullable().describe('null where it failed'),
    failed: sectionFailure.describe('The error that ended this part: nothing is in `shares` then'),
    blocked: z
      .boolean()
      .describe('Whether the data keep the adapter from being trained: nothing is in `shares` then'),
    origin: z.strictObject({
      software: z.strictObject({
        lora_gate: shortText,
        engine_version: shortText,
        tensorflow: shortText.nullable(),
        backend: shortText,
        node: shortText,
      }),
      machine,
      seconds: amount,
      peak_rss_bytes: count,
    }),
    special_tokens: z
      .array(z.string().max(1024))
      .max(MOST_SPECIAL_TOKENS)
      .describe('Of the tokenizer, which the job that merges does not have'),
    shares: z.array(share).max(ROLES.length),
    judged: z
      .strictObject({
        result: judge.nullable(),
        required: z.boolean(),
        warnings: z.array(z.string().max(4096)).max(100),
      })
      .nullable()
      .describe(
        'Where the judge is a model of ours, which needs the machine; else the job that merges asks it',
      ),
  })
  .superRefine(({ part: name, shares, blocked, failed, plan_hash, judged }, context) => {
    const complain = (message: string, at: string) =>
      context.addIssue({ code: 'custom', path: [at], message });
    const part = readPartName(name);
    if (!part) return complain('is no name of a part', 'part');
    const expected = rolesOf(part);
    const found = shares.map(({ role }) => role);
    const empty = blocked || failed !== null;
    if ((failed === null) !== (plan_hash !== null) || (blocked && failed !== null))
      complain('expected the hash of a plan exactly where the part did not fail', 'failed');
    const fits = empty
      ? found.length === 0
      : new Set(found).size === found.length && found.every((role) => expected.includes(role));
    if (!fits || (!empty && found.length < (part.work === 'all' ? 2 : 1)))
      complain(`expected ${empty ? 'no share' : expected.join(', ')}`, 'shares');
    if (shares.some(({ trained, role }) => (trained === null) !== (role === 'bare')))
      complain('expected a trained adapter of each role but the bare model', 'shares');
    if (shares.some(({ test }) => (test === null) !== (part.work === 'train')))
      complain('expected scores exactly where the part is not for training alone', 'shares');
    if (judged && part.work !== 'all') complain('expected no judgement of a share', 'judged');
  });

export type PartDocument = z.output<typeof document>;
export type Share = PartDocument['shares'][number];

/** The roles that a part is about; an adapter that the change introduces has no baseline. */
export const rolesOf = (part: Part): readonly Role[] => (part.work === 'all' ? ROLES : [part.role]);

/** @throws UserError `part-too-large`, `part-not-json`, `part-invalid` */
export function parsePart(text: string, file: string): PartDocument {
  return parseLimited(text, document, source(file));
}

/** @throws UserError as `parsePart`, and `part-unreadable` */
export async function readPart(file: string): Promise<PartDocument> {
  return parsePart(await readLimited(source(file)), file);
}

const source = (file: string) => ({ file, what: 'a part', code: 'part', maxBytes: MOST_PART_BYTES });

/** Writes `part.json` into `folder`, whole or not at all. @returns its path */
export async function writePart(folder: string, part: PartDocument): Promise<string> {
  const words = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
  const text = `${JSON.stringify(part, words)}\n`;
  // What is written must be what readers accept.
  parsePart(text, PART_FILE);
  const file = path.join(folder, PART_FILE);
  await replaceFile(file, (temporary) => writeFile(temporary, text));
  return file;
}

/** A share as it is written. */
export const shareOf = (role: Role, run: RoleRun): Share => ({
  ...run,
  role,
  test: mutable(run.test),
  edited: run.edited && mutable(run.edited),
  general: run.general && mutable(run.general),
});

const mutable = (scores: RoleRun['test']) => ({
  ...scores,
  rows: [...scores.rows],
  nll: [...scores.nll],
  tokens: [...scores.tokens],
});

/** A share as it is joined; undefined of one that was for training alone. */
export const runOf = ({ role: _, test, ...share }: Share): RoleRun | undefined =>
  (test && { ...share, test }) || undefined;
