/**
 * YAML text to a plain value that remembers its lines. Refuses what a configuration has no use for: a second document,
 * tags, keys that are no text, expansion by aliases. Knows nothing of the keys.
 */

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { messageOf } from '../errors.ts';

export type KeyPath = readonly (string | number)[];

export interface Problem {
  /** Counts from 1. */
  line: number;
  message: string;
}

export interface YamlDocument {
  /** `undefined` when the text cannot be read at all. */
  value: unknown;
  problems: Problem[];
  /** The line of the key at a path, or of the nearest one around it that is there. */
  lineOf(path: KeyPath): number;
}

/** The largest configuration read, in characters. */
const MAX_LENGTH = 256 * 1024;
const MAX_ALIASES = 100;

/** Reads one YAML document. */
export function readYaml(text: string): YamlDocument {
  if (text.length > MAX_LENGTH) {
    const message = `${text.length} characters, more than the ${MAX_LENGTH} read: is this the right file?`;
    return { value: undefined, problems: [{ line: 1, message }], lineOf: () => 1 };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    resolveKnownTags: false,
    logLevel: 'error',
  });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const found = [...document.errors, ...document.warnings].map((error) => ({
    line: lineAt(error.pos[0]),
    message: explain(error.code, error.message, keyAt(text, error.pos[0])),
  }));
  const problems = [
    ...new Map(found.map((problem) => [`${problem.line} ${problem.message}`, problem])).values(),
  ];
  const readable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  const nothing = { value: undefined, problems, lineOf: () => 1 };
  if (!readable) return nothing;

  const broken = brokenAliases(document, lineAt);
  if (broken.length > 0) return { ...nothing, problems: [...problems, ...broken] };
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { value, problems, lineOf: (path) => lineAt(offsetOf(path)) };
  } catch (error) {
    const reason = error instanceof RangeError ? 'nested too deep' : messageOf(error);
    problems.push({ line: 1, message: `aliases that cannot be resolved (${reason}): write the values out` });
    return nothing;
  }

  function offsetOf(path: KeyPath): number {
    let node: unknown = document.contents;
    let offset = document.contents?.range?.[0] ?? 0;
    for (const key of path) {
      const target: unknown = isAlias(node) ? node.resolve(document) : node;
      if (isMap(target)) {
        const pair = target.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(key),
        );
        if (!pair) break;
        offset = (pair.key as Node).range?.[0] ?? offset;
        node = pair.value;
      } else if (isSeq(target) && typeof key === 'number') {
        node = target.items[key];
        offset = (node as Node | undefined)?.range?.[0] ?? offset;
      } else break;
    }
    return offset;
  }
}

function keyAt(text: string, offset: number): string {
  return /^[^\s:,{}]*/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
}

function explain(code: string, message: string, key: string): string {
  if (code === 'DUPLICATE_KEY') return `key ${key} occurs twice: keep one of the two`;
  if (code === 'TAB_AS_INDENT') return 'a tab as indentation: YAML takes spaces';
  if (code === 'MULTIPLE_DOCS') return 'a second document after ---: keep one';
  if (code === 'TAG_RESOLVE_FAILED') return `${message}: tags are not used here, delete it`;
  if (code === 'RESOURCE_EXHAUSTION') return 'nested too deep';
  return `not valid YAML: ${message}`;
}

/** Aliases without an anchor before them, inside the value they stand for, or too many of them. */
function brokenAliases(document: Document.Parsed, lineAt: (offset: number) => number): Problem[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  // Resolving one walks the document, so a limit on the number also bounds the time.
  if (aliases.length > MAX_ALIASES) {
    return [
      {
        line: 1,
        message: `${aliases.length} aliases, more than the ${MAX_ALIASES} read: write the values out`,
      },
    ];
  }
  return aliases.flatMap((alias) => {
    const [start, end] = alias.range ?? [0, 0];
    const target = alias.resolve(document)?.range;
    if (!target) {
      return [
        {
          line: lineAt(start),
          message: `alias *${alias.source} has no anchor before it: write the value out`,
        },
      ];
    }
    if (target[0] > start || end > target[1]) return [];
    return [
      {
        line: lineAt(start),
        message: `alias *${alias.source} is inside the value it stands for: write the value out`,
      },
    ];
  });
}
