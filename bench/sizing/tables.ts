/** The sizing table and the check of its arithmetic against measured peaks, as Markdown. */

import type { BaseDtype } from '../../src/model/load-weights.ts';
import type { MeasurementLine, ResultLine } from '../results.ts';
import { median } from '../results.ts';
import { SIZED_MODELS, type SizedModel, sizedModel } from './architectures.ts';
import { parameters, trainingMemory, type Work } from './memory.ts';
import {
  CARDS,
  type Card,
  DISPATCH_SECONDS,
  EFFICIENCY,
  OPERATIONS_PER_LAYER,
  trainingFlops,
  trainingRate,
  USABLE,
  usableBytes,
} from './roofline.ts';
import { cardsNeeded } from './sharded.ts';

/** The defaults of a configuration: four rows of 1,024 tokens, r = 16; half of the tokens supervised. */
export const DEFAULT_WORK: Work = {
  ...{ rows: 4, length: 1024, supervised: 0.5, r: 16 },
  ...{ checkpointing: false, device: 'gpu' },
};

const gigabytes = (bytes: number) => (bytes / 1e9).toFixed(bytes < 9.95e9 ? 1 : 0);
const billions = (count: number) =>
  count < 0.95e9 ? `${(count / 1e6).toFixed(0)} M` : `${(count / 1e9).toFixed(1)} B`;
/** Two digits that mean something. */
const rough = (value: number) => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return (Math.round(value / unit) * unit).toLocaleString('en');
};
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

/** What memory grows by in training is taken for this much more than its tensors; *measured* on a processor: 1.2 (below). */
const FRAGMENTATION = 1.25;

function fits(model: SizedModel, dtype: BaseDtype, work: Work, card: Card): boolean {
  const { weights, total } = trainingMemory(model.config, dtype, work);
  return weights + FRAGMENTATION * (total - weights) <= usableBytes(card);
}

/** How a model is trained on a card, if at all. */
export function onCard(model: SizedModel, dtype: BaseDtype, card: Card): Work | undefined {
  return [false, true]
    .map((checkpointing): Work => ({ ...DEFAULT_WORK, checkpointing }))
    .find((work) => fits(model, dtype, work, card));
}

function cardCell(model: SizedModel, dtype: BaseDtype, card: Card): string {
  const work = onCard(model, dtype, card);
  if (!work) return '–';
  const { tokens_per_second, bound } = trainingRate(model.config, dtype, work, card);
  return `${rough(tokens_per_second)}${work.checkpointing ? ' ᶜ' : ''}${bound === 'dispatch' ? ' ᵈ' : ''}`;
}

function engineCell(model: SizedModel, dtype: BaseDtype): string {
  if (CARDS.some((card) => onCard(model, dtype, card))) return 'ours';
  const largest = CARDS.at(-1) as Card;
  const cards = cardsNeeded(model.config, DEFAULT_WORK, usableBytes(largest));
  if (dtype === 'float32') return 'take bfloat16';
  return cards === undefined ? 'several machines' : `accelerate, ${cards} × 80 GB`;
}

export function sizingTable(): string {
  const heads = [
    ...['model', 'parameters', 'precision', 'weights', 'LoRA, Adam', 'kept', 'in flight', 'sum'],
    ...['sum ᶜ', ...CARDS.map(({ name }) => name), 'engine'],
  ];
  const rows = SIZED_MODELS.flatMap((model) =>
    (['float32', 'bfloat16'] as const).map((dtype) => {
      const memory = trainingMemory(model.config, dtype, DEFAULT_WORK);
      const less = trainingMemory(model.config, dtype, { ...DEFAULT_WORK, checkpointing: true });
      return row([
        ...[model.label, billions(parameters(model.config)), dtype],
        ...[memory.weights, memory.state, memory.activations, memory.workspace].map(gigabytes),
        ...[memory.total, less.total].map(gigabytes),
        ...CARDS.map((card) => cardCell(model, dtype, card)),
        engineCell(model, dtype),
      ]);
    }),
  );
  return [row(heads), row(heads.map((_, at) => (at === 0 || at === 2 ? '---' : '---:'))), ...rows].join('\n');
}

