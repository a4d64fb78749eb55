/**
 * An OpenAI-compatible server on 127.0.0.1 that answers as it is told: a judge with a mind of its own, or failures of any kind.
 * It reads the prompt the way a model would: from the text alone.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  /** From 1. */
  number: number;
  at: number;
  headers: IncomingMessage['headers'];
  body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: { type: string };
    temperature?: number;
    max_tokens?: number;
  };
  /** What stands between the marks, by label. */
  data: Record<string, string>;
  code: string;
  kind: 'score' | 'compare';
}

export type Handler = (call: Call, response: ServerResponse) => unknown;

export interface ScriptedServer extends AsyncDisposable {
  url: string;
  calls: Call[];
  handle: Handler;
}

function read(messages: readonly { content: string }[]): Pick<Call, 'data' | 'code' | 'kind'> {
  const text = messages.at(-1)?.content ?? '';
  const code = /^\[([0-9a-f]{16}) begin /.exec(text)?.[1] ?? '';
  const data: Record<string, string> = {};
  for (const [, label, content] of text.matchAll(
    new RegExp(`\\[${code} begin ([^\\]]+)\\]\\n([\\s\\S]*?)\\n\\[${code} end \\1\\]`, 'g'),
  )) {
    data[label as string] = content as string;
  }
  return { data, code, kind: 'answer A' in data ? 'compare' : 'score' };
}

export async function startServer(handle: Handler): Promise<ScriptedServer> {
  const calls: Call[] = [];
  const scripted: Pick<ScriptedServer, 'handle'> = { handle };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as Call['body'];
      const call = {
        number: calls.length + 1,
        at: Date.now(),
        headers: request.headers,
        body,
        ...read(body.messages),
      };
      calls.push(call);
      void scripted.handle(call, response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return Object.assign(scripted, {
    url: `http://127.0.0.1:${port}/v1`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  });
}

/** A completion with `text`; 100 tokens of prompt and 20 of reply. */
export function complete(response: ServerResponse, text: string | null, more: object = {}): void {
  const {
    finish_reason = 'stop',
    message = {},
    ...rest
  } = more as { finish_reason?: string; message?: object };
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      id: 'x',
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices: [{ index: 0, finish_reason, message: { role: 'assistant', content: text, ...message } }],
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
      ...rest,
    }),
  );
}

export function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: object = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { message, type: 'error' } }));
}

const pairs = (text: string) => {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
};

/** F1 of the word pairs that two texts share: lower for other words, another order, a part, or something added. */
export function likeness(answer: string, reference: string): number {
  const [of, to] = [pairs(answer), pairs(reference)];
  const shared = of.filter((pair) => to.includes(pair)).length;
  return shared === 0 ? 0 : (2 * shared) / (of.length + to.length);
}

export const dimensionsOf = ({ body }: Call) =>
  [...(body.messages[0]?.content.matchAll(/^- ([a-z_]+): /gm) ?? [])].map(([, name]) => name as string);

export function scoreReply(call: Call, score: number, reason = 'by the words it shares'): string {
  const scores = Object.fromEntries(dimensionsOf(call).map((name) => [name, { reason, score }]));
  return JSON.stringify({ call: call.code, scores });
}

export const compareReply = ({ code }: Call, preferred: 'A' | 'B' | 'tie', reason = 'closer') =>
  JSON.stringify({ call: code, reason, preferred });

/** Judges by likeness to the reference, whatever an answer says of itself. */
export const honest: Handler = (call, response) => {
  const { data, kind } = call;
  const reference = data['reference answer'] ?? '';
  const of = (label: string) => likeness(data[label] ?? '', reference);
  if (kind === 'score') return complete(response, scoreReply(call, 1 + Math.round(4 * of('answer'))));
  const [a, b] = [of('answer A'), of('answer B')];
  return complete(response, compareReply(call, a === b ? 'tie' : a > b ? 'A' : 'B'));
};
