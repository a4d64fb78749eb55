/** What GitHub takes of a check at most, and texts cut to it without breaking a character. */

import {
  CHECK_TEXT_LIMIT,
  CHECK_TITLE_LIMIT,
  type CheckAnnotation,
  type CheckText,
} from '../report/check-output.ts';
import { clip } from '../report/visible-text.ts';

/** Annotations a request. */
export const BATCH = 50;
const ANNOTATION_BYTES = 64 * 1024;

/** At most so many bytes of UTF-8, the last character an ellipsis where something was cut; never half a character. */
export function cutText(text: string, mostBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= mostBytes) return bytes.toString();
  const ellipsis = '…';
  let end = mostBytes - Buffer.byteLength(ellipsis);
  // 0b10…… continues a character.
  while (end > 0 && ((bytes[end] as number) & 0xc0) === 0x80) end--;
  return bytes.toString('utf8', 0, end) + ellipsis;
}

/** Title, summary and text as GitHub takes them; it refuses a check without the first two. */
export function checkText({ title, summary, text }: CheckText): CheckText {
  return {
    title: clip(cutText(title, CHECK_TEXT_LIMIT), CHECK_TITLE_LIMIT) || '…',
    summary: cutText(summary, CHECK_TEXT_LIMIT) || '…',
    ...(text === undefined ? {} : { text: cutText(text, CHECK_TEXT_LIMIT) }),
  };
}

function fitting(annotation: CheckAnnotation): CheckAnnotation {
  const { message, title, raw_details, start_line, end_line } = annotation;
  const start = Math.max(1, Math.trunc(start_line));
  return {
    ...annotation,
    start_line: start,
    end_line: Math.max(start, Math.trunc(end_line)),
    message: cutText(message, ANNOTATION_BYTES) || '…',
    ...(title === undefined ? {} : { title: cutText(title, CHECK_TITLE_LIMIT) }),
    ...(raw_details === undefined ? {} : { raw_details: cutText(raw_details, ANNOTATION_BYTES) }),
  };
}

/** As many as a request may hold each; one empty batch where there are none. */
export function inBatches(annotations: readonly CheckAnnotation[]): CheckAnnotation[][] {
  const batches: CheckAnnotation[][] = [];
  for (let at = 0; at < annotations.length; at += BATCH) {
    batches.push(annotations.slice(at, at + BATCH).map(fitting));
  }
  return batches.length > 0 ? batches : [[]];
}
