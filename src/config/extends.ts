/**
 * `_extends`: the defaults of an organisation that lie under a repository's own `lora-gate.yml`. How the key is written, and how two
 * files become one. Pure: who fetches the other file, and for which commit, is resolve.ts's matter.
 */

/** Where the defaults are, as the key says it. */
export interface DefaultsReference {
  /** As it was written. */
  text: string;
  /** The repository's own where it is not named. */
  owner: string | null;
  repo: string;
  /** The path of the file that extends where it is not named. */
  path: string | null;
}

/** `repository`, `owner/repository`, each also with `:path.yml`: as Probot's configurations have it. */
const REFERENCE =
  /^(?:([a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})\/)?([\w.-]{1,100})(?::([\w-.][\w./-]{0,300}\.ya?ml))?$/i;

/** The file was made to be read by every repository that names it: what has another name was not. */
const MADE_FOR_IT = /(?:^|\/)[\w.-]*lora-gate[\w.-]*\.ya?ml$/i;

const BAD_PART = /^\.{0,2}$/;

export const EXTENDS_FORM =
  'expected a repository of the same owner, such as .github, or repository:path/of/lora-gate.yml';

/** Undefined for anything that is not such a reference. */
export function parseExtends(value: unknown): DefaultsReference | undefined {
  if (typeof value !== 'string') return undefined;
  const [, owner, repo, path] = REFERENCE.exec(value) ?? [];
  if (repo === undefined || BAD_PART.test(repo)) return undefined;
  if (path?.split('/').some((part) => BAD_PART.test(part))) return undefined;
  if (path !== undefined && !isMadeForIt(path)) return undefined;
  return { text: value, owner: owner ?? null, repo, path: path ?? null };
}

/** Whether a file's name says that it holds what this key reads: no other file of another repository is ever read. */
export const isMadeForIt = (path: string): boolean => MADE_FOR_IT.test(path);

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands in a file wins; mappings are joined key by key, everything else (lists too) is taken whole. */
export function mergeDefaults(under: unknown, over: unknown): unknown {
  if (!isMapping(under) || !isMapping(over)) return over;
  const own = (of: Mapping, key: string) => (Object.hasOwn(of, key) ? of[key] : undefined);
  // `fromEntries` makes an own key of `__proto__`, too.
  return Object.fromEntries(
    [...new Set([...Object.keys(under), ...Object.keys(over)])].map((key) => [
      key,
      Object.hasOwn(over, key) ? mergeDefaults(own(under, key), over[key]) : under[key],
    ]),
  );
}

/** Whether a path of keys leads to something in a document. */
export function hasPath(value: unknown, path: readonly (string | number)[]): boolean {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = (at as Record<string | number, unknown>)[key];
  }
  return true;
}
