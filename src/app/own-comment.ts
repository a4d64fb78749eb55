/** The stamp of our comment on a pull request, to see whether it tells what the check tells. */

import { explained } from '../github/api-error.ts';
import { isLogin } from '../github/own-login.ts';
import { isOfConfig, type RunStamp, readMarker } from '../github/run-stamp.ts';
import { CONFIG, type Desk } from './desk.ts';

export async function readOwnComment(desk: Desk, pull: number): Promise<RunStamp | undefined> {
  const { client, repository, self } = desk;
  const what = `read the comments of #${pull}`;
  const comments = await explained({ what, permission: 'pull-requests: read' }, () =>
    client.paginate(client.rest.issues.listComments, { ...repository, issue_number: pull, per_page: 100 }),
  );
  return comments
    .filter(({ user }) => isLogin(user?.login, self))
    .map(({ body }) => readMarker(body?.replaceAll('\r\n', '\n')))
    .find((stamp) => stamp !== undefined && isOfConfig(stamp, CONFIG));
}
