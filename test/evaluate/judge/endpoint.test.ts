/** A real HTTP server on 127.0.0.1 that fails in every way an endpoint can, and what the judge makes of each. */

import { afterEach, describe, expect, it } from 'vitest';
import { createEndpointJudge } from '../../../src/evaluate/judge/endpoint.ts';
import { retryAfter } from '../../../src/evaluate/judge/http-failure.ts';
import type { ScoreQuestion } from '../../../src/evaluate/judge/question.ts';
import { type EndpointConfig, endpointConfig, example, rubrics } from './examples.ts';
import {
  complete,
  type Handler,
  refuse,
  type ScriptedServer,
  scoreReply,
  startServer,
} from './scripted-server.ts';

const KEY = 'sk-very-secret-4711';
const { messages, reference } = example(1);
const question: ScoreQuestion = { kind: 'score', messages, reference, rubrics, answer: reference };

const servers: ScriptedServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

async function judging(handle: Handler, more: Partial<EndpointConfig> = {}, signal?: AbortSignal) {
  const server = await startServer(handle);
  servers.push(server);
  const config = endpointConfig(server.url, { retries: 2, api_key_env: 'JUDGE_API_KEY', ...more });
  const judge = createEndpointJudge({ config, apiKey: KEY, signal, backoff: 5, longestWait: 3000 });
  return { server, judge, ask: () => judge.ask(question) };
}

const four: Handler = (call, response) => complete(response, scoreReply(call, 4));
/** The first answers of a server that gets well afterwards. */
const first =
  (times: number, ill: Handler): Handler =>
  (call, response) =>
    call.number <= times ? ill(call, response) : four(call, response);
const verdict = expect.objectContaining({ scores: { correctness: 4, style: 4 } });

