/** What the comment keeps behind a click of one adapter, in the order in which a reader asks for it. */

import { type AnswerLimits, answersPart } from './comment-answers.ts';
import { type AssertionLimits, assertionsPart } from './comment-assertions.ts';
import { trainingCurve } from './comment-curve.ts';
import { changeHistogram } from './comment-histogram.ts';
import { judgePart } from './comment-judge.ts';
import { type ComparedConversation, comparedConversations } from './compared-conversations.ts';
import { expectedText } from './cost-text.ts';
import {
  clip,
  code,
  details,
  join,
  list,
  type Markdown,
  md,
  nothing,
  paragraph,
  table,
} from './markdown-escape.ts';
import { countOf, formatBytes, formatCount, formatNats, formatSeconds, formatValue } from './numbers.ts';
import type { ResultConfigChange, ResultSection } from './result-section.ts';

/** How much of each part is shown; the stages of shortening are values of this. */
export interface DetailLimits extends AnswerLimits, AssertionLimits {
  judge: boolean;
  /** Worst and best conversations, each. */
  conversations: number;
  previewCharacters: number;
  configChanges: number;
  /** Of the training curve; 0 leaves out all charts. */
  curvePoints: number;
  provenance: boolean;
}

const MOST_BARS = 15;

function conversationTable(
  rows: readonly ComparedConversation[],
  { previewCharacters }: DetailLimits,
): Markdown {
  const previews = previewCharacters > 0 && rows.some(({ row }) => row.preview !== undefined);
  const head = [md`Conversation`, md`Where`, md`Tokens`, md`Base`, md`Candidate`, md`Δ nats/token`];
  return table(
    previews ? [...head, md`Begins`] : head,
    rows.map(({ row, base, candidate, change }) => {
      const cells = [
        code(clip(row.id, 80)),
        code(`${clip(row.file, 120)}:${row.line}`),
        md`${formatCount(row.tokens)}`,
        md`${formatNats(base)}`,
        md`${formatNats(candidate)}`,
        md`${formatNats(change, true)}`,
      ];
      return previews ? [...cells, md`${clip(row.preview ?? '', previewCharacters)}`] : cells;
    }),
  );
}

function conversations(section: ResultSection, limits: DetailLimits): Markdown {
  const sorted = comparedConversations(section).sort((a, b) => b.change - a.change);
  if (sorted.length === 0 || limits.conversations === 0) return nothing;
  const worst = sorted.filter(({ change }) => change > 0).slice(0, limits.conversations);
  const best = sorted
    .filter(({ change }) => change < 0)
    .slice(-limits.conversations)
    .reverse();
  const parts = [
    worst.length > 0 ? md`**Got worse most**\n\n${conversationTable(worst, limits)}` : nothing,
    best.length > 0 ? md`**Got better most**\n\n${conversationTable(best, limits)}` : nothing,
  ];
  const changes = sorted.map(({ change }) => change);
  const spread = limits.curvePoints > 0 ? changeHistogram(changes, MOST_BARS) : nothing;
  const body = join([...parts, spread], paragraph);
  const equal = md`No conversation's score changed.`;
  return details(md`Conversations that got worse and better`, body.source === '' ? equal : body);
}

function data({ data: rows, change, provenance: { test_sha256: read } }: ResultSection): Markdown {
  const path = code(clip(rows.path, 120));
  const counts =
    read === null
      ? md`${path}: not read`
      : md`${path}: ${formatCount(rows.base_rows)} → ${countOf(rows.head_rows, 'row')} (${formatCount(rows.added)} added, ${formatCount(rows.removed)} removed, ${formatCount(rows.changed)} changed)`;
  const reasons = change.slice(0, 10).map(({ reason, detail }) => {
    return md`${reason.replaceAll('_', ' ')}${detail === '' ? '' : `: ${clip(detail, 200)}`}`;
  });
  const why = reasons.length > 0 ? [md`Judged because of: ${join(reasons, md`; `)}`] : [];
  return details(md`Training data`, list([counts, ...why]));
}

