/** The whole job in this process as `lora-gate run` calls it, with what it logged; and the configuration it is run with. */

import path from 'node:path';
import { commandModelPool, type RunOutputs, runToFolder } from '../../src/commands/run-outputs.ts';
import type { Logger } from '../../src/log.ts';
import { silentLogger } from '../../src/log.ts';
import type { ModelPool } from '../../src/model/model-pool.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';

export interface GateOptions {
  repo: string;
  base: string;
  head: string;
  out: string;
  /** Store and checkpoints of this run. */
  cache: string;
  /** The environment that the judge's key is looked up in. */
  keys?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
  /** Stands in for the models that the run would load itself. */
  models?: (own: ModelPool) => ModelPool;
}

export interface GateRun extends RunOutputs {
  warnings: string[];
  messages: string[];
  /** What showed progress: every training, scoring and loading of weights does. */
  worked: string[];
  seconds: number;
}

export async function runGate(options: GateOptions): Promise<GateRun> {
  const { repo, base, head, out, cache, keys = {}, signal, models } = options;
  const [warnings, messages, worked]: [string[], string[], string[]] = [[], [], []];
  const logger: Logger = {
    ...silentLogger,
    warn: (message) => void warnings.push(message),
    info: (message) => void messages.push(message),
    progress: (label, options) => {
      worked.push(label);
      return silentLogger.progress(label, options);
    },
  };
  const context = {
    env: {
      cacheDir: defaultCacheDir(process.env),
      hfToken: undefined,
      hfHome: undefined,
      cudaVisibleDevices: undefined,
      judgeKey: (variable: string) => keys[variable],
      version: '0.0.0-test',
    },
    options: { runtime: 'cpu', requireNative: true },
    logger,
    signal: signal ?? new AbortController().signal,
    print: () => undefined,
    setExitCode: () => undefined,
  } as const;
  const own = commandModelPool(context);
  const started = performance.now();
  try {
    const outputs = await runToFolder(
      { ...context, env: { ...context.env, cacheDir: cache } },
      {
        repo,
        base,
        head,
        config: 'lora-gate.yml',
        out,
        store: path.join(cache, 'store'),
        models: models?.(own) ?? own,
      },
    );
    return { ...outputs, warnings, messages, worked, seconds: (performance.now() - started) / 1000 };
  } finally {
    own.dispose();
  }
}

export interface ConfigChoices {
  model: string;
  learning_rate?: number;
  epochs?: number;
  max_increase?: string;
  seed?: number;
  rest?: string;
}

/** A configuration with one adapter, `desk`, whose training takes a second on the small model. */
export function configText(choices: ConfigChoices): string {
  const { model, learning_rate = 0.02, epochs = 4, max_increase = '1%', seed = 7, rest = '' } = choices;
  return `version: 1
model: ${model}
adapters:
  desk:
    train: data/train.jsonl
    test: data/test.jsonl
    lora: { r: 8, lora_alpha: 16, lora_dropout: 0.05, target_modules: all-linear }
    training:
      num_train_epochs: ${epochs}
      learning_rate: ${learning_rate}
      per_device_train_batch_size: 4
      gradient_accumulation_steps: 1
      max_length: 256
      packing: false
      seed: ${seed}
gate:
  perplexity: { max_increase: ${max_increase} }
${rest}`;
}
