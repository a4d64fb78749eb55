/** The answers that `lora-gate judge` is given: two files of one model's answers each, or those of a saved result. */

import type { Conversation, Message } from '../dataset/conversation.ts';
import { readConversations } from '../dataset/read.ts';
import { UserError } from '../errors.ts';
import type { JudgedExample } from '../evaluate/judge/question.ts';
import { type GenerationDocument, readGeneration } from '../report/generation-document.ts';
import { readResult } from '../report/result.ts';
import { isShortened } from '../report/result-answers.ts';

export interface Examples {
  examples: JudgedExample[];
  /** In front of the progress. */
  label: string;
  /** Rows that are not judged: the result does not have their texts, or the judge must not see them. */
  withheld: number;
  /** Rows of which a result holds less than the judge of a run sees: the last turns as one text, and long texts cut. */
  shortened: number;
}

/** The answers of one adapter of a result.json. @throws UserError */
export async function examplesOfResult(file: string, wanted: string | undefined): Promise<Examples> {
  const result = await readResult(file);
  const answered = result.adapters.filter(({ answers }) => answers !== null);
  const names = answered.map(({ name }) => name);
  const section = wanted === undefined ? answered[0] : answered.find(({ name }) => name === wanted);
  if (names.length === 0) {
    throw new UserError('no-answers', `${file} holds no answers`, {
      hint: 'A run keeps answers where the configuration has assertions or a judge.',
    });
  }
  if (!section?.answers || (wanted === undefined && names.length > 1)) {
    throw new UserError(
      'adapter-unknown',
      wanted === undefined
        ? `${file} has answers of several adapters`
        : `${file} has no answers of ${wanted}`,
      { hint: `--adapter takes one of: ${names.join(', ')}` },
    );
  }
  const shown = section.answers.items.filter(({ withheld }) => !withheld);
  return {
    label: section.name,
    withheld: section.answers.items.length - shown.length,
    shortened: shown.filter(isShortened).length,
    examples: shown.map(({ id, group, prompt, reference, baseline, candidate }) => ({
      ...{ id, group, reference, baseline, candidate },
      messages: [{ role: 'user', content: prompt } satisfies Message],
    })),
  };
}

/** Those of the rows that the judge must not see, as `file:line`. */
export type WithheldOf = (rows: readonly Conversation[]) => Promise<ReadonlySet<string>>;

export interface AnswerFiles {
  base: string;
  candidate: string;
  /** The conversations that both answer. */
  data: string;
}

function answersById({ answers }: GenerationDocument): Map<string, string> {
  return new Map(answers.map(({ id, answer }) => [id, answer]));
}

/**
 * Answers that `generate --json` wrote, beside the conversations that they answer. @throws UserError naming every row without an answer.
 */
export async function examplesOfFiles(
  { base, candidate, data }: AnswerFiles,
  withheldOf: WithheldOf,
): Promise<Examples> {
  const rows = await readConversations(data);
  const sides = [base, candidate] as const;
  const [before, after] = (await Promise.all(sides.map(readGeneration))).map(answersById) as [
    Map<string, string>,
    Map<string, string>,
  ];
  const known = new Set(rows.map(({ id }) => id));
  const problems = [before, after].flatMap((answers, side) => [
    ...rows
      .filter(({ id }) => !answers.has(id))
      .map(({ file, line, id }) => `${file}:${line}: ${JSON.stringify(id)} has no answer in ${sides[side]}`),
    ...[...answers.keys()]
      .filter((id) => !known.has(id))
      .map((id) => `${sides[side]}: ${JSON.stringify(id)} is no conversation of ${data}`),
  ]);
  if (problems.length > 0) {
    throw new UserError('answers-unpaired', 'the answers are not those to the same conversations', {
      problems,
      hint: `Generate both with \`lora-gate generate --data ${data} --json\`.`,
    });
  }
  const withheld = await withheldOf(rows);
  const kept = rows.filter(({ file, line }) => !withheld.has(`${file}:${line}`));
  return {
    label: 'answers',
    withheld: rows.length - kept.length,
    shortened: 0,
    examples: kept.map(({ id, group, messages }) => ({
      ...{ id, group },
      messages: messages.slice(0, -1),
      reference: messages.at(-1)?.content ?? '',
      baseline: before.get(id) as string,
      candidate: after.get(id) as string,
    })),
  };
}
