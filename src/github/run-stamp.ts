/**
 * Who wrote a comment or a check: config, head and run, readable from the comment's hidden marker and from the check's
 * `external_id`; and which of two writers is the later one. Pure; whether the author is us is for those who know the author.
 */

import { createHash } from 'node:crypto';

/** In the order in which one run goes through them. */
export const RUN_STATES = ['queued', 'running', 'done'] as const;
export type RunState = (typeof RUN_STATES)[number];

export interface RunStamp {
  /** Path of the config in the repository, or the key made of it. */
  config: string;
  headSha: string;
  /**
   * A number that does not fall from one push of the pull request to the next, such as the event's time in seconds. It decides
   * only between heads of which none is the pull request's current one.
   */
  headOrder: number;
  runId: number;
  runAttempt: number;
  state: RunState;
}

/** Bytes of the longest marker. */
export const MARKER_BYTES = 320;

const OPENING = '<!-- lora-gate:comment ';
const CLOSING = ' -->';
const KEY = /^(?:[\w./](?:[\w./]|-(?!-)){0,99}|~[0-9a-f]{32})$/;
const STAMP =
  /^v1 config=(\S{1,101}) head=([0-9a-f]{40}(?:[0-9a-f]{24})?) order=(\d{1,16}) run=(\d{1,16})\/(\d{1,9}) state=([a-z]{1,10})$/;

/** The config as it stands in a stamp: its path, or a hash of it where the path could end a comment or is long. */
export function configKey(config: string): string {
  if (KEY.test(config)) return config;
  return `~${createHash('sha256').update(config).digest('hex').slice(0, 32)}`;
}

/** For a check's `external_id`. @throws RangeError where a number is no whole one */
export function encodeStamp(stamp: RunStamp): string {
  const { headSha, headOrder, runId, runAttempt, state } = stamp;
  const text = `v1 config=${configKey(stamp.config)} head=${headSha} order=${headOrder} run=${runId}/${runAttempt} state=${state}`;
  if (!decodeStamp(text)) throw new RangeError(`not a stamp: ${text}`);
  return text;
}

/** Undefined for everything that `encodeStamp` would not have written. */
export function decodeStamp(text: string | null | undefined): RunStamp | undefined {
  const [, config = '', headSha = '', order, run, attempt, word] = STAMP.exec(text ?? '') ?? [];
  const state = RUN_STATES.find((one) => one === word);
  const [headOrder, runId, runAttempt] = [order, run, attempt].map(Number) as [number, number, number];
  if (state === undefined || configKey(config) !== config) return undefined;
  if (![headOrder, runId, runAttempt].every(Number.isSafeInteger)) return undefined;
  // One writing for one stamp: no leading zeros.
  if (`${headOrder} ${runId} ${runAttempt}` !== `${order} ${run} ${attempt}`) return undefined;
  return { config, headSha, headOrder, runId, runAttempt, state };
}

/** The hidden line at the end of a comment. */
export function stampMarker(stamp: RunStamp): string {
  return `${OPENING}${encodeStamp(stamp)}${CLOSING}`;
}

/**
 * The stamp of a comment: its last line, and nowhere else. What we write cannot hold a second one, because `<` is always escaped,
 * so a body with two is not ours.
 */
export function readMarker(body: string | null | undefined): RunStamp | undefined {
  const text = (body ?? '').trimEnd();
  const at = text.lastIndexOf('\n') + 1;
  const line = text.slice(at);
  if (!line.startsWith(OPENING) || !line.endsWith(CLOSING) || text.indexOf(OPENING) !== at) return undefined;
  return decodeStamp(line.slice(OPENING.length, -CLOSING.length));
}

export function isOfConfig(stamp: RunStamp, config: string): boolean {
  return configKey(stamp.config) === configKey(config);
}

/** Whether two stamps are of one attempt of one run, in whatever state. */
export function isSameRun(a: RunStamp, b: RunStamp): boolean {
  return (
    a.headSha === b.headSha && a.runId === b.runId && a.runAttempt === b.runAttempt && isOfConfig(a, b.config)
  );
}

/**
 * Below 0 where `a` is the earlier one, above 0 where it is the later one, 0 for the same state of the same run. The run of the pull
 * request's current head is later than every other; then the head pushed later, then the run started later, then its further
 * attempt, then its further state. `currentHead` is undefined where only runs of one head are compared.
 */
export function compareStamps(a: RunStamp, b: RunStamp, currentHead: string | undefined): number {
  const place = ({ headSha, headOrder, runId, runAttempt, state }: RunStamp) => {
    const current = currentHead === undefined || headSha === currentHead;
    return [Number(current), current ? 0 : headOrder, runId, runAttempt, RUN_STATES.indexOf(state)];
  };
  const [left, right] = [place(a), place(b)];
  for (const [i, value] of left.entries()) {
    const difference = value - (right[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
