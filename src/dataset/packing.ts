/**
 * Bin packing of conversations into sequences of a fixed number of tokens: best fit decreasing, whole conversations only.
 * Source: TRL's `pack_dataset(strategy="bfd")`, after Ding et al. 2024, "Fewer Truncations Improve Language Modeling".
 */

/**
 * Bins of rows with at most `capacity` tokens each, longest rows placed first, each into the bin it fills best.
 * @param order the rows; among rows of one length the earlier is placed first.
 * @param lengths tokens of each row, from 1 to `capacity`.
 */
export function packBestFitDecreasing(
  order: readonly number[],
  lengths: readonly number[],
  capacity: number,
): number[][] {
  const bins: number[][] = [];
  const binsBySpace = new Map<number, number[][]>(); // first in, first out for each amount of space
  const spaces = createSpaceTree(capacity);
  for (const row of order.toSorted((a, b) => (lengths[b] as number) - (lengths[a] as number))) {
    const length = lengths[row] as number;
    const space = spaces.smallestAtLeast(length);
    const waiting = space === undefined ? undefined : binsBySpace.get(space);
    let bin = waiting?.shift();
    if (!bin) {
      bin = [];
      bins.push(bin);
    }
    if (space !== undefined && waiting?.length === 0) spaces.remove(space);
    bin.push(row);

    const left = (space ?? capacity) - length;
    if (left === 0) continue;
    const queue = binsBySpace.get(left);
    if (queue) queue.push(bin);
    else binsBySpace.set(left, [bin]);
    spaces.add(left);
  }
  return bins;
}

interface SpaceTree {
  add(space: number): void;
  remove(space: number): void;
  smallestAtLeast(length: number): number | undefined;
}

/** A set of integers from 1 to `capacity` as a segment tree of maxima: O(log capacity) each call. */
function createSpaceTree(capacity: number): SpaceTree {
  let leaves = 1;
  while (leaves < capacity) leaves *= 2;
  const tree = new Int32Array(2 * leaves);
  const set = (space: number, value: number) => {
    let node = leaves + space - 1;
    tree[node] = value;
    while (node > 1) {
      node >>= 1;
      tree[node] = Math.max(tree[2 * node] as number, tree[2 * node + 1] as number);
    }
  };
  return {
    add: (space) => set(space, space),
    remove: (space) => set(space, 0),
    smallestAtLeast(length) {
      if ((tree[1] as number) < length) return undefined;
      let node = 1;
      while (node < leaves) node = (tree[2 * node] as number) >= length ? 2 * node : 2 * node + 1;
      return tree[node];
    },
  };
}
