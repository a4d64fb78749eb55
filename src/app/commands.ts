/**
 * The commands of one comment: read from GitHub as it is now, with the writer's permission as it is now, done, and only then marked as
 * done by a reaction. A process that dies between finds the comment without one and does it again, which changes nothing more.
 */

import { explained, hasStatus } from '../github/api-error.ts';
import {
  COMMAND_USAGE,
  type Command,
  type CommandProblem,
  PREFIX,
  parseCommands,
} from '../github/commands.ts';
import { readHeadSince } from '../github/head-since.ts';
import { createPermissionCheck } from '../github/permission.ts';
import { readWaivers } from '../github/waivers.ts';
import { code, join, type Markdown, md } from '../report/markdown-escape.ts';
import { cancelPull } from './cancel.ts';
import { ACKNOWLEDGED, REFUSED, replyOnce } from './comments.ts';
import type { Desk } from './desk.ts';
import { explain } from './explain.ts';
import { settlePull } from './pull-request.ts';
import { readScene, type Scene } from './scene.ts';
import { answerSpotCheck } from './spot-check.ts';

interface Comment {
  id: number;
  url: string;
  by: { login: string; id: number };
  /** Seconds since 1970, by GitHub's clock. */
  at: number;
  commands: Command[];
  problems: CommandProblem[];
}

/** A reply where there is something to say; a refusal always has one. */
interface Outcome {
  refused?: true;
  reply?: Markdown;
}

const refusal = (reply: Markdown): Outcome => ({ refused: true, reply });

/** Undefined where it is gone, edited, not a person's own, or says nothing to us. */
async function readComment({ client, repository }: Desk, id: number): Promise<Comment | undefined> {
  return explained({ what: `read comment ${id}`, permission: 'pull-requests: read' }, async () => {
    try {
      const { data } = await client.rest.issues.getComment({ ...repository, comment_id: id });
      const { user, body, created_at, updated_at, html_url: url, performed_via_github_app: app } = data;
      if (user?.type !== 'User' || created_at !== updated_at || app) return undefined;
      const { commands, problems } = parseCommands(body ?? '');
      if (commands.length + problems.length === 0) return undefined;
      const by = { login: user.login, id: user.id };
      return { id, url, by, at: Math.floor(Date.parse(created_at) / 1000), commands, problems };
    } catch (thrown) {
      if (hasStatus(thrown, 404, 410)) return undefined;
      throw thrown;
    }
  });
}

const wrongHead = (sha: string, head: string) =>
  refusal(
    md`${code(sha)} is not the head of this pull request, which is ${code(head)}: read that one, and name it.`,
  );

async function run(scene: Scene, { at }: Comment, sha: string | null): Promise<Outcome> {
  const { desk, pull } = scene;
  if (!pull.open) return refusal(md`This pull request is closed.`);
  if (sha !== null && sha !== pull.headSha) return wrongHead(sha, pull.headSha);
  if (sha === null && pull.fromFork) {
    const command = code(`${PREFIX} run ${pull.headSha}`);
    return refusal(md`This change comes from a fork. Read it, then name the commit that may run: ${command}`);
  }
  await settlePull(desk, pull.number, { wish: { order: at, kind: 'run' } });
  return {};
}

/** Tells the verdict anew, and says why a waiver does not count. */
async function waive({ desk, pull, checks }: Scene, comment: Comment): Promise<Outcome> {
  const { client, repository } = desk;
  const { number, author, headSha } = pull;
  if (!pull.open) return refusal(md`This pull request is closed.`);
  const seenAt = checks.at(-1)?.startedAt ?? null;
  const headPushedAt = await readHeadSince(client, { ...repository, pull: number }, headSha, seenAt);
  const options = { pull: number, author: author ?? '', headSha, headPushedAt };
  const { ignored } = await readWaivers(client, repository, options);
  const why = ignored.find(({ url, why: reason }) => url === comment.url && !reason.endsWith('took it back'));
  if (why) return refusal(md`This does not count: ${why.why}`);
  await settlePull(desk, number, { wish: { order: comment.at, kind: 'publish' } });
  return {};
}

const help = (): Markdown =>
  join(
    Object.values(COMMAND_USAGE).map((usage) => code(`${PREFIX} ${usage}`)),
    md`<br>`,
  );

async function perform(desk: Desk, pull: number, comment: Comment, command: Command): Promise<Outcome> {
  if (command.kind === 'help') return { reply: help() };
  const scene = await readScene(desk, pull);
  switch (command.kind) {
    case 'explain':
      return { reply: explain(scene.checks[0]) };
    case 'spot-check': {
      const answer = await answerSpotCheck(scene, command.words, comment.at);
      if (answer === 'done') return {};
      return 'refused' in answer ? refusal(answer.refused) : answer;
    }
    case 'run':
      return run(scene, comment, command.sha);
    case 'rerun':
      return run(scene, comment, scene.pull.fromFork ? scene.pull.headSha : null);
    case 'cancel':
      return (await cancelPull(scene, comment.by.login))
        ? {}
        : refusal(md`Nothing is running for this head.`);
    case 'waive':
    case 'unwaive':
      return waive(scene, comment);
  }
}

/** Everybody may ask what can be asked; the rest is for people who can write now. */
const FOR_ALL: readonly string[] = ['help', 'explain'];

export async function answerComment(desk: Desk, pull: number, id: number): Promise<void> {
  const comment = await readComment(desk, id);
  if (!comment) return;
  const objection = createPermissionCheck(desk.client, desk.repository);
  const outcomes: Outcome[] = comment.problems.map(({ line, message }) =>
    refusal(md`Line ${line}: ${message}`),
  );
  // A second answer to the same question would cost requests and say nothing more.
  const asked = comment.commands.filter(
    ({ kind }, at, all) => !FOR_ALL.includes(kind) || all.findIndex((other) => other.kind === kind) === at,
  );
  for (const command of asked) {
    const why = FOR_ALL.includes(command.kind) ? null : await objection(comment.by);
    desk.logger.info(
      `#${pull}: ${command.kind} of ${comment.by.login}${why === null ? '' : ` refused: ${why}`}`,
    );
    outcomes.push(why === null ? await perform(desk, pull, comment, command) : refusal(md`${why}`));
  }
  const replies = outcomes.flatMap(({ reply }) => reply ?? []);
  if (replies.length > 0) await replyOnce(desk, pull, String(id), replies);
  const content = outcomes.some(({ refused }) => refused) ? REFUSED : ACKNOWLEDGED;
  await explained({ what: `react to comment ${id}`, permission: 'pull-requests: write' }, async () => {
    await desk.client.rest.reactions.createForIssueComment({ ...desk.repository, comment_id: id, content });
  });
}
