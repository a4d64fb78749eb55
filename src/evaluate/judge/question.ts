/**
 * What is asked of a judge and what may come back: scores of one answer, a preference between two, or a failure of a known
 * kind. The language between those who ask (calibration, items) and those who answer (an endpoint, a model of ours).
 */

import type { Json } from '../../adapter/content-key.ts';
import type { Message } from '../../dataset/conversation.ts';
import type { FailureKind } from '../../report/result-judge.ts';
import type { Rubric } from './rubric.ts';

/** A test prompt with the answers of both sides. */
export interface JudgedExample {
  id: string;
  group: string;
  /** Up to the question that was answered. */
  messages: readonly Message[];
  reference: string;
  baseline: string;
  candidate: string;
}

interface Asked {
  messages: readonly Message[];
  reference: string;
  rubrics: readonly Rubric[];
  /** Above 0 it is the same question once more, answered afresh. */
  repeat?: number;
}

export interface ScoreQuestion extends Asked {
  kind: 'score';
  answer: string;
}

export interface CompareQuestion extends Asked {
  kind: 'compare';
  first: string;
  second: string;
}

export type Question = ScoreQuestion | CompareQuestion;

export interface ScoreVerdict {
  kind: 'score';
  /** By rubric, on the scale. */
  scores: Readonly<Record<string, number>>;
  reasons: Readonly<Record<string, string>>;
}

export interface CompareVerdict {
  kind: 'compare';
  preferred: 'first' | 'second' | 'tie';
  reason: string;
}

export type VerdictOn<Q extends Question> = Q extends ScoreQuestion ? ScoreVerdict : CompareVerdict;

export interface Failure {
  failure: FailureKind;
  detail: string;
}

export function isFailure(answer: object): answer is Failure {
  return 'failure' in answer;
}

/** What the judging of this run took. */
export interface Usage {
  requests: number;
  replies: number;
  /** Replies that were no verdict. */
  unreadable: number;
  prompt_tokens: number;
  completion_tokens: number;
  /** null without prices. */
  spend: number | null;
}

export interface Judge {
  provider: 'openai-compatible' | 'local';
  model: string;
  /** Questions at once. */
  concurrency: number;
  /** Whatever the verdicts depend on beside the question. */
  fingerprint(): Promise<{ readonly [key: string]: Json }>;
  /** A verdict or a failure; rejects only on an abort. */
  ask<Q extends Question>(question: Q): Promise<VerdictOn<Q> | Failure>;
  usage(): Usage;
}

/** Whether the judge gets to see the reference: always for a comparison, else where a rubric needs it. */
export function showsReference({ kind, rubrics }: Question): boolean {
  return kind === 'compare' || rubrics.some(({ uses_reference }) => uses_reference);
}
