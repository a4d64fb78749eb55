/**
 * Webhook deliveries: read with a bound, verified against their signature, answered with 202 at once, and handed on. What they are for
 * is worked on later and read from GitHub anew, so a delivery that comes twice, late or out of order does no harm.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';

/** GitHub sends no larger ones. */
const MOST_BYTES = 25 * 2 ** 20;
const MOST_REMEMBERED = 10_000;

export const WEBHOOK_PATH = '/api/github/webhooks';

export interface Delivery {
  /** X-GitHub-Delivery. */
  id: string;
  /** X-GitHub-Event. */
  event: string;
  payload: unknown;
}

export type DeliveryOutcome =
  | 'accepted'
  | 'duplicate'
  | 'unsigned'
  | 'malformed'
  | 'too-large'
  | 'overloaded';

export interface DeliveriesOptions {
  verify: (body: string, signature: string) => Promise<boolean>;
  /** Only queues; false where there is no room. */
  accept: (delivery: Delivery) => boolean;
  /** For metrics: the event is `unknown` unless the signature was right. */
  onDelivery?: (event: string, outcome: DeliveryOutcome) => void;
}

/** Answers requests for its path; false for others. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).byteLength;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const header = (request: IncomingMessage, name: string) => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
};

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const STATUS: Record<DeliveryOutcome, [status: number, text: string]> = {
  accepted: [202, 'accepted'],
  duplicate: [202, 'known already'],
  unsigned: [401, 'the signature is not the one of this App’s webhook secret'],
  malformed: [400, 'expected a delivery of GitHub: headers, and a JSON object'],
  'too-large': [413, 'larger than any delivery of GitHub'],
  overloaded: [503, 'too much waits already'],
};

/** Ids in the order in which they came, the oldest forgotten first. */
function remembering(most: number) {
  const known = new Set<string>();
  return {
    has: (id: string) => known.has(id),
    add(id: string) {
      known.add(id);
      const [oldest] = known;
      if (known.size > most && oldest !== undefined) known.delete(oldest);
    },
  };
}

export function createDeliveries(options: DeliveriesOptions): RequestHandler {
  const { verify, accept, onDelivery = () => {} } = options;
  const known = remembering(MOST_REMEMBERED);

  async function judge(request: IncomingMessage): Promise<[event: string, outcome: DeliveryOutcome]> {
    const [id, event, signature] = ['x-github-delivery', 'x-github-event', 'x-hub-signature-256'].map(
      (name) => header(request, name),
    ) as [string, string, string];
    const body = await bodyOf(request);
    if (body === undefined) return ['unknown', 'too-large'];
    if (!signature || body === '' || !(await verify(body, signature))) return ['unknown', 'unsigned'];
    const payload = parse(body);
    if (!/^[\w-]{1,100}$/.test(id) || !/^\w{1,60}$/.test(event)) return ['unknown', 'malformed'];
    if (typeof payload !== 'object' || payload === null) return ['unknown', 'malformed'];
    if (known.has(id)) return [event, 'duplicate'];
    if (!accept({ id, event, payload })) return [event, 'overloaded'];
    known.add(id);
    return [event, 'accepted'];
  }

  return async (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (path !== WEBHOOK_PATH) return false;
    if (request.method !== 'POST') {
      response.writeHead(405, { allow: 'POST' }).end();
      return true;
    }
    const [event, outcome] = await judge(request);
    onDelivery(event, outcome);
    const [status, text] = STATUS[outcome];
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      connection: status === 413 ? 'close' : 'keep-alive',
    });
    response.end(`${text}\n`);
    return true;
  };
}
