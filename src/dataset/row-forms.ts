/**
 * One JSON value to the messages of one conversation: the four row forms (messages, ShareGPT, prompt/completion, Alpaca)
 * and every rule a row has to keep. Knows nothing of files, lines or tokens.
 */

import { closest, distance } from 'fastest-levenshtein';
import type { Message, Role } from './conversation.ts';
import { printable } from './json-line.ts';
import { roleOrderProblems } from './role-order.ts';

export interface Row {
  id: string | undefined;
  group: string | undefined;
  tags: string[];
  messages: Message[];
}

export type ParsedRow = { row: Row; problems?: undefined } | { problems: string[] };

type JsonObject = Record<string, unknown>;

interface RowForm {
  name: string;
  /** The row has this form when it has this key. */
  marker: string;
  keys: readonly string[];
  read(row: JsonObject, report: (problem: string) => void): Message[];
}

const SHARED_KEYS = ['id', 'group', 'tags'];

const SHAREGPT_ROLES: Readonly<Record<string, Role>> = {
  system: 'system',
  human: 'user',
  user: 'user',
  gpt: 'assistant',
  assistant: 'assistant',
};

const OPENAI_ROLES: Readonly<Record<string, Role>> = {
  system: 'system',
  user: 'user',
  assistant: 'assistant',
};

const ROW_FORMS: readonly RowForm[] = [
  {
    name: 'messages',
    marker: 'messages',
    keys: ['messages'],
    read: (row, report) => readTurns(row.messages, 'messages', 'role', 'content', OPENAI_ROLES, report),
  },
  {
    name: 'ShareGPT',
    marker: 'conversations',
    keys: ['conversations'],
    read: (row, report) =>
      readTurns(row.conversations, 'conversations', 'from', 'value', SHAREGPT_ROLES, report),
  },
  {
    name: 'prompt/completion',
    marker: 'prompt',
    keys: ['prompt', 'completion'],
    read: (row, report) => [
      { role: 'user', content: readText(row, 'prompt', report) },
      { role: 'assistant', content: readText(row, 'completion', report) },
    ],
  },
  {
    name: 'Alpaca',
    marker: 'instruction',
    keys: ['instruction', 'input', 'output'],
    read(row, report) {
      const instruction = readText(row, 'instruction', report);
      const input = row.input === undefined || row.input === '' ? '' : readText(row, 'input', report);
      return [
        { role: 'user', content: input === '' ? instruction : `${instruction}\n\n${input}` },
        { role: 'assistant', content: readText(row, 'output', report) },
      ];
    },
  },
];

/** Reads one row of any of the four forms; every problem of the row is listed. */
export function parseRow(value: unknown): ParsedRow {
  if (!isObject(value)) {
    return {
      problems: [`${describe(value)}, expected a JSON object: write one row a line, {"messages": […]}`],
    };
  }
  const form = formOf(value);
  if (typeof form === 'string') return { problems: [form] };

  const problems: string[] = [];
  const report = (problem: string) => void problems.push(problem);
  const known = [...form.keys, ...SHARED_KEYS];
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) report(unknownKey(key, known, `a row of the ${form.name} form`));
  }
  const id = readId(value.id, report);
  const tags = readTags(value.tags, report);
  const group = readGroup(value.group, tags, report);
  const before = problems.length;
  const messages = form.read(value, report);
  // Broken turns would only make the order look broken too.
  if (problems.length === before) problems.push(...roleOrderProblems(messages));
  return problems.length > 0 ? { problems } : { row: { id, group, tags, messages } };
}

function formOf(row: JsonObject): RowForm | string {
  const found = ROW_FORMS.filter((form) =>
    form.keys.some((key) => key !== 'input' && Object.hasOwn(row, key)),
  );
  if (found.length > 1) {
    const names = found.map((form) => form.name).join(' and ');
    return `keys of more than one row form (${names}): keep those of one`;
  }
  const [form] = found;
  if (form && Object.hasOwn(row, form.marker)) return form;
  if (form)
    return `no ${JSON.stringify(form.marker)} key, expected one in a row of the ${form.name} form: add it`;
  const keys = Object.keys(row).slice(0, 8);
  for (const key of keys) {
    const near = nearest(
      key,
      ROW_FORMS.map(({ marker }) => marker),
    );
    if (near !== undefined) return `no known row form: did you mean "${near}" by ${quote(key)}?`;
  }
  return `no known row form (keys: ${keys.map(quote).join(', ') || 'none'}): write {"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}`;
}

