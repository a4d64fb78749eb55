/**
 * What a run over several machines is divided into, by name: names of parts stand in matrices, on command lines and in names of
 * artifacts. Knows nothing of what a part does.
 */

import { UserError } from '../errors.ts';
import { ROLES, type Role } from '../evaluate/role-run.ts';
import { type Shard, WHOLE } from '../evaluate/shard.ts';

/** `all`: a whole adapter on one machine. `train`: the adapter of a role, so that several machines find it. `score`: a share of a role. */
export type Part =
  | { work: 'all'; adapter: string }
  | { work: 'train'; adapter: string; role: Exclude<Role, 'bare'> }
  | { work: 'score'; adapter: string; role: Role; shard: Shard };

/** More shares of one role than GitHub takes jobs of a matrix make no sense. */
const MOST_SHARES = 256;
const ADAPTER = '[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?';
const NAME = new RegExp(
  `^(${ADAPTER})\\.(?:(all)|(${ROLES.join('|')})\\.(?:(train)|([1-9]\\d{0,2})-of-([1-9]\\d{0,2})))$`,
);

/** `desk.all`, `desk.candidate.train`, `desk.candidate.2-of-3` */
export function partName(part: Part): string {
  if (part.work === 'all') return `${part.adapter}.all`;
  if (part.work === 'train') return `${part.adapter}.${part.role}.train`;
  return `${part.adapter}.${part.role}.${part.shard.index}-of-${part.shard.of}`;
}

/** undefined for what is no name of a part. */
export function readPartName(name: string): Part | undefined {
  const [, adapter, all, role, train, index, of] = NAME.exec(name) ?? [];
  if (adapter === undefined) return undefined;
  if (all !== undefined) return { work: 'all', adapter };
  if (train !== undefined) {
    return role === 'bare' ? undefined : { work: 'train', adapter, role: role as 'baseline' | 'candidate' };
  }
  const shard = { index: Number(index), of: Number(of) };
  if (shard.index > shard.of || shard.of > MOST_SHARES) return undefined;
  return { work: 'score', adapter, role: role as Role, shard };
}

/** @throws UserError `part-unknown` */
export function parsePartName(name: string): Part {
  const part = readPartName(name);
  if (part) return part;
  throw new UserError('part-unknown', `${JSON.stringify(name)} is no name of a part`, {
    hint: 'The names are those that `lora-gate run --plan` prints: desk.all, desk.candidate.train, desk.candidate.2-of-3.',
  });
}

/** The share of a part's roles: all of them for what is not divided. */
export const shardOf = (part: Part): Shard => (part.work === 'score' ? part.shard : WHOLE);
