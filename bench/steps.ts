/** The work that is timed, step by step, through the functions that the command line uses. Takes no time itself. */

import type { TokenizedConversation } from '../src/dataset/conversation.ts';
import { scoreConversations } from '../src/evaluate/perplexity.ts';
import { silentLogger } from '../src/log.ts';
import type { Decoder } from '../src/model/decoder.ts';
import { generate } from '../src/model/generate.ts';
import type { LoraAdapter } from '../src/model/lora.ts';
import { lossAndGradients } from '../src/train/gradients.ts';
import { type TrainingRecipe, train } from '../src/train/trainer.ts';

/** What one finished step was. */
export interface Step {
  tokens: number;
  supervised: number;
  /** Mean NLL of the step's supervised tokens; null in generation. */
  loss: number | null;
  /** Of generation. */
  new_tokens?: number;
  answers?: number[][];
}

export interface TrainStepsOptions {
  adapter: LoraAdapter;
  recipe: TrainingRecipe;
  gradient_checkpointing: boolean;
}

/** One optimizer step each, in the order of the recipe's plan. */
export async function* trainSteps(
  decoder: Decoder,
  conversations: readonly TokenizedConversation[],
  { adapter, recipe, gradient_checkpointing }: TrainStepsOptions,
): AsyncGenerator<Step> {
  const events = train({
    adapter,
    conversations,
    recipe,
    lossAndGradients: (current, batch, pass) =>
      lossAndGradients(decoder, current, batch, { ...pass, gradient_checkpointing }),
    logger: silentLogger,
  });
  for await (const { tokens, supervised_tokens, loss } of events) {
    yield { tokens, supervised: supervised_tokens, loss };
  }
}

/** One batch of rows each, all of it in one forward pass. */
export async function* evaluateSteps(
  decoder: Decoder,
  batches: readonly (readonly TokenizedConversation[])[],
): AsyncGenerator<Step> {
  for (const batch of batches) {
    const tokens_per_batch = batch.reduce((sum, { ids }) => sum + ids.length, 0);
    const scores = await scoreConversations(decoder, batch, { tokens_per_batch, logger: silentLogger });
    yield { tokens: scores.total_tokens, supervised: scores.tokens, loss: scores.nll_per_token };
  }
}

/** All prompts answered greedily each, `max_new_tokens` tokens whatever they are. */
export async function* generateSteps(
  decoder: Decoder,
  prompts: readonly (readonly number[])[],
  { steps, max_new_tokens }: { steps: number; max_new_tokens: number },
): AsyncGenerator<Step> {
  const ids = prompts.map((prompt) => Int32Array.from(prompt));
  for (let step = 0; step < steps; step += 1) {
    const generations = await generate(decoder, ids, { max_new_tokens, stop_token_ids: [] });
    const answers = generations.map((generation) => generation.ids);
    const new_tokens = answers.reduce((sum, answer) => sum + answer.length, 0);
    yield { tokens: 0, supervised: 0, loss: null, new_tokens, answers };
  }
}
