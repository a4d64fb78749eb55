/** Check runs of the stand-in: only Apps make them, annotations add up, and what is completed stays so. */

import * as objects from './stand-in-objects.ts';
import { type Answer, type Call, found, Refused, type Route } from './stand-in-routes.ts';
import type { Annotation, Check } from './stand-in-state.ts';

interface Output {
  title: string;
  summary: string;
  text?: string;
  annotations?: Annotation[];
}

function slugOf({ login }: Call): string {
  if (!login.endsWith('[bot]')) throw new Refused(403, 'You must authenticate via a GitHub App.');
  return login.slice(0, -'[bot]'.length);
}

function checkOf({ state, parameters }: Call): Check {
  return found(state.checks.find(({ id }) => String(id) === parameters.check_run_id));
}

function apply(check: Check, { body, state }: Call): void {
  const status = (body.status ?? (body.conclusion ? 'completed' : undefined)) as Check['status'] | undefined;
  if (check.status === 'completed' && status !== undefined && status !== 'completed') {
    throw new Refused(422, 'Invalid request. A completed check run cannot be opened again.');
  }
  if (status === 'completed' && !body.conclusion && !check.conclusion) {
    throw new Refused(422, 'Invalid request. "conclusion" was not supplied.');
  }
  const output = body.output as Output | undefined;
  for (const one of output?.annotations ?? []) {
    if (one.start_line < 1 || one.end_line < one.start_line)
      throw new Refused(422, 'Invalid request. Lines begin at 1.');
    const tooLong =
      Math.max(Buffer.byteLength(one.message), Buffer.byteLength(one.raw_details ?? '')) > 65_536;
    if (tooLong || (one.title ?? '').length > 255)
      throw new Refused(422, 'Invalid request. The annotation is too long.');
  }
  if (status) check.status = status;
  if (body.conclusion) check.conclusion = String(body.conclusion);
  if (check.status === 'completed') check.completed_at = String(body.completed_at ?? state.now());
  if (body.name) check.name = String(body.name);
  if (body.external_id) check.external_id = String(body.external_id);
  if (body.details_url) check.details_url = String(body.details_url);
  if (body.actions) check.actions = body.actions as Check['actions'];
  if (output) {
    check.output = { title: output.title, summary: output.summary, text: output.text ?? check.output.text };
    check.annotations.push(...(output.annotations ?? []));
  }
}

function listed(call: Call, checks: readonly Check[]): Answer {
  const items = checks.map((one) => objects.check(one, call.state, call.url));
  return { status: 200, list: { items, wrap: (check_runs, total_count) => ({ total_count, check_runs }) } };
}

export const CHECK_ROUTES: Record<string, Route> = {
  'POST /repos/{owner}/{repo}/check-runs': {
    needs: [['checks', 'write']],
    answer(call) {
      const { state, body } = call;
      const made: Check = {
        id: state.nextId(),
        name: String(body.name),
        head_sha: String(body.head_sha),
        app: slugOf(call),
        external_id: '',
        details_url: null,
        status: 'queued',
        conclusion: null,
        started_at: String(body.started_at ?? state.now()),
        completed_at: null,
        output: { title: null, summary: null, text: null },
        annotations: [],
        actions: [],
      };
      apply(made, call);
      state.checks.push(made);
      return { status: 201, body: objects.check(made, state, call.url) };
    },
  },
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': {
    needs: [['checks', 'write']],
    answer(call) {
      const check = checkOf(call);
      if (slugOf(call) !== check.app)
        throw new Refused(403, 'Invalid app_id: the check run belongs to another App.');
      apply(check, call);
      return { status: 200, body: objects.check(check, call.state, call.url) };
    },
  },
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}': {
    answer: (call) => ({ status: 200, body: objects.check(checkOf(call), call.state, call.url) }),
  },
  'GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations': {
    answer(call) {
      const items = checkOf(call).annotations.map((one) => ({
        start_column: null,
        end_column: null,
        title: null,
        raw_details: null,
        blob_href: `${call.url}/blob`,
        ...one,
      }));
      return { status: 200, list: { items } };
    },
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': {
    answer(call) {
      const { state, query, parameters } = call;
      const name = query.get('check_name');
      const shown = state.checks
        .filter((one) => one.head_sha === parameters.ref && (!name || one.name === name))
        .filter((one) => !query.get('status') || one.status === query.get('status'))
        .reverse();
      const latest = new Map(shown.toReversed().map((one) => [`${one.app} ${one.name}`, one]));
      return listed(
        call,
        query.get('filter') === 'all' ? shown : shown.filter((one) => [...latest.values()].includes(one)),
      );
    },
  },
};
