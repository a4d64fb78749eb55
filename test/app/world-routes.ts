/** What GitHub answers to an App beyond the stand-in's own routes: the workflow that is dispatched, its artifact, files of commits. */

import { example } from '../github/openapi.ts';
import type { Github } from '../github/stand-in.ts';
import * as objects from '../github/stand-in-objects.ts';
import { found, Refused } from '../github/stand-in-routes.ts';

export const CONFIG_TEXT = `version: 1
model: models/tiny
adapters:
  support:
    train: data/train.jsonl
    test: data/test.jsonl
`;

export interface RunJob {
  status: 'queued' | 'in_progress' | 'completed';
  runner_name: string | null;
  labels: string[];
}

export interface Contents {
  /** By commit; every commit that is not here has CONFIG_TEXT. */
  configs: Map<string, string | null>;
  /** Of the owner's repository `.github`. */
  defaults: { text: string | null };
  /** By run. */
  jobs: Map<number, RunJob[]>;
  zips: Map<number, Buffer>;
  /** Where these are downloaded. */
  blobs: string;
}

/** The routes that only an App needs. */
export function addRoutes(github: Github, { configs, defaults, jobs, zips, blobs }: Contents): void {
  github.route('GET /repos/{owner}/{repo}/contents/{path}', {
    needs: [['contents', 'read']],
    answer({ query, parameters }) {
      const ref = query.get('ref') ?? '';
      const own = configs.has(ref) ? configs.get(ref) : CONFIG_TEXT;
      const text = parameters.repo === '.github' ? defaults.text : own;
      if (parameters.path !== 'lora-gate.yml' || text === null || text === undefined)
        throw new Refused(404, 'Not Found');
      const content = Buffer.from(text).toString('base64');
      const file = example('content-file-response-if-content-is-a-file');
      return {
        status: 200,
        body: {
          ...{ ...file, name: 'lora-gate.yml', path: 'lora-gate.yml', encoding: 'base64', content },
          ...{ sha: 'c'.repeat(40), size: text.length },
        },
      };
    },
  });
  github.route('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
    needs: [['actions', 'write']],
    answer({ state, body, parameters, login }) {
      const inputs = (body.inputs ?? {}) as Record<string, string>;
      const ref = String(body.ref);
      state.dispatches.push({ workflow: parameters.workflow_id as string, ref, inputs });
      state.runs.push({
        ...{ id: state.nextId(), head_sha: 'b'.repeat(40), head_branch: ref, event: 'workflow_dispatch' },
        ...{ status: 'queued', conclusion: null, run_attempt: 1, actor: login },
        path: `.github/workflows/${parameters.workflow_id}`,
        display_title: `lora-gate #${inputs.pr} ${inputs.check_run_id}`,
      });
      return { status: 204 };
    },
  });
  github.route('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
    needs: [['actions', 'read']],
    answer({ state, parameters, url, query }) {
      const items = state.runs
        .filter(({ path }) => path.endsWith(`/${parameters.workflow_id}`))
        .filter(({ event }) => !query.get('event') || event === query.get('event'))
        .filter(({ head_branch }) => !query.get('branch') || head_branch === query.get('branch'))
        .toReversed()
        .map((run) => objects.workflowRun(run, state, url));
      return {
        status: 200,
        list: { items, wrap: (workflow_runs, total_count) => ({ total_count, workflow_runs }) },
      };
    },
  });
  github.route('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', {
    needs: [['actions', 'read']],
    answer({ parameters }) {
      const items = (jobs.get(Number(parameters.run_id)) ?? []).map((job) => ({
        ...{ ...example<object>('job'), run_id: Number(parameters.run_id), conclusion: null, ...job },
        created_at: '2026-01-01T00:00:00Z',
      }));
      return { status: 200, body: { total_count: items.length, jobs: items } };
    },
  });
  github.route('POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel', {
    needs: [['actions', 'write']],
    answer({ state, parameters }) {
      const run = found(state.runs.find(({ id }) => String(id) === parameters.run_id));
      if (run.status === 'completed')
        throw new Refused(409, 'Cannot cancel a workflow run that is completed.');
      Object.assign(run, { status: 'completed', conclusion: 'cancelled' });
      return { status: 202, body: {} };
    },
  });
  github.route('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
    needs: [['actions', 'read']],
    answer({ parameters, url }) {
      const id = Number(parameters.run_id);
      const zip = zips.get(id);
      const artifacts = zip
        ? [{ ...example('artifact'), id, name: 'lora-gate', size_in_bytes: zip.length, expired: false, url }]
        : [];
      return { status: 200, body: { total_count: artifacts.length, artifacts } };
    },
  });
  github.route('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
    needs: [['actions', 'read']],
    answer: ({ parameters }) => ({
      status: 302,
      headers: { location: `${blobs}/${parameters.artifact_id}` },
    }),
  });
  github.route('GET /repos/{owner}/{repo}/actions/runs', {
    answer: () => ({ status: 200, body: { total_count: 0, workflow_runs: [] } }),
  });
  github.route('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', {
    answer: () => ({ status: 200, body: [] }),
  });
  github.route('GET /rate_limit', {
    answer: () => ({ status: 200, body: example('rate-limit-overview') }),
  });
  github.route('GET /installation/repositories', {
    answer({ state }) {
      const repositories = [objects.repository(state.repo)].map((one) => ({ ...one, archived: false }));
      return { status: 200, body: { total_count: 1, repository_selection: 'all', repositories } };
    },
  });
}
