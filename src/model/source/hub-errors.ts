/**
 * What is asked of the hub, and what its refusals mean in words that say what to do. Makes no request itself.
 */

import { HubApiError } from '@huggingface/hub';
import { messageOf, UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { HubRefusal } from './hub-download.ts';

export interface HubModelOptions {
  /** $HF_HOME: the cache is its `hub` folder. */
  hfHome: string;
  hfToken?: string | undefined;
  hubUrl?: string | undefined;
  retryDelayMs?: number | undefined;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

export interface HubRequest {
  id: string;
  revision: string;
  hubUrl: string;
  cache: string;
  options: HubModelOptions;
}

/** What the hub refused, in words that say what to do. */
function refused({ id, revision, hubUrl, options }: HubRequest, status: number, code: string): UserError {
  const page = `${hubUrl}/${id}`;
  if (code === 'RevisionNotFound' || (status === 404 && code !== 'RepoNotFound' && revision !== 'main')) {
    return new UserError('hub-revision-not-found', `${id} has no revision "${revision}"`, {
      hint: `See ${page}/commits/main for the revisions there are.`,
    });
  }
  const gated = code === 'GatedRepo' || status === 403;
  if (gated || (status === 401 && code !== 'RepoNotFound')) {
    return new UserError(
      'hub-gated',
      `${id}: access is refused (status ${status}); the model is gated or private`,
      {
        hint: options.hfToken
          ? `Accept the licence at ${page} with the account that HF_TOKEN belongs to.`
          : `Accept the licence at ${page}, then set HF_TOKEN to an access token of that account.`,
      },
    );
  }
  if (status === 404 || status === 401) {
    return new UserError('hub-not-found', `${id} is not on the hub`, {
      hint: `Check the spelling at ${page}; a private model needs HF_TOKEN.`,
    });
  }
  return new UserError('hub-failed', `${id}: the hub answered with status ${status}`, {
    hint: 'Try again later.',
  });
}

/** Whether an answer never came, or came from a broken server: the cache may stand in. */
export function isNetworkFailure(error: unknown): boolean {
  if (error instanceof HubApiError) return error.statusCode >= 500;
  // what fetch throws when there is no connection; its cause says why
  return error instanceof TypeError && error.cause !== undefined;
}

/** What a call to the hub threw, as a UserError if it was a refusal. */
export function explain(request: HubRequest, error: unknown, lastCode: string): unknown {
  request.options.signal?.throwIfAborted();
  if (error instanceof HubRefusal) return refused(request, error.status, error.code);
  if (!(error instanceof HubApiError) || isNetworkFailure(error)) return error;
  return refused(request, error.statusCode, lastCode);
}

/** Neither the hub nor the cache has it. */
export function unreachable({ id, hubUrl }: HubRequest, error: unknown): UserError {
  const cause = error instanceof Error && error.cause ? `: ${messageOf(error.cause)}` : '';
  return new UserError(
    'hub-unreachable',
    `${hubUrl} cannot be reached (${messageOf(error)}${cause}), and ${id} is not in the cache`,
    {
      hint: 'Check the network, or name a local folder or a GGUF file.',
      cause: error,
    },
  );
}
