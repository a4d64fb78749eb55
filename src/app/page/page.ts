/**
 * The page's addresses: `/`, the login and its end. Decides who gets which part and with which headers; the parts themselves,
 * the login and the reading are in the other files of this folder.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { messageOf } from '../../errors.ts';
import { createGithubClient } from '../../github/client.ts';
import type { Logger } from '../../log.ts';
import { styleAssets } from '../../report/html/assets.ts';
import { type Html, html } from '../../report/html/html.ts';
import { createLogin, type Login } from './login.ts';
import type { LoginSettings } from './page-settings.ts';
import {
  type AppStatus,
  messagePart,
  pageDocument,
  repositoryList,
  repositoryPart,
  statusPart,
} from './render.ts';
import { readRuns, readViewer, type VisibleRepository } from './runs.ts';

export interface PageOptions {
  /** null: the page shows the status alone. */
  login: LoginSettings | null;
  status: () => AppStatus;
  logger: Logger;
  now?: () => number;
}

/** Whether the request was for the page and has been answered. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Of the repositories pushed to last, on the first page. */
const SHOWN_REPOSITORIES = 3;
const SHOWN_PULLS = 10;
/** On the page of one repository. */
const MOST_PULLS = 40;
/** For all that a page asks GitHub. */
const MOST_MILLISECONDS = 20_000;
/** Viewers whose page is being read from GitHub; others are asked to come back. */
const MOST_AT_ONCE = 8;

interface Answer {
  status: number;
  title: string;
  body: Html;
  viewer?: string;
  cookies?: string[];
}

const failed = (status: number, text: string, cookies?: string[]): Answer => ({
  status,
  title: 'lora-gate',
  body: messagePart(text),
  ...(cookies && { cookies }),
});

const isUnauthorized = (thrown: unknown) => (thrown as { status?: unknown } | null)?.status === 401;

export function createPage({ login: settings, status, logger, now }: PageOptions): PageHandler {
  const login = settings && createLogin(settings, now ? { now } : {});
  const { style, source } = styleAssets();
  const headers = {
    'content-security-policy': `default-src 'none'; style-src ${source}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
  let reading = 0;

  function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
    const { title, viewer, body, cookies = [] } = answer;
    const text = pageDocument({ style, title, ...(viewer !== undefined && { viewer }) }, body);
    response.writeHead(answer.status, {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
      ...(answer.status === 503 && { 'retry-after': '5' }),
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  }

  function redirect(response: ServerResponse, location: string, cookies: string[]): void {
    response.writeHead(302, { ...headers, location, 'set-cookie': cookies }).end();
  }

  async function viewed(
    token: string,
    { apiUrl, appId }: LoginSettings,
    wanted: string | null,
  ): Promise<Answer> {
    const signal = AbortSignal.timeout(MOST_MILLISECONDS);
    const client = createGithubClient({ token, apiUrl, logger, signal });
    const { login: viewer, repositories } = await readViewer(client);
    const part = async (repository: VisibleRepository, place: number, most: number) => {
      const runs = await readRuns(client, repository, { appId, most }).catch((thrown: unknown) => {
        if (isUnauthorized(thrown)) throw thrown;
        logger.warn(`page: the runs of a repository cannot be read: ${messageOf(thrown)}`);
        return null;
      });
      return repositoryPart(repository, runs, place);
    };
    if (wanted !== null) {
      // Only what GitHub listed for this viewer: the name goes into addresses of the API.
      const repository = repositories.find(({ fullName }) => fullName === wanted);
      if (!repository)
        return { ...failed(404, 'There is no such repository among those you may read.'), viewer };
      const body = html`<p><a href="/">All repositories</a></p>${await part(repository, 0, MOST_PULLS)}`;
      return { status: 200, title: `lora-gate: ${repository.fullName}`, body, viewer };
    }
    const parts = await Promise.all(
      repositories.slice(0, SHOWN_REPOSITORIES).map((one, place) => part(one, place, SHOWN_PULLS)),
    );
    return { status: 200, title: 'lora-gate', body: html`${repositoryList(repositories)}${parts}`, viewer };
  }

  async function start(request: IncomingMessage, query: URLSearchParams): Promise<Answer> {
    const token = login?.tokenOf(request);
    if (!settings || !login || token === undefined) {
      const body = statusPart(status(), login ? 'possible' : 'off');
      return { status: 200, title: 'lora-gate', body };
    }
    if (reading >= MOST_AT_ONCE) return failed(503, 'Many people are looking: try again in a few seconds.');
    reading++;
    try {
      return await viewed(token, settings, query.get('repository'));
    } catch (thrown) {
      if (isUnauthorized(thrown)) {
        return failed(401, 'GitHub no longer takes your login: log in again.', [login.forget()]);
      }
      logger.warn(`page: GitHub did not answer: ${messageOf(thrown)}`);
      return failed(502, 'GitHub did not answer. The results are on the pull requests.');
    } finally {
      reading--;
    }
  }

  async function endLogin(
    known: Login,
    request: IncomingMessage,
    response: ServerResponse,
    query: URLSearchParams,
  ): Promise<void> {
    const end = await known.end(request, query);
    if (end === 'refused') {
      send(request, response, failed(400, 'This login was not finished: begin again from the start page.'));
    } else if (end === 'unavailable') {
      send(request, response, failed(502, 'GitHub did not confirm the login: try again.'));
    } else redirect(response, end.location, end.cookies);
  }

  function logOut(known: Login, request: IncomingMessage, response: ServerResponse): void {
    // Browsers leave the cookie out of another site's request, so another site cannot log anybody out.
    const cookies = known.tokenOf(request) === undefined ? [] : [known.forget()];
    response.writeHead(303, { ...headers, location: '/', 'set-cookie': cookies }).end();
  }

  return async (request, response) => {
    const asked = request.url ?? '/';
    if (!URL.canParse(asked, 'http://page')) return false;
    const { pathname, searchParams } = new URL(asked, 'http://page');
    const method = request.method ?? 'GET';
    const ours = pathname === '/' || (login !== null && /^\/(login|login\/callback|logout)$/.test(pathname));
    if (!ours) return false;
    if (pathname === '/logout' ? method !== 'POST' : method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { ...headers, allow: pathname === '/logout' ? 'POST' : 'GET, HEAD' }).end();
      return true;
    }
    if (pathname === '/' || !login) send(request, response, await start(request, searchParams));
    else if (pathname === '/login') {
      const { location, cookies } = login.begin();
      redirect(response, location, cookies);
    } else if (pathname === '/logout') logOut(login, request, response);
    else await endLogin(login, request, response, searchParams);
    return true;
  };
}
