/**
 * The JSON Schema (draft 2020-12) that an assertion holds answers to, compiled. It stands alone: what it refers to is inside
 * of it, nothing is fetched.
 */

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { bounded, GAVE_UP } from '../bounded.ts';
import { messageOf } from '../errors.ts';

const COMPILE_MILLISECONDS = 2000;

/** @throws Error when it is no JSON Schema, or refers to something outside of itself. */
export function compileAnswerSchema(schema: Readonly<Record<string, unknown>>): ValidateFunction {
  // An asynchronous schema answers with a promise, which is true whatever the answer is.
  if ('$async' in schema) throw new Error('$async is not a keyword of JSON Schema');
  // An instance of its own: two schemas may have the same $id.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, strictTuples: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

/** Why a schema cannot be used, or undefined. */
export function answerSchemaProblem(schema: Readonly<Record<string, unknown>>): string | undefined {
  try {
    const compiled = bounded(() => compileAnswerSchema(schema), COMPILE_MILLISECONDS);
    return compiled === GAVE_UP ? 'it takes too long to read' : undefined;
  } catch (thrown) {
    return messageOf(thrown);
  }
}
