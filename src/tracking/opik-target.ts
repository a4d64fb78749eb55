/**
 * Which Opik server gets a result, and with which key. The configuration that is asked is the base commit's; an address that
 * only a result names is one that a stranger may have written, and gets no key.
 */

import type { TrackingConfig } from '../config/schema.ts';
import { UserError } from '../errors.ts';
import type { ResultTracking } from '../report/result-source.ts';

/** Opik's own hosted service: the SDK's default. */
export const OPIK_CLOUD = 'https://www.comet.com/opik/api';

export interface OpikTarget {
  /** Of the API, such as https://opik.example/api. */
  url: string;
  project: string;
  workspace: string;
  /** Empty for a server without accounts. */
  apiKey: string;
}

/** What the process environment says, as the entry read it. */
export interface OpikEnvironment {
  /** OPIK_API_KEY. */
  opikApiKey?: string | undefined;
  /** OPIK_URL_OVERRIDE. */
  opikUrl?: string | undefined;
  /** OPIK_WORKSPACE. */
  opikWorkspace?: string | undefined;
}

/** Where a run sends its result; a sentence that says what is missing where that is not known. */
export function runTarget(
  { project, workspace, url }: NonNullable<TrackingConfig['opik']>,
  { opikApiKey = '', opikUrl, opikWorkspace }: OpikEnvironment,
): OpikTarget | string {
  const address = url ?? (opikUrl || undefined) ?? (opikApiKey === '' ? undefined : OPIK_CLOUD);
  if (address === undefined) {
    return 'tracking.opik has no url and OPIK_API_KEY is not set: name your server under tracking.opik.url, or set the key of the hosted service';
  }
  const problem = addressProblem(address);
  if (problem !== undefined) return problem;
  return { url: address, project, workspace: workspace ?? (opikWorkspace || 'default'), apiKey: opikApiKey };
}

export interface TrackTarget {
  url?: string | undefined;
  project?: string | undefined;
  workspace?: string | undefined;
}

/**
 * Where a saved result goes: what was asked for, then the environment, then what the run wrote into it.
 * @throws UserError when nothing names a server or a project, or when only the result names the server that would get the key.
 */
export function savedTarget(
  asked: TrackTarget,
  { opikApiKey = '', opikUrl, opikWorkspace }: OpikEnvironment,
  saved: ResultTracking,
): OpikTarget {
  const trusted = asked.url ?? (opikUrl || undefined);
  const url = trusted ?? saved?.url ?? (opikApiKey === '' ? undefined : OPIK_CLOUD);
  const project = asked.project ?? saved?.project;
  if (url === undefined || project === undefined) {
    const missing = [
      ...(url === undefined ? ['--url'] : []),
      ...(project === undefined ? ['--project'] : []),
    ];
    throw new UserError(
      'tracking-target',
      `the result does not say where it goes: ${missing.join(' and ')} is missing`,
      {
        hint: 'Give the address of the API and a project: --url https://opik.example/api --project NAME.',
      },
    );
  }
  const problem = addressProblem(url);
  if (problem !== undefined) {
    throw new UserError('tracking-url', problem, {
      hint: 'Give the address of the API: --url https://opik.example/api.',
    });
  }
  if (trusted === undefined && opikApiKey !== '' && url !== OPIK_CLOUD) {
    throw new UserError('tracking-key', `only the result itself says that OPIK_API_KEY goes to ${url}`, {
      hint: `If that is your server, say so: --url ${url}.`,
    });
  }
  const workspace = asked.workspace ?? (opikWorkspace || undefined) ?? saved?.workspace ?? 'default';
  return { url, project, workspace, apiKey: opikApiKey };
}

function addressProblem(url: string): string | undefined {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return undefined;
  return 'the address of Opik is no http(s) address';
}