describe('an endpoint that answers', () => {
  it('is asked at temperature 0 for a reply held to the schema, with the key as a bearer', async () => {
    const { server, ask, judge } = await judging(four);
    expect(await ask()).toEqual(verdict);
    const [call] = server.calls;
    expect(call!.body).toMatchObject({
      model: 'judge-1',
      temperature: 0,
      max_tokens: 1024,
      response_format: { type: 'json_schema' },
    });
    expect(call!.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(judge.usage()).toEqual({
      requests: 1,
      replies: 1,
      unreadable: 0,
      prompt_tokens: 100,
      completion_tokens: 20,
      spend: null,
    });
  });

  it.each(['json_object', 'text'])('only in the mode %s is asked in that from then on', async (works) => {
    const order = ['json_schema', 'json_object', 'text'];
    const { server, ask } = await judging((call, response) => {
      const mode = call.body.response_format?.type ?? 'text';
      if (order.indexOf(mode) < order.indexOf(works)) {
        return refuse(response, 400, `response_format of type ${mode} is not supported`);
      }
      return complete(response, `Gladly:\n\`\`\`json\n${scoreReply(call, 4)}\n\`\`\``);
    });
    expect(await ask()).toEqual(verdict);
    expect(await ask()).toEqual(verdict);
    const modes = server.calls.map(({ body }) => body.response_format?.type ?? 'text');
    expect(modes).toEqual([...order.slice(0, order.indexOf(works) + 1), works]);
  });

  it('that falls over a format it does not know is asked without it', async () => {
    const { server, ask } = await judging(
      (call, response) =>
        call.body.response_format ? refuse(response, 500, 'oops') : complete(response, scoreReply(call, 4)),
      { retries: 1 },
    );
    expect(await ask()).toEqual(verdict);
    expect(await ask()).toEqual(verdict);
    const modes = server.calls.map(({ body }) => body.response_format?.type ?? 'text');
    expect(modes).toEqual(['json_schema', 'json_schema', 'json_object', 'json_object', 'text', 'text']);
  });

  it.each([
    ['falls over every format', () => true],
    ['falls over a schema', (format: string) => format === 'json_schema'],
  ])('that %s still answers many that ask at once', async (_, fails) => {
    const { ask, judge } = await judging((call, response) => {
      const format = call.body.response_format?.type;
      return format !== undefined && fails(format) ? refuse(response, 500, 'oops') : four(call, response);
    });
    expect(await Promise.all(Array.from({ length: 8 }, ask))).toEqual(Array(8).fill(verdict));
    expect(judge.usage()).toMatchObject({ replies: 8 });
  });

  it('without a key in the configuration gets none', async () => {
    const server = await startServer(four);
    servers.push(server);
    const judge = createEndpointJudge({ config: endpointConfig(server.url), apiKey: undefined });
    expect(await judge.ask(question)).toEqual(verdict);
    expect(server.calls[0]!.headers.authorization).toBeUndefined();
  });

  it('counts tokens that the server does not, rather too many, and prices them', async () => {
    const spend = { limit: 100, input_per_million: 1000, output_per_million: 10_000 };
    const { ask, judge } = await judging(
      (call, response) => complete(response, scoreReply(call, 4), { usage: undefined }),
      { spend },
    );
    await ask();
    const { prompt_tokens, completion_tokens, spend: spent } = judge.usage();
    expect(prompt_tokens).toBeGreaterThan(300);
    expect(completion_tokens).toBeGreaterThan(20);
    expect(spent).toBeCloseTo(prompt_tokens / 1000 + completion_tokens / 100, 9);
  });
});

describe('a passing failure', () => {
  const ways: [string, Handler][] = [
    ['HTTP 429', (_, response) => refuse(response, 429, 'slow down')],
    ['HTTP 500', (_, response) => refuse(response, 500, 'oops')],
    ['HTTP 503 with a page', (_, response) => void response.writeHead(503).end('<html>busy</html>')],
    ['a connection that is dropped', (_, response) => response.socket?.destroy()],
    [
      'a body that is cut off',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 });
        response.write('{"choices": [{"mess');
        setTimeout(() => response.socket?.destroy(), 20);
      },
    ],
    ['a body that is not JSON', (_, response) => void response.writeHead(200).end('OK')],
    ['JSON that no such API answers', (_, response) => void response.writeHead(200).end('{"ok": true}')],
    ['no answer at all', () => undefined],
    [
      'a body that drips',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ];

  it.each(ways)('of %s is tried again', async (_, ill) => {
    const { server, ask } = await judging(first(1, ill));
    expect(await ask()).toEqual(verdict);
    expect(server.calls).toHaveLength(2);
  });

  it('that does not pass is told after the retries, and nothing more is asked after three such questions', async () => {
    const { server, ask } = await judging((_, response) => refuse(response, 503, 'maintenance'));
    const failure = { failure: 'unreachable', detail: 'HTTP 503: maintenance' };
    for (let i = 0; i < 3; i += 1) expect(await ask()).toEqual(failure);
    expect(server.calls).toHaveLength(9);
    expect(await ask()).toEqual({ ...failure, detail: 'HTTP 503: maintenance (not asked again)' });
    expect(server.calls).toHaveLength(9);
  });

  it('waits as long as the server asks, for all requests at once', async () => {
    const { server, judge } = await judging(
      first(1, (_, response) => refuse(response, 429, 'wait', { 'retry-after': '1' })),
    );
    const others = new Promise((later) => setTimeout(later, 200)).then(() => judge.ask(question));
    expect(await Promise.all([judge.ask(question), others])).toEqual([verdict, verdict]);
    const [begin, ...rest] = server.calls.map(({ at }) => at);
    expect(rest).toHaveLength(2);
    for (const at of rest) expect(at - begin!).toBeGreaterThanOrEqual(950);
  });

  it('with a wait longer than is worth it is not waited for', async () => {
    const { server, ask } = await judging((_, response) =>
      refuse(response, 429, 'quota', { 'retry-after': '86400' }),
    );
    expect(await ask()).toEqual({ failure: 'unreachable', detail: 'HTTP 429: quota' });
    expect(server.calls).toHaveLength(1);
  });

  it('reads retry-after as seconds, as a date and in milliseconds', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    expect(retryAfter({ 'retry-after': '7' }, now)).toBe(7000);
    expect(retryAfter({ 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, now)).toBe(30_000);
    expect(retryAfter({ 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT' }, now)).toBe(0);
    expect(retryAfter({ 'retry-after-ms': '250', 'retry-after': '7' }, now)).toBe(250);
    expect(retryAfter({ 'retry-after': 'soon' }, now)).toBeUndefined();
    expect(retryAfter({}, now)).toBeUndefined();
  });
});

describe('a lasting failure', () => {
  it('of a wrong key ends the asking, and the key is in no message', async () => {
    const { server, ask } = await judging((_, response) => refuse(response, 401, `no such key: ${KEY}`));
    expect(await ask()).toEqual({ failure: 'rejected', detail: 'HTTP 401: no such key: ***' });
    expect(await ask()).toMatchObject({ detail: 'HTTP 401: no such key: *** (not asked again)' });
    expect(server.calls).toHaveLength(1);
  });

  it('of one prompt that is too long is that prompt’s own', async () => {
    const { server, judge, ask } = await judging((call, response) =>
      (call.data.answer?.length ?? 0) > 1000
        ? refuse(response, 400, 'maximum context length')
        : four(call, response),
    );
    expect(await ask()).toEqual(verdict);
    const long = await judge.ask({ ...question, answer: 'x '.repeat(1000) });
    expect(long).toEqual({ failure: 'rejected', detail: 'HTTP 400: maximum context length' });
    expect(await ask()).toEqual(verdict);
    expect(server.calls).toHaveLength(3);
  });

  it.each([301, 302, 307, 308])('of a redirect (%d) carries the key nowhere else', async (status) => {
    const elsewhere = await startServer(four);
    servers.push(elsewhere);
    const { server, ask } = await judging((_, response) => {
      response.writeHead(status, { location: `${elsewhere.url}/chat/completions` }).end();
    });
    expect(await ask()).toEqual({
      failure: 'unreachable',
      detail: `the server redirects (HTTP ${status}), which is not followed`,
    });
    expect(server.calls).toHaveLength(1);
    expect(elsewhere.calls).toHaveLength(0);
  });

  it('of a body without end is cut short', async () => {
    let sent = 0;
    const { ask } = await judging(
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const piece = Buffer.alloc(2 ** 20, 32);
        const more = () => {
          sent += piece.length;
          if (sent < 200 * 2 ** 20 && response.writable) response.write(piece, more);
        };
        more();
      },
      { timeout_seconds: 20 },
    );
    expect(await ask()).toEqual({ failure: 'unreachable', detail: 'the response is larger than 4 MiB' });
    expect(sent).toBeLessThan(50 * 2 ** 20);
  });

  it('of a refusal is told as one', async () => {
    const { ask, server } = await judging((_, response) =>
      complete(response, null, { finish_reason: 'content_filter' }),
    );
    expect(await ask()).toEqual({ failure: 'refused', detail: 'the judge gave no text (content-filter)' });
    expect(server.calls).toHaveLength(1);
  });
});

describe('a reply that is no verdict', () => {
  const bad: [string, (call: Parameters<Handler>[0]) => string, string][] = [
    ['prose', () => 'It is a fine answer, four of five.', 'no JSON object in the reply'],
    [
      'of another schema',
      ({ code }) => JSON.stringify({ call: code, rating: 5 }),
      'no score for correctness',
    ],
    ['off the scale', (call) => scoreReply(call, 11), 'the score for correctness is not on the scale'],
    [
      'repeated from the answer',
      (call) => scoreReply({ ...call, code: 'deadbeefdeadbeef' }, 5),
      'the reply does not repeat the code of the call',
    ],
    ['a refusal in words', () => 'I cannot help with that.', 'no JSON object in the reply'],
  ];

  it.each(bad)('(%s) is asked for once more under another code, then told', async (_, text, detail) => {
    const { server, ask, judge } = await judging((call, response) => complete(response, text(call)));
    expect(await ask()).toEqual({ failure: 'unreadable', detail });
    const [one, two, ...more] = server.calls;
    expect(more).toEqual([]);
    expect(one!.code).not.toBe(two!.code);
    expect(judge.usage()).toMatchObject({ replies: 2, unreadable: 2 });
  });

  it('counts as unreadable even where the second one is read', async () => {
    const { ask, judge } = await judging(first(1, (_, response) => complete(response, '{"oops": 1}')));
    expect(await ask()).toEqual(verdict);
    expect(judge.usage()).toMatchObject({ replies: 2, unreadable: 1 });
  });

  it('because it was cut off says so', async () => {
    const { ask } = await judging((call, response) =>
      complete(response, scoreReply(call, 4).slice(0, 30), { finish_reason: 'length' }),
    );
    expect(await ask()).toEqual({ failure: 'unreadable', detail: 'the reply was cut off at 1024 tokens' });
  });
});

describe('the spend cap', () => {
  it('lets requests at once not pass it together, and is named', async () => {
    // A prompt of some 700 tokens by the count before it is sent, at most 64 of reply: one fits into 1000, two do not.
    const { server, judge } = await judging(four, { token_limit: 1000, max_output_tokens: 64 });
    const answers = await Promise.all(Array.from({ length: 4 }, () => judge.ask(question)));
    // The first alone, which takes 120 of them; of the other three, at once, one.
    expect(server.calls).toHaveLength(2);
    expect(answers.filter((answer) => 'failure' in answer)).toHaveLength(2);
    expect(answers[3]).toMatchObject({
      failure: 'spend_cap',
      detail: expect.stringContaining('judge.token_limit is 1000'),
    });
    // What was reserved and not used is free again.
    expect(await judge.ask(question)).toEqual(verdict);
  });

  it('in money stops before the request that could pass it', async () => {
    const spend = { limit: 0.5, input_per_million: 1000, output_per_million: 0 };
    const { server, judge } = await judging(four, { spend });
    // 100 tokens are 0.1 each time; some 0.7 is reserved.
    expect(await judge.ask(question)).toMatchObject({ failure: 'spend_cap' });
    expect(server.calls).toHaveLength(0);
    expect(judge.usage().spend).toBe(0);
  });

  it('books what was sent and never answered', async () => {
    const { judge } = await judging(() => undefined, { retries: 1 });
    expect(await judge.ask(question)).toEqual({
      failure: 'unreachable',
      detail: 'no whole response in time',
    });
    const once = judge.usage().prompt_tokens / 2;
    expect(once).toBeGreaterThan(300);
    // Both may have written their whole reply when we hung up.
    expect(judge.usage().completion_tokens).toBe(2 * 1024);
    expect(judge.usage().requests).toBe(2);
  });

  it('stops the repeats of one question as well', async () => {
    // Some 700 tokens of prompt and at most 64 of reply each time: four fit into 3200, the fifth does not.
    const ill: Handler = (_, response) => void response.writeHead(200).end('OK');
    const { server, judge } = await judging(ill, {
      retries: 9,
      token_limit: 3200,
      max_output_tokens: 64,
    });
    expect(await judge.ask(question)).toMatchObject({ failure: 'spend_cap' });
    const { prompt_tokens, completion_tokens } = judge.usage();
    expect(prompt_tokens + completion_tokens).toBeLessThanOrEqual(3200);
    expect(server.calls.length).toBeGreaterThanOrEqual(3);
    expect(server.calls.length).toBeLessThan(6);
  });
});

describe('an interruption', () => {
  it('ends a request that waits, at once', async () => {
    const stop = new AbortController();
    const { ask } = await judging(() => undefined, { timeout_seconds: 60 }, stop.signal);
    const started = performance.now();
    setTimeout(() => stop.abort(new Error('interrupted')), 100);
    await expect(ask()).rejects.toThrow('interrupted');
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('a key', () => {
  it.each(['', 'two words', 'line\nend', 'ключ'])('%j is refused before it is sent', (apiKey) => {
    const config = endpointConfig('http://127.0.0.1:1/v1', { api_key_env: 'JUDGE_API_KEY' });
    expect(() => createEndpointJudge({ config, apiKey })).toThrow('the key in JUDGE_API_KEY');
  });
});
