/** `lora-gate train` as a process: what it prints and writes, stopped in the middle, and sent on its way again. */

import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeChatModel } from '../e2e/chat-model.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { cli, type Ended, makeWorkspace, startCli, type Workspace } from './cli.ts';
import { trainConfig } from './train-config.ts';

const STEPS = 60;

let workspace: Workspace;
/** A run that nothing stopped. */
let alone: Ended;
const at = (name: string) => path.join(workspace.folder, name);
const train = (out: string, ...args: string[]) => [
  ...['--cache-dir', workspace.cache, 'train', '--out', out],
  ...args,
];

const logged = async (out: string) => {
  const text = await readFile(at(`${out}/train-log.jsonl`), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line.endsWith('}'))
    .map((line) => JSON.parse(line) as { step: number; loss: number });
};

/** Until so many steps are on the disk. */
async function untilStep(out: string, step: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  while ((await logged(out)).length < step) {
    if (Date.now() > deadline) throw new Error(`no step ${step} in ${out} after a minute`);
    await wait(10);
  }
}

beforeAll(async () => {
  workspace = await makeWorkspace();
  await makeChatModel(at('model'));
  // 24 rows in batches of four: six steps an epoch.
  await writeFile(at('train.jsonl'), jsonLines(houseRows(0, 24)));
  await writeFile(at('test.jsonl'), jsonLines(houseRows(200, 224)));
  await writeFile(at('lora-gate.yml'), trainConfig({ epochs: STEPS / 6, save_steps: 25 }));
  alone = await cli(train('alone', '--json', '--quiet'), { cwd: workspace.folder });
});

afterAll(async () => {
  await workspace?.remove();
});

describe('train', () => {
  /** Stopped after eight steps or a few more; says after how many. */
  const stop = async (out: string, signal: 'SIGTERM' | 'SIGINT'): Promise<number> => {
    const running = startCli(train(out), { cwd: workspace.folder });
    await untilStep(out, 8);
    running.kill(signal);
    const { exitCode, stdout, stderr } = await running;
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' });
    expect(stderr).toContain(`${signal}: finishing up, once more to quit at once`);
    const step = Number(stderr.match(/error\[training-interrupted\]: .* after step (\d+) of 60/)?.[1]);
    expect(step).toBeGreaterThanOrEqual(8);
    expect(step).toBeLessThan(STEPS);
    expect((await readdir(at(out))).sort()).toEqual(['checkpoints', 'train-log.jsonl']);
    expect(await readdir(at(`${out}/checkpoints`))).toContain(`checkpoint-${step}`);
    return step;
  };

  it('writes a checkpoint on SIGTERM, ends with exit code 130, and going on gives the bytes of a run left alone', async () => {
    const step = await stop('stopped', 'SIGTERM');
    const resumed = await cli(train('stopped', '--json'), { cwd: workspace.folder });
    expect(resumed.exitCode).toBe(0);
    expect(resumed.stderr).toContain(`going on from the checkpoint of step ${step} of ${STEPS}`);
    for (const name of ['adapter_model.safetensors', 'adapter_config.json']) {
      expect(await readFile(at(`stopped/${name}`))).toEqual(await readFile(at(`alone/${name}`)));
    }
    const steps = await logged('stopped');
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: STEPS }, (_, i) => i + 1));
    expect(steps.map(({ loss }) => loss)).toEqual((await logged('alone')).map(({ loss }) => loss));
  });

  it('does not go on from the checkpoint of other rows, and says what differs', async () => {
    await stop('changed', 'SIGINT');
    await mkdir(at('elsewhere'));
    await writeFile(at('elsewhere/train.jsonl'), jsonLines(houseRows(50, 74)));
    const config = (await readFile(at('lora-gate.yml'), 'utf8')).replaceAll('./model', at('model'));
    await writeFile(at('elsewhere/lora-gate.yml'), config);
    const other = await cli(train('changed', '--config', 'elsewhere/lora-gate.yml'), {
      cwd: workspace.folder,
    });
    expect(other.exitCode).toBe(2);
    expect(other.stderr).toMatch(/error\[checkpoint-mismatch\]: .* made with another data$/m);
    expect(existsSync(at('changed/adapter_model.safetensors'))).toBe(false);
  });

  it('prints one JSON document with what it took and where the adapter is, and leaves no checkpoint behind', async () => {
    const { exitCode, stdout } = alone;
    expect(exitCode).toBe(0);
    const steps = await logged('alone');
    expect(JSON.parse(stdout)).toEqual({
      steps: STEPS,
      tokens: expect.any(Number),
      supervised_tokens: expect.any(Number),
      seconds: expect.any(Number),
      tokens_per_second: expect.any(Number),
      peak_rss_bytes: expect.any(Number),
      final_loss: steps.at(-1)!.loss,
      adapter: 'alone',
    });
    expect(steps.at(-1)!.loss).toBeLessThan(steps[0]!.loss / 2);
    expect((await readdir(at('alone'))).sort()).toEqual([
      'adapter_config.json',
      'adapter_model.safetensors',
      'train-log.jsonl',
    ]);
  });

  it('quits at once on the second signal', async () => {
    const running = startCli(train('impatient'), { cwd: workspace.folder });
    await untilStep('impatient', 1);
    running.kill('SIGTERM');
    running.kill('SIGINT');
    const { exitCode } = await running;
    expect(exitCode).toBe(130);
    expect(existsSync(at('impatient/adapter_model.safetensors'))).toBe(false);
  });
});