function configTable(changes: readonly ResultConfigChange[], most: number): Markdown {
  const value = (text: string | null) => (text === null ? md`—` : code(clip(text, 120)));
  const rows = changes.slice(0, most);
  const left = changes.length - rows.length;
  const shown = table(
    [md`Key`, md`Base`, md`Head`],
    rows.map(({ key, base, head }) => [code(clip(key, 120)), value(base), value(head)]),
  );
  return left > 0 ? md`${shown}\n\n… and ${formatCount(left)} more` : shown;
}

function config(section: ResultSection, { configChanges: most }: DetailLimits): Markdown {
  if (most === 0) return nothing;
  const recipe = section.config.length > 0 ? configTable(section.config, most) : nothing;
  const edits = section.policy.edits;
  const policy = edits.length > 0 ? md`**Policy, not applied here**\n\n${configTable(edits, most)}` : nothing;
  return details(md`Configuration`, join([recipe, policy], paragraph));
}

function cost({ cost: spent }: ResultSection): Markdown {
  const rate = spent.training_seconds > 0 ? spent.trained_tokens / spent.training_seconds : null;
  return details(
    md`Cost`,
    list([
      md`${formatSeconds(spent.seconds)} in all: ${formatSeconds(spent.training_seconds)} training, ${formatSeconds(spent.evaluation_seconds)} scoring`,
      md`${countOf(spent.trained_tokens, 'token')} trained${rate === null ? '' : ` (${formatCount(Math.round(rate))} a second)`}, ${formatCount(spent.evaluated_tokens)} scored`,
      md`${countOf(spent.judge_tokens, 'token')} of the judge; expected before: ${expectedText(spent.estimated)}`,
      md`Peak memory ${formatBytes(spent.peak_rss_bytes)}`,
    ]),
  );
}

const ORIGINS = {
  trained: 'trained in this run',
  store: 'from the store',
  base_model: 'the base model',
  not_trained: 'not trained',
} as const;

function provenance(section: ResultSection): Markdown {
  const { provenance: from, baseline, candidate, policy } = section;
  const hash = (text: string | null) => (text === null ? md`—` : code(text.slice(0, 12)));
  const seeds = Object.entries(from.seeds)
    .slice(0, 10)
    .map(([use, seed]) => md`${clip(use, 30)} ${seed}`);
  const { platform, cpu, cores, memory_bytes, gpu } = from.machine;
  return details(
    md`Provenance`,
    list([
      md`Model ${code(clip(from.model, 200))}${from.revision === null ? nothing : md` at ${code(clip(from.revision, 80))}`}; perplexity without an adapter ${formatValue(section.bare_perplexity)}`,
      md`Baseline ${ORIGINS[baseline.origin]} ${hash(baseline.hash)}, candidate ${ORIGINS[candidate.origin]} ${hash(candidate.hash)}`,
      md`Policy from ${policy.source} ${code(policy.sha.slice(0, 7))}, test set from ${policy.test_source}; test data ${hash(from.test_sha256)}, training data ${hash(from.train_sha256.base)} → ${hash(from.train_sha256.head)}`,
      md`lora-gate ${clip(from.lora_gate, 40)}, engine ${clip(from.engine, 40)} ${clip(from.engine_version, 40)}, TensorFlow ${clip(from.tensorflow ?? '—', 40)} (${clip(from.backend, 40)}), Node ${clip(from.node, 40)}`,
      md`Seeds: ${seeds.length > 0 ? join(seeds, md`, `) : md`—`}`,
      md`Machine: ${clip(platform, 60)}, ${clip(cpu, 80)}, ${cores} cores, ${formatBytes(memory_bytes)}${gpu === null ? '' : `, ${clip(gpu, 80)}`}`,
    ]),
  );
}

/** All collapsed parts of one adapter within the limits. */
export function sectionDetails(section: ResultSection, limits: DetailLimits): Markdown {
  const curve = trainingCurve(section, limits.curvePoints);
  const parts = [
    answersPart(section, limits),
    conversations(section, limits),
    ...(limits.judge ? [judgePart(section)] : []),
    assertionsPart(section, limits),
    data(section),
    details(md`Training curve`, curve),
    config(section, limits),
    ...(limits.provenance ? [cost(section), provenance(section)] : []),
  ];
  return join(parts, paragraph);
}
