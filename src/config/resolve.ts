/**
 * The configurations of the two commits of a change, each with the organisation's defaults under it. The one place that decides which
 * defaults those are, for every door: the base names them, and they are fetched once for both sides. A change cannot have another file
 * read by naming it. Knows no API; who can fetch hands a reader in.
 */

import type { DefaultsReference } from './extends.ts';
import { extendsOf, type LoadedConfig, loadConfig } from './load.ts';

/** Where the defaults lay, and which content of them was read. */
export interface UsedDefaults {
  /** `owner/name`. */
  repository: string;
  path: string;
  /** Of git's object with the content. */
  sha: string;
}

export interface DefaultsFile extends UsedDefaults {
  text: string;
}

/** Where to look; no owner is the owner of the repository that asks. */
export interface DefaultsPlace {
  owner: string | null;
  repo: string;
  path: string;
}

/** Fetches the file from where its repository's default branch is now. @throws UserError where it cannot be had */
export type DefaultsReader = (place: DefaultsPlace) => Promise<DefaultsFile>;

/** A configuration as it stands in a commit. */
export interface ConfigText {
  text: string;
  /** The name that messages show. */
  file: string;
}

export interface ResolveOptions {
  base: ConfigText | null;
  head: ConfigText | null;
  /** Of the configuration in its repository. */
  path: string;
  /** Without one a base that extends another file is an error. */
  readDefaults?: DefaultsReader | undefined;
}

export interface ResolvedConfigs {
  base: LoadedConfig | null;
  head: LoadedConfig | null;
  defaults: UsedDefaults | null;
  /** On what the change does to `_extends`. */
  warnings: string[];
}

/** Of an organisation, for all of its repositories: what GitHub itself looks there for. */
const COMMON_REPOSITORY = '.github';

/** What a change may have read that the base does not name: the one place that is meant for every repository of the owner. */
function isCommon({ owner, repo, path }: DefaultsReference): boolean {
  return owner === null && path === null && repo.toLowerCase() === COMMON_REPOSITORY;
}

/** What is fetched for both sides. */
function decidingReference(
  base: DefaultsReference | undefined,
  head: DefaultsReference | undefined,
): DefaultsReference | undefined {
  return base ?? (head && isCommon(head) ? head : undefined);
}

/**
 * Both configurations with their defaults.
 *
 * @throws UserError of loadConfig and of the reader
 */
export async function resolveConfigs(options: ResolveOptions): Promise<ResolvedConfigs> {
  const { base, head, path, readDefaults } = options;
  const [ofBase, ofHead] = [base, head].map((side) => (side ? extendsOf(side.text) : undefined));
  const deciding = decidingReference(ofBase, ofHead);
  const found =
    deciding && readDefaults ? await readDefaults({ ...deciding, path: deciding.path ?? path }) : undefined;
  const under = found && {
    text: found.text,
    file: `${found.path} of ${found.repository} at ${found.sha.slice(0, 7)}`,
  };
  const load = (side: ConfigText | null, reference: DefaultsReference | undefined) => {
    if (!side) return null;
    const { text, file } = side;
    return loadConfig(text, { file, defaults: reference && (deciding ? under : 'ignored') });
  };
  const loaded = { base: load(base, ofBase), head: load(head, ofHead) };
  return {
    ...loaded,
    defaults: found ? { repository: found.repository, path: found.path, sha: found.sha } : null,
    warnings: base && head ? edits(ofBase, ofHead, deciding) : [],
  };
}

function edits(
  base: DefaultsReference | undefined,
  head: DefaultsReference | undefined,
  deciding: DefaultsReference | undefined,
): string[] {
  if (base?.text === head?.text) return [];
  const named = (reference: DefaultsReference | undefined) =>
    reference ? JSON.stringify(reference.text) : 'none';
  const counts =
    head && head.text !== deciding?.text
      ? `; read here with ${named(deciding)}, and it takes effect once it is merged`
      : '';
  return [`this change edits _extends from ${named(base)} to ${named(head)}${counts}`];
}

/** One configuration that stands alone, such as a file on disk. @throws UserError as `resolveConfigs` */
export async function resolveConfig(
  side: ConfigText,
  options: Pick<ResolveOptions, 'path' | 'readDefaults'>,
): Promise<LoadedConfig> {
  const { base } = await resolveConfigs({ ...options, base: side, head: null });
  return base as LoadedConfig;
}
