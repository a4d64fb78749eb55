import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { trackResult } from '../../src/tracking/opik.ts';
import { stableId } from '../../src/tracking/stable-id.ts';
import { DATASET, type Fault, OpikServer, PROJECT } from './opik-server.ts';
import { typeProblems } from './sdk-types.ts';
import { trackedResult, trackedSection } from './tracked-result.ts';

let server: OpikServer;
afterEach(() => server?.close());

async function start(fault?: Fault) {
  server = await OpikServer.start(fault);
  return { url: server.url, project: 'harbor-desk', workspace: 'team', apiKey: 'key-123' };
}

const quick = { timeoutSeconds: 1, maxRetries: 0 };

/** What the server has, by side, in the order of the test set. */
function sidesOf({ experiments, records, traces, scores, items }: OpikServer) {
  return [...experiments.values()].map((experiment) => ({
    experiment,
    rows: [...records.values()]
      .filter((record) => record.experiment_id === experiment.id)
      .map((record) => ({
        item: items.get(record.dataset_item_id).data,
        trace: traces.get(record.trace_id),
        scores: Object.fromEntries(
          [...scores.values()]
            .filter(({ id }) => id === record.trace_id)
            .map(({ name, value, reason }) => [name, reason === undefined ? value : [value, reason]]),
        ),
      })),
  }));
}

