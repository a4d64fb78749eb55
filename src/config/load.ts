/**
 * The text of a `lora-gate.yml` to a configuration with its defaults, or to every problem in it with its line. Reads no files:
 * the text may come from any commit.
 */

import { UserError } from '../errors.ts';
import { crossProblems, type Finding, rangeWarnings } from './cross-checks.ts';
import { explainIssue } from './explain-issue.ts';
import { type DefaultsReference, hasPath, mergeDefaults, parseExtends } from './extends.ts';
import { type Config, ConfigSchema, configJsonSchema } from './schema.ts';
import { type KeyPath, readYaml, type YamlDocument } from './yaml-document.ts';

export interface LoadedConfig {
  config: Config;
  /** `file:line: …`, one a value outside the usual range. */
  warnings: string[];
}

export interface LoadOptions {
  /** The name that messages show. */
  file: string;
  /** What `_extends` means; `ignored` where it does not count yet. A file that has the key is refused without either. */
  defaults?: { text: string; file: string } | 'ignored' | undefined;
}

interface Placed {
  document: number;
  file: string;
  line: number;
  message: string;
}

/**
 * Reads a configuration.
 * @throws UserError `config-invalid` that lists every problem as `file:line: …`, `extends-unresolved` where the file rests on another
 * one that was not handed in.
 */
export function loadConfig(text: string, { file, defaults }: LoadOptions): LoadedConfig {
  const own: Source = { file, ...readYaml(text) };
  const reference = referenceIn(own.value);
  if (reference && defaults === undefined) throw unresolved(file, reference);
  const under: Source | undefined =
    defaults === undefined || defaults === 'ignored'
      ? undefined
      : { file: defaults.file, ...readYaml(defaults.text) };
  const value = under ? mergeDefaults(under.value, own.value) : own.value;

  const shown = (findings: readonly Finding[]): Placed[] =>
    findings.map(({ path, message }) => {
      const document = under && !hasPath(own.value, path) && hasPath(under.value, path) ? 1 : 0;
      const { file: name, lineOf } = document === 1 && under ? under : own;
      return { document, file: name, line: lineOf(path), message };
    });

  const problems: Placed[] = [own, ...(under ? [under] : [])].flatMap((source, document) =>
    source.problems.map((problem) => ({ document, file: source.file, ...problem })),
  );
  if (under) problems.push(...defaultsProblems(under));
  if (own.value === null) {
    const message = 'the file is empty, expected version, model and adapters';
    problems.push({ document: 0, file, line: 1, message });
  } else if (own.value !== undefined && (!under || mappingOf(under.value))) {
    const parsed = ConfigSchema.safeParse(value);
    if (parsed.success) {
      problems.push(...shown(crossProblems(value)));
      if (problems.length === 0) {
        return { config: parsed.data, warnings: listed(shown(rangeWarnings(parsed.data))) };
      }
    } else {
      const schema = configJsonSchema();
      const issues = parsed.error.issues.flatMap((issue) => explainIssue(issue, value, schema));
      problems.push(...shown([...issues, ...crossProblems(value)]));
    }
  }
  const count = problems.length;
  throw new UserError('config-invalid', `${count} problem${count === 1 ? '' : 's'} in ${file}`, {
    problems: listed(problems),
    hint:
      reference && defaults === 'ignored'
        ? '`_extends` counts once it is on the base branch, and until then this file has to be whole without it.'
        : 'An editor with a YAML language server shows the known keys: put `# yaml-language-server: $schema=…/lora-gate.schema.json` on the first line.',
  });
}

interface Source extends YamlDocument {
  file: string;
}

function mappingOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** In the order of the file that is judged, then of what lies under it. */
function listed(problems: readonly Placed[]): string[] {
  return problems
    .toSorted((a, b) => a.document - b.document || a.line - b.line)
    .map(({ file, line, message }) => `${file}:${line}: ${visible(message)}`);
}

function defaultsProblems({ file, value, lineOf }: Source): Placed[] {
  const problem = (path: KeyPath, message: string) => [{ document: 1, file, line: lineOf(path), message }];
  if (value === null) return problem([], 'the file is empty, expected keys to lie under another file');
  if (value !== undefined && !mappingOf(value)) return problem([], 'expected keys and values');
  return hasPath(value, ['_extends'])
    ? problem(['_extends'], '_extends stands in a file that is extended: one level, no chain')
    : [];
}

function unresolved(file: string, { text }: DefaultsReference): UserError {
  return new UserError(
    'extends-unresolved',
    `${file} extends ${JSON.stringify(text)}, which is not fetched here`,
    { hint: 'Download that file, and name it with --extends FILE.' },
  );
}

/** What a file's `_extends` says; undefined where it has none that can be read. */
export function extendsOf(text: string): DefaultsReference | undefined {
  return referenceIn(readYaml(text).value);
}

const referenceIn = (value: unknown) => parseExtends(mappingOf(value)?._extends);

/** Messages quote the file: characters that steer a terminal or turn the writing direction are shown, not sent. */
function visible(message: string): string {
  return message.replace(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
