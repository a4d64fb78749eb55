/** The parts of the stand-in that read a request and cut a listing into pages. */

import type { IncomingMessage } from 'node:http';
import type { Token } from './stand-in.ts';
import type { Answer, Route } from './stand-in-routes.ts';

export async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>);
}

/** One page of a listing, and the header that tells of the others. */
export function paged(
  { list }: Answer,
  query: URLSearchParams,
  address: string,
): { body: unknown; link?: string } {
  if (!list) return { body: undefined };
  const size = Math.min(100, Number(query.get('per_page') ?? 30));
  const page = Number(query.get('page') ?? 1);
  const items = list.items.slice((page - 1) * size, page * size);
  const body = list.wrap ? list.wrap(items, list.items.length) : items;
  if (page * size >= list.items.length) return { body };
  const next = new URLSearchParams(query);
  next.set('page', String(page + 1));
  return { body, link: `<${address}?${next}>; rel="next"` };
}

/** Whether a token may ask for a route; GitHub says which permission it had expected. */
export function permitted({ needs }: Route, { permissions }: Pick<Token, 'permissions'>): boolean {
  if (!needs || !permissions) return true;
  return needs.some(([name, level]) => permissions[name] === 'write' || permissions[name] === level);
}
