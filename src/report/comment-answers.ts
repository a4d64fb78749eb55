/**
 * What both models answered where it differs most, side by side, in the comment. Every text is hostile: a model's answer,
 * a test row, a judge's reason. Worst and best by the judge where it judged, else by the change in NLL.
 */

import {
  clip,
  code,
  details,
  join,
  lines,
  type Markdown,
  md,
  nothing,
  paragraph,
  table,
} from './markdown-escape.ts';
import { formatCount, formatNats } from './numbers.ts';
import type { ResultJudgeItem } from './result-judge.ts';
import type { ResultConversation, ResultSection } from './result-section.ts';

export interface AnswerLimits {
  /** Worst and best, each. */
  examples: number;
  /** Of each text shown. */
  answerCharacters: number;
}

type Answer = NonNullable<ResultSection['answers']>['items'][number];
type Side = 'baseline' | 'candidate';

interface Example {
  answer: Answer;
  judged: ResultJudgeItem | undefined;
  row: ResultConversation | undefined;
}

interface Ranked extends Example {
  /** Above 0 where the candidate is better. */
  gain: number;
}

const MOST_LINES = 15;
const REASON_LENGTH = 200;

/** Of an answer where it is on file, by what names a test conversation. */
const placeOf = ({ file, line, id }: Pick<Answer, 'file' | 'line' | 'id'>) =>
  JSON.stringify([file, line, id]);

function perToken(row: ResultConversation | undefined): number | undefined {
  if (!row || row.base === null || row.candidate === null || row.tokens === 0) return undefined;
  return (row.candidate - row.base) / row.tokens;
}

const mean = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The preference counts as one step of the scale on every dimension. */
function judgedGain({ baseline, candidate, pairwise }: ResultJudgeItem): number | undefined {
  const preferred = { candidate: 1, baseline: -1, tie: 0, failed: undefined }[pairwise.verdict];
  const scored =
    'failure' in baseline || 'failure' in candidate
      ? undefined
      : mean(Object.values(candidate.scores)) - mean(Object.values(baseline.scores));
  return preferred === undefined && scored === undefined ? undefined : (preferred ?? 0) + (scored ?? 0);
}

function rank({ answers, judge, conversations }: ResultSection): Ranked[] {
  const items = new Map(judge?.items.map((item) => [item.id, item]));
  const rows = new Map(conversations.map((row) => [placeOf(row), row]));
  const all = (answers?.items ?? []).map((answer): Example => {
    return { answer, judged: items.get(answer.id), row: rows.get(placeOf(answer)) };
  });
  const byJudge = all.flatMap((example) => {
    const gain = example.judged && judgedGain(example.judged);
    return gain === undefined ? [] : [{ ...example, gain }];
  });
  const ranked =
    byJudge.length > 0
      ? byJudge
      : all.flatMap((example) => {
          const change = perToken(example.row);
          return change === undefined ? [] : [{ ...example, gain: -change }];
        });
  return ranked.filter(({ answer }) => answer.baseline !== answer.candidate || answer.withheld);
}

function scoresOf(judged: ResultJudgeItem | undefined, side: Side): string {
  const own = judged?.[side];
  if (!own) return '';
  if ('failure' in own) return `: no score (${own.failure.replaceAll('_', ' ')})`;
  const each = Object.entries(own.scores).slice(0, 8);
  const text = each.map(([name, score]) => `${clip(name, 40)} ${Number(score.toFixed(2))}`).join(', ');
  return text === '' ? '' : `: ${text}`;
}

const VERDICTS = {
  baseline: 'prefers the baseline',
  candidate: 'prefers the candidate',
  tie: 'sees a tie',
  failed: 'gave no verdict',
} as const;

/** The judge's words: on the pair, then on the dimension that moved most. */
function reasonsOf({ baseline, candidate, pairwise }: ResultJudgeItem): string[] {
  const orders = [pairwise.baseline_first, pairwise.candidate_first];
  const spoken = orders.map((order) => ('failure' in order ? order.detail : order.reason));
  if ('failure' in baseline || 'failure' in candidate) return spoken;
  const moved = Object.entries(candidate.scores)
    .map(([name, score]) => ({ name, by: Math.abs(score - (baseline.scores[name] ?? score)) }))
    .sort((a, b) => b.by - a.by)[0];
  if (!moved || moved.by === 0 || !Object.hasOwn(candidate.reasons, moved.name)) return spoken;
  return [...spoken, `${moved.name}: ${candidate.reasons[moved.name]}`];
}

function judgeLine({ judged, answer }: Example): Markdown {
  if (!judged) return nothing;
  const verdict = VERDICTS[judged.pairwise.verdict];
  // A reason may quote the row that is withheld.
  const reasons = answer.withheld ? [] : [...new Set(reasonsOf(judged))].filter((text) => text.trim() !== '');
  const told = reasons.map((text) => md`“${clip(text, REASON_LENGTH)}”`);
  return md`The judge ${verdict}${told.length > 0 ? md`: ${join(told, md` · `)}` : nothing}`;
}

function textOf(text: string, most: number): Markdown {
  return text.trim() === '' ? md`(empty)` : lines(clip(text, most), MOST_LINES);
}

/** Of a long prompt the end is what was answered. */
const ending = (text: string, most: number) => (text.length <= most ? text : `…${text.slice(1 - most)}`);

function exampleText(example: Ranked, { answerCharacters: most }: AnswerLimits): Markdown {
  const { answer, judged, row } = example;
  const change = perToken(row);
  const nll = change === undefined ? '' : `, NLL ${formatNats(change, true)} a token`;
  const heading = md`**${clip(answer.id, 80)}** at ${code(`${clip(answer.file, 120)}:${answer.line}`)}${nll}`;
  if (answer.withheld) {
    const why = md`The texts are withheld: the row holds a secret or personal data.`;
    return join([heading, why, judgeLine(example)], paragraph);
  }
  const side = (of: Side) =>
    md`${textOf(answer[of], most)}${answer.truncated[of] ? ' (cut off by max_new_tokens)' : ''}`;
  const head = (['baseline', 'candidate'] as const).map(
    (of) => md`${of === 'baseline' ? 'Baseline' : 'Candidate'}${scoresOf(judged, of)}`,
  );
  return join(
    [
      heading,
      md`Prompt: ${textOf(ending(answer.prompt, most), most)}`,
      md`Reference: ${textOf(answer.reference, most)}`,
      table(head, [[side('baseline'), side('candidate')]]),
      judgeLine(example),
    ],
    paragraph,
  );
}

/** The worst and the best examples of one adapter. */
export function answersPart(section: ResultSection, limits: AnswerLimits): Markdown {
  const { answers } = section;
  if (!answers || limits.examples === 0) return nothing;
  const ranked = rank(section).sort((a, b) => a.gain - b.gain);
  const worst = ranked.filter(({ gain }) => gain < 0).slice(0, limits.examples);
  const best = ranked
    .filter(({ gain }) => gain > 0)
    .slice(-limits.examples)
    .reverse();
  const part = (title: Markdown, examples: readonly Ranked[]) =>
    examples.length === 0
      ? nothing
      : join([title, ...examples.map((each) => exampleText(each, limits))], paragraph);
  const body = join([part(md`**Worse**`, worst), part(md`**Better**`, best)], paragraph);
  const equal = md`Both models give the same answers, or none that differ in worth.`;
  return details(
    md`Answers side by side: worst and best of ${formatCount(answers.items.length)} prompts`,
    body.source === '' ? equal : body,
  );
}
