/**
 * The inputs of the Action, parsed once into one typed object; action.yml has the same names and defaults, which a test
 * compares. Knows neither the process nor the event.
 */

import { z } from 'zod';
import type { StoreLimits } from '../adapter/store/store-keeper.ts';
import { parseLimits } from '../commands/store-amounts.ts';
import { UserError } from '../errors.ts';

export const MODES = ['all', 'run', 'report', 'plan'] as const;
export type Mode = (typeof MODES)[number];

export const FAIL_ON = ['blocked', 'regression', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

export const COMMENT_WHEN = ['always', 'on-change', 'never'] as const;
export type CommentWhen = (typeof COMMENT_WHEN)[number];

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Names on lines or between commas. */
const list = z.string().transform((text) =>
  text
    .split(/[\n,]/)
    .map((name) => name.trim())
    .filter((name) => name !== ''),
);

const inputsSchema = z
  .object({
    mode: z.enum(MODES),
    config: z.string().min(1).max(1024),
    'github-token': z.string(),
    'fail-on': z.enum(FAIL_ON),
    comment: z.enum(COMMENT_WHEN),
    adapters: list,
    part: z.string().max(200),
    out: z.string().min(1),
    'require-native': flag,
    runtime: z.enum(['auto', 'cpu', 'cuda']),
    'timeout-minutes': z.coerce.number().min(0).max(35_791),
    'baseline-store': z.string(),
    'store-max-size': z.string(),
    'store-max-age': z.string(),
  })
  .refine(({ mode, part }) => part === '' || mode === 'run', {
    path: ['part'],
    error: 'goes with mode: run alone',
  });

export type InputName = keyof typeof inputsSchema.shape;

export const INPUT_NAMES = Object.keys(inputsSchema.shape) as InputName[];

/** What is not set; `github-token` has its default in action.yml alone, where the runner's own token can be named. */
export const INPUT_DEFAULTS: Readonly<Record<InputName, string>> = {
  mode: 'all',
  config: 'lora-gate.yml',
  'github-token': '',
  'fail-on': 'blocked',
  comment: 'on-change',
  adapters: '',
  part: '',
  out: 'lora-gate-out',
  'require-native': 'true',
  runtime: 'auto',
  'timeout-minutes': '0',
  'baseline-store': '',
  'store-max-size': '',
  'store-max-age': '',
};

export interface ActionInputs {
  mode: Mode;
  /** Path of the configuration in the repository. */
  config: string;
  /** Empty where the job has none. */
  githubToken: string;
  failOn: FailOn;
  comment: CommentWhen;
  /** Only these; all that the change affects where empty. */
  adapters: string[];
  /** With `mode: run` only this part of the plan; all of it where empty. */
  part: string;
  out: string;
  requireNative: boolean;
  runtime: 'auto' | 'cpu' | 'cuda';
  /** 0 sets no limit of its own. */
  timeoutMinutes: number;
  /** Where the store is; LORA_GATE_STORE or a folder below the cache folder where empty. */
  baselineStore: string;
  /** What its folder on the runner may hold after the run; no limits where empty. */
  storeLimits: StoreLimits;
}

/** @throws UserError `store-limit`, `input` listing every input that is not one of what it may be */
export function parseInputs(read: (name: InputName) => string): ActionInputs {
  const given = Object.fromEntries(
    INPUT_NAMES.map((name) => [name, read(name).trim() || INPUT_DEFAULTS[name]]),
  );
  const parsed = inputsSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${name}: ${JSON.stringify(given[name])}: ${message}`;
    });
    throw new UserError('input', 'the step has inputs that the Action does not take', {
      problems,
      hint: 'The inputs and what they may be are in action.yml and in the README.',
    });
  }
  const { data } = parsed;
  return {
    mode: data.mode,
    config: data.config,
    githubToken: data['github-token'],
    failOn: data['fail-on'],
    comment: data.comment,
    adapters: data.adapters,
    part: data.part,
    out: data.out,
    requireNative: data['require-native'],
    runtime: data.runtime,
    timeoutMinutes: data['timeout-minutes'],
    baselineStore: data['baseline-store'],
    storeLimits: parseLimits(
      { maxSize: data['store-max-size'], maxAge: data['store-max-age'] },
      { maxSize: 'store-max-size', maxAge: 'store-max-age' },
    ),
  };
}
