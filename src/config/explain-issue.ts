/**
 * What zod found wrong, in the words of someone who writes the file: which key, what was found, what was expected, and
 * the known key that an unknown one may stand for.
 */

import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import type { KeyPath } from './yaml-document.ts';

export interface Explained {
  path: KeyPath;
  message: string;
}

type Issue = z.core.$ZodIssue;
type JsonSchema = Readonly<Record<string, unknown>>;

/** Explains one issue; an issue about several unknown keys gives one explanation for each. */
export function explainIssue(issue: Issue, root: unknown, schema: JsonSchema): Explained[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: unknownKey(path, key, schema) }));
  }
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? 'expected another name';
    return [{ path, message: `${named(path)} cannot be the name: ${expected}` }];
  }
  const found = valueAt(root, path);
  if (found === undefined) return [{ path, message: `${named(path)} is missing, ${expectation(issue)}` }];
  if (found === null) return [{ path, message: `${named(path)} is empty, ${expectation(issue)}` }];
  return [{ path, message: `${named(path)} is ${describe(found)}, ${expectation(issue)}` }];
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'keys and values',
  record: 'keys and values',
  array: 'a list',
};

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `expected ${issue.inclusive ? 'at least' : 'more than'} ${String(issue.minimum)}${unitOf(issue.origin)}`;
    case 'too_big':
      return `expected ${issue.inclusive ? 'at most' : 'less than'} ${String(issue.maximum)}${unitOf(issue.origin)}`;
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : undefined;
      return options ? `expected one of ${options.join(', ')}` : issue.message;
    }
    default:
      return issue.message; // the schema's own words
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

function unknownKey(path: KeyPath, key: string, schema: JsonSchema): string {
  const where = path.length === 0 ? '' : ` in ${named(path)}`;
  const known = knownKeys(schema, path);
  const near = nearest(key, known);
  if (near !== undefined) return `unknown key "${shorten(key)}"${where}: did you mean "${near}"?`;
  const home = sectionsWith(schema, key);
  if (home.length > 0) return `unknown key "${shorten(key)}"${where}: it belongs ${home.join(' or ')}`;
  return `unknown key "${shorten(key)}"${where}: known are ${known.join(', ')}`;
}

/** The known key that an unknown one is closest to in spelling, that it is a part of (alpha, epochs), or whose initials it is (lr). */
function nearest(key: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const near = closest(key, [...known]);
  if (distance(key, near) <= Math.max(1, Math.floor(key.length / 3))) return near;
  return known.find(
    (candidate) => (key.length >= 4 && candidate.includes(key)) || initialsOf(candidate) === key,
  );
}

function initialsOf(key: string): string {
  return key.replace(/([a-z0-9])[a-z0-9]*_?/g, '$1');
}

/** The keys that a path may have below it, by the JSON Schema: of every alternative where there are several. */
function knownKeys(schema: JsonSchema, path: KeyPath): string[] {
  let nodes = [schema];
  for (const key of path) nodes = nodes.flatMap(alternatives).flatMap((node) => below(node, key));
  return [...new Set(nodes.flatMap(alternatives).flatMap((node) => Object.keys(propertiesOf(node))))];
}

function alternatives(node: JsonSchema): JsonSchema[] {
  const options = (node.oneOf ?? node.anyOf) as JsonSchema[] | undefined;
  return options ?? [node];
}

function below(node: JsonSchema, key: string | number): JsonSchema[] {
  const properties = propertiesOf(node);
  const next = Object.hasOwn(properties, key) ? properties[key] : (node.additionalProperties ?? node.items);
  return typeof next === 'object' && next !== null ? [next as JsonSchema] : [];
}

function propertiesOf(node: JsonSchema): Record<string, JsonSchema> {
  return (node.properties ?? {}) as Record<string, JsonSchema>;
}

/** Where else in the file a key is known: `in adapters.<name>.training` for `learning_rate`. */
function sectionsWith(node: JsonSchema, key: string, path: readonly string[] = []): string[] {
  const found = alternatives(node).flatMap((option) => {
    const properties = propertiesOf(option);
    const here = Object.hasOwn(properties, key)
      ? [path.length === 0 ? 'at the top level' : `in ${path.join('.')}`]
      : [];
    const children = Object.entries(properties).map(([name, child]) => [name, child] as const);
    const rest = option.additionalProperties;
    if (typeof rest === 'object' && rest !== null) children.push(['<name>', rest as JsonSchema]);
    return [...here, ...children.flatMap(([name, child]) => sectionsWith(child, key, [...path, name]))];
  });
  return [...new Set(found)];
}

function valueAt(root: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}

function named(path: KeyPath): string {
  if (path.length === 0) return 'the file';
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${shorten(key)}`))
    .join('');
}

function describe(value: unknown): string {
  if (Array.isArray(value)) {
    const plain = value.every((item) => typeof item !== 'object' || item === null);
    if (value.length === 0) return 'an empty list';
    return plain ? `[${shorten(value.join(', '))}]` : 'a list';
  }
  if (typeof value === 'object') return 'keys and values';
  return typeof value === 'string' ? `"${shorten(value)}"` : String(value);
}

/** A piece of the file, short enough for a message. */
function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