export function sizingNotes(): string {
  const example = sizedModel('Gemma 2 2B');
  const card = CARDS[0] as Card;
  const work = onCard(example, 'bfloat16', card) ?? DEFAULT_WORK;
  const flops = trainingFlops(example.config, work);
  return [
    `GB are 10⁹ bytes, tokens/s are **expected**; what was measured on one card ([bench/README.md](../bench/README.md#on-a-gpu), H200, Gemma 3 270M) is 1.7 times what is expected with 4 × 256 tokens and 0.9 of it with 8 × 1024: in functions an operation takes 13 to 20 µs, not the 35 of one started by itself. Work: four rows of 1,024 tokens, half of them supervised, r = 16 on all linear layers, which are the defaults. *kept*: what the forward pass leaves for the backward pass, float32; *in flight*: the largest of one layer's backward pass and the head's blocks of logits; ᶜ: with \`gradient_checkpointing\`, taken only where it does not fit without; ᵈ: bound by starting operations (${OPERATIONS_PER_LAYER.toFixed(0)} a layer and step, ${1e6 * DISPATCH_SECONDS} µs each), not by the card, so that larger batches are faster; –: weights and ${FRAGMENTATION} × the rest are more than ${Math.round(100 * USABLE)} % of the card's memory.`,
    '',
    `Tokens/s = dense rate of the card (TF32 for float32, BF16 for bfloat16) × ${EFFICIENCY}, which is an assumption, / operations a token. A token costs 2 operations a parameter of the linear layers forward and 2 backward (no gradient of frozen weights is formed), 6 a parameter of LoRA, 12·H·E a score, and 4·V·D × the supervised share for the head; checkpointing runs the layers again. ${example.label} in bfloat16 on one ${card.name}${work.checkpointing ? ' with checkpointing' : ''}: ${(flops / 1e9).toFixed(1)} GFLOP a token, ${(card.bf16 / 1e12).toFixed(0)} TFLOP/s × ${EFFICIENCY} → ${rough(trainingRate(example.config, 'bfloat16', work, card).tokens_per_second)} tokens/s.`,
    '',
    `Cards: ${CARDS.map(({ name, tf32, bf16, source }) => `${name} ${tf32 / 1e12} TF32, ${bf16 / 1e12} BF16 TFLOP/s (${source})`).join('; ')}. Shapes: ${[...new Set(SIZED_MODELS.map(({ source }) => source))].join('; ')}.`,
  ].join('\n');
}

const MEASURED: Record<string, string> = {
  'gemma3-270m': 'Gemma 3 270M',
  'smollm2-135m': 'SmolLM2-135M',
};

export interface PeakCheck {
  configuration: string;
  side: Side;
  model: string;
  rows: string;
  measured: { peak: number; growth: number };
  /** Tensors alone. */
  predicted: { total: number; growth: number };
}

const SIDES = {
  ours: { dtype: 'float32', checkpointing: false, label: 'float32' },
  'ours-checkpointing': { dtype: 'float32', checkpointing: true, label: 'float32, checkpointing' },
  'ours-bfloat16': { dtype: 'bfloat16', checkpointing: false, label: 'bfloat16' },
} as const;
type Side = keyof typeof SIDES;

/** Our side's trainings on a processor with rows of one length: medians of what the processes needed. */
export function peakChecks(lines: readonly ResultLine[]): PeakCheck[] {
  const done = lines.filter(
    (line): line is MeasurementLine => line.type === 'measurement' && line.side in SIDES && !!line.result,
  );
  const kinds = new Map(
    done.map(({ configuration, side }) => [`${configuration} ${side}`, { configuration, side }]),
  );
  return [...kinds.values()].flatMap(({ configuration, side }): PeakCheck[] => {
    const parts = /^(.+)-train-(\d+)x(\d+)-(\d+)$/.exec(configuration);
    const model = MEASURED[parts?.[1] ?? ''];
    if (!parts || !model) return [];
    const [rows, length, share] = parts.slice(2).map(Number) as [number, number, number];
    const { dtype, checkpointing } = SIDES[side as Side];
    const work: Work = { rows, length, supervised: share / 100, r: 8, checkpointing, device: 'cpu' };
    const memory = trainingMemory(sizedModel(model).config, dtype, work);
    const results = done.flatMap((line) =>
      line.configuration === configuration && line.side === side && line.result ? [line.result] : [],
    );
    const peak = median(results.map(({ peak_rss_bytes }) => peak_rss_bytes));
    const loaded = median(results.map(({ rss_after_load_bytes }) => rss_after_load_bytes));
    return [
      {
        ...{ configuration, side: side as Side, model, rows: `${rows} × ${length}, ${share} %` },
        measured: { peak, growth: peak - loaded },
        predicted: { total: memory.total, growth: memory.total - memory.weights },
      },
    ];
  });
}

const percent = (found: number, expected: number) => {
  const off = Math.round(100 * (found / expected - 1));
  return `${off > 0 ? '+' : '−'}${Math.abs(off)} %`;
};

export function peakTable(checks: readonly PeakCheck[]): string {
  const heads = [
    'model',
    'rows',
    'precision',
    'tensors by arithmetic',
    'peak RSS measured',
    'off',
    'growth by arithmetic',
  ];
  const all = [...heads, 'growth measured', 'off'];
  const rows = checks.map(({ model, rows, side, measured, predicted }) =>
    row([
      ...[model, rows, SIDES[side].label],
      ...[`${(predicted.total / 1e9).toFixed(2)} GB`, `${(measured.peak / 1e9).toFixed(2)} GB`],
      percent(predicted.total, measured.peak),
      ...[`${(predicted.growth / 1e9).toFixed(2)} GB`, `${(measured.growth / 1e9).toFixed(2)} GB`],
      percent(predicted.growth, measured.growth),
    ]),
  );
  return [row(all), row(all.map((_, at) => (at < 3 ? '---' : '---:'))), ...rows].join('\n');
}
