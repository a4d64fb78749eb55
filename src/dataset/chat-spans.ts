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

const OPEN = '\ue0a1';
const CLOSE = '\ue0a2';
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

/** Marks around the real contents, inside their outer white space; undefined when the marks change what is rendered. */
function wrap(
  text: string,
  messages: readonly ChatMessage[],
  template: ChatTemplate,
  options: RenderOptions,
): LocatedChat | undefined {
  if (messages.some(({ content }) => content.includes(OPEN) || content.includes(CLOSE))) return undefined;
  const marked = messages.map(({ role, content }) => {
    const lead = LEADING.exec(content)?.[0] ?? '';
    const core = content.slice(lead.length).replace(TRAILING, '');
    const trail = content.slice(lead.length + core.length);
    return { role, content: `${lead}${OPEN}${core}${CLOSE}${trail}` };
  });
  const chat: LocatedChat = { text: '', contents: [], answers: [] };
  const shown: number[] = [];
  const found = template.render(marked, options).split(new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`));
  for (let i = 0; i < found.length; i += 2) {
    chat.text += found[i];
    const content = found[i + 1];
    if (content === undefined) break;
    const span = { start: chat.text.length, end: chat.text.length + content.length };
    chat.text += content;
    chat.contents.push(span);
    // Which message it is: the next one, in order, with these words.
    const from = (shown.at(-1) ?? -1) + 1;
    const message = marked.findIndex(
      (candidate, index) => index >= from && candidate.content.includes(`${OPEN}${content}${CLOSE}`),
    );
    if (message === -1) return undefined;
    shown.push(message);
    if (marked[message]?.role !== 'assistant') continue;
    const behind = (found[i + 2] as string).length;
    chat.answers.push({ content: span, limit: span.end + behind });
  }
  const complete = messages.every(({ role }, index) => role !== 'assistant' || shown.includes(index));
  return complete && chat.text === text ? chat : undefined;
}

/** The text before each answer, as a prompt, and the text up to its end must both be beginnings of the whole. */
function byTurns(
  text: string,
  messages: readonly ChatMessage[],
  template: ChatTemplate,
): LocatedChat | undefined {
  const chat: LocatedChat = { text, contents: [], answers: [] };
  let cursor = 0;
  for (const [index, { role, content }] of messages.entries()) {
    const core = content.replace(LEADING, '').replace(TRAILING, '');
    if (role === 'assistant') {
      const prompt = template.render(messages.slice(0, index), { add_generation_prompt: true });
      const whole = template.render(messages.slice(0, index + 1), { add_generation_prompt: false });
      if (!text.startsWith(prompt) || !text.startsWith(whole) || prompt.length > whole.length)
        return undefined;
      cursor = Math.max(cursor, prompt.length);
      const start = text.indexOf(core, cursor);
      if (start === -1 || start + core.length > whole.length) return undefined;
      const span = { start, end: start + core.length };
      chat.contents.push(span);
      chat.answers.push({ content: span, limit: whole.length });
      cursor = span.end;
    } else {
      const start = text.indexOf(core, cursor);
      if (start === -1) return undefined;
      chat.contents.push({ start, end: start + core.length });
      cursor = start + core.length;
    }
  }
  return chat;
}

/**
 * Renders messages and finds them again in the text.
 * @throws UserError `chat-template-refused`, `chat-template-failed`, or `chat-template-spans` when the messages cannot be
 * told from the template's own text.
 */
export function locateMessages(
  messages: readonly ChatMessage[],
  template: ChatTemplate,
  options: RenderOptions,
): LocatedChat {
  const text = template.render(messages, options);
  const roles = messages.map(({ role }) => role);
  const skeleton = skeletonOf(roles, template, options);
  const filled = skeleton && fill(skeleton, messages);
  if (filled?.text === text) return filled;
  const found = wrap(text, messages, template, options) ?? byTurns(text, messages, template);
  if (found) return found;
  throw new UserError(
    'chat-template-spans',
    'the chat template changes the messages so much that the answers cannot be found in what it writes',
    { hint: 'Use a template that writes every message of the assistant once and whole.' },
  );
}
