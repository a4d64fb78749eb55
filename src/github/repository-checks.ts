/**
 * What GitHub has set up for a repository: whether the token sees it, whether Actions run there, whether a runner has the labels
 * of the workflow, and whether the check is required. Only reads; each line says how to mend what it finds.
 */

import { messageOf } from '../errors.ts';
import type { Diagnosis } from '../runtime/diagnosis.ts';
import { CHECK_NAME } from './check-name.ts';

/** What is needed of a client of GitHub's API. */
export interface Requester {
  request(
    route: string,
    parameters?: Record<string, unknown>,
  ): Promise<{ data: unknown; headers: Readonly<Record<string, unknown>> }>;
}

export interface RepositoryChecksOptions {
  client: Requester;
  owner: string;
  repo: string;
  /** Of the job with the GPU, from the workflow; undefined where there is no workflow. */
  runsOn: readonly string[] | undefined;
}

/** A doctor says at once what it sees: nothing is asked for twice. */
const ONCE = { request: { retries: 0 } };

/** All lines; the first one alone where the repository cannot be seen. */
export async function diagnoseRepository(options: RepositoryChecksOptions): Promise<Diagnosis[]> {
  const { client, owner, repo } = options;
  const name = 'repository';
  let about: { default_branch: string; permissions?: Record<string, boolean> };
  let scopes: unknown;
  try {
    const { data, headers } = await client.request('GET /repos/{owner}/{repo}', { ...ONCE, owner, repo });
    about = data as typeof about;
    scopes = headers['x-oauth-scopes'];
  } catch (error) {
    return [{ name, ok: false, ...unseen(error, `${owner}/${repo}`) }];
  }
  const rights = Object.entries(about.permissions ?? {}).flatMap(([right, has]) => (has ? [right] : []));
  const found = `${owner}/${repo}, the token may ${rights.join(', ') || 'read'}`;
  return [
    { name, ok: true, found },
    ...diagnoseScopes(scopes),
    await diagnoseActions(options),
    ...(options.runsOn === undefined ? [] : [await diagnoseRunners(options, options.runsOn)]),
    await diagnoseRequiredCheck(options, about.default_branch),
  ];
}

const statusOf = (error: unknown) => (error as { status?: number } | null)?.status;

function unseen(error: unknown, slug: string): { found: string; fix: string } {
  const status = statusOf(error);
  if (status === 401)
    return { found: 'GitHub refuses the token', fix: 'set GITHUB_TOKEN or GH_TOKEN to a valid one' };
  if (status === 404 || status === 403) {
    const found = `${slug}: not there, or the token may not see it`;
    return {
      found,
      fix: 'check the spelling; a fine-grained token needs this repository and Metadata: read',
    };
  }
  return { found: `${slug}: ${messageOf(error)}`, fix: 'check the network and GITHUB_API_URL' };
}

/** Of a classic token, which GitHub tells the scopes of with every answer; other tokens have none. */
function diagnoseScopes(scopes: unknown): Diagnosis[] {
  if (typeof scopes !== 'string') return [];
  const name = 'token';
  const given = scopes.split(',').flatMap((scope) => scope.trim() || []);
  if (given.includes('repo')) return [{ name, ok: true, found: `classic, with ${given.join(', ')}` }];
  return [
    {
      ...{ name, ok: 'warn', found: `classic, with ${given.join(', ') || 'no scopes'}` },
      fix: 'it takes the scope `repo` to see runners and rules; or a fine-grained token with Administration: read',
    },
  ];
}

/** What it takes, as GitHub says it with a refusal: `administration=read; metadata=read`. */
function acceptedBy(error: unknown): string | undefined {
  const { headers } = (error as { response?: { headers?: Record<string, unknown> } }).response ?? {};
  const accepted = headers?.['x-accepted-github-permissions'];
  return typeof accepted === 'string' && /^[a-z_=,; ]{1,200}$/.test(accepted)
    ? accepted.replaceAll('=', ': ')
    : undefined;
}

/** 403 and 404 both mean that this token may not look: GitHub hides what it does not show. */
function notAllowed(name: string, error: unknown, right: string): Diagnosis {
  const status = statusOf(error);
  if (status !== 403 && status !== 404) {
    return { name, ok: 'warn', found: messageOf(error), fix: 'try again later' };
  }
  return {
    name,
    ok: 'warn',
    found: 'the token may not look',
    fix: `use a token with ${acceptedBy(error) ?? right} for this check`,
  };
}

