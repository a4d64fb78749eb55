/**
 * Which neighbouring tokens merge into which, and what merges first: the two kinds of byte-pair tables. One is listed
 * (tokenizer.json, GPT-2-like GGUF), the other follows from the vocabulary's order (SentencePiece-like GGUF), found
 * when first asked for because listing the merges of 262,144 tokens would cost more than a run needs. Knows nothing of
 * text.
 */

/** A merge of two tokens: lower `priority` first. `id` is -1 where the two don't merge. */
export interface MergeTable {
  /** Slot of the pair, or -1 when the two tokens don't merge. */
  find(left: number, right: number): number;
  id(slot: number): number;
  priority(slot: number): number;
}

/** Open addressing over pairs of token ids; a JavaScript Map of half a million pairs is several times slower. */
class PairMap {
  size = 0;
  private mask: number;
  private lefts: Int32Array;
  private rights: Int32Array;
  ids: Int32Array;
  priorities: Float64Array;

  constructor(expected: number) {
    let capacity = 1024;
    while (capacity < expected * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.lefts = new Int32Array(capacity).fill(-1);
    this.rights = new Int32Array(capacity);
    this.ids = new Int32Array(capacity);
    this.priorities = new Float64Array(capacity);
  }

  /** Slot of the pair, or the free slot (`lefts[slot] === -1`) where it would go. */
  private probe(left: number, right: number): number {
    let hash = Math.imul(left, 0x9e3779b1) ^ Math.imul(right, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & this.mask;
    while (this.lefts[slot] !== -1 && (this.lefts[slot] !== left || this.rights[slot] !== right)) {
      slot = (slot + 1) & this.mask;
    }
    return slot;
  }

  find(left: number, right: number): number {
    const slot = this.probe(left, right);
    return this.lefts[slot] === -1 ? -1 : slot;
  }

  /** Adds the pair (the first one wins) and returns its slot. */
  add(left: number, right: number, id: number, priority: number): number {
    if (this.size * 2 > this.mask) this.grow();
    const slot = this.probe(left, right);
    if (this.lefts[slot] === -1) {
      this.lefts[slot] = left;
      this.rights[slot] = right;
      this.ids[slot] = id;
      this.priorities[slot] = priority;
      this.size += 1;
    }
    return slot;
  }

  private grow(): void {
    const bigger = new PairMap(this.mask + 1);
    for (let slot = 0; slot <= this.mask; slot += 1) {
      const left = this.lefts[slot] as number;
      if (left === -1) continue;
      bigger.add(
        left,
        this.rights[slot] as number,
        this.ids[slot] as number,
        this.priorities[slot] as number,
      );
    }
    this.mask = bigger.mask;
    this.lefts = bigger.lefts;
    this.rights = bigger.rights;
    this.ids = bigger.ids;
    this.priorities = bigger.priorities;
  }
}

/**
 * The merges as a tokenizer.json or a GPT-2-like GGUF lists them, best first: `"left right"` or `[left, right]`.
 * @throws Error naming the first merge whose tokens are not in the vocabulary.
 */
export function listedMerges(
  vocab: ReadonlyMap<string, number>,
  merges: readonly (string | readonly string[])[],
): MergeTable {
  const pairs = new PairMap(merges.length);
  for (let rank = 0; rank < merges.length; rank += 1) {
    const merge = merges[rank] as string | readonly string[];
    let left: string;
    let right: string;
    if (typeof merge === 'string') {
      const space = merge.indexOf(' ');
      left = merge.slice(0, space);
      right = merge.slice(space + 1);
    } else {
      left = merge[0] ?? '';
      right = merge[1] ?? '';
    }
    const leftId = vocab.get(left);
    const rightId = vocab.get(right);
    const id = vocab.get(left + right);
    if (leftId === undefined || rightId === undefined || id === undefined) {
      throw new Error(`merge ${rank} (${JSON.stringify(merge)}) names a token that is not in the vocabulary`);
    }
    pairs.add(leftId, rightId, id, rank);
  }
  return {
    find: (left, right) => pairs.find(left, right),
    id: (slot) => pairs.ids[slot] as number,
    priority: (slot) => pairs.priorities[slot] as number,
  };
}

const MAX_REMEMBERED_PAIRS = 2 ** 20;

/**
 * Any two tokens whose texts together are a token merge; the merged token's `ranks` entry says how early (Infinity:
 * never). Where one token can come from several pairs, the pair with the longest left part goes first, as in the merge
 * list that transformers' `generate_merges` makes of a SentencePiece vocabulary.
 */
export function rankedMerges(
  vocab: ReadonlyMap<string, number>,
  tokens: readonly string[],
  ranks: Float64Array,
): MergeTable {
  let pairs = new PairMap(2 ** 16);
  const splitOrder = (merged: string, leftLength: number) => {
    let longer = 0;
    for (let at = merged.length - 1; at > leftLength; at -= 1) {
      if (vocab.has(merged.slice(0, at)) && vocab.has(merged.slice(at))) longer += 1;
    }
    return longer;
  };
  return {
    find(left, right) {
      let slot = pairs.find(left, right);
      if (slot === -1) {
        if (pairs.size >= MAX_REMEMBERED_PAIRS) pairs = new PairMap(2 ** 16);
        const text = tokens[left] as string;
        const merged = text + tokens[right];
        const id = vocab.get(merged) ?? -1;
        const rank = id === -1 ? Number.POSITIVE_INFINITY : (ranks[id] as number);
        slot =
          rank === Number.POSITIVE_INFINITY
            ? pairs.add(left, right, -1, 0)
            : pairs.add(left, right, id, rank + splitOrder(merged, text.length) / 4096);
      }
      return pairs.ids[slot] === -1 ? -1 : slot;
    },
    id: (slot) => pairs.ids[slot] as number,
    priority: (slot) => pairs.priorities[slot] as number,
  };
}
