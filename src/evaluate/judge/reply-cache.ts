/**
 * Verdicts by the hash of judge and question, so that an interrupted or repeated run asks nothing twice. Failures are not kept:
 * the next run tries again. The same question asked twice at once is one question.
 */

import { readFile } from 'node:fs/promises';
import pLimit from 'p-limit';
import { z } from 'zod';
import { contentKey, type Json } from '../../adapter/content-key.ts';
import type { Store, TrustLevel } from '../../adapter/store.ts';
import {
  type Failure,
  isFailure,
  type Judge,
  type Question,
  showsReference,
  type VerdictOn,
} from './question.ts';
import { SCALE } from './rubric.ts';

/** Changes whenever the same judge and question would be put or read differently. */
const JUDGE_VERSION = '1';
const VERDICT = 'verdict.json';

const stored = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('score'),
    scores: z.record(z.string(), z.number().min(SCALE.lowest).max(SCALE.highest)),
    reasons: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    kind: z.literal('compare'),
    preferred: z.enum(['first', 'second', 'tie']),
    reason: z.string(),
  }),
]);

export interface Bench {
  ask<Q extends Question>(question: Q): Promise<VerdictOn<Q> | Failure>;
  /** Verdicts that were in the store. */
  cached(): number;
}

export interface BenchOptions {
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
  signal?: AbortSignal | undefined;
}

function partsOf(question: Question): { readonly [key: string]: Json } {
  const { kind, messages, reference, rubrics, repeat = 0 } = question;
  return {
    kind,
    repeat,
    messages: messages.map(({ role, content }) => ({ role, content })),
    reference: showsReference(question) ? reference : null,
    rubrics: rubrics.map(({ name, description }) => ({ name, description })),
    answers: question.kind === 'score' ? [question.answer] : [question.first, question.second],
  };
}

/** Puts questions to `judge`, as many at once as it takes, unless the store has the verdict. */
export function openBench(judge: Judge, { store, trust, signal }: BenchOptions): Bench {
  const limit = pLimit(judge.concurrency);
  const asked = new Map<string, Promise<unknown>>();
  const fingerprint = judge.fingerprint();
  let cached = 0;
  let broken: unknown;

  async function found<Q extends Question>(key: string, question: Q): Promise<VerdictOn<Q> | undefined> {
    const entry = await store.get(key, { trust: trust.read, many: true });
    const file = entry?.files.get(VERDICT);
    if (file === undefined) return undefined;
    const { data } = stored.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return data?.kind === question.kind ? (data as VerdictOn<Q>) : undefined;
  }

  async function answer<Q extends Question>(key: string, question: Q): Promise<VerdictOn<Q> | Failure> {
    signal?.throwIfAborted();
    const known = await found(key, question);
    if (known) {
      cached += 1;
      return known;
    }
    // Once the store fails nothing more is asked: every verdict would be paid for and lost.
    if (broken) throw broken;
    const verdict = await judge.ask(question);
    if (!isFailure(verdict)) {
      await store
        .put(key, new Map([[VERDICT, Buffer.from(JSON.stringify(verdict))]]), {
          trust: trust.write,
          meta: { kind: 'verdict' },
          many: true,
        })
        .catch((error: unknown) => {
          broken = error;
          throw error;
        });
    }
    return verdict;
  }

  return {
    async ask(question) {
      const key = contentKey({
        kind: 'verdict',
        judge_version: JUDGE_VERSION,
        judge: await fingerprint,
        scale: [SCALE.lowest, SCALE.highest],
        question: partsOf(question),
      });
      const going = asked.get(key) ?? limit(() => answer(key, question));
      asked.set(key, going);
      return going as Promise<VerdictOn<typeof question> | Failure>;
    },
    cached: () => cached,
  };
}