describe('a result sent to Opik', () => {
  test('is requests of the SDK’s own types, with the key and the workspace in each', async () => {
    const target = await start();
    expect(await trackResult(trackedResult(), target)).toMatchObject({ sent: true });
    expect(server.seen.map(({ at }) => at.replace('/v1/private', ''))).toEqual([
      'POST /datasets',
      'POST /datasets/retrieve',
      'PUT /datasets/items',
      ...['baseline', 'candidate'].flatMap(() => [
        'POST /experiments',
        'POST /traces/batch',
        'POST /experiments/items',
        'PUT /traces/feedback-scores',
      ]),
    ]);
    expect(typeProblems(server.sent)).toEqual([]);
    for (const { headers } of server.seen) {
      expect(headers).toMatchObject({ authorization: 'key-123', 'comet-workspace': 'team' });
    }
    // The check itself sees what is missing, superfluous or of another type.
    const [first] = trackedSection().conversations;
    const wrong = [
      { id: 1, project_name: 'p', start_time: 'soon' },
      { start_time: '2026-01-02T03:04:05.000Z', colour: 1 },
    ];
    expect(first && typeProblems([{ method: 'traces.createTraces', body: { traces: wrong } }])).toEqual([
      expect.stringContaining("'number' is not assignable to type 'string'"),
      expect.stringContaining("'string' is not assignable to type 'Date'"),
      expect.stringContaining('"colour"\' does not exist'),
    ]);
    expect(typeProblems([{ method: 'experiments.createExperiment', body: {} }])).toEqual([
      expect.stringContaining("'datasetName' is missing"),
    ]);
  });

  test('is two experiments on one dataset, and the link opens both side by side', async () => {
    const target = await start();
    const tracked = await trackResult(trackedResult(), target);
    const [before, after] = sidesOf(server);
    expect(server.datasets).toEqual(new Set([`lora-gate/harbor-desk/${'1'.repeat(12)}`]));
    expect(before?.experiment.name).toBe('harbor-desk fed4321 baseline');
    expect(after?.experiment.name).toBe('harbor-desk fed4321 candidate');
    expect(before?.rows.map(({ item }) => item)).toEqual(after?.rows.map(({ item }) => item));
    expect(after?.rows[0]?.item).toEqual({
      id: 'row-1',
      group: 'row-1',
      file: 'datasets/harbor-desk/test.jsonl',
      line: 1,
      prompt: 'Question row-1',
      reference: 'Reference row-1',
    });
    const [link] = tracked.sent ? tracked.links : [];
    const { pathname, searchParams } = new URL(link?.url ?? '');
    expect(link?.adapter).toBe('harbor-desk');
    expect(pathname).toBe(`/team/projects/${PROJECT}/experiments/${DATASET}/compare`);
    expect(JSON.parse(searchParams.get('experiments') ?? '')).toEqual([
      before?.experiment.id,
      after?.experiment.id,
    ]);
  });

  test('has scores of the same names on both sides: losses, the judge with its reasons, assertions', async () => {
    await trackResult(trackedResult(), await start());
    const [before, after] = sidesOf(server);
    const [row, second, third, fourth] = trackedSection().conversations;
    expect(before?.rows[0]?.scores).toEqual({
      nll: row?.base,
      nll_per_token: (row?.base ?? 0) / (row?.tokens ?? 0),
      'judge/relevance': [5, 'to the point'],
      'judge/pairwise': [1, 'it names the berth / the other one invents a price'],
    });
    expect(after?.rows[0]?.scores).toEqual({
      nll: row?.candidate,
      nll_per_token: (row?.candidate ?? 0) / (row?.tokens ?? 0),
      'judge/relevance': [4, 'to the point'],
      'judge/pairwise': [0, 'it names the berth / the other one invents a price'],
      'assertions/signs-off': 1,
    });
    expect(after?.rows[0]?.trace).toMatchObject({
      input: { prompt: 'Question row-1' },
      output: { nll: row?.candidate, tokens: row?.tokens, answer: 'After row-1' },
    });
    expect(before?.rows[0]?.trace.output.answer).toBe('Before row-1');
    // Two orders that disagree are a tie; the second row fails the assertion; what the judge failed at has no score.
    expect(after?.rows[1]?.scores).toMatchObject({
      nll: second?.candidate,
      'judge/pairwise': [0.5, expect.any(String)],
      'assertions/signs-off': 0,
    });
    expect(Object.keys(after?.rows[2]?.scores ?? {})).toEqual([
      'nll',
      'nll_per_token',
      'assertions/signs-off',
    ]);
    expect(before?.rows[2]?.scores).toMatchObject({
      nll: third?.base,
      'judge/relevance': [4, 'to the point'],
    });
    expect(after?.rows[3]?.scores).toEqual({ nll: fourth?.candidate, nll_per_token: expect.any(Number) });
  });

  test('says with what settings, from which commits and pull request, how it was trained and how it ended', async () => {
    const result = trackedResult();
    await trackResult(result, await start());
    const [before, after] = sidesOf(server).map(({ experiment }) => experiment);
    const page = 'https://github.example/harbor/desk';
    const [section] = result.adapters;
    expect(after.metadata).toMatchObject({
      side: 'candidate',
      commit: { sha: result.head.sha, url: `${page}/commit/${result.head.sha}` },
      pull_request: `${page}/pull/12`,
      recipe: { training: { learning_rate: 2e-4 } },
      recipe_changes: section?.config,
      verdict: section?.verdict,
      training: { steps: 12, final_loss: section?.training.candidate.at(-1)?.loss, every_nth_step: 1 },
    });
    expect(after.metadata.training.curve).toEqual(section?.training.candidate);
    expect(before.metadata).toMatchObject({
      side: 'baseline',
      commit: { sha: result.base.sha },
      recipe: { training: { learning_rate: 1e-4 } },
      training: { steps: 10 },
    });
    expect(after.tags).toEqual(['lora-gate', 'harbor-desk', 'candidate', section?.verdict.outcome]);
    const scores = (experiment: { experiment_scores: { name: string; value: number }[] }) =>
      Object.fromEntries(experiment.experiment_scores.map(({ name, value }) => [name, value]));
    expect(scores(after)).toMatchObject({
      perplexity: section?.metrics[0]?.candidate,
      'assertions/signs-off': 2 / 3,
    });
    expect(scores(before)).toMatchObject({
      perplexity: section?.metrics[0]?.base,
      'assertions/signs-off': 1,
    });
  });

  test('needs no judge, no answers, no assertions and no address of a repository', async () => {
    const section = { ...trackedSection(), judge: null, answers: null, assertions: null };
    const result = { ...trackedResult([section]), source: null };
    expect(await trackResult(result, await start())).toMatchObject({ sent: true });
    expect(typeProblems(server.sent)).toEqual([]);
    const [, after] = sidesOf(server);
    expect(Object.keys(after?.rows[0]?.scores ?? {})).toEqual(['nll', 'nll_per_token']);
    expect(after?.experiment.metadata).toMatchObject({ pull_request: null, commit: { url: null } });
  });

  test('repeats no text of a row that holds a secret or personal data, and no judge’s word on it', async () => {
    const section = trackedSection();
    const { answers, conversations } = section;
    const hidden = (text: string) => ({
      ...answers,
      items: answers?.items.map((item) => ({
        ...item,
        withheld: true,
        prompt: text,
        reference: text,
        baseline: text,
        candidate: text,
      })),
    });
    for (const change of [
      { answers: hidden('hunter2') as typeof answers },
      { answers: null, conversations: conversations.map(({ preview: _, ...row }) => row) },
    ]) {
      await trackResult(trackedResult([{ ...section, ...change }]), await start());
      const sent = JSON.stringify(server.seen);
      expect(sent).not.toContain('hunter2');
      expect(sent).not.toContain('to the point');
      expect(sent).toContain('judge/relevance');
      server.close();
    }
  });

  test('sends no scores by answer where the result does not name all that failed', async () => {
    const section = trackedSection();
    const assertions = section.assertions?.map((each) => ({ ...each, failing: [] })) ?? null;
    await trackResult(trackedResult([{ ...section, assertions }]), await start());
    expect([...server.scores.values()].filter(({ name }) => name.startsWith('assertions/'))).toEqual([]);
  });

  test('comes in requests of at most 200 entries and a megabyte, and every long curve keeps its end', async () => {
    const section = trackedSection(450);
    const curve = Array.from({ length: 10_001 }, (_, i) => ({
      step: i + 1,
      loss: 1 / (i + 1),
      learning_rate: 1e-4,
    }));
    const items = section.answers?.items ?? [];
    const long = section.conversations.map((row) => ({
      ...items[0],
      ...row,
      prompt: '',
      reference: '',
      candidate: 'long '.repeat(1600),
      baseline: '',
    }));
    const result = trackedResult([
      {
        ...section,
        training: { baseline: curve, candidate: curve },
        answers: { max_new_tokens: 1, conversations: 450, items: long as typeof items },
      },
    ]);
    expect(await trackResult(result, await start())).toMatchObject({ sent: true });
    expect(server.traces.size).toBe(900);
    for (const { body } of server.seen) {
      const entries = body.items ?? body.traces ?? body.experiment_items ?? body.scores ?? [];
      expect(entries.length).toBeLessThanOrEqual(200);
      expect(JSON.stringify(body).length).toBeLessThan(1.1 * 2 ** 20);
    }
    const { training } = sidesOf(server)[1]?.experiment.metadata ?? {};
    expect(training.curve.length).toBeLessThanOrEqual(200);
    expect(training.curve.at(-1)).toEqual(curve.at(-1));
  });

  test('repeats nothing when it is sent again, at whichever request the first attempt broke off', async () => {
    await trackResult(trackedResult(), await start());
    const [whole, requests] = [server.state, server.seen.length];
    server.close();
    for (let broken = 0; broken < requests; broken += 1) {
      // The request is kept and its answer lost: the worst case.
      const target = await start();
      server.fault = (response, _, earlier) => {
        if (earlier.length === broken) response.destroy();
        return earlier.length === broken;
      };
      expect(await trackResult(trackedResult(), target, quick)).toMatchObject({ sent: false });
      expect(await trackResult(trackedResult(), target, quick)).toMatchObject({ sent: true });
      expect(server.state).toEqual(whole);
      server.close();
    }
  });
});

