/**
 * Sends a result to Opik: for each adapter its test set as a dataset, and on it one experiment for the baseline and one for
 * the candidate, which Opik's comparison shows side by side. Every write has an id that follows from the content, so that
 * sending again repeats nothing. A failure is an answer, never an exception: no verdict depends on a dashboard.
 */

import { setMaxListeners } from 'node:events';
import { devNull } from 'node:os';
import { messageOf } from '../errors.ts';
import type { Result } from '../report/result.ts';
import type { ResultConversation, ResultSection } from '../report/result-section.ts';
import {
  answersById,
  experimentMetadata,
  experimentName,
  experimentScores,
  experimentTags,
  itemData,
  placeOf,
  rowsOf,
  sidesOf,
  type TrackedSide,
} from './opik-experiment.ts';
import type { OpikTarget } from './opik-target.ts';
import { stableId } from './stable-id.ts';

export interface SendOptions {
  /** Of one request. */
  timeoutSeconds?: number;
  maxRetries?: number;
  /** Of everything together. */
  totalSeconds?: number;
  signal?: AbortSignal | undefined;
}

export interface TrackedLink {
  adapter: string;
  /** Candidate and baseline side by side. */
  url: string;
}

export type Tracked = { sent: true; links: TrackedLink[] } | { sent: false; reason: string };

const MOST_IN_A_REQUEST = 200;
/** The server takes four million bytes at once. */
const MOST_CHARACTERS = 2 ** 20;
/** Items outlive the runs that name them; their ids must not depend on the time of one. */
const ITEM_TIME = Date.UTC(2024, 0, 1);

async function connect({ url, project, workspace, apiKey }: OpikTarget) {
  // The SDK loads `.env` of the working folder, which may be a pull request's checkout, into the whole process.
  Object.assign(process.env, { DOTENV_CONFIG_PATH: devNull, DOTENV_CONFIG_QUIET: 'true' });
  const { disableLogger, Opik } = await import('opik');
  // It logs to standard output, which is the result's.
  disableLogger();
  return new Opik({ apiUrl: url, projectName: project, workspaceName: workspace, apiKey }).api;
}

type Api = Awaited<ReturnType<typeof connect>>;

/** Everything that one sending needs. */
interface Sending {
  api: Api;
  result: Result;
  target: OpikTarget;
  request: {
    timeoutInSeconds: number;
    maxRetries: number;
    workspaceName: string;
    abortSignal: AbortSignal;
  };
}

/** Sends all sections of a result; of an adapter that was not trained what is known of it, which is no score. */
export async function trackResult(
  result: Result,
  target: OpikTarget,
  options: SendOptions = {},
): Promise<Tracked> {
  const { totalSeconds = 60, timeoutSeconds = 20, maxRetries = 2 } = options;
  const deadline = AbortSignal.timeout(totalSeconds * 1000);
  const abortSignal = AbortSignal.any([deadline, ...(options.signal ? [options.signal] : [])]);
  // The SDK leaves a listener behind with each request.
  setMaxListeners(0, abortSignal);
  const request = {
    timeoutInSeconds: timeoutSeconds,
    maxRetries,
    workspaceName: target.workspace,
    abortSignal,
  };
  try {
    return { sent: true, links: await untilAborted(abortSignal, () => sendAll({ result, target, request })) };
  } catch (error) {
    const reason = deadline.aborted ? `not done within ${totalSeconds} seconds` : messageOf(error);
    return { sent: false, reason: withoutKey(reason, target.apiKey).replaceAll(/\s+/g, ' ').slice(0, 500) };
  }
}

/** Before it is cut: half of a key is one, too. */
function withoutKey(text: string, apiKey: string): string {
  return apiKey === '' ? text : text.replaceAll(apiKey, '***');
}

/** The SDK waits between its attempts, and a server may trickle: neither sees the signal in time. */
async function untilAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function sendAll({ result, target, request }: Omit<Sending, 'api'>): Promise<TrackedLink[]> {
  const sending = { api: await connect(target), result, target, request };
  const links: TrackedLink[] = [];
  for (const section of result.adapters) {
    const { test_sha256: test } = section.provenance;
    // Of an adapter whose data could not be read there is nothing to compare.
    if (test === null) continue;
    links.push({ adapter: section.name, url: await sendSection(sending, section, test) });
  }
  return links;
}

