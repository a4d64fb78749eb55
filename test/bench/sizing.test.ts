import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ResultLine } from '../../bench/results.ts';
import { inputsTable, waitsTable } from '../../bench/scale/tables.ts';
import { SIZED_MODELS, SMOLLM2_135M, sizedModel } from '../../bench/sizing/architectures.ts';
import {
  activationBytes,
  loraParameters,
  parameters,
  trainingMemory,
  type Work,
  weightBytes,
} from '../../bench/sizing/memory.ts';
import { answerRate, CARDS, type Card, trainingFlops, trainingRate } from '../../bench/sizing/roofline.ts';
import { cardsNeeded, shardedBytes } from '../../bench/sizing/sharded.ts';
import { peakChecks, sizingNotes, sizingTable } from '../../bench/sizing/tables.ts';

const config = (label: string) => sizedModel(label).config;
/** What bench/README.md profiles. */
const PROFILED: Work = {
  ...{ rows: 4, length: 256, supervised: 0.5, r: 8 },
  ...{ checkpointing: false, device: 'cpu' },
};

describe('the shapes of the models', () => {
  it.each([
    ['Gemma 3 270M', 268_098_176],
    ['Gemma 3 1B', 999_885_952],
    ['Gemma 2 2B', 2_614_341_888],
    ['Gemma 2 9B', 9_241_705_984],
    ['Gemma 2 27B', 27_227_128_320],
    ['Llama 3.2 1B', 1_235_814_400],
    ['Llama 3.2 3B', 3_212_749_824],
    ['Llama 3.1 8B', 8_030_261_248],
    ['Llama 3.1 70B', 70_553_706_496],
  ])('of %s have the parameters of the published checkpoint', (label, published) => {
    expect(parameters(config(label))).toBe(published);
  });

  it('of the larger Gemma 3 have 3.88, 11.8 and 27.0 billion parameters without the vision tower', () => {
    const counts = ['4B', '12B', '27B'].map((size) => parameters(config(`Gemma 3 ${size}, text`)) / 1e9);
    expect(counts.map((count) => count.toPrecision(3))).toEqual(['3.88', '11.8', '27.0']);
  });
});

describe('the arithmetic', () => {
  it('counts the operations of a step that was profiled: 0.82 TFLOP', () => {
    expect((1024 * trainingFlops(config('Gemma 3 270M'), PROFILED)) / 1e12).toBeCloseTo(0.82, 2);
  });

  it('counts the tensors that were alive at the peak of that step: 2.47 GB', () => {
    const model = config('Gemma 3 270M');
    // The profile is older than two changes: it kept [1024, 2048] of down_proj's input in 18 layers, and had two whole [128, V].
    const older = 4 * (18 * 1024 * 2048 + 2 * 128 * 262_144);
    const state = 16 * loraParameters(model, 8);
    const tensors = weightBytes(model, 'float32') + state + activationBytes(model, PROFILED) + older;
    expect(tensors / 2.47e9).toBeCloseTo(1, 1);
    expect(Math.abs(tensors / 2.47e9 - 1)).toBeLessThan(0.02);
  });

  it('lets a process need more than its tensors, by a bounded part: what was measured is at most 1.5 times as much', () => {
    const measured = (configuration: string, after: number, peak: number): ResultLine => ({
      ...{ type: 'measurement', configuration, side: 'ours', repeat: 0, load_before: 0, warm_up: 1 },
      result: {
        ...{ load_seconds: 1, time_to_first_step_seconds: 1, steps: [], threads: 2, versions: {} },
        ...{ rss_after_load_bytes: after, peak_rss_bytes: peak },
      },
    });
    // bench/results/2026-11-27-amd-epyc.jsonl, the first repeat.
    const [check] = peakChecks([
      measured('gemma3-270m-train-4x256-50', 1_725_374_464, 2_992_148_480),
      measured('gemma3-270m-evaluate-4x256-50', 1, 2),
    ]);
    expect(check).toMatchObject({ model: 'Gemma 3 270M', measured: { growth: 1_266_774_016 } });
    const { measured: found, predicted } = check as NonNullable<typeof check>;
    expect(found.growth / predicted.growth).toBeGreaterThan(1);
    expect(found.growth / predicted.growth).toBeLessThan(1.3);
    expect(found.peak / predicted.total).toBeLessThan(1.5);
  });

  it('halves the matrices in bfloat16, keeps an input a layer with checkpointing, and saves nothing of what it does not know', () => {
    const model = SMOLLM2_135M.config;
    expect(weightBytes(model, 'bfloat16') / weightBytes(model, 'float32')).toBeCloseTo(0.5, 3);
    const [plain, less] = [false, true].map((checkpointing) =>
      activationBytes(model, { ...PROFILED, checkpointing }),
    ) as [number, number];
    // 30 inputs of [1024, 576] and one of 30 layers.
    expect(less).toBeGreaterThan(4 * 30 * 1024 * 576);
    expect(less - 4 * 30 * 1024 * 576).toBeCloseTo((plain - 4 * 30 * 1024 * 576) / 30, -6);
  });

  it('is never faster than a card computes, reads its weights, or is told what to do', () => {
    const model = config('Llama 3.1 8B');
    const card: Card = { name: 'x', memory_gib: 80, bandwidth: 1e12, tf32: 1e14, bf16: 2e14, source: '' };
    const work: Work = { ...PROFILED, rows: 16, length: 1024, device: 'gpu' };
    const rate = trainingRate(model, 'bfloat16', work, card);
    expect(rate.bound).toBe('arithmetic');
    expect(rate.tokens_per_second).toBeCloseTo((0.35 * 2e14) / trainingFlops(model, work), 6);
    // 16 GB are read for each of the answers' tokens: 62 times a second, for eight prompts at once.
    const answers = answerRate(model, 'bfloat16', 8, card);
    expect(answers).toMatchObject({ bound: 'dispatch' });
    const slow = answerRate(model, 'bfloat16', 8, { ...card, bandwidth: 1e11 });
    expect(slow.bound).toBe('memory');
    expect(slow.tokens_per_second).toBeCloseTo((8 * 1e11) / weightBytes(model, 'bfloat16'), 6);
  });

  it('spreads what one card cannot hold, and no more than it has to', () => {
    const model = config('Llama 3.1 70B');
    const usable = 79e9;
    const cards = cardsNeeded(model, PROFILED, usable) as number;
    expect(trainingMemory(model, 'bfloat16', { ...PROFILED, checkpointing: true }).total).toBeGreaterThan(
      usable,
    );
    expect(shardedBytes(model, PROFILED, cards)).toBeLessThanOrEqual(usable);
    expect(shardedBytes(model, PROFILED, cards / 2)).toBeGreaterThan(usable);
    expect(cardsNeeded(model, PROFILED, 1e9)).toBeUndefined();
  });
});

describe('docs/scale.md', () => {
  it('has the table, the notes and the inputs as the programs make them', async () => {
    const text = await readFile(new URL('../../docs/scale.md', import.meta.url), 'utf8');
    expect(text).toContain(sizingTable());
    expect(text).toContain(sizingNotes());
    expect(text).toContain(inputsTable());
    // Of the simulated tables the quickest rows: they change with everything that the simulation does.
    for (const line of waitsTable([10], [1, 2]).split('\n')) expect(text).toContain(line);
    for (const { label } of SIZED_MODELS) expect(text).toContain(label);
    for (const { name } of CARDS) expect(text).toContain(name);
  });
});
