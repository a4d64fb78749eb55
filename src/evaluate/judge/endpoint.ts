/**
 * A judge behind an OpenAI-compatible endpoint. Structured output where the server knows it, else JSON mode, else plain text:
 * what works is found out with the first question, while the others wait. An unreadable reply is asked for once more, under another code.
 */

import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText, NoObjectGeneratedError, Output } from 'ai';
import type { JudgeConfig } from '../../config/schema.ts';
import { UserError } from '../../errors.ts';
import { type Budget, createBudget, tokensAtMost } from './budget.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { describeFailure } from './http-failure.ts';
import { createPatience, NotSent, RequestFailed } from './patience.ts';
import { type Prompt, promptFor } from './prompt.ts';
import type { Failure, Judge, Question, VerdictOn } from './question.ts';
import { readVerdict, replySchema, UnreadableReply } from './verdict.ts';

type EndpointConfig = Extract<JudgeConfig, { provider: 'openai-compatible' }>;

export interface EndpointOptions {
  config: EndpointConfig;
  /** undefined for a server without keys. */
  apiKey: string | undefined;
  signal?: AbortSignal | undefined;
  /** Milliseconds; shorter in tests. */
  backoff?: number;
  longestWait?: number;
}

const MODES = ['json_schema', 'json_object', 'text'] as const;
type Mode = (typeof MODES)[number];

/** What servers say to a `response_format` that they don't know; some fall over it, each time. */
const UNKNOWN_MODE = new Set([400, 415, 422, 500, 501]);
const ATTEMPTS_AT_A_VERDICT = 2;

interface Reply {
  text: string;
  prompt_tokens: number | undefined;
  completion_tokens: number | undefined;
  finish: string;
}