async function sendSection(sending: Sending, section: ResultSection, test: string): Promise<string> {
  const { api, target, request } = sending;
  const projectName = target.project;
  const datasetName = `lora-gate/${section.name}/${test.slice(0, 12)}`;
  const itemId = (row: ResultConversation) =>
    stableId(ITEM_TIME, target.workspace, projectName, datasetName, placeOf(row));
  await unlessThere(() => api.datasets.createDataset({ name: datasetName, projectName }, request));
  const dataset = await api.datasets.getDatasetByIdentifier({ datasetName, projectName }, request);
  // Any web server that answers 200 to everything would do until here.
  if (!dataset.id)
    throw new Error('the server answers, but not as Opik does: is this the address of its API?');
  const answers = answersById(section);
  const items = section.conversations.map((row) => ({
    id: itemId(row),
    source: 'sdk' as const,
    data: itemData(row, answers.get(placeOf(row))),
  }));
  for (const piece of pieces(items)) {
    await api.datasets.createOrUpdateDatasetItems({ datasetName, projectName, items: piece }, request);
  }
  const experiments: string[] = [];
  for (const side of sidesOf(section))
    experiments.push(await sendSide(sending, section, { side, datasetName, itemId }));
  return comparisonLink(target, { dataset: dataset.id, project: dataset.projectId, experiments });
}

interface SideParts {
  side: TrackedSide;
  datasetName: string;
  itemId: (row: ResultConversation) => string;
}

async function sendSide(
  { api, result, target, request }: Sending,
  section: ResultSection,
  { side, datasetName, itemId }: SideParts,
): Promise<string> {
  const projectName = target.project;
  const startTime = new Date(result.created_at);
  const { base, head } = result;
  const idOf = (...parts: string[]) =>
    stableId(
      startTime.getTime(),
      target.workspace,
      projectName,
      section.name,
      base.sha,
      head.sha,
      side,
      ...parts,
    );
  const experimentId = idOf();
  await unlessThere(() =>
    api.experiments.createExperiment(
      {
        id: experimentId,
        datasetName,
        projectName,
        name: experimentName(result, section, side),
        tags: experimentTags(section, side),
        metadata: experimentMetadata(result, section, side),
        experimentScores: experimentScores(section, side),
      },
      request,
    ),
  );
  const rows = rowsOf(section, side).map((row) => {
    const place = placeOf(row.conversation);
    return { ...row, traceId: idOf('trace', place), recordId: idOf('item', place) };
  });
  const traces = rows.map(({ traceId, input, output }) => ({
    id: traceId,
    projectName,
    name: `lora-gate ${section.name} ${side}`,
    startTime,
    endTime: startTime,
    source: 'experiment' as const,
    input,
    output,
  }));
  for (const piece of pieces(traces)) await api.traces.createTraces({ traces: piece }, request);
  const records = rows.map(({ recordId, traceId, conversation }) => ({
    id: recordId,
    experimentId,
    datasetItemId: itemId(conversation),
    traceId,
    projectName,
  }));
  for (const piece of pieces(records)) {
    await api.experiments.createExperimentItems({ experimentItems: piece }, request);
  }
  const scores = rows.flatMap(({ traceId, scores: own }) =>
    own.map((score) => ({ id: traceId, projectName, source: 'sdk' as const, ...score })),
  );
  for (const piece of pieces(scores)) await api.traces.scoreBatchOfTraces({ scores: piece }, request);
  return experimentId;
}

/** In order, each of at most so many entries and characters as one request may have. */
function* pieces<T>(all: readonly T[]): Generator<T[]> {
  let piece: T[] = [];
  let characters = 0;
  for (const one of all) {
    const length = JSON.stringify(one).length;
    if (piece.length === MOST_IN_A_REQUEST || (piece.length > 0 && characters + length > MOST_CHARACTERS)) {
      yield piece;
      piece = [];
      characters = 0;
    }
    piece.push(one);
    characters += length;
  }
  if (piece.length > 0) yield piece;
}

/** 409 says that an earlier attempt got this far. */
async function unlessThere(create: () => PromiseLike<unknown>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 409) throw error;
  }
}

interface Compared {
  dataset: string;
  /** Absent with servers from before projects had datasets. */
  project: string | undefined;
  experiments: readonly string[];
}

/** The page of both experiments; where the API is not below the pages, the API's own redirect to the candidate. */
function comparisonLink({ url, workspace }: OpikTarget, { dataset, project, experiments }: Compared): string {
  const api = url.replace(/\/+$/, '');
  if (!api.endsWith('/api')) {
    const query = new URLSearchParams({
      experiment_id: experiments.at(-1) ?? '',
      dataset_id: dataset,
      path: Buffer.from(url).toString('base64'),
    });
    return `${api}/v1/session/redirect/experiments/?${query}`;
  }
  const segments = [
    workspace,
    ...(project === undefined ? [] : ['projects', project]),
    'experiments',
    dataset,
  ];
  const page = segments.map(encodeURIComponent).join('/');
  return `${api.slice(0, -'/api'.length)}/${page}/compare?${new URLSearchParams({ experiments: JSON.stringify(experiments) })}`;
}
