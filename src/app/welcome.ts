/**
 * Greets a repository that the App was installed in, once, where whoever runs the app asks for it: an issue that says what is needed, or
 * a pull request with the workflow. What is there is looked for first, open or closed, so that a delivery that comes twice and a process
 * that dies between two calls write nothing a second time.
 */

import { messageOf, UserError } from '../errors.ts';
import { explained, hasStatus } from '../github/api-error.ts';
import { isLogin } from '../github/own-login.ts';
import type { Desk } from './desk.ts';
import {
  isWelcome,
  WELCOME_TITLE,
  welcomeIssue,
  welcomePullRequest,
  welcomeWorkflow,
} from './welcome-text.ts';

const BRANCH = 'lora-gate/welcome';

interface Written {
  user: { login: string } | null;
  body?: string | null | undefined;
}

/** Undefined where GitHub says that there is no such thing. */
async function orNone<T>(work: () => Promise<T>, ...statuses: number[]): Promise<T | undefined> {
  try {
    return await work();
  } catch (thrown) {
    if (hasStatus(thrown, ...statuses)) return undefined;
    throw thrown;
  }
}

/** The text of the workflow at a branch; undefined where it has none. */
async function workflowAt({ client, repository, workflow }: Desk, ref: string): Promise<string | undefined> {
  return orNone(async () => {
    const path = `.github/workflows/${workflow}`;
    const { data } = await client.rest.repos.getContent({ ...repository, path, ref });
    return !Array.isArray(data) && data.type === 'file'
      ? Buffer.from(data.content, 'base64').toString('utf8')
      : '';
  }, 404);
}

const isOurs = ({ self }: Desk, { user, body }: Written) => isLogin(user?.login, self) && isWelcome(body);

async function writeIssue(desk: Desk, branch: string): Promise<void> {
  const { client, repository, self, workflow } = desk;
  await explained({ what: 'write the welcome', permission: 'issues: write' }, async () => {
    const pages = client.paginate.iterator(client.rest.issues.listForRepo, {
      ...{ ...repository, creator: self, state: 'all', per_page: 100 },
    });
    for await (const { data } of pages) if (data.some((one) => isOurs(desk, one))) return;
    const body = welcomeIssue(workflow, branch);
    await client.rest.issues.create({
      ...{ ...repository, title: WELCOME_TITLE, body, request: { retries: 0 } },
    });
    desk.logger.info('welcomed by an issue');
  });
}

async function writePullRequest(desk: Desk, branch: string): Promise<void> {
  const { client, repository, workflow, logger } = desk;
  const head = `${repository.owner}:${BRANCH}`;
  await explained(
    { what: 'write the welcome', permission: 'contents: write, workflows: write, pull-requests: write' },
    async () => {
      const asked = { ...repository, head, state: 'all' as const, per_page: 100 };
      const { data: pulls } = await client.rest.pulls.list(asked);
      if (pulls.some((one) => isOurs(desk, one))) return;
      const tip = await orNone(
        () => client.rest.git.getRef({ ...repository, ref: `heads/${branch}` }),
        404,
        409,
      );
      if (!tip) return logger.info('no welcome: the repository is empty');
      const { sha } = tip.data.object;
      // There already: this was begun before.
      await orNone(() => client.rest.git.createRef({ ...repository, ref: `refs/heads/${BRANCH}`, sha }), 422);
      const text = welcomeWorkflow(branch);
      const there = await workflowAt(desk, BRANCH);
      if (there !== undefined && there !== text)
        return logger.warn(`no welcome: the branch ${BRANCH} has another workflow`);
      if (there === undefined) {
        await client.rest.repos.createOrUpdateFileContents({
          ...{ ...repository, branch: BRANCH, path: `.github/workflows/${workflow}` },
          ...{ message: 'Add the workflow of lora-gate', content: Buffer.from(text).toString('base64') },
          request: { retries: 0 },
        });
      }
      await client.rest.pulls.create({
        ...{ ...repository, head: BRANCH, base: branch, title: 'Judge changes of training data' },
        ...{ body: welcomePullRequest(workflow), request: { retries: 0 } },
      });
      logger.info('welcomed by a pull request');
    },
  );
}

/** Nothing where the repository has the workflow already, or is archived. @throws UserError where the App may not write it */
export async function welcome(desk: Desk): Promise<void> {
  const { client, repository, logger } = desk;
  if (desk.welcome === 'off') return;
  const { data } = await client.rest.repos.get({ ...repository });
  if (data.archived || (desk.welcome === 'issue' && !data.has_issues)) return;
  const branch = data.default_branch;
  if ((await workflowAt(desk, branch)) !== undefined) return;
  try {
    await (desk.welcome === 'issue' ? writeIssue(desk, branch) : writePullRequest(desk, branch));
  } catch (thrown) {
    // A branch that no workflow can name: nobody waits for an answer.
    if (!(thrown instanceof UserError) || thrown.code !== 'init-option') throw thrown;
    logger.warn(`no welcome: ${messageOf(thrown)}`);
  }
}
