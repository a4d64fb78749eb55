/**
 * Where the messages of a conversation lie in its rendered text: what is content (special tokens in it are text) and
 * what the assistant wrote. Found by rendering the same roles with marks for contents, once for every sequence of roles;
 * templates that look into their contents are rendered with marks around the real ones, or turn by turn. Knows nothing
 * of token ids.
 */

import { UserError } from '../errors.ts';
import type { ChatMessage, ChatTemplate, RenderOptions } from '../model/tokenizer/chat-template.ts';
import type { Span } from '../model/tokenizer/text-encoder.ts';

export interface LocatedChat {
  text: string;
  /** What messages say, in order: special-token text in here is plain. */
  contents: Span[];
  /** The assistant's contents, in order, each with the place where the text of its terminator may be. */
  answers: { content: Span; limit: number }[];
}

interface Slot {
  message: number;
  stripsLeft: boolean;
  stripsRight: boolean;
}

/** `literals[i]` stands before `slots[i]`; the last one is behind them all. */
export interface Skeleton {
  literals: string[];
  slots: Slot[];
}

/** What the last resort needs to know of the tokenizer. */
export interface SpecialTokens {
  /** Texts of the tokens that end an answer. */
  terminators: readonly string[];
  occurIn(text: string): boolean;
}

const OPEN = '\ue0a1';
const CLOSE = '\ue0a2';
const BETWEEN = '\ue0a3';
const MARKS = new RegExp(`[${OPEN}${CLOSE}${BETWEEN}]`);
const WRAPPED = new RegExp(`${OPEN}(\\d+)${BETWEEN}([^${OPEN}${CLOSE}]*)${CLOSE}`);
/** White space that no template writes by itself. */
const PADDING = '\u2003\n\u2003';

/** What Python's str.strip() removes. */
const PYTHON_SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const LEADING = new RegExp(`^[${PYTHON_SPACE}]+`);
const TRAILING = new RegExp(`[${PYTHON_SPACE}]+$`);

const skeletons = new WeakMap<ChatTemplate, Map<string, Skeleton | undefined>>();

/**
 * The template's own text around contents, for these roles in this order.
 * @returns undefined when it doesn't show every message of the assistant exactly once.
 */
export function skeletonOf(
  roles: readonly string[],
  template: ChatTemplate,
  options: RenderOptions,
): Skeleton | undefined {
  let known = skeletons.get(template);
  if (!known) {
    known = new Map();
    skeletons.set(template, known);
  }
  const key = `${options.add_generation_prompt} ${roles.join(' ')}`;
  if (!known.has(key)) known.set(key, probe(roles, template, options));
  return known.get(key);
}

function probe(
  roles: readonly string[],
  template: ChatTemplate,
  options: RenderOptions,
): Skeleton | undefined {
  const mark = (index: number) => `${PADDING}${OPEN}${index}${CLOSE}${PADDING}`;
  let text: string;
  try {
    text = template.render(
      roles.map((role, index) => ({ role, content: mark(index) })),
      options,
    );
  } catch (error) {
    if (error instanceof UserError) return undefined; // the template looks into contents
    throw error;
  }
  const skeleton: Skeleton = { literals: [], slots: [] };
  let done = 0;
  for (const found of text.matchAll(new RegExp(`(${PADDING})?${OPEN}(\\d+)${CLOSE}(${PADDING})?`, 'g'))) {
    skeleton.literals.push(text.slice(done, found.index));
    const [whole, left, index, right] = found;
    skeleton.slots.push({ message: Number(index), stripsLeft: !left, stripsRight: !right });
    done = found.index + whole.length;
  }
  skeleton.literals.push(text.slice(done));
  const once = roles.every(
    (role, index) =>
      role !== 'assistant' || skeleton.slots.filter(({ message }) => message === index).length === 1,
  );
  return once ? skeleton : undefined;
}

function fill(skeleton: Skeleton, messages: readonly ChatMessage[]): LocatedChat {
  const chat: LocatedChat = { text: '', contents: [], answers: [] };
  skeleton.slots.forEach(({ message, stripsLeft, stripsRight }, index) => {
    const { role, content } = messages[message] as ChatMessage;
    const left = stripsLeft ? content.replace(LEADING, '') : content;
    const shown = stripsRight ? left.replace(TRAILING, '') : left;
    chat.text += skeleton.literals[index];
    const span = { start: chat.text.length, end: chat.text.length + shown.length };
    chat.text += shown;
    chat.contents.push(span);
    const limit = span.end + (skeleton.literals[index + 1] as string).length;
    if (role === 'assistant') chat.answers.push({ content: span, limit });
  });
  chat.text += skeleton.literals.at(-1);
  return chat;
}

