/**
 * The result: the one document that everything after the gate reads. The zod schema is the single source; the published
 * JSON Schema is generated from it. Reports show what is in it and compute nothing.
 */

import { z } from 'zod';
import { combineVerdicts } from '../gate/outcome.ts';
import { type JsonSource, parseLimited, readLimited } from './limited-json.ts';
import { name, runVerdict } from './result-metric.ts';
import { cost, section, sha } from './result-section.ts';
import { tracking, source as webSource } from './result-source.ts';
import { unusedWaivers } from './result-waivers.ts';

export const RESULT_SCHEMA_ID = 'lora-gate/result/1';
const MAX_BYTES = 128 * 2 ** 20;

const limit = z.number().gt(0).nullable();

const defaults = z
  .strictObject({
    repository: z.string().min(1).max(200),
    path: z.string().min(1).max(1024),
    sha: sha.describe('Of the content, as git names it'),
  })
  .optional()
  .describe('What lay under the configuration of both commits, by `_extends`');

const commit = z.strictObject({ sha, ref: z.string().min(1).max(1024).nullable() });

export const resultDocument = z
  .strictObject({
    schema: z.literal(RESULT_SCHEMA_ID),
    created_at: z.iso.datetime(),
    base: commit.describe('The merge base: policy, test set and baseline come from here'),
    head: commit,
    config_defaults: defaults,
    source: webSource,
    verdict: runVerdict,
    adapters: z.array(section).max(1000).describe('One section for every adapter that the change affects'),
    removed_adapters: z.array(name).max(1000),
    unused_waivers: unusedWaivers,
    warnings: z.array(z.string().max(4096)).max(1000),
    tracking,
    budget: z
      .strictObject({ gpu_minutes: limit, judge_tokens: limit })
      .describe('What the policy allows a run; null where it has no limit'),
    cost,
  })
  .superRefine(({ verdict, adapters, head }, context) => {
    const names = new Set(adapters.map((adapter) => adapter.name));
    if (names.size !== adapters.length) {
      context.addIssue({ code: 'custom', path: ['adapters'], message: 'an adapter is there twice' });
    }
    for (const [index, { waivers }] of adapters.entries()) {
      if (waivers.every(({ head_sha }) => head_sha === head.sha)) continue;
      const path = ['adapters', index, 'waivers'];
      context.addIssue({ code: 'custom', path, message: 'a waiver is for another commit than the head' });
    }
    const expected = combineVerdicts(adapters.map((adapter) => adapter.verdict));
    if (
      verdict.outcome !== expected.outcome ||
      verdict.blocked !== expected.blocked ||
      verdict.exit_code !== expected.exit_code
    ) {
      context.addIssue({
        code: 'custom',
        path: ['verdict'],
        message: `does not follow from the adapters, which give ${expected.outcome}${expected.blocked ? ', blocked' : ''}`,
      });
    }
  });

export type Result = z.output<typeof resultDocument>;

/** The published JSON Schema (draft 2020-12), committed as `result.schema.json`. */
export function resultJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(resultDocument, { target: 'draft-2020-12' });
  return { $schema, $id: RESULT_SCHEMA_ID, title: 'The result of lora-gate', ...rest };
}

const source = (file: string): JsonSource => ({
  file,
  what: 'a result',
  code: 'result',
  maxBytes: MAX_BYTES,
});

/** A result from JSON text that may be hostile; `file` names it in errors. @throws UserError listing every problem. */
export function parseResult(text: string, { file }: { file: string }): Result {
  return parseLimited(text, resultDocument, source(file));
}

/** A result from disk. @throws UserError naming the file and everything that is wrong with it. */
export async function readResult(file: string): Promise<Result> {
  return parseResult(await readLimited(source(file)), { file });
}
