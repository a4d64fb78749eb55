/**
 * The commands that people write in a pull request's comments: `/lora-gate waive perplexity …` at the start of a line. Pure.
 * Says what was written, and never whether the writer may: see waivers.ts.
 */

import { distance } from 'fastest-levenshtein';
import { clip } from '../report/visible-text.ts';
import { type SpokenLine, spokenLines } from './command-lines.ts';

export const PREFIX = '/lora-gate';

/** A full commit sha: a short one is found for any commit by trying, so it binds to nothing. */
const FULL_SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const MOST_REASON = 500;
const MOST_COMMANDS = 20;

export type CommandRequest =
  /** With a sha it approves exactly that commit. */
  | { kind: 'run'; sha: string | null }
  | { kind: 'rerun' }
  | { kind: 'cancel' }
  /** Without a sha it is for the head at the time of the comment. */
  | { kind: 'waive'; metric: string; sha: string | null; reason: string }
  | { kind: 'unwaive'; metric: string }
  | { kind: 'explain' }
  | { kind: 'spot-check'; words: string }
  | { kind: 'help' };

export type CommandKind = CommandRequest['kind'];
export type Command = CommandRequest & { line: number };

/** A line that was meant as a command and is none. */
export interface CommandProblem {
  line: number;
  /** As written, shortened. */
  text: string;
  message: string;
  /** The nearest command, where one is near. */
  nearest: CommandKind | null;
}

export interface ParsedComment {
  /** In the order of the lines. */
  commands: Command[];
  problems: CommandProblem[];
}

/** A metric, `data-checks` or `data/leakage`, with the adapter before a colon where several have it. */
const METRIC = /^(?:[a-z0-9-]{1,64}:)?[A-Za-z][\w./-]{0,255}$/;

type Parsed = CommandRequest | string;

/** What stands behind the prefix. */
export const COMMAND_USAGE: Readonly<Record<CommandKind, string>> = {
  run: 'run [full sha]',
  rerun: 'rerun',
  cancel: 'cancel',
  waive: 'waive <metric> [@full sha] <reason>',
  unwaive: 'unwaive <metric>',
  explain: 'explain',
  'spot-check': 'spot-check [sheet 1a 2b 3t …]',
  help: 'help',
};

const usage = (kind: CommandKind) => `expected "${PREFIX} ${COMMAND_USAGE[kind]}"`;

export const COMMAND_KINDS = Object.keys(COMMAND_USAGE) as CommandKind[];

/** The first word, without the backticks it was copied with, and the rest. */
function firstWord(text: string): [word: string, rest: string] {
  const trimmed = text.trim();
  const end = trimmed.search(/\s/);
  const word = end < 0 ? trimmed : trimmed.slice(0, end);
  return [/^`[^`]+`$/.test(word) ? word.slice(1, -1) : word, end < 0 ? '' : trimmed.slice(end).trim()];
}

function shaOf(word: string): string | null {
  const sha = word.toLowerCase();
  return FULL_SHA.test(sha) ? sha : null;
}

const SHORT_SHA =
  'expected all 40 digits of a commit sha: another commit can be made to begin like a short one';

function run(words: string): Parsed {
  if (words === '') return { kind: 'run', sha: null };
  const [word, rest] = firstWord(words);
  if (rest !== '') return usage('run');
  const sha = shaOf(word.replace(/^@/, ''));
  return sha === null ? SHORT_SHA : { kind: 'run', sha };
}

function waive(words: string): Parsed {
  const [metric, rest] = firstWord(words);
  if (!METRIC.test(metric)) return usage('waive');
  const [second, behind] = firstWord(rest);
  const named = second.startsWith('@') && /^@[0-9a-f]{4,64}$/i.test(second);
  const sha = named ? shaOf(second.slice(1)) : null;
  if (named && sha === null) return SHORT_SHA;
  const reason = named ? behind : rest;
  if (!/[\p{L}\p{N}]/u.test(reason)) return `${usage('waive')}: a waiver needs a reason`;
  if (reason.length > MOST_REASON) return `expected a reason of at most ${MOST_REASON} characters`;
  return { kind: 'waive', metric, sha, reason };
}

function unwaive(words: string): Parsed {
  const [metric, rest] = firstWord(words);
  return rest === '' && METRIC.test(metric) ? { kind: 'unwaive', metric } : usage('unwaive');
}

function alone(kind: 'rerun' | 'cancel' | 'explain' | 'help'): (words: string) => Parsed {
  return (words) => (words === '' ? { kind } : usage(kind));
}

const PARSERS: Readonly<Record<CommandKind, (words: string) => Parsed>> = {
  run,
  rerun: alone('rerun'),
  cancel: alone('cancel'),
  waive,
  unwaive,
  explain: alone('explain'),
  'spot-check': (words) => ({ kind: 'spot-check', words: clip(words, 1000) }),
  help: alone('help'),
};

/** The command that a word is a slip of. */
function nearestCommand(word: string): CommandKind | null {
  const [best] = COMMAND_KINDS.map((kind) => ({ kind, far: distance(kind, word) })).sort(
    (a, b) => a.far - b.far,
  );
  return best && best.far <= Math.max(1, Math.min(3, Math.floor(best.kind.length / 2))) ? best.kind : null;
}

/** What a line says to us; undefined where it says nothing to us. */
function readLine({ text, quoted }: SpokenLine): Parsed | { unknown: string } | undefined {
  const [, prefix, behind = ''] = /^(\/\S+)(?=\s|$)(.*)$/su.exec(text) ?? [];
  if (prefix === undefined) return undefined;
  const ours = prefix.toLowerCase();
  if (ours !== PREFIX) {
    return /^\/lora[-_]?gate$/.test(ours) ? `expected commands to begin with "${PREFIX}"` : undefined;
  }
  if (quoted) return 'this line still belongs to the quote above it: leave an empty line between them';
  const [verb, words] = firstWord(behind);
  const kind = COMMAND_KINDS.find((each) => each === verb.toLowerCase());
  return kind ? PARSERS[kind](words) : { unknown: verb };
}

function unknownCommand(verb: string): Pick<CommandProblem, 'message' | 'nearest'> {
  const nearest = nearestCommand(clip(verb.toLowerCase(), 40));
  const known = `expected one of ${COMMAND_KINDS.join(', ')}`;
  if (verb === '') return { message: `no command: ${known}`, nearest: 'help' };
  const message = `"${clip(verb, 40)}" is no command: ${nearest ? `did you mean "${nearest}"?` : known}`;
  return { message, nearest };
}

/** Every command of a comment's body, which may be hostile; takes time linear in its length. */
export function parseCommands(body: string): ParsedComment {
  const commands: Command[] = [];
  const problems: CommandProblem[] = [];
  for (const spoken of spokenLines(body)) {
    const read = readLine(spoken);
    if (read === undefined) continue;
    const { line } = spoken;
    const problem = { line, text: clip(spoken.text, 100), nearest: null };
    if (commands.length + problems.length >= MOST_COMMANDS) {
      problems.push({ ...problem, message: `expected at most ${MOST_COMMANDS} commands in a comment` });
      break;
    }
    if (typeof read === 'string') problems.push({ ...problem, message: read });
    else if ('unknown' in read) problems.push({ ...problem, ...unknownCommand(read.unknown) });
    else commands.push({ ...read, line });
  }
  return { commands, problems };
}
