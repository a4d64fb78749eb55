/** The comment of a run that has no result (yet): started, waiting for a person, ended without one. Pure Markdown, like the comment of a result. */

import { UserError } from '../errors.ts';
import { COMMENT_MARKER } from './markdown.ts';
import {
  clip,
  code,
  join,
  lines,
  link,
  list,
  type Markdown,
  md,
  nothing,
  paragraph,
} from './markdown-escape.ts';
import { shortSha } from './numbers.ts';
import { removedAdapters } from './removed-adapters.ts';

const MOST_PROBLEMS = 20;

export interface StateOptions {
  headSha: string;
  /** Of the log; null where there is none to show. */
  detailsUrl: string | null;
}

const text = (parts: readonly Markdown[]) => `${join(parts, paragraph).source}\n\n${COMMENT_MARKER}\n`;

function where({ headSha, detailsUrl }: StateOptions): Markdown {
  const log = detailsUrl === null ? nothing : md` · ${link(md`log`, detailsUrl)}`;
  return md`head ${shortSha(headSha)}${log}`;
}

/** `minutes` is null where nothing like it has been measured yet. */
export function startedComment(
  adapters: readonly string[],
  minutes: number | null,
  options: StateOptions,
): string {
  const names = join(
    adapters.slice(0, 20).map((name) => code(clip(name, 60))),
    md`, `,
  );
  const more = adapters.length > 20 ? md` and ${adapters.length - 20} more` : nothing;
  const time = minutes === null ? nothing : md`, about ${minutes} min`;
  return text([
    md`### ⏳ lora-gate: started${time} · ${where(options)}`,
    md`Training and scoring ${names}${more} for base and head. The verdict will be here.`,
  ]);
}

export function notAffectedComment(options: StateOptions, removed: readonly string[] = []): string {
  return text([
    md`### ➖ lora-gate: not affected · ${where(options)}`,
    removed.length > 0
      ? removedAdapters(removed)
      : md`This change touches no training data, test set or recipe of an adapter: there is nothing to judge.`,
  ]);
}

export function heldComment(why: 'draft' | 'fork', options: StateOptions): string {
  const what =
    why === 'draft'
      ? md`A draft is not trained. It will be once it is marked as ready for review.`
      : md`This change comes from a fork. Somebody with write access has to read it and then say ${code(`/lora-gate run ${options.headSha}`)}; that approves this commit alone.`;
  const title = why === 'draft' ? md`waits until this is ready for review` : md`waits for an approval`;
  return text([md`### ⏸️ lora-gate: ${title} · ${where(options)}`, what]);
}

export function cancelledComment(options: StateOptions): string {
  return text([
    md`### ⏹️ lora-gate: cancelled · ${where(options)}`,
    md`The run was stopped before it had a verdict. What was trained so far is kept: running it again goes on from there.`,
  ]);
}

/** An error that the reader can mend, or one of ours. */
export function failedComment(thrown: unknown, options: StateOptions): string {
  if (!(thrown instanceof UserError)) {
    return text([
      md`### 🚫 lora-gate: broke down, blocks the merge · ${where(options)}`,
      md`This is a bug in lora-gate, not in this change. The log has the details; running it again may help.`,
    ]);
  }
  const problems = thrown.problems.slice(0, MOST_PROBLEMS).map((problem) => code(clip(problem, 500)));
  const left = thrown.problems.length - problems.length;
  return text([
    md`### 🚫 lora-gate: no verdict, blocks the merge · ${where(options)}`,
    md`${lines(clip(thrown.message, 1000), 10)} (${code(thrown.code)})`,
    problems.length > 0 ? list(problems) : nothing,
    left > 0 ? md`… and ${left} more` : nothing,
    thrown.hint === undefined ? nothing : md`**What to do:** ${clip(thrown.hint, 1000)}`,
  ]);
}