/** Numbered marks around the real contents, inside their outer white space; undefined when they change what is rendered. */
function wrap(
  text: string,
  messages: readonly ChatMessage[],
  template: ChatTemplate,
  options: RenderOptions,
): LocatedChat | undefined {
  if (messages.some(({ content }) => MARKS.test(content))) return undefined;
  const marked = messages.map(({ role, content }, index) => {
    const lead = LEADING.exec(content)?.[0] ?? '';
    const core = content.slice(lead.length).replace(TRAILING, '');
    const trail = content.slice(lead.length + core.length);
    return { role, content: `${lead}${OPEN}${index}${BETWEEN}${core}${CLOSE}${trail}` };
  });
  const chat: LocatedChat = { text: '', contents: [], answers: [] };
  const shown: number[] = [];
  const parts = template.render(marked, options).split(WRAPPED); // text, number, content, text, …
  for (let i = 0; i < parts.length; i += 3) {
    chat.text += parts[i];
    const message = Number(parts[i + 1]);
    const content = parts[i + 2];
    if (content === undefined) break;
    const span = { start: chat.text.length, end: chat.text.length + content.length };
    chat.text += content;
    chat.contents.push(span);
    if (messages[message]?.role !== 'assistant') continue;
    shown.push(message);
    chat.answers.push({ content: span, limit: span.end + (parts[i + 3] as string).length });
  }
  const once = messages.every(
    ({ role }, index) => role !== 'assistant' || shown.filter((message) => message === index).length === 1,
  );
  return once && chat.text === text ? chat : undefined;
}

/**
 * The text before each answer, rendered as a prompt, and the text up to its end must both be beginnings of the whole;
 * what lies between holds the answer, whatever became of it.
 */
function byTurns(
  text: string,
  messages: readonly ChatMessage[],
  template: ChatTemplate,
  tokens: SpecialTokens,
): LocatedChat | undefined {
  const chat: LocatedChat = { text, contents: [], answers: [] };
  let cursor = 0;
  for (const [index, { role, content }] of messages.entries()) {
    const core = content.replace(LEADING, '').replace(TRAILING, '');
    if (role !== 'assistant') {
      const start = text.indexOf(core, cursor);
      if (start === -1 && tokens.occurIn(core)) return undefined; // would become real special tokens
      if (start === -1) continue;
      chat.contents.push({ start, end: start + core.length });
      cursor = start + core.length;
      continue;
    }
    const prompt = template.render(messages.slice(0, index), { add_generation_prompt: true });
    const whole = template.render(messages.slice(0, index + 1), { add_generation_prompt: false });
    if (!text.startsWith(prompt) || !text.startsWith(whole) || prompt.length > whole.length) return undefined;
    if (prompt.length < cursor) return undefined;
    const span = answerInTurn(whole.slice(prompt.length), core, () => {
      const opened = prompt !== template.render(messages.slice(0, index), { add_generation_prompt: false });
      return opened ? tokens.terminators : undefined;
    });
    if (!span) return undefined;
    span.start += prompt.length;
    span.end += prompt.length;
    chat.contents.push(span);
    chat.answers.push({ content: span, limit: whole.length });
    cursor = span.end;
  }
  return chat;
}

/** The answer itself if it is there whole, once; else, in a turn that a generation prompt opened, all up to its end. */
function answerInTurn(
  turn: string,
  core: string,
  terminatorsIfOpened: () => readonly string[] | undefined,
): Span | undefined {
  const found = core === '' ? -1 : turn.indexOf(core);
  if (found !== -1 && found === turn.lastIndexOf(core)) return { start: found, end: found + core.length };
  const terminators = terminatorsIfOpened();
  if (!terminators) return undefined;
  const terminator = Math.max(-1, ...terminators.map((token) => turn.lastIndexOf(token)));
  return { start: 0, end: terminator === -1 ? turn.replace(TRAILING, '').length : terminator };
}

/**
 * Renders messages and finds them again in the text.
 * @throws UserError `chat-template-refused`, `chat-template-failed`, or `chat-template-spans` when the messages cannot be
 * told from the template's own text.
 */
export function locateMessages(
  messages: readonly ChatMessage[],
  template: ChatTemplate,
  options: RenderOptions & { tokens: SpecialTokens },
): LocatedChat {
  const text = template.render(messages, options);
  const roles = messages.map(({ role }) => role);
  const skeleton = skeletonOf(roles, template, options);
  const filled = skeleton && fill(skeleton, messages);
  if (filled?.text === text) return filled;
  const found = wrap(text, messages, template, options) ?? byTurns(text, messages, template, options.tokens);
  if (found) return found;
  throw new UserError(
    'chat-template-spans',
    'the chat template changes the messages so much that the answers cannot be found in what it writes',
    { hint: 'Use a template that writes every message of the assistant once and whole.' },
  );
}