/** @throws UserError `judge-key` when the key cannot stand in a header. */
export function createEndpointJudge(options: EndpointOptions): Judge {
  const { config, apiKey, signal, backoff = 1000, longestWait = 120_000 } = options;
  if (apiKey !== undefined && !/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new UserError(
      'judge-key',
      `the key in ${config.api_key_env ?? 'the environment'} is empty or has spaces`,
      {
        hint: 'Set the variable to the key alone, without quotes or line ends.',
      },
    );
  }
  const budget = createBudget(config);
  const patience = createPatience({ retries: config.retries, backoff, longestWait, secret: apiKey, signal });
  const server = (structured: boolean) =>
    createOpenAICompatible({
      name: 'judge',
      baseURL: config.base_url,
      ...(apiKey !== undefined && { apiKey }),
      supportsStructuredOutputs: structured,
      fetch: guardedFetch,
    }).chatModel(config.model);
  const counts = { requests: 0, replies: 0, unreadable: 0 };
  let mode: Mode = 'json_schema';
  let proven = false;
  /** The question that finds the mode out. Never fails. */
  let probe: Promise<void> | undefined;

  async function send(question: Question, { system, user }: Prompt, as: Mode): Promise<Reply> {
    counts.requests += 1;
    const timeout = AbortSignal.timeout(1000 * config.timeout_seconds);
    const call = {
      model: server(as === 'json_schema'),
      system,
      prompt: user,
      maxOutputTokens: config.max_output_tokens,
      maxRetries: 0,
      abortSignal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(config.temperature !== null && { temperature: config.temperature }),
    };
    try {
      const { text, usage, finishReason } = await (as === 'json_schema'
        ? generateText({ ...call, output: Output.object({ schema: replySchema(question) }) })
        : generateText({
            ...call,
            ...(as === 'json_object' && {
              providerOptions: { judge: { response_format: { type: 'json_object' } } },
            }),
          }));
      return replyOf(text, usage, finishReason);
    } catch (thrown) {
      if (timeout.aborted) throw timeout.reason;
      // A reply that is not the object wanted may still hold it.
      if (!NoObjectGeneratedError.isInstance(thrown)) throw thrown;
      return replyOf(thrown.text ?? '', thrown.usage, thrown.finishReason ?? 'unknown');
    }
  }

  /** `send` within the budget: each request is reserved for by itself, since each may be paid for. @throws NotSent at the cap */
  async function paid(question: Question, prompt: Prompt, as: Mode): Promise<Reply> {
    const worst = {
      prompt: tokensAtMost(prompt.system + prompt.user),
      completion: config.max_output_tokens,
    };
    const reservation = budget.reserve(worst);
    if (!reservation) throw new NotSent(capText(config, budget));
    let taken = { prompt: 0, completion: 0 };
    try {
      const got = await send(question, prompt, as);
      taken = {
        prompt: got.prompt_tokens ?? worst.prompt,
        completion: got.completion_tokens ?? tokensAtMost(got.text),
      };
      return got;
    } catch (thrown) {
      // What the server took and did not answer may have been paid for, and what it was writing when we hung up as well.
      const hungUp = thrown instanceof Error && thrown.name === 'TimeoutError';
      if (hungUp) taken = worst;
      else if ((describeFailure(thrown).status ?? 0) < 400) taken = { ...worst, completion: 0 };
      throw thrown;
    } finally {
      reservation.settle(taken);
    }
  }

  /**
   * Until a mode has worked, one question is on its way at a time: several that fail in a mode that the server does not know would look like
   * a server that does not answer. @throws RequestFailed, or NotSent at the cap
   */
  async function reply(question: Question, prompt: Prompt): Promise<Reply> {
    while (!proven && probe) await probe;
    const answer = inFirstMode(question, prompt);
    const done = () => {
      probe = undefined;
    };
    if (!proven) probe = answer.then(done, done);
    return answer;
  }

  /** The first mode that the server takes, from the one that worked last. @throws RequestFailed, or NotSent at the cap */
  async function inFirstMode(question: Question, prompt: Prompt): Promise<Reply> {
    for (let at = MODES.indexOf(mode); ; at += 1) {
      const as = MODES[at] as Mode;
      try {
        const got = await patience.request(() => paid(question, prompt, as));
        if (!proven || MODES.indexOf(mode) < at) mode = as;
        proven = true;
        return got;
      } catch (thrown) {
        const status = thrown instanceof RequestFailed ? thrown.failure.status : undefined;
        const another = !proven && at + 1 < MODES.length && status !== undefined && UNKNOWN_MODE.has(status);
        if (!another) throw thrown;
      }
    }
  }

  async function attempt<Q extends Question>(question: Q): Promise<VerdictOn<Q> | Failure> {
    const prompt = promptFor(question);
    try {
      const got = await reply(question, prompt);
      counts.replies += 1;
      if (got.finish === 'content-filter' || got.text.trim() === '') {
        return { failure: 'refused', detail: `the judge gave no text (${got.finish})` };
      }
      if (got.finish === 'length') {
        throw new UnreadableReply(`the reply was cut off at ${config.max_output_tokens} tokens`);
      }
      return readVerdict(got.text, question, prompt.code);
    } catch (thrown) {
      signal?.throwIfAborted();
      if (thrown instanceof NotSent) return { failure: 'spend_cap', detail: thrown.message };
      if (thrown instanceof RequestFailed) {
        const { kind, detail } = thrown.failure;
        return { failure: kind, detail };
      }
      if (!(thrown instanceof UnreadableReply)) throw thrown;
      counts.unreadable += 1;
      return { failure: 'unreadable', detail: thrown.message };
    }
  }

  return {
    provider: 'openai-compatible',
    model: config.model,
    concurrency: config.concurrency,
    fingerprint: async () => ({
      provider: config.provider,
      base_url: config.base_url,
      model: config.model,
      temperature: config.temperature,
      max_output_tokens: config.max_output_tokens,
    }),
    async ask(question) {
      signal?.throwIfAborted();
      for (let tries = 1; ; tries += 1) {
        const answer = await attempt(question);
        const again = 'failure' in answer && answer.failure === 'unreadable' && tries < ATTEMPTS_AT_A_VERDICT;
        if (!again) return answer;
      }
    },
    usage: () => ({
      ...counts,
      prompt_tokens: budget.prompt_tokens,
      completion_tokens: budget.completion_tokens,
      spend: budget.spend,
    }),
  };
}

function replyOf(
  text: string,
  usage: { inputTokens?: number | undefined; outputTokens?: number | undefined } | undefined,
  finish: string,
): Reply {
  return { text, prompt_tokens: usage?.inputTokens, completion_tokens: usage?.outputTokens, finish };
}

function capText(
  { token_limit, spend }: EndpointConfig,
  { prompt_tokens, completion_tokens, spend: spent }: Budget,
) {
  const used = `${prompt_tokens + completion_tokens} tokens`;
  const tokens = token_limit === undefined ? '' : ` judge.token_limit is ${token_limit}.`;
  const money =
    spend === undefined ? '' : ` judge.spend.limit is ${spend.limit}, spent ${spent?.toFixed(4)}.`;
  return `the spend cap is reached after ${used}.${tokens}${money}`;
}