test('an adapter that its data keeps from being trained is one experiment that says why', async () => {
  const target = await start();
  const section = trackedSection();
  const untrained = { origin: 'not_trained', hash: null } as const;
  const reason = {
    name: 'data/secrets',
    expected: 'no such finding among the rows that the change brings in',
    actual: 'train.jsonl:25',
    passed: false,
    reason: 'train.jsonl:25: a key',
  };
  const blocked = {
    ...section,
    verdict: { outcome: 'not_evaluated', blocked: true, exit_code: 3 } as const,
    reasons: [reason],
    baseline: untrained,
    candidate: untrained,
    metrics: [],
    judge: null,
    answers: null,
    assertions: null,
    conversations: [],
    training: { baseline: [], candidate: [] },
    data_checks: {
      ...section.data_checks,
      counts: [{ check: 'secrets', severity: 'error', found: 1, brought_in: 1 } as const],
      blocking: 1,
    },
  };
  const sent = await trackResult({ ...trackedResult(), adapters: [blocked] }, target);
  expect(sent).toMatchObject({ sent: true, links: [{ adapter: section.name }] });
  const experiments = [...server.experiments.values()];
  expect(experiments).toHaveLength(1);
  expect(experiments[0]).toMatchObject({
    name: expect.stringMatching(/ candidate$/),
    tags: expect.arrayContaining(['not_evaluated']),
    metadata: { reasons: [reason], data_checks: { blocking: 1 } },
  });
  expect(server.traces.size).toBe(0);
  expect(typeProblems(server.sent)).toEqual([]);
});

