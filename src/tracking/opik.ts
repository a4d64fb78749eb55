/**
 * Sends a result to Opik: for each adapter its test set as a dataset, and one experiment with the scores of each conversation.
 * Ids follow from the content, so that sending again repeats nothing. A failure is an answer, never an exception: no verdict
 * depends on a dashboard.
 */

import { createHash } from 'node:crypto';
import { devNull } from 'node:os';
import { messageOf } from '../errors.ts';
import type { Result } from '../report/result.ts';
import type { ResultConversation, ResultSection } from '../report/result-section.ts';

export interface OpikTarget {
  /** Of the API, such as https://opik.example/api. */
  url: string;
  project: string;
  workspace: string;
  /** Empty for a server without accounts. */
  apiKey: string;
  /** Of one request. */
  timeoutSeconds?: number;
  maxRetries?: number;
}

export type Tracked = { sent: true; links: string[] } | { sent: false; reason: string };

const ITEMS_A_REQUEST = 200;
/** Items outlive the runs that name them; their ids must not depend on the time of one. */
const ITEM_TIME = Date.UTC(2024, 0, 1);

/** A version 7 UUID, the only version Opik takes, whose random part is a digest of `parts`. */
export function stableId(time: number, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const stamp = time.toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(digest[3] as string, 16) % 4];
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}

async function connect({ url, project, workspace, apiKey }: OpikTarget) {
  // The SDK loads `.env` of the working folder, which may be a pull request's checkout, into the whole process.
  Object.assign(process.env, { DOTENV_CONFIG_PATH: devNull, DOTENV_CONFIG_QUIET: 'true' });
  const { Opik } = await import('opik');
  return new Opik({ apiUrl: url, projectName: project, workspaceName: workspace, apiKey }).api;
}

type Api = Awaited<ReturnType<typeof connect>>;
type DatasetItem = Parameters<Api['datasets']['createOrUpdateDatasetItems']>[0]['items'][number];

/** Sends all sections of a result. */
export async function trackResult(result: Result, target: OpikTarget): Promise<Tracked> {
  try {
    const api = await connect(target);
    const links: string[] = [];
    for (const section of result.adapters) {
      if (section.conversations.length > 0) links.push(await trackSection(api, result, section, target));
    }
    return { sent: true, links };
  } catch (error) {
    const text = messageOf(error).replaceAll(/\s+/g, ' ').slice(0, 500);
    return { sent: false, reason: target.apiKey === '' ? text : text.replaceAll(target.apiKey, '***') };
  }
}

async function trackSection(api: Api, result: Result, section: ResultSection, target: OpikTarget) {
  const { url, project: projectName } = target;
  const options = {
    timeoutInSeconds: target.timeoutSeconds ?? 20,
    maxRetries: target.maxRetries ?? 2,
    workspaceName: target.workspace,
  };
  const datasetName = `lora-gate/${section.name}/${section.provenance.test_sha256.slice(0, 12)}`;
  await unlessThere(() => api.datasets.createDataset({ name: datasetName, projectName }, options));
  const dataset = await api.datasets.getDatasetByIdentifier({ datasetName, projectName }, options);
  const itemId = (row: ResultConversation) =>
    stableId(ITEM_TIME, target.workspace, projectName, datasetName, row.file, String(row.line), row.id);
  for (const rows of pieces(section.conversations)) {
    await api.datasets.createOrUpdateDatasetItems(
      { datasetName, projectName, items: rows.map((row) => datasetItem(row, itemId(row))) },
      options,
    );
  }
  const created = Date.parse(result.created_at);
  const experimentId = stableId(created, projectName, section.name, result.base.sha, result.head.sha);
  const experimentName = `${section.name} ${result.head.sha.slice(0, 7)}`;
  await unlessThere(() =>
    api.experiments.createExperiment(
      {
        id: experimentId,
        datasetName,
        projectName,
        name: experimentName,
        metadata: metadataOf(result, section),
      },
      options,
    ),
  );
  for (const rows of pieces(section.conversations)) {
    const items = rows.map((row) => ({
      datasetItemId: itemId(row),
      evaluateTaskResult: { base_nll: row.base, candidate_nll: row.candidate, tokens: row.tokens },
      feedbackScores: scoresOf(row),
    }));
    await api.experiments.experimentItemsBulk({ experimentName, datasetName, experimentId, items }, options);
  }
  const query = new URLSearchParams({
    experiment_id: experimentId,
    dataset_id: dataset.id ?? '',
    path: Buffer.from(url).toString('base64'),
  });
  return `${url.replace(/\/+$/, '')}/v1/session/redirect/experiments/?${query}`;
}

function pieces<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / ITEMS_A_REQUEST);
  return Array.from({ length: count }, (_, i) => all.slice(i * ITEMS_A_REQUEST, (i + 1) * ITEMS_A_REQUEST));
}

/** 409 says that an earlier attempt got this far. */
async function unlessThere(create: () => PromiseLike<unknown>): Promise<void> {
  try {
    await create();
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode !== 409) throw error;
  }
}

/** The conversation's place, not its text: a dashboard has other readers than the repository. */
function datasetItem({ id, group, file, line }: ResultConversation, itemId: string): DatasetItem {
  return { id: itemId, source: 'sdk', data: { id, group, file, line } };
}

function scoresOf(row: ResultConversation) {
  const values = { nll_base: row.base, nll_candidate: row.candidate, nll_bare: row.bare };
  return Object.entries(values).flatMap(([name, value]) =>
    value === null ? [] : [{ name, value, source: 'sdk' as const }],
  );
}

function metadataOf({ base, head }: Result, section: ResultSection): Record<string, unknown> {
  const { verdict, metrics, config, data, provenance, cost, training } = section;
  const values = metrics.map(({ name, outcome, ...of }) => ({
    name,
    outcome,
    base: of.base,
    candidate: of.candidate,
    interval: of.interval,
  }));
  const commits = { base: base.sha, head: head.sha };
  return { commits, verdict, metrics: values, config, data, provenance, cost, training };
}
