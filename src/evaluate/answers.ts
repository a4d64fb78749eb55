/**
 * What a model answers to the test prompts: which of them are asked, and greedy generation in groups of like length.
 * Knows nothing of what the answers are checked for.
 */

import { sha256 } from '../adapter/content-key.ts';
import { renderPrompt, stopTokenIds } from '../dataset/chat.ts';
import type { Conversation, Message } from '../dataset/conversation.ts';
import { canonicalMessages } from '../dataset/diff.ts';
import type { Logger } from '../log.ts';
import { type GenerateOptions, generate } from '../model/generate.ts';
import type { LazyModel, ModelText } from '../model/language-model.ts';
import { pieces, type Shard } from './shard.ts';

/** A test conversation up to its last answer. */
export interface TestPrompt extends Pick<Conversation, 'id' | 'group' | 'file' | 'line'> {
  messages: readonly Message[];
  /** The answer that the test set itself gives. */
  reference: string;
}

export interface Answer {
  text: string;
  /** Generated, without the stop token. */
  tokens: number;
  /** Whether the limit ended it and not the model. */
  truncated: boolean;
}

/** The answer to the prompt at a place, counted from 0, of those that are asked. */
export interface PlacedAnswer extends Answer {
  at: number;
}

/** Both models' answers to the same prompts, in the order of the test set. */
export interface ComparedAnswers {
  max_new_tokens: number;
  items: { prompt: TestPrompt; baseline: Answer; candidate: Answer }[];
}

/**
 * The `most` test prompts that are answered, in the order of the test set. Each row's rank is a hash of its own content, so
 * the choice looks random, is the same every time, and keeps nearly all of its rows when others are added.
 */
export function choosePrompts(test: readonly Conversation[], most: number): TestPrompt[] {
  const ranked = test.map((row, at) => ({ row, at, rank: sha256(`prompt ${canonicalMessages(row)}`) }));
  // Rows with the same content have the same rank: the earlier one goes first.
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.at - b.at));
  return ranked
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ row: { id, group, file, line, messages } }) => ({
      ...{ id, group, file, line },
      messages: messages.slice(0, -1),
      reference: messages.at(-1)?.content ?? '',
    }));
}

/** Ids and stop tokens that generation works on. */
export interface EncodedPrompts {
  ids: Int32Array[];
  stop_token_ids: number[];
}

/** @throws UserError as the chat template does. */
export function encodePrompts(
  prompts: readonly (readonly Message[])[],
  { tokenizer, template }: Pick<ModelText, 'tokenizer' | 'template'>,
): EncodedPrompts {
  return {
    ids: prompts.map((messages) => renderPrompt(messages, tokenizer, template)),
    stop_token_ids: stopTokenIds(template, tokenizer),
  };
}

/** Answers of an earlier run, by the prompts that were continued together. */
export interface AnswerMemory {
  find(prompts: readonly Int32Array[]): Promise<Answer[] | undefined>;
  keep(prompts: readonly Int32Array[], answers: readonly Answer[]): Promise<void>;
}

export interface AnswerOptions extends Omit<GenerateOptions, 'stop_token_ids' | 'onStep'> {
  /** Prompts that are continued together. */
  batch_size: number;
  memory?: AnswerMemory | undefined;
  /** Which of the batches are continued here. */
  shard: Shard;
  label: string;
  logger: Logger;
}

/**
 * One answer for each prompt of the share, in order; those of like length, of all prompts, are continued together. Where prompt and
 * answer together are more than the model reads, the answer ends there and is marked as truncated.
 */
export async function answerPrompts(
  { tokenizer, config, decoder }: Pick<LazyModel, 'tokenizer' | 'config' | 'decoder'>,
  { ids, stop_token_ids }: EncodedPrompts,
  { batch_size, memory, shard, label, logger, ...options }: AnswerOptions,
): Promise<PlacedAnswer[]> {
  const { max_position_embeddings: most } = config;
  const continued = async (prompts: readonly Int32Array[]): Promise<Answer[]> => {
    // Positions beyond those that the model was trained on give noise.
    const room = Math.max(1, most - Math.max(...prompts.map((prompt) => prompt.length)));
    const max_new_tokens = Math.min(options.max_new_tokens, room);
    const generations = await generate(await decoder(), prompts, {
      ...options,
      max_new_tokens,
      stop_token_ids,
    });
    return generations.map((generation) => ({
      text: tokenizer.decode(generation.ids, { skip_special_tokens: true }),
      tokens: generation.ids.length,
      truncated: !generation.stopped,
    }));
  };

  const byLength = ids.map((_, i) => i).sort((a, b) => length(ids, b) - length(ids, a) || a - b);
  const groups: number[][] = [];
  for (let at = 0; at < byLength.length; at += batch_size) groups.push(byLength.slice(at, at + batch_size));
  const own = pieces(groups, shard);
  const answers: PlacedAnswer[] = [];
  const progress = logger.progress(label, { total: own.flat().length, unit: 'answers' });
  try {
    for (const group of own) {
      const prompts = group.map((i) => ids[i] as Int32Array);
      let found = await memory?.find(prompts);
      if (!found) {
        found = await continued(prompts);
        await memory?.keep(prompts, found);
      }
      answers.push(...found.map((answer, place) => ({ at: group[place] as number, ...answer })));
      progress.update(answers.length);
    }
  } finally {
    progress.stop();
  }
  return answers.sort((a, b) => a.at - b.at);
}

const length = (ids: readonly Int32Array[], i: number): number => (ids[i] as Int32Array).length;
