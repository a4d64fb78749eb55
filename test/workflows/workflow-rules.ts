/**
 * What a workflow of ours has to keep to, as a list of breaches: GitHub's own schema, pinned actions, the least of permissions, and
 * no text of strangers in a shell. Knows no file.
 */

import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { parse } from 'yaml';

export interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}

export interface Job {
  if?: string;
  needs?: string | string[];
  'runs-on': string | string[];
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  env?: unknown;
  strategy?: { matrix: unknown; 'fail-fast'?: boolean };
  steps: Step[];
}

export interface Workflow {
  name: string;
  on: Record<string, Record<string, unknown> | null>;
  permissions?: Record<string, string>;
  concurrency?: { group: string; 'cancel-in-progress': boolean | string };
  env?: unknown;
  jobs: Record<string, Job>;
}

export const readWorkflow = (text: string): Workflow => parse(text) as Workflow;

/** What GitHub's own parser says of each: unknown keys, wrong types, unreadable expressions, unknown contexts. */
export async function schemaProblems(texts: readonly string[]): Promise<string[][]> {
  const child = fileURLToPath(new URL('schema-child.ts', import.meta.url));
  const { stdout } = await execa('node', ['--import', import.meta.resolve('tsx'), child], {
    input: JSON.stringify(texts),
  });
  return JSON.parse(stdout) as string[][];
}

/** Breaches of our own rules, each with its place. */
export function ruleProblems(text: string, { ownAction }: { ownAction?: string } = {}): string[] {
  const { on, permissions, env, jobs } = readWorkflow(text);
  const problems: string[] = [];
  if ('pull_request_target' in on) problems.push('on: pull_request_target');
  if (JSON.stringify(permissions) !== '{}') problems.push('permissions: expected {} for the workflow');
  if (env !== undefined) problems.push('env: expected at steps alone');
  for (const [name, job] of Object.entries(jobs)) {
    if (job.permissions === undefined) problems.push(`${name}: no permissions`);
    if (job['timeout-minutes'] === undefined) problems.push(`${name}: no timeout-minutes`);
    if (job.env !== undefined) problems.push(`${name}: env, expected at steps alone`);
    for (const { uses, run, with: inputs } of job.steps) {
      if (uses !== undefined && uses !== ownAction && !/^\.\/|^[\w./-]+@[0-9a-f]{40}$/.test(uses))
        problems.push(`${name}: ${uses} is not pinned`);
      if (uses?.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false)
        problems.push(`${name}: the checkout keeps its credentials`);
      if (run?.includes('${{')) problems.push(`${name}: an expression in ${JSON.stringify(run)}`);
    }
  }
  for (const [i, line] of text.split('\n').entries()) {
    if (/^\s+[a-z-]+: (read|write)\b/.test(line) && !line.includes('#'))
      problems.push(`line ${i + 1}: a permission without a reason`);
    if (/uses: \S+@[0-9a-f]{40}\b/.test(line) && !/# v\d+\.\d+\.\d+$/.test(line))
      problems.push(`line ${i + 1}: a pinned action without its version`);
  }
  return problems;
}
