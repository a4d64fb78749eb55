/**
 * Whether parts are all the parts of this run and nothing else: what is missing, there twice, of another commit, plan or engine, or
 * contradicts itself is named with its file and what to do. Pure; no score is judged here.
 */

import { canonicalJson, type Json } from '../adapter/content-key.ts';
import type { Role } from '../evaluate/role-run.ts';
import type { Comparison } from '../plan/comparison.ts';
import { ENGINE_VERSION } from '../train/train-adapter.ts';
import type { PartDocument } from './part-document.ts';
import { type Part, partName, readPartName, shardOf } from './part-name.ts';

export interface FoundPart {
  /** The name to show: a path, or an artifact's. */
  file: string;
  document: PartDocument;
}

/** A part that fits the run as far as can be seen without its data. */
export interface FittingPart extends FoundPart {
  part: Part;
}

export interface Sorted {
  parts: FittingPart[];
  problems: string[];
}

/** Those that are for this change, each once; the others are problems. */
export function sortParts(
  found: readonly FoundPart[],
  { base, head, plan }: Pick<Comparison, 'base' | 'head' | 'plan'>,
  config: string,
): Sorted {
  const problems: string[] = [];
  const parts: FittingPart[] = [];
  const affected = new Set(plan.adapters.map(({ name }) => name));
  for (const { file, document } of found) {
    const part = readPartName(document.part);
    const { engine_version } = document.origin.software;
    const short = (sha: string) => sha.slice(0, 7);
    const foreign = (is: string, expected: string, remedy = 'run its job again for this commit') =>
      problems.push(`${file}: foreign: ${document.part} is ${is}, expected ${expected}; ${remedy}`);
    if (!part || !affected.has(part.adapter))
      problems.push(
        `${file}: foreign: ${document.part} is of no adapter that this change affects; leave it out`,
      );
    else if (document.head_sha !== head.sha || document.base_sha !== base.sha)
      foreign(
        `about ${short(document.base_sha)} → ${short(document.head_sha)}`,
        `${short(base.sha)} → ${short(head.sha)}`,
      );
    else if (document.config !== config)
      foreign(`of ${JSON.stringify(document.config)}`, JSON.stringify(config));
    else if (engine_version !== ENGINE_VERSION)
      foreign(
        `by engine ${engine_version}`,
        `engine ${ENGINE_VERSION}`,
        'run all jobs and the merge with the same version of lora-gate',
      );
    else parts.push({ file, document, part });
  }
  const { once, conflicts } = withoutRepeats(parts);
  return { parts: once, problems: [...problems, ...conflicts, ...mixtures(once)] };
}

/** The same part twice is harmless where both say the same. */
function withoutRepeats(parts: readonly FittingPart[]): { once: FittingPart[]; conflicts: string[] } {
  const byName = new Map<string, FittingPart>();
  const conflicts: string[] = [];
  for (const part of parts) {
    const { file, document } = part;
    const before = byName.get(document.part);
    if (!before) byName.set(document.part, part);
    else if (findings(before.document) !== findings(document))
      conflicts.push(
        `${file}: duplicate: ${document.part} is in ${before.file} as well, with other content; delete the one that is not of this run`,
      );
  }
  return { once: [...byName.values()], conflicts };
}

/** What a part has found, without what differs between two runs of the same job: times, and who was first to train. */
function findings({
  shares,
  plan_hash,
  special_tokens,
  blocked,
  failed,
  judged,
  origin,
}: PartDocument): string {
  const scores = (of: PartDocument['shares'][number]['test']) =>
    of && { key: of.key, rows: of.rows, nll: of.nll.map(String), tokens: of.tokens };
  const kept = shares.map(({ role, trained, test, edited, general, answers, effect, model }) => ({
    ...{ role, model, answers },
    trained: trained && { hash: trained.hash, curve: trained.curve },
    ...{ test: scores(test), edited: scores(edited), general: scores(general) },
    effect: effect && [effect.tokens, String(effect.kl_per_token), String(effect.same_top_share)],
  }));
  const { backend, tensorflow, lora_gate } = origin.software;
  const all = { kept, plan_hash, special_tokens, blocked, failed, judged: judged?.result?.items ?? null };
  return canonicalJson({ ...all, backend, tensorflow, lora_gate } as unknown as Json);
}

/** Scores of different back ends differ in their last digits: a difference between roles would be none of the data's. */
function mixtures(parts: readonly FittingPart[]): string[] {
  const scored = parts.filter(({ document }) => !document.blocked && !document.failed);
  const [first] = scored;
  if (!first) return [];
  const nameOf = ({ document }: FittingPart) => {
    const { backend, tensorflow, lora_gate } = document.origin.software;
    return `${backend}, TensorFlow ${tensorflow ?? 'none'}, lora-gate ${lora_gate}`;
  };
  return scored
    .filter((part) => nameOf(part) !== nameOf(first))
    .map(
      (part) =>
        `${part.file}: foreign: ${part.document.part} was computed by ${nameOf(part)}, ${first.document.part} by ${nameOf(first)}; run all jobs on machines of one kind`,
    );
}

/** What is wrong with the parts of one adapter beside each other: another division, or one that is not there. */
export function missingParts(
  adapter: string,
  roles: readonly Role[],
  parts: readonly FittingPart[],
): string[] {
  const scoring = parts.filter(({ part }) => part.work !== 'train');
  const [first] = scoring;
  const again = 'run its job again';
  if (!first) return [`${adapter}: missing: no part has scores of it; ${again}`];
  const whole = first.part.work === 'all';
  const { of } = shardOf(first.part);
  const others = scoring.filter(({ part }) => (part.work === 'all') !== whole || shardOf(part).of !== of);
  if (others.length > 0) {
    return others.map(
      ({ file, document }) =>
        `${file}: foreign: ${document.part} is of another plan than ${first.document.part} in ${first.file}; keep those of one plan`,
    );
  }
  if (whole) return [];
  const names = new Set(scoring.map(({ document }) => document.part));
  const expected = roles.flatMap((role) =>
    Array.from({ length: of }, (_, i) =>
      partName({ work: 'score', adapter, role, shard: { index: i + 1, of } }),
    ),
  );
  const problems = expected
    .filter((name) => !names.has(name))
    .map(
      (name) => `${name}: missing: no part of this name is there; ${again} (lora-gate run --part ${name})`,
    );
  for (const { file, part, document } of scoring) {
    if (part.work === 'score' && !roles.includes(part.role))
      problems.push(`${file}: foreign: ${document.part}: ${adapter} has no ${part.role}; leave it out`);
  }
  return problems;
}
