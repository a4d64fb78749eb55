/** How trainings by `engine: accelerate` end badly: each says what to do, and leaves neither processes nor files. */

import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import type { ModelFiles } from '../../../src/model/source/resolve.ts';
import {
  type TrainAccelerateOptions,
  trainAccelerate,
} from '../../../src/train/accelerate/train-accelerate.ts';
import type { StepEvent } from '../../../src/train/step-event.ts';
import { makeChatModel } from '../../e2e/chat-model.ts';
import {
  jobFolders,
  makeSetting,
  pythonEnvironment,
  RECIPE,
  SET_UP_MILLISECONDS,
  type Setting,
  settings,
  trainingProcesses,
} from './setting.ts';

const RUN_MILLISECONDS = 300_000;
/** Long enough to be stopped. */
const ENDLESS = { ...RECIPE, max_steps: 100_000 };
const ONE = settings();

let setting: Setting;
let python: string;
beforeAll(async () => {
  ({ python } = await pythonEnvironment());
  setting = await makeSetting(12);
}, SET_UP_MILLISECONDS);
afterAll(() => setting?.remove());

/** The error of a training; afterwards nothing of it is there. */
async function failure(
  more: Partial<TrainAccelerateOptions>,
  onStep: (event: StepEvent) => void = () => {},
): Promise<UserError> {
  const error: unknown = await trainAccelerate({ ...setting.options(more), onStep }).then(
    () => expect.unreachable('trained'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  expect(await trainingProcesses()).toEqual([]);
  expect(await jobFolders()).toEqual([]);
  return error as UserError;
}

/** An interpreter that does something first. */
async function wrapped(name: string, first: string): Promise<string> {
  const file = path.join(setting.folder, name);
  await writeFile(file, `#!/bin/sh\n${first}\nexec '${python}' "$@"\n`);
  await chmod(file, 0o755);
  return file;
}

/** A package of that version as pip would have left it, in front of all others. */
async function pretend(name: string, version: string): Promise<string> {
  const folder = path.join(setting.folder, `${name}-${version}`);
  const info = path.join(folder, `${name}-${version}.dist-info`);
  await mkdir(info, { recursive: true });
  await writeFile(path.join(info, 'METADATA'), `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`);
  return folder;
}

describe('a training that is stopped', () => {
  it(
    'ends with all processes when one of them is killed',
    async () => {
      let killed = false;
      const error = await failure({ recipe: ENDLESS }, async () => {
        if (killed) return;
        killed = true;
        const workers = (await trainingProcesses()).filter(
          ({ words }) =>
            words.some((word) => word.endsWith('train.py')) &&
            !words.some((word) => word.endsWith('launch.py')),
        );
        expect(workers).toHaveLength(2);
        process.kill(Math.max(...workers.map(({ pid }) => pid)), 'SIGKILL');
      });
      expect(error.code).toBe('accelerate-worker-killed');
      expect(error.message).toMatch(/process \d by SIGKILL/);
      expect(error.hint).toContain('memory');
    },
    RUN_MILLISECONDS,
  );

  it(
    'ends with all processes when it is cancelled',
    async () => {
      const stop = new AbortController();
      const error = await failure({ recipe: ENDLESS, signal: stop.signal }, () =>
        stop.abort(new Error('enough')),
      );
      expect(error.code).toBe('training-interrupted');
      expect(error.message).toMatch(/after step \d+ of 100000/);
    },
    RUN_MILLISECONDS,
  );
});

it(
  'is done when a process breaks down after everything is written',
  async () => {
    const folder = path.join(setting.folder, 'at-the-end');
    await mkdir(folder);
    const code = "import os\nif os.environ.get('RANK') == '1':\n    os._exit = lambda code: os.abort()\n";
    await writeFile(path.join(folder, 'sitecustomize.py'), code);
    const fragile = await wrapped('fragile', `export PYTHONPATH='${folder}'`);
    const environment = { python: fragile, flavour: 'cpu' as const };
    const steps: StepEvent[] = [];
    const tensors = await trainAccelerate({
      ...setting.options({ recipe: { ...RECIPE, max_steps: 1 }, environment }),
      onStep: (event) => steps.push(event),
    });
    expect(steps).toHaveLength(1);
    expect(tensors.size).toBeGreaterThan(0);
    expect(await trainingProcesses()).toEqual([]);
    expect(await jobFolders()).toEqual([]);
  },
  RUN_MILLISECONDS,
);

describe('a training that breaks', () => {
  it(
    'names the step and its rows when the loss is no number',
    async () => {
      const folder = await makeChatModel(path.join(setting.folder, 'damaged'));
      const weights = path.join(folder, 'model.safetensors');
      const bytes = await readFile(weights);
      bytes.writeFloatLE(Number.NaN, bytes.length - 4);
      await writeFile(weights, bytes);
      const files = { ...setting.text.files, folder } as ModelFiles;
      const { config } = setting.options().model;
      const error = await failure({ settings: ONE, model: { files, config } });
      expect(error.code).toBe('loss-not-finite');
      expect(error.message).toMatch(/^the loss became NaN at step 1 of \d+$/);
      expect(error.problems[0]).toMatch(/^train\.jsonl:\d+: conversation row-\d+, \d+ tokens$/);
    },
    RUN_MILLISECONDS,
  );

  it(
    'says that the disk is full',
    async () => {
      // In blocks of 512 bytes; the adapter has more.
      const limited = await wrapped('limited', 'ulimit -f 16');
      const environment = { python: limited, flavour: 'cpu' as const };
      const error = await failure({ settings: ONE, recipe: { ...RECIPE, max_steps: 1 }, environment });
      expect(error.code).toBe('accelerate-disk-full');
      expect(error.message).toContain('File too large');
      expect(error.hint).toContain('TMPDIR');
    },
    RUN_MILLISECONDS,
  );

  it(
    'shows the end of the log when the launcher crashes',
    async () => {
      const files = { ...setting.text.files, folder: path.join(setting.folder, 'nowhere') } as ModelFiles;
      const { config } = setting.options().model;
      const error = await failure({ settings: ONE, model: { files, config } });
      expect(error.code).toBe('accelerate-failed');
      expect(error.problems.join('\n')).toContain('nowhere');
    },
    RUN_MILLISECONDS,
  );
});

describe('a training that does not start', () => {
  it('says which packages have another version', async () => {
    const folder = await pretend('trl', '0.1.0');
    const other = await wrapped('other', `export PYTHONPATH='${folder}'`);
    const error = await failure({ environment: { python: other, flavour: 'cpu' } });
    expect(error.code).toBe('accelerate-versions');
    expect(error.message).toMatch(/trl 0\.1\.0, expected \d+\.\d+\.\d+$/);
  });

  it('says which packages are missing', async () => {
    const bare = path.join(setting.folder, 'bare');
    await writeFile(bare, `#!/bin/sh\nexec '${python}' -S "$@"\n`);
    await chmod(bare, 0o755);
    const missing = await failure({ environment: { python: bare, flavour: 'cpu' } });
    expect(missing.code).toBe('accelerate-module-missing');
    expect(missing.message).toContain('not installed: torch, transformers, peft, trl');
  });

  it('says how to set up what is not there', async () => {
    const nowhere = { cacheDir: path.join(setting.folder, 'empty'), variables: {} };
    const error = await failure({ host: nowhere });
    expect(error.code).toBe('accelerate-missing');
    expect(error.hint).toContain('lora-gate setup --accelerate');
    const gone = await failure({
      environment: { python: path.join(setting.folder, 'gone'), flavour: 'cpu' },
    });
    expect(gone.code).toBe('accelerate-missing');
  });

  it('says how many GPUs there are', { timeout: RUN_MILLISECONDS }, async () => {
    const error = await failure({
      environment: { python, flavour: 'cuda' },
      settings: settings({ num_processes: 64 }),
    });
    expect(error.code).toBe('accelerate-no-gpu');
    expect(error.message).toMatch(/\d+ GPUs are visible to PyTorch \S+, 64 are wanted/);
  });

  it('does not start more processes than the machine has room for', async () => {
    const error = await failure({ settings: settings({ num_processes: 4096 }) });
    expect(error.code).toBe('accelerate-processes');
  });

  it('does not pretend to shard a model without GPUs', async () => {
    const error = await failure({ settings: settings({ num_processes: 2, fsdp_config: {} }) });
    expect(error.code).toBe('accelerate-unsupported');
  });
});
