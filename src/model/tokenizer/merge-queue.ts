/**
 * The possible merges of one piece of text, the next one first: a binary heap in parallel arrays that are reused from
 * piece to piece. Lowest priority first, then leftmost.
 */

export class MergeQueue {
  private readonly priorities: number[] = [];
  private readonly positions: number[] = [];
  private readonly ids: number[] = [];

  get size(): number {
    return this.ids.length;
  }

  /** Where the left token of the next merge stands. */
  get position(): number {
    return this.positions[0] as number;
  }

  /** The token that the next merge makes. */
  get id(): number {
    return this.ids[0] as number;
  }

  push(priority: number, position: number, id: number): void {
    this.priorities.push(priority);
    this.positions.push(position);
    this.ids.push(id);
    let at = this.ids.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** Drops the next merge. */
  pop(): void {
    const last = this.ids.length - 1;
    this.swap(0, last);
    this.priorities.pop();
    this.positions.pop();
    this.ids.pop();
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      if (left >= last) return;
      const child = left + 1 < last && this.before(left + 1, left) ? left + 1 : left;
      if (!this.before(child, at)) return;
      this.swap(at, child);
      at = child;
    }
  }

  private before(a: number, b: number): boolean {
    const difference = (this.priorities[a] as number) - (this.priorities[b] as number);
    return (
      difference < 0 || (difference === 0 && (this.positions[a] as number) < (this.positions[b] as number))
    );
  }

  private swap(a: number, b: number): void {
    for (const column of [this.priorities, this.positions, this.ids]) {
      const kept = column[a] as number;
      column[a] = column[b] as number;
      column[b] = kept;
    }
  }
}
