/**
 * A judge's reply to a verdict, or the reason why it is none. The whole reply may be the JSON object, or the object may stand
 * in prose or a code fence; it counts only with the code of its call, every dimension and scores on the offered scale.
 */

import { z } from 'zod';
import type { CompareVerdict, Question, ScoreVerdict, VerdictOn } from './question.ts';
import { type Rubric, SCORES } from './rubric.ts';

const MOST_REASON = 600;
/** A reply is a few sentences; whoever sends more is not parsed. */
const MOST_CHARACTERS = 200_000;
const MOST_OBJECTS = 200;

const onScale = z.literal(SCORES as number[]);

function scoreReply(rubrics: readonly Rubric[]) {
  const entry = z.object({ reason: z.string(), score: onScale });
  const scores = z.object(Object.fromEntries(rubrics.map(({ name }) => [name, entry])));
  return z.object({ call: z.string(), scores });
}

const compareReply = z.object({
  call: z.string(),
  reason: z.string(),
  preferred: z.enum(['A', 'B', 'tie']),
});

/** The schema that a server may hold the model to. */
export function replySchema(question: Question): z.ZodType {
  return question.kind === 'score' ? scoreReply(question.rubrics) : compareReply;
}

export class UnreadableReply extends Error {}

const shortened = (reason: unknown) => (typeof reason === 'string' ? reason.slice(0, MOST_REASON) : '');

/** `"4"` is 4; anything that is not exactly a point of the scale is none. */
function pointOf(score: unknown): number | undefined {
  const value = typeof score === 'string' && /^\s*\d\s*$/.test(score) ? Number(score) : score;
  return onScale.safeParse(value).data;
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};

function scoresOf(reply: Readonly<Record<string, unknown>>, rubrics: readonly Rubric[]): ScoreVerdict {
  const given = record(reply.scores);
  const scores: Record<string, number> = {};
  const reasons: Record<string, string> = {};
  for (const { name } of rubrics) {
    const entry = Object.hasOwn(given, name) ? given[name] : undefined;
    const { score, reason } = typeof entry === 'object' ? record(entry) : { score: entry, reason: '' };
    const point = pointOf(score);
    if (point === undefined) {
      throw new UnreadableReply(
        score === undefined ? `no score for ${name}` : `the score for ${name} is not on the scale`,
      );
    }
    scores[name] = point;
    reasons[name] = shortened(reason);
  }
  return { kind: 'score', scores, reasons };
}

const SIDES = new Map<unknown, CompareVerdict['preferred']>([
  ['a', 'first'],
  ['b', 'second'],
  ['tie', 'tie'],
]);

function preferenceOf(reply: Readonly<Record<string, unknown>>): CompareVerdict {
  const { preferred: said, reason } = reply;
  const preferred = SIDES.get(typeof said === 'string' ? said.trim().toLowerCase() : undefined);
  if (!preferred) throw new UnreadableReply('the preference is none of A, B and tie');
  return { kind: 'compare', preferred, reason: shortened(reason) };
}

/** The end of the object that opens at `start`, or −1; braces inside of strings don't count. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

/** Every outermost JSON object in the text, in order. */
function objectsIn(text: string): Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  let tries = 0;
  for (let at = text.indexOf('{'); at >= 0 && tries < MOST_OBJECTS; tries += 1) {
    const end = endOfObject(text, at);
    let next = at + 1;
    if (end > 0) {
      try {
        found.push(record(JSON.parse(text.slice(at, end))));
        next = end;
      } catch {
        // Not JSON: an object may still begin inside.
      }
    }
    at = text.indexOf('{', next);
  }
  return found;
}

/**
 * The verdict of a reply.
 * @throws UnreadableReply with the reason: no object of this call, two that differ, a dimension missing, a score off the scale.
 */
export function readVerdict<Q extends Question>(text: string, question: Q, code: string): VerdictOn<Q> {
  if (text.length > MOST_CHARACTERS) throw new UnreadableReply('the reply is too long to be a verdict');
  // What a model thinks aloud before it replies may quote anything.
  const reply = text.replace(/^\s*<think>[\s\S]*?<\/think>/, '');
  const objects = objectsIn(reply);
  if (objects.length === 0) throw new UnreadableReply('no JSON object in the reply');
  const ours = objects.filter(({ call }) => call === code);
  if (ours.length === 0) throw new UnreadableReply('the reply does not repeat the code of the call');
  const verdicts = ours.map((object) =>
    question.kind === 'score' ? scoresOf(object, question.rubrics) : preferenceOf(object),
  );
  const essence = (verdict: ScoreVerdict | CompareVerdict) =>
    JSON.stringify(verdict.kind === 'score' ? verdict.scores : verdict.preferred);
  const [verdict] = verdicts;
  if (!verdict || new Set(verdicts.map(essence)).size > 1) {
    throw new UnreadableReply('the reply holds verdicts that differ');
  }
  return verdict as VerdictOn<Q>;
}