describe('a server at fault gives a reason and no exception', () => {
  const always =
    (answer: (response: Parameters<Fault>[0]) => unknown): Fault =>
    (response) => {
      answer(response);
      return true;
    };

  test.each<[string, Fault]>([
    ['500', always((response) => response.writeHead(500).end('broken'))],
    ['429', always((response) => response.writeHead(429, { 'retry-after': '600' }).end())],
    ['401', always((response) => response.writeHead(401).end('{"message":"no such key"}'))],
    ['echoes the key', always((response) => response.writeHead(400).end('bad key-123'))],
    [
      'echoes the key behind much else',
      always((response) => response.writeHead(400).end(`${'x'.repeat(470)} key-123`)),
    ],
    [
      'no JSON',
      always((response) => response.writeHead(200, { 'content-type': 'application/json' }).end('<html>')),
    ],
    ['slow', always(() => undefined)],
    ['cut', always((response) => response.destroy())],
  ])('%s', async (_, fault) => {
    const tracked = await trackResult(trackedResult(), await start(fault), quick);
    expect(tracked).toEqual({ sent: false, reason: expect.stringMatching(/\S/) });
    for (const part of ['key-123', 'key-12', 'key-1']) expect(JSON.stringify(tracked)).not.toContain(part);
  });

  test('refused', async () => {
    const target = { ...(await start()), url: 'http://127.0.0.1:9/api' };
    expect(await trackResult(trackedResult(), target, quick)).toMatchObject({ sent: false });
  });

  test('busy once: it is asked again', async () => {
    const target = await start((response, _, earlier) => {
      if (earlier.length === 3) response.writeHead(503).end();
      return earlier.length === 3;
    });
    expect(await trackResult(trackedResult(), target, { timeoutSeconds: 5, maxRetries: 2 })).toMatchObject({
      sent: true,
    });
  });

  test.each<[string, Fault]>([
    [
      'slow at every request, within its own limit',
      async () => {
        await setTimeout(400);
        return false;
      },
    ],
    [
      'an answer that never ends',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const trickle = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(trickle));
        return true;
      },
    ],
    [
      'busy for ever',
      (response) => {
        response.writeHead(429, { 'retry-after': '1' }).end();
        return true;
      },
    ],
  ])('ends after so many seconds in all: %s', async (_, fault) => {
    const target = await start(fault);
    const started = performance.now();
    const tracked = await trackResult(trackedResult(), target, { totalSeconds: 1, maxRetries: 50 });
    expect(tracked).toEqual({ sent: false, reason: 'not done within 1 seconds' });
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('an interruption ends it at once', async () => {
    const abort = new AbortController();
    const target = await start(() => true);
    void setTimeout(100).then(() => abort.abort(new Error('enough')));
    expect(await trackResult(trackedResult(), target, { signal: abort.signal })).toEqual({
      sent: false,
      reason: 'enough',
    });
  });

  test('another host that it points to gets no key', async () => {
    const other = await OpikServer.start();
    const target = await start((response, { at }) => {
      response
        .writeHead(307, { location: `${other.url.replace('127.0.0.1', 'localhost')}${at.split(' ')[1]}` })
        .end();
      return true;
    });
    await trackResult(trackedResult(), target, quick);
    expect(JSON.stringify(other.seen)).not.toContain('key-123');
    other.close();
  });
});

test('an API that is not below the pages has its own redirect as link', async () => {
  const target = await start();
  const tracked = await trackResult(trackedResult(), { ...target, url: `${target.url}/private-api/` }, quick);
  expect(tracked).toMatchObject({ sent: false });
  const proxied = await start((_response, request) => {
    request.at = request.at.replace('/opik', '');
    return false;
  });
  const sent = await trackResult(
    trackedResult(),
    { ...proxied, url: proxied.url.replace(/\/api$/, '/opik') },
    quick,
  );
  expect(sent.sent && sent.links[0]?.url).toMatch(
    /\/opik\/v1\/session\/redirect\/experiments\/\?experiment_id=/,
  );
});

test('ids are version 7 and differ with their parts', () => {
  expect(stableId(0, 'a')).toMatch(/^0{8}-0{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(stableId(0, 'a', 'b')).not.toBe(stableId(0, 'ab'));
});
