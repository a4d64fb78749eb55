/** The doctor's lines on what a configuration and a workflow name: model, judge, Opik, and the repository on GitHub. */

import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { UserError } from '../errors.ts';
import { diagnoseJudge } from '../evaluate/judge/diagnose.ts';
import { createRequester, diagnoseRepository } from '../github/repository-checks.ts';
import { diagnoseModel } from '../model/source/diagnose.ts';
import type { Diagnosis } from '../runtime/diagnosis.ts';
import { diagnoseOpik } from '../tracking/diagnose.ts';
import type { Environment } from './context.ts';
import { readConfig } from './read-config.ts';

const WORKFLOW = '.github/workflows/lora-gate.yml';

/** Whether there is anything at a path. */
const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

/** Lines on the configuration; none where none was named and none lies there. */
export async function diagnoseConfig(given: string | undefined, env: Environment): Promise<Diagnosis[]> {
  const file = given ?? 'lora-gate.yml';
  if (given === undefined && !(await exists(file))) return [];
  let loaded: Awaited<ReturnType<typeof readConfig>>;
  try {
    loaded = await readConfig(file);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const found = [error.message, ...error.problems].join('; ');
    return [{ name: 'configuration', ok: false, found, fix: error.hint ?? 'correct it' }];
  }
  const { model, judge, tracking } = loaded.config;
  const { hfToken } = env;
  const access = { baseDir: path.dirname(file), hfToken, hubUrl: env.hubUrl, exists };
  const lines: Diagnosis[] = [
    { name: 'configuration', ok: true, found: file },
    await diagnoseModel(model, access),
  ];
  if (judge.provider === 'local') {
    lines.push({ ...(await diagnoseModel(judge.model, access)), name: 'judge' });
  } else if (judge.provider === 'openai-compatible') {
    lines.push(await diagnoseJudge(judge, (variable) => env.judgeKey?.(variable)));
  }
  if (tracking.opik) lines.push(await diagnoseOpik(tracking.opik, env));
  return lines;
}

/** Lines on the repository on GitHub and on the workflow of this checkout. */
export async function diagnoseGithub(slug: string, env: Environment): Promise<Diagnosis[]> {
  const [owner, repo, more] = slug.split('/');
  if (!owner || !repo || more !== undefined || !/^[\w.-]+\/[\w.-]+$/.test(slug)) {
    throw new UserError('usage', `--repo-slug is ${JSON.stringify(slug)}, expected owner/name`, {
      hint: 'see `lora-gate doctor --help`',
    });
  }
  const workflow = await readFile(WORKFLOW, 'utf8').catch(() => undefined);
  const lines = [workflow === undefined ? missingWorkflow() : diagnoseWorkflow(workflow)];
  const { githubToken: token } = env;
  if (!token) {
    const fix = 'set GITHUB_TOKEN or GH_TOKEN; `gh auth token` prints one';
    return [...lines, { name: 'repository', ok: false, found: 'no token for GitHub', fix }];
  }
  const client = createRequester({ token, apiUrl: env.githubApiUrl });
  return [...lines, ...(await diagnoseRepository({ client, owner, repo, runsOn: labelsOf(workflow) }))];
}

function missingWorkflow(): Diagnosis {
  return { name: 'workflow', ok: false, found: `${WORKFLOW} is not here`, fix: 'run `lora-gate init`' };
}

interface Job {
  'runs-on'?: unknown;
  permissions?: Record<string, string> | string;
}

function jobsOf(text: string | undefined): Job[] {
  try {
    const { jobs } = (parse(text ?? '') ?? {}) as { jobs?: Record<string, Job | null> };
    return Object.values(jobs ?? {}).flatMap((job) => job ?? []);
  } catch {
    return [];
  }
}

/** Whether a job may write what GitHub has to show. */
export function diagnoseWorkflow(text: string): Diagnosis {
  const name = 'workflow';
  const jobs = jobsOf(text);
  if (jobs.length === 0) {
    return { name, ok: false, found: `${WORKFLOW} has no jobs`, fix: 'run `lora-gate init --force`' };
  }
  const missing = ['checks', 'pull-requests'].filter(
    (right) =>
      !jobs.some(
        ({ permissions }) =>
          permissions === 'write-all' ||
          (typeof permissions === 'object' && permissions?.[right] === 'write'),
      ),
  );
  if (missing.length === 0)
    return { name, ok: true, found: `${WORKFLOW} may write the check and the comment` };
  const lines = missing.map((right) => `\`${right}: write\``).join(' and ');
  const fix = `add ${lines} to the permissions of the job that reports`;
  return { name, ok: false, found: `no job of ${WORKFLOW} may write ${missing.join(', ')}`, fix };
}

/** Of the job on a machine of one's own, else of the first one. */
function labelsOf(text: string | undefined): string[] | undefined {
  const labels = jobsOf(text).map(({ 'runs-on': runsOn }) =>
    (Array.isArray(runsOn) ? runsOn : [runsOn]).filter((label): label is string => typeof label === 'string'),
  );
  return labels.find((each) => each.includes('self-hosted')) ?? labels[0];
}
