/** The kinds of value that several sections of the configuration share: paths, models, fractions and percentages, names. */

import { posix } from 'node:path';
import { z } from 'zod';

/** Control characters, the line separators of Unicode, and backslashes, which are separators elsewhere. */
const UNFIT_FOR_PATHS = /[\p{Cc}\u2028\u2029\\]/u;

function staysInside(path: string): boolean {
  return (
    !UNFIT_FOR_PATHS.test(path) && !path.split('/').includes('..') && path === path.trim() && path !== ''
  );
}

/**
 * A file of the checkout: relative, without `..`, and as git writes it: `./data//a.jsonl` is `data/a.jsonl`, or a change of that file
 * would not be seen as one of this. Symbolic links are refused where the file is read.
 */
export const CheckoutPath = z
  .string()
  .refine((path) => staysInside(path) && !/^(\/|~|[A-Za-z]:)/.test(path) && !/(^|\/)\.?$/.test(path), {
    error: 'expected a path inside the checkout: relative, with forward slashes, without ".."',
  })
  .transform((path) => posix.normalize(path));

const PIP_FILE = /^pip:[A-Za-z0-9][A-Za-z0-9._-]*==[A-Za-z0-9.+!]+\/[^\s]+\.gguf$/;

/**
 * A model: hub id with an optional revision, folder, GGUF file or `pip:package==version/file.gguf`. An absolute folder is
 * allowed, since weights lie outside the checkout; which models may be named at all is `allowed_models`' matter.
 */
export const ModelReference = z
  .string()
  .refine(
    (model) =>
      staysInside(model) &&
      !/\s/.test(model) &&
      !model.startsWith('~') &&
      (!model.startsWith('pip:') || PIP_FILE.test(model)),
    {
      error:
        'expected a hub id such as google/gemma-2b or google/gemma-2b@revision, a folder such as ./models/base, a file.gguf, or pip:package==version/file.gguf',
    },
  );

const PERCENTAGE = /^\d+(\.\d+)?\s?%$/;

/** `1%` is 0.01; the decimal point is moved in the text, so that 2.2% is the number 0.022 and not one beside it. */
function fromPercentage(text: string): number {
  return Number(`${text.replace('%', '').trim()}e-2`);
}

function fraction(accepts: (value: number) => boolean, error: string) {
  return z.union(
    [
      z.number().refine(accepts, { error }),
      z.string().regex(PERCENTAGE).transform(fromPercentage).refine(accepts, { error }),
    ],
    { error },
  );
}

/** A relative margin from 0 to below 1. A bare 1 is refused: whoever writes it most likely means 1%. */
export const Margin = fraction(
  (value) => value >= 0 && value < 1,
  'expected a fraction from 0 to below 1, such as 0.01, or a percentage such as 1%',
);

/** A share from 0 to 1. */
export const Share = fraction(
  (value) => value >= 0 && value <= 1,
  'expected a share from 0 to 1, such as 0.9, or a percentage such as 90%',
);

/** A confidence level: above one half, below 1. */
export const Confidence = fraction(
  (value) => value > 0.5 && value < 1,
  'expected a level above 0.5 and below 1, such as 0.95, or a percentage such as 95%',
);

/** A name that is also a folder's. */
export const AdapterName = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, {
  error: 'expected a name of 1 to 64 characters a–z, 0–9 and -, not first or last',
});

/** A name of a judged dimension or of an assertion. */
export const PlainName = z.string().regex(/^[a-z][a-z0-9_-]{0,63}$/, {
  error: 'expected a name of up to 64 characters a–z, 0–9, - and _ that starts with a letter',
});