function readTurns(
  turns: unknown,
  listKey: string,
  roleKey: string,
  textKey: string,
  roles: Readonly<Record<string, Role>>,
  report: (problem: string) => void,
): Message[] {
  if (!Array.isArray(turns)) {
    report(`${quote(listKey)} is ${describe(turns)}, expected a list of turns`);
    return [];
  }
  if (turns.length === 0) report(`${quote(listKey)} is empty: add at least a user and an assistant turn`);
  return turns.flatMap((turn: unknown, index) => {
    const where = `${listKey}[${index}]`;
    if (!isObject(turn)) {
      report(`${where} is ${describe(turn)}, expected {"${roleKey}": "…", "${textKey}": "…"}`);
      return [];
    }
    for (const key of Object.keys(turn)) {
      if (key !== roleKey && key !== textKey) report(unknownKey(key, [roleKey, textKey], where));
    }
    const role = readRole(turn[roleKey], `${where}.${roleKey}`, roles, report);
    const content = readText(turn, textKey, report, `${where}.${textKey}`);
    return role === undefined ? [] : [{ role, content }];
  });
}

function readRole(
  value: unknown,
  where: string,
  roles: Readonly<Record<string, Role>>,
  report: (problem: string) => void,
): Role | undefined {
  if (typeof value === 'string' && Object.hasOwn(roles, value)) return roles[value];
  const expected = Object.keys(roles).join(', ');
  if (value === undefined) report(`${where} is missing, expected one of ${expected}`);
  else report(`${where} is ${describe(value)}, expected one of ${expected}`);
  return undefined;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function readText(
  holder: JsonObject,
  key: string,
  report: (problem: string) => void,
  where = quote(key),
): string {
  const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
  if (value === undefined) report(`${where} is missing, expected text`);
  else if (typeof value !== 'string') report(`${where} is ${describe(value)}, expected text`);
  else if (value.trim() === '') report(`${where} is empty: write the text or delete the row`);
  else if (value.includes('\0')) report(`${where} holds a NUL character (\\u0000): delete it`);
  else if (LONE_SURROGATE.test(value)) {
    report(`${where} holds half of a surrogate pair (\\ud800–\\udfff), which is no character: mend it`);
  } else return value;
  return '';
}

function readId(value: unknown, report: (problem: string) => void): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  if (Number.isSafeInteger(value)) return String(value);
  report(`"id" is ${describe(value)}, expected text or a whole number`);
  return undefined;
}

function readTags(value: unknown, report: (problem: string) => void): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((tag) => typeof tag === 'string' && tag.trim() !== ''))
    return value;
  report(`"tags" is ${describe(value)}, expected a list of texts, none of them empty`);
  return [];
}

const GROUP_TAG = 'group:';

function readGroup(value: unknown, tags: string[], report: (problem: string) => void): string | undefined {
  const named = tags.filter((tag) => tag.startsWith(GROUP_TAG)).map((tag) => tag.slice(GROUP_TAG.length));
  if (value !== undefined) {
    if (typeof value === 'string') named.push(value);
    else report(`"group" is ${describe(value)}, expected text`);
  }
  const groups = [...new Set(named)];
  if (groups.some((name) => name.trim() === ''))
    report('the group has no name: write "group:<name>" or drop it');
  else if (groups.length > 1) {
    report(`more than one group (${groups.map(quote).join(', ')}): a conversation belongs to one`);
  }
  return groups[0];
}

function unknownKey(key: string, known: readonly string[], where: string): string {
  const near = nearest(key, known);
  return near === undefined
    ? `unknown key ${quote(key)} in ${where}, expected ${known.join(', ')}: delete it`
    : `unknown key ${quote(key)} in ${where}: did you mean "${near}"?`;
}

function nearest(key: string, known: readonly string[]): string | undefined {
  const near = closest(key, [...known]);
  return distance(key, near) <= Math.max(1, key.length / 3) ? near : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quote(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return printable(JSON.stringify(short));
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'string' ? quote(value) : String(value);
}