async function diagnoseActions({ client, owner, repo }: RepositoryChecksOptions): Promise<Diagnosis> {
  const name = 'Actions';
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/actions/permissions', {
      ...ONCE,
      owner,
      repo,
    });
    const { enabled, allowed_actions } = data as { enabled: boolean; allowed_actions?: string };
    if (!enabled) {
      return { name, ok: false, found: 'switched off', fix: 'Settings > Actions > General: allow actions' };
    }
    if (allowed_actions === 'local_only') {
      const fix = 'Settings > Actions > General: allow actions/checkout and the action of lora-gate';
      return { name, ok: false, found: 'only actions of the repository itself are allowed', fix };
    }
    if (allowed_actions === 'selected') {
      const fix = 'see that actions/checkout and the action of lora-gate are among them';
      return { name, ok: 'warn', found: 'only selected actions are allowed', fix };
    }
    return { name, ok: true, found: 'on' };
  } catch (error) {
    return notAllowed(name, error, 'Administration: read');
  }
}

interface Runner {
  status: string;
  labels: { name: string }[];
}

const HOSTED = /^(?:ubuntu|windows|macos)-/;
const PAGE = 100;

async function diagnoseRunners(
  { client, owner, repo }: RepositoryChecksOptions,
  runsOn: readonly string[],
): Promise<Diagnosis> {
  const name = 'runners';
  const wanted = runsOn.map((label) => label.toLowerCase());
  if (wanted.length === 1 && HOSTED.test(wanted[0] as string)) {
    return { name, ok: true, found: `${wanted[0]} is hosted by GitHub` };
  }
  const runners: Runner[] = [];
  try {
    for (let page = 1, total = 1; runners.length < total; page += 1) {
      const { data } = await client.request('GET /repos/{owner}/{repo}/actions/runners', {
        ...{ ...ONCE, owner, repo, page },
        per_page: PAGE,
      });
      const { total_count, runners: some } = data as { total_count: number; runners: Runner[] };
      runners.push(...some);
      total = some.length === 0 ? runners.length : total_count;
    }
  } catch (error) {
    return notAllowed(name, error, 'Administration: read');
  }
  const labelled = runners.filter(({ labels }) => {
    const has = new Set(labels.map((label) => label.name.toLowerCase()));
    return wanted.every((label) => has.has(label));
  });
  const online = labelled.filter(({ status }) => status === 'online').length;
  const label = wanted.join(', ');
  if (online > 0) return { name, ok: true, found: `${online} online with ${label}` };
  if (labelled.length > 0) {
    const fix = 'start the runner on one of these machines';
    return { name, ok: false, found: `${labelled.length} with ${label}, none online`, fix };
  }
  return {
    name,
    // A runner of the organisation, or of a scale set, is not in this list.
    ok: 'warn',
    found: `none of the ${runners.length} of this repository has ${label}`,
    fix: 'Settings > Actions > Runners: add one with these labels, or correct runs-on; runners of the organisation are not listed here',
  };
}

interface RequiredCheck {
  context: string;
  integration_id?: number | null;
  app_id?: number | null;
}

async function diagnoseRequiredCheck(
  { client, owner, repo }: RepositoryChecksOptions,
  branch: string,
): Promise<Diagnosis> {
  const name = 'required check';
  try {
    const [rules, protection] = [
      await client.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', {
        ...ONCE,
        owner,
        repo,
        branch,
      }),
      await client.request('GET /repos/{owner}/{repo}/branches/{branch}', { ...ONCE, owner, repo, branch }),
    ];
    const required = [...checksOfRules(rules.data), ...checksOfProtection(protection.data)];
    const ours = required.find(({ context }) => context === CHECK_NAME);
    if (!ours) {
      const fix = `Settings > Rules > Rulesets: a ruleset for ${branch} that requires status checks to pass, with "${CHECK_NAME}" (it is offered once it has run)`;
      return {
        name,
        ok: 'warn',
        found: `${branch} does not require "${CHECK_NAME}": a regression can be merged`,
        fix,
      };
    }
    const source = ours.integration_id ?? ours.app_id ?? -1;
    if (source > 0) return { name, ok: true, found: `${branch} requires "${CHECK_NAME}" of one app` };
    const found = `${branch} requires "${CHECK_NAME}" of any source: whoever may write checks can pass it`;
    return {
      name,
      ok: 'warn',
      found,
      fix: 'choose GitHub Actions, or the app of lora-gate, as the source of the check',
    };
  } catch (error) {
    return notAllowed(name, error, 'Contents: read and Metadata: read');
  }
}

function checksOfRules(data: unknown): RequiredCheck[] {
  const rules = data as { type: string; parameters?: { required_status_checks?: RequiredCheck[] } }[];
  return rules.flatMap(({ type, parameters }) =>
    type === 'required_status_checks' ? (parameters?.required_status_checks ?? []) : [],
  );
}

function checksOfProtection(data: unknown): RequiredCheck[] {
  const { protection } = data as {
    protection?: { required_status_checks?: { contexts?: string[]; checks?: RequiredCheck[] } };
  };
  const { contexts = [], checks = [] } = protection?.required_status_checks ?? {};
  return [...checks, ...contexts.map((context) => ({ context }))];
}
