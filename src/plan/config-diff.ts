/** Where two configurations differ, key by key. Pure; knows no particular configuration. */

export interface ConfigChange {
  /** Dotted: `training.learning_rate`. */
  key: string;
  /** JSON of the value, cut after 1,000 characters; null where the key is absent. */
  base: string | null;
  head: string | null;
}

const MOST_CHARACTERS = 1000;

type Branch = Readonly<Record<string, unknown>>;

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with sorted keys, so that the order of writing is no difference. */
function canonical(value: unknown): string | null {
  if (value === undefined) return null;
  return JSON.stringify(value, (_, inner: unknown) =>
    isBranch(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const cut = (text: string | null) =>
  text !== null && text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;

/** The differing leaves of two values in the order of their keys; lists are compared as a whole. */
export function diffConfig(base: unknown, head: unknown, prefix = ''): ConfigChange[] {
  const [before, after] = [canonical(base), canonical(head)];
  if (before === after) return [];
  if (isBranch(base) && isBranch(head)) {
    const keys = [...new Set([...Object.keys(base), ...Object.keys(head)])].toSorted();
    return keys.flatMap((key) => {
      const own = (branch: Branch) => (Object.hasOwn(branch, key) ? branch[key] : undefined);
      return diffConfig(own(base), own(head), prefix === '' ? key : `${prefix}.${key}`);
    });
  }
  return [{ key: prefix.slice(0, MOST_CHARACTERS), base: cut(before), head: cut(after) }];
}
