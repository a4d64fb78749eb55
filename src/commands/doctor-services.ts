/** The doctor's lines on what a configuration and a workflow name: model, judge, Opik, and the repository on GitHub. */

import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { UserError } from '../errors.ts';
import { diagnoseJudge } from '../evaluate/judge/diagnose.ts';
import { createGithubClient } from '../github/client.ts';
import { diagnoseRepository, type Requester } from '../github/repository-checks.ts';
import { silentLogger } from '../log.ts';
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
export async function diagnoseConfig(
  given: string | undefined,
  env: Environment,
  extendsFile?: string,
): Promise<Diagnosis[]> {
  const file = given ?? 'lora-gate.yml';
  if (given === undefined && !(await exists(file))) return [];
  let loaded: Awaited<ReturnType<typeof readConfig>>;
  try {
    loaded = await readConfig(file, extendsFile);
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
  const apiUrl = env.githubApiUrl ?? 'https://api.github.com';
  const client = createGithubClient({ token, apiUrl, logger: silentLogger }) as Requester;
  return [...lines, ...(await diagnoseRepository({ client, owner, repo, runsOn: labelsOf(workflow) }))];
}

function missingWorkflow(): Diagnosis {
  return { name: 'workflow', ok: false, found: `${WORKFLOW} is not here`, fix: 'run `lora-gate init`' };
}

interface Job {
  'runs-on'?: unknown;
  permissions?: Record<string, string> | string;
  steps?: ({ with?: { mode?: unknown } | null } | null)[];
}

type NamedJob = Job & { name: string };

function jobsOf(text: string | undefined): NamedJob[] {
  try {
    const { jobs } = (parse(text ?? '') ?? {}) as { jobs?: Record<string, Job | null> };
    return Object.entries(jobs ?? {}).flatMap(([name, job]) => (job ? { name, ...job } : []));
  } catch {
    return [];
  }
}

/** Those with a step of one of these modes; all where no step tells its mode. */
function ofModes(jobs: NamedJob[], modes: readonly string[]): NamedJob[] {
  const modesOf = ({ steps }: Job) =>
    Array.isArray(steps) ? steps.flatMap((step) => step?.with?.mode ?? []) : [];
  if (jobs.every((job) => modesOf(job).length === 0)) return jobs;
  return jobs.filter((job) => modesOf(job).some((mode) => modes.includes(String(mode))));
}

const mayWrite = ({ permissions }: Job, right: string) =>
  permissions === 'write-all' || (typeof permissions === 'object' && permissions?.[right] === 'write');

/** As `lora-gate init --app` writes it: the app starts the runs of pull requests, and needs no job to report them. */
function isForApp(text: string): boolean {
  try {
    const { on } = (parse(text) ?? {}) as { on?: Record<string, unknown> };
    if (typeof on !== 'object' || on === null || 'pull_request' in on) return false;
    return 'workflow_dispatch' in on && ofModes(jobsOf(text), ['run']).length > 0;
  } catch {
    return false;
  }
}

/** Whether the jobs that write what GitHub has to show may do so. */
export function diagnoseWorkflow(text: string): Diagnosis {
  const name = 'workflow';
  if (isForApp(text)) return { name, ok: true, found: `${WORKFLOW} trains what the app asks for` };
  const jobs = ofModes(jobsOf(text), ['plan', 'report', 'all']);
  if (jobs.length === 0) {
    const found = `${WORKFLOW} has no job that reports`;
    return { name, ok: false, found, fix: 'run `lora-gate init --force`' };
  }
  const missing = jobs.flatMap((job) =>
    ['checks', 'pull-requests']
      .filter((right) => !mayWrite(job, right))
      .map((right) => ({ job: job.name, right })),
  );
  if (missing.length === 0)
    return { name, ok: true, found: `${WORKFLOW} may write the check and the comment` };
  const lacks = missing.map(({ job, right }) => `${job} may not write ${right}`).join(', ');
  const lines = missing.map(({ job, right }) => `\`${right}: write\` to the permissions of ${job}`);
  return { name, ok: false, found: `${WORKFLOW}: ${lacks}`, fix: `add ${lines.join(' and ')}` };
}

/** Of the job that trains. */
function labelsOf(text: string | undefined): string[] | undefined {
  const labels = ofModes(jobsOf(text), ['run', 'all']).map(({ 'runs-on': runsOn }) =>
    (Array.isArray(runsOn) ? runsOn : [runsOn]).filter((label): label is string => typeof label === 'string'),
  );
  return labels.find((each) => each.includes('self-hosted')) ?? labels[0];
}
