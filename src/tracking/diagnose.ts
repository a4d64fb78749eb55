/** Whether Opik can be reached and takes the key: a page of its projects is asked for; nothing is written. */

import type { TrackingConfig } from '../config/schema.ts';
import { messageOf } from '../errors.ts';
import type { Diagnosis } from '../runtime/diagnosis.ts';
import { type OpikEnvironment, runTarget } from './opik-target.ts';

const TIMEOUT_MILLISECONDS = 20_000;

export async function diagnoseOpik(
  config: NonNullable<TrackingConfig['opik']>,
  env: OpikEnvironment,
): Promise<Diagnosis> {
  const name = 'Opik';
  const target = runTarget(config, env);
  if (typeof target === 'string') {
    return { name, ok: false, found: target, fix: 'set tracking.opik.url or OPIK_API_KEY' };
  }
  const { url, apiKey, workspace } = target;
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/v1/private/projects?size=1`, {
      headers: { 'Comet-Workspace': workspace, ...(apiKey !== '' && { Authorization: apiKey }) },
      // A key goes to the server that was named and nowhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    await response.body?.cancel();
    const { status } = response;
    if (status === 200) return { name, ok: true, found: `${url}, workspace ${workspace}` };
    const refused = status === 401 || status === 403;
    return {
      name,
      ok: refused ? false : 'warn',
      found: `${url} answers HTTP ${status}`,
      fix: refused
        ? 'set OPIK_API_KEY to a key of that server, and OPIK_WORKSPACE or tracking.opik.workspace to a workspace of the key'
        : 'check the address: that of the API, such as https://opik.example/api',
    };
  } catch (error) {
    const why = messageOf(error instanceof TypeError && error.cause !== undefined ? error.cause : error);
    const fix = 'check tracking.opik.url; a run goes on without Opik and says so';
    return { name, ok: 'warn', found: `${url}: ${why}`, fix };
  }
}
