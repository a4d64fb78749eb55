/**
 * An Opik server for tests, over HTTP: keeps what it is sent by id as the real one does, refuses what refers to nothing, and
 * fails where it is told to. Which types the bodies have is sdk-types.ts's matter.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SentBody } from './sdk-types.ts';

export const DATASET = '01900000-0000-7000-8000-000000000001';
export const PROJECT = '01900000-0000-7000-8000-000000000002';

// biome-ignore lint/suspicious/noExplicitAny: the bodies are what the tests look at
type Body = any;

export interface SeenRequest {
  /** `POST /v1/private/datasets`. */
  at: string;
  headers: IncomingMessage['headers'];
  body: Body;
}

/** Answers a request itself when it returns true. */
export type Fault = (
  response: ServerResponse,
  request: SeenRequest,
  earlier: readonly SeenRequest[],
) => boolean | Promise<boolean>;

const METHODS: Readonly<Record<string, string>> = {
  'POST /v1/private/datasets': 'datasets.createDataset',
  'POST /v1/private/datasets/retrieve': 'datasets.getDatasetByIdentifier',
  'PUT /v1/private/datasets/items': 'datasets.createOrUpdateDatasetItems',
  'POST /v1/private/experiments': 'experiments.createExperiment',
  'POST /v1/private/experiments/items': 'experiments.createExperimentItems',
  'POST /v1/private/traces/batch': 'traces.createTraces',
  'PUT /v1/private/traces/feedback-scores': 'traces.scoreBatchOfTraces',
};

export class OpikServer {
  readonly seen: SeenRequest[] = [];
  readonly datasets = new Set<string>();
  readonly items = new Map<string, Body>();
  readonly experiments = new Map<string, Body>();
  readonly traces = new Map<string, Body>();
  readonly records = new Map<string, Body>();
  /** By trace and name. */
  readonly scores = new Map<string, Body>();
  fault: Fault = () => false;
  private port = 0;
  private readonly server = createServer((request, response) => void this.take(request, response));

  static async start(fault?: Fault): Promise<OpikServer> {
    const made = new OpikServer();
    if (fault) made.fault = fault;
    await new Promise<void>((done) => made.server.listen(0, '127.0.0.1', done));
    made.port = (made.server.address() as AddressInfo).port;
    return made;
  }

  get url(): string {
    return `${this.page}/api`;
  }

  get page(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Every body with the method of the SDK that sends such; an unknown address is none. */
  get sent(): SentBody[] {
    return this.seen.map(({ at, body }) => ({ method: METHODS[at] ?? `unknown.${at}`, body }));
  }

  /** All that is kept, to compare before and after. */
  get state(): unknown {
    const { datasets, items, experiments, traces, records, scores } = this;
    return structuredClone({ datasets, items, experiments, traces, records, scores });
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const at = `${request.method} ${request.url?.replace(/^\/api/, '')}`;
    const seen = { at, headers: request.headers, body: text === '' ? null : JSON.parse(text) };
    const earlier = [...this.seen];
    this.seen.push(seen);
    if (await this.fault(response, seen, earlier)) return;
    const status = this.keep(seen);
    response.setHeader('content-type', 'application/json');
    if (status === 200)
      response.end(JSON.stringify({ id: DATASET, name: seen.body.dataset_name, project_id: PROJECT }));
    else response.writeHead(status).end();
  }

  private keep({ at, body }: SeenRequest): number {
    const all = (entries: Body[], isKnown: (entry: Body) => boolean, store: (entry: Body) => unknown) => {
      if (!entries.every(isKnown)) return 400;
      entries.forEach(store);
      return 204;
    };
    switch (METHODS[at]) {
      case 'datasets.createDataset':
        if (this.datasets.has(body.name)) return 409;
        this.datasets.add(body.name);
        return 201;
      case 'datasets.getDatasetByIdentifier':
        return this.datasets.has(body.dataset_name) ? 200 : 404;
      case 'datasets.createOrUpdateDatasetItems':
        if (!this.datasets.has(body.dataset_name)) return 404;
        return all(body.items, isVersion7, (item) => this.items.set(item.id, item));
      case 'experiments.createExperiment':
        if (!this.datasets.has(body.dataset_name) || !isVersion7(body)) return 400;
        if (this.experiments.has(body.id)) return 409;
        this.experiments.set(body.id, body);
        return 201;
      case 'traces.createTraces':
        return all(body.traces, isVersion7, (trace) => this.traces.set(trace.id, trace));
      case 'experiments.createExperimentItems':
        return all(
          body.experiment_items,
          (record) =>
            isVersion7(record) &&
            this.experiments.has(record.experiment_id) &&
            this.items.has(record.dataset_item_id) &&
            this.traces.has(record.trace_id),
          (record) => this.records.set(record.id, record),
        );
      case 'traces.scoreBatchOfTraces':
        return all(
          body.scores,
          ({ id }) => this.traces.has(id),
          (score) => this.scores.set(JSON.stringify([score.id, score.name]), score),
        );
      default:
        return 404;
    }
  }
}

function isVersion7({ id }: { id?: string }): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id ?? '');
}
