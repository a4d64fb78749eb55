/** Parsers of option values that more than one command has. */

import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';
import { Confidence, Margin } from '../config/fields.ts';

/** Of `--store`, wherever something is kept. */
export const STORE_HELP =
  'where trained adapters, scores and verdicts are kept: folder, s3://bucket/prefix or actions-cache (default: LORA_GATE_STORE, else in the cache folder)';

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('expected a whole number from 1.');
  return value;
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError('expected a whole number from 0.');
  return value;
}

export function nonNegativeNumber(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError('expected a number from 0.');
  return value;
}

/** A share in (0, 1]. */
export function share(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('expected a number above 0, up to 1.');
  return value;
}

/** What the configuration takes in the same place: `1%` and `0.01` are 0.01. */
function asConfigured(schema: z.ZodType<number>): (text: string) => number {
  return (text) => {
    const { data, error } = schema.safeParse(text.trim() === '' || text.includes('%') ? text : Number(text));
    if (data === undefined) throw new InvalidArgumentError(`${error?.issues[0]?.message}.`);
    return data;
  };
}

export const margin = asConfigured(Margin);
export const confidence = asConfigured(Confidence);

/** Of things that are compared with one another. */
export function several(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 2 || value > 100)
    throw new InvalidArgumentError('expected a whole number from 2 to 100.');
  return value;
}
