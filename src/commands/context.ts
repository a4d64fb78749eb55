/**
 * What every command gets from the entry: the environment read once, a logger, a signal that Ctrl-C aborts, and where
 * results go. Commands never touch the process.
 */

import type { CacheAccess } from '../adapter/store/cache-service.ts';
import type { Logger } from '../log.ts';
import {
  type LanguageModel,
  loadLanguageModel,
  loadModelText,
  type ModelText,
} from '../model/language-model.ts';
import type { BaseDtype } from '../model/load-weights.ts';
import type { ResolveOptions } from '../model/source/resolve.ts';
import type { ResultSource } from '../report/result-source.ts';
import { loadRuntime, type Runtime, type RuntimeChoice } from '../runtime/load.ts';
import type { AccelerateHost } from '../train/accelerate/train-accelerate.ts';

/** The parts of the process environment that commands use. */
export interface Environment {
  cacheDir: string;
  hfToken: string | undefined;
  hfHome: string | undefined;
  /** CUDA_VISIBLE_DEVICES. */
  cudaVisibleDevices: string | undefined;
  /** What the processes of `engine: accelerate` inherit, and how they find those of other machines. */
  launchVariables?: Readonly<Record<string, string>> | undefined;
  /** OPIK_API_KEY, OPIK_URL_OVERRIDE and OPIK_WORKSPACE. */
  opikApiKey?: string | undefined;
  opikUrl?: string | undefined;
  opikWorkspace?: string | undefined;
  /** The value of the variable that a configuration names as the judge's key. */
  judgeKey?: ((variable: string) => string | undefined) | undefined;
  /** LORA_GATE_STORE. */
  store?: string | undefined;
  /** Any variable by its name, for those of AWS. */
  variable?: ((name: string) => string | undefined) | undefined;
  /** The cache of the job that this is in. */
  actionsCache?: CacheAccess | undefined;
  /** Another hub than Hugging Face's. */
  hubUrl?: string | undefined;
  /** GITHUB_TOKEN or GH_TOKEN, and GITHUB_API_URL. */
  githubToken?: string | undefined;
  githubApiUrl?: string | undefined;
  /** Repository and pull request of the workflow run that this is. */
  source?: ResultSource | undefined;
  /** The words that start this program once more; absent where it is part of another. */
  program?: readonly string[] | undefined;
  /** Version of this program. */
  version: string;
}

/** Options that every command has. */
export interface GlobalOptions {
  runtime: RuntimeChoice;
  requireNative: boolean;
}

export interface CommandContext {
  env: Environment;
  options: GlobalOptions;
  logger: Logger;
  signal: AbortSignal;
  /** A result, on standard output. */
  print(text: string): void;
  /** The exit code when all has been done; 0 unless told. */
  setExitCode(code: number): void;
}

export function resolveOptions({ env, logger, signal }: CommandContext): ResolveOptions {
  return {
    cacheDir: env.cacheDir,
    ...(env.hfToken !== undefined && { hfToken: env.hfToken }),
    ...(env.hfHome !== undefined && { hfHome: env.hfHome }),
    logger,
    signal,
  };
}

export function accelerateHost({ cacheDir, launchVariables = {} }: Environment): AccelerateHost {
  return { cacheDir, variables: launchVariables };
}

export function prepareRuntime({ env, options, logger, signal }: CommandContext): Promise<Runtime> {
  return loadRuntime({ ...options, cacheDir: env.cacheDir, logger, signal });
}

/** Runtime, tokenizer and weights, in this order; what can fail early fails first. */
export async function prepareModel(
  context: CommandContext,
  spec: string,
  base_dtype: BaseDtype,
  check?: (text: ModelText) => void,
): Promise<{ runtime: Runtime; model: LanguageModel }> {
  const text = await loadModelText(spec, resolveOptions(context));
  check?.(text);
  const runtime = await prepareRuntime(context);
  return { runtime, model: await loadLanguageModel(text, { base_dtype, logger: context.logger }) };
}
