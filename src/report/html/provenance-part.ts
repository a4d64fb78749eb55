/** How the numbers came to be: recipe, models, hashes, machine, time and memory. */

import { expectedText } from '../cost-text.ts';
import {
  ABSENT,
  countOf,
  formatBytes,
  formatCount,
  formatSeconds,
  formatShare,
  formatValue,
  shortSha,
} from '../numbers.ts';
import type { ResultConfigChange, ResultSection } from '../result-section.ts';
import { type Html, html, nothing } from './html.ts';
import { code, column, details, facts, part, table } from './layout.ts';

const ORIGINS = {
  trained: 'trained in this run',
  store: 'from the store',
  base_model: 'the base model',
  not_trained: 'not trained',
} as const;

const hash = (text: string | null) =>
  text === null ? html`${ABSENT}` : html`<code title="${text}">${text.slice(0, 12)}</code>`;

function changes(label: string, changed: readonly ResultConfigChange[]): Html {
  if (changed.length === 0) return nothing;
  const value = (text: string | null) => (text === null ? html`${ABSENT}` : code(text));
  return html`<h4>${label}</h4>${table(
    label,
    [column.text('Key'), column.text('Base'), column.text('Head')],
    changed.map(({ key, base, head }) => [code(key), value(base), value(head)]),
  )}`;
}

type Settings = ResultSection['recipe']['head'];

function recipe({ recipe: { base, head } }: ResultSection): Html {
  const flat = (settings: Settings | null) =>
    new Map(
      Object.entries(settings ?? {}).flatMap(([group, values]) =>
        Object.entries(values).map(([key, value]) => [`${group}.${key}`, JSON.stringify(value)] as const),
      ),
    );
  const [before, after] = [flat(base), flat(head)];
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  const value = (text: string | undefined) => (text === undefined ? html`${ABSENT}` : code(text));
  return details(
    'The whole recipe',
    table(
      'Recipe',
      [column.text('Key'), column.text('Base'), column.text('Head')],
      keys.map((key) => [code(key), value(before.get(key)), value(after.get(key))]),
    ),
  );
}

function cost({ cost: spent }: ResultSection): Html {
  const rate = spent.training_seconds > 0 ? spent.trained_tokens / spent.training_seconds : null;
  return facts([
    ['Time', html`${formatSeconds(spent.seconds)}`],
    ['Training', html`${formatSeconds(spent.training_seconds)}`],
    ['Scoring', html`${formatSeconds(spent.evaluation_seconds)}`],
    [
      'Tokens',
      html`${countOf(spent.trained_tokens, 'token')} trained${rate === null ? '' : ` (${formatCount(Math.round(rate))} a second)`}, ${formatCount(spent.evaluated_tokens)} scored`,
    ],
    ['Judge', html`${countOf(spent.judge_tokens, 'token')}`],
    ['Expected before', html`${expectedText(spent.estimated)}`],
    ['Peak memory', html`${formatBytes(spent.peak_rss_bytes)}`],
  ]);
}

function origin(section: ResultSection): Html {
  const { provenance: from, baseline, candidate, policy } = section;
  const { platform, cpu, cores, memory_bytes, gpu } = from.machine;
  const seeds = Object.entries(from.seeds).map(([use, seed]) => `${use} ${seed}`);
  return facts([
    ['Model', html`${code(from.model)}${from.revision === null ? '' : ` at ${from.revision}`}`],
    ['Perplexity without an adapter', html`${formatValue(section.bare_perplexity)}`],
    ['Baseline', html`${ORIGINS[baseline.origin]} ${hash(baseline.hash)}`],
    ['Candidate', html`${ORIGINS[candidate.origin]} ${hash(candidate.hash)}`],
    [
      'Policy',
      html`of the ${policy.source}, ${code(shortSha(policy.sha))}; ${policy.mode}, inconclusive: ${policy.on_inconclusive}, confidence ${formatShare(policy.confidence)}`,
    ],
    ['Test data', html`of the ${policy.test_source}, ${hash(from.test_sha256)}`],
    ['Training data', html`${hash(from.train_sha256.base)} → ${hash(from.train_sha256.head)}`],
    [
      'Program',
      html`lora-gate ${from.lora_gate}, engine ${from.engine} ${from.engine_version}, TensorFlow ${from.tensorflow ?? ABSENT} (${from.backend}), Node ${from.node}`,
    ],
    ['Seeds', html`${seeds.length > 0 ? seeds.join(', ') : ABSENT}`],
    [
      'Machine',
      html`${platform}, ${cpu}, ${cores} cores, ${formatBytes(memory_bytes)}${gpu === null ? '' : `, ${gpu}`}`,
    ],
  ]);
}

export function provenancePart(id: string, section: ResultSection): Html {
  return part(
    id,
    'Provenance and cost',
    html`${cost(section)}${origin(section)}${changes('Changed settings', section.config)}${changes('Changed policy, not applied here', section.policy.edits)}${recipe(section)}`,
  );
}
