/** Whether the judge's endpoint answers and takes the key: it is asked for its models, which costs nothing. */

import type { JudgeConfig } from '../../config/schema.ts';
import { messageOf } from '../../errors.ts';
import type { Diagnosis } from '../../runtime/diagnosis.ts';
import { guardedFetch } from './guarded-fetch.ts';

type Endpoint = Extract<JudgeConfig, { provider: 'openai-compatible' }>;

const TIMEOUT_MILLISECONDS = 20_000;

export async function diagnoseJudge(
  { base_url, model, api_key_env }: Endpoint,
  keyOf: (variable: string) => string | undefined,
): Promise<Diagnosis> {
  const name = 'judge';
  const key = api_key_env === undefined ? undefined : keyOf(api_key_env);
  if (api_key_env !== undefined && !key) {
    const fix = `set ${api_key_env}; in a workflow: env: ${api_key_env}: \${{ secrets.${api_key_env} }} at the step`;
    return { name, ok: false, found: `${api_key_env} is not set`, fix };
  }
  if (key !== undefined && !/^[\x21-\x7e]+$/.test(key)) {
    const fix = 'set the variable to the key alone, without quotes or line ends';
    return { name, ok: false, found: `the key in ${api_key_env} has characters that no key has`, fix };
  }
  try {
    const response = await guardedFetch(`${base_url.replace(/\/+$/, '')}/models`, {
      headers: key === undefined ? {} : { Authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    return judged(name, response.status, model, api_key_env, await response.text());
  } catch (error) {
    const why = messageOf(error instanceof TypeError && error.cause !== undefined ? error.cause : error);
    return { name, ok: false, found: `${base_url}: ${why}`, fix: 'check judge.base_url and the network' };
  }
}

function judged(
  name: string,
  status: number,
  model: string,
  variable: string | undefined,
  body: string,
): Diagnosis {
  if (status === 401 || status === 403) {
    const fix =
      variable === undefined ? 'name its key with judge.api_key_env' : `put a valid key into ${variable}`;
    return { name, ok: false, found: `the endpoint refuses the key (HTTP ${status})`, fix };
  }
  if (status >= 400) {
    const fix = 'if it lists no models this is fine; else check judge.base_url, which mostly ends in /v1';
    return { name, ok: 'warn', found: `the endpoint is there, its /models answers HTTP ${status}`, fix };
  }
  const ids = modelIds(body);
  if (ids === undefined || ids.includes(model)) {
    return { name, ok: true, found: `${model}: the endpoint answers${ids ? ' and lists it' : ''}` };
  }
  const near = ids.slice(0, 5).map((id) => id.replace(/[^\x20-\x7e]/g, '').slice(0, 80));
  return {
    name,
    ok: 'warn',
    found: `the endpoint does not list ${model}`,
    fix: `judge.model; it lists ${near.join(', ')}`,
  };
}

function modelIds(body: string): string[] | undefined {
  try {
    const { data } = JSON.parse(body) as { data?: unknown };
    if (!Array.isArray(data)) return undefined;
    return data.flatMap((entry: { id?: unknown } | null) =>
      typeof entry?.id === 'string' ? [entry.id] : [],
    );
  } catch {
    return undefined;
  }
}
