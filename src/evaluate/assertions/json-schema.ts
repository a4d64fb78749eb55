/** `json-schema`: the whole answer is one JSON document, and it fits the schema. */

import { compileAnswerSchema } from '../../config/answer-schema.ts';
import { type AssertionOf, type Checker, fails, passes } from './checker.ts';

export function jsonSchemaChecker({ schema }: AssertionOf<'json-schema'>): Checker {
  const validate = compileAnswerSchema(schema);
  return ({ text }) => {
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch (thrown) {
      if (!(thrown instanceof SyntaxError)) throw thrown;
      return fails('is not JSON');
    }
    if (validate(document) === true) return passes;
    // The path within the schema: that within the answer would repeat words of the answer.
    const [error] = validate.errors ?? [];
    return fails(`breaks the schema at ${error?.schemaPath ?? '#'}`);
  };
}
