/** Whether a model can be had, found out without fetching its weights. Mends nothing. */

import path from 'node:path';
import { execa } from 'execa';
import { modelKind } from '../../config/model-reference.ts';
import { messageOf, UserError } from '../../errors.ts';
import type { Diagnosis } from '../../runtime/diagnosis.ts';
import { parsePipSpec } from './pip.ts';

export interface ModelAccessOptions {
  /** Folder of the checkout, which relative paths are relative to. */
  baseDir: string;
  hfToken?: string | undefined;
  hubUrl?: string | undefined;
  exists: (file: string) => Promise<boolean>;
}

const TIMEOUT_MILLISECONDS = 20_000;

/** One line for the model that `spec` names. */
export async function diagnoseModel(spec: string, options: ModelAccessOptions): Promise<Diagnosis> {
  const name = 'model';
  try {
    const kind = modelKind(spec);
    if (kind === 'pip') return await pipModel(spec, name);
    if (kind === 'hub') return await hubModel(spec, name, options);
    if (await options.exists(path.resolve(options.baseDir, spec))) {
      return { name, ok: true, found: `${spec} is on this machine` };
    }
    const fix = 'put the model there, or correct `model` in the configuration';
    return { name, ok: false, found: `${spec} does not exist`, fix };
  } catch (error) {
    const hint = error instanceof UserError ? error.hint : undefined;
    const fix = hint ?? 'check the network; a model that is in the cache already is used without it';
    return { name, ok: 'warn', found: `${spec}: ${reason(error)}`, fix };
  }
}

/** `fetch` says only that it failed; its cause says why. */
function reason(error: unknown): string {
  return messageOf(error instanceof TypeError && error.cause !== undefined ? error.cause : error);
}

async function hubModel(spec: string, name: string, options: ModelAccessOptions): Promise<Diagnosis> {
  const { hubUrl = 'https://huggingface.co', hfToken } = options;
  const [id = '', revision = 'main'] = spec.split('@');
  // A HEAD of the smallest file that a gated model guards: the right to it is the right to the weights.
  const response = await fetch(`${hubUrl}/${id}/resolve/${encodeURIComponent(revision)}/config.json`, {
    method: 'HEAD',
    redirect: 'manual',
    headers: hfToken ? { Authorization: `Bearer ${hfToken}` } : {},
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  const { status } = response;
  if (status < 400) return { name, ok: true, found: `${spec}: the hub lets us read it` };
  const code = response.headers.get('X-Error-Code') ?? '';
  const found = `${spec}: the hub answers ${status}${code && ` (${code})`}`;
  if (code === 'GatedRepo' || status === 403 || (status === 401 && code !== 'RepoNotFound')) {
    const account = hfToken ? 'with the account of HF_TOKEN' : 'and set HF_TOKEN to a token of that account';
    return { name, ok: false, found, fix: `accept the licence at ${hubUrl}/${id} ${account}` };
  }
  if (status < 500) {
    return {
      name,
      ok: false,
      found,
      fix: 'check the spelling and the revision; a private model needs HF_TOKEN',
    };
  }
  return { name, ok: 'warn', found, fix: 'try again later' };
}

async function pipModel(spec: string, name: string): Promise<Diagnosis> {
  const { name: wanted, version } = parsePipSpec(spec);
  const args = ['-m', 'pip', 'index', 'versions', '--disable-pip-version-check', wanted];
  const { failed, stdout, stderr } = await execa('python3', args, {
    reject: false,
    timeout: TIMEOUT_MILLISECONDS,
  });
  if (failed) {
    const said = stderr.trim().split('\n').at(-1) || 'python3 does not run';
    const fix = 'check Python, pip and the package index that pip is configured with';
    return { name, ok: 'warn', found: `${wanted}: ${said.slice(0, 200)}`, fix };
  }
  const versions = /^Available versions: (.*)$/m.exec(stdout)?.[1]?.split(', ') ?? [];
  if (versions.includes(version)) return { name, ok: true, found: `pip finds ${wanted} ${version}` };
  const found = `pip finds no ${wanted} ${version}`;
  return {
    name,
    ok: false,
    found,
    fix: `there are ${versions.slice(0, 5).join(', ') || 'none'}: correct \`model\``,
  };
}
