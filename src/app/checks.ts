/** The buttons of a check: "Re-run", for one check or all, and "Explain". Who sees them can write; GitHub shows them to nobody else. */

import { explained, hasStatus } from '../github/api-error.ts';
import { findPullRequests } from '../github/pull-request.ts';
import { decodeStamp } from '../github/run-stamp.ts';
import { replyOnce } from './comments.ts';
import type { Desk } from './desk.ts';
import { explain } from './explain.ts';
import { readScene } from './scene.ts';

/** The check's own stamp is what the repetition comes after: repeating twice is repeating once. */
export async function answerCheck(desk: Desk, id: number, action: 'rerequested' | 'explain'): Promise<void> {
  const { client, repository, self } = desk;
  const check = await explained({ what: `read check ${id}`, permission: 'checks: read' }, async () => {
    try {
      return (await client.rest.checks.get({ ...repository, check_run_id: id })).data;
    } catch (thrown) {
      if (hasStatus(thrown, 404)) return undefined;
      throw thrown;
    }
  });
  const stamp = decodeStamp(check?.external_id);
  if (!check || !stamp || `${check.app?.slug}[bot]` !== self) return;
  for (const { number } of await findPullRequests(client, repository, check.head_sha)) {
    if (action === 'rerequested') {
      desk.enqueue({ kind: 'pull', pull: number, wish: { order: stamp.runId + 1, kind: 'run' } });
      continue;
    }
    const { checks } = await readScene(desk, number);
    await replyOnce(desk, number, `check-${id}`, [explain(checks.find((one) => one.id === id))]);
  }
}

/** "Re-run all checks". */
export async function answerSuite(desk: Desk, headSha: string): Promise<void> {
  for (const { number } of await findPullRequests(desk.client, desk.repository, headSha)) {
    const [latest] = (await readScene(desk, number)).checks;
    const order = (latest?.stamp.runId ?? 0) + 1;
    desk.enqueue({ kind: 'pull', pull: number, wish: { order, kind: 'run' } });
  }
}
