/**
 * What a check says in each of its states: title, summary, conclusion, and the annotations on offending lines. The conclusion is
 * never `neutral`, which counts as passed: what does not block is a success that says so in its title. Knows no API.
 */

import { formatUserError, messageOf, UserError } from '../errors.ts';
import { consequence, outcomeWord, subject } from './comment-headline.ts';
import { isWaived } from './comment-waivers.ts';
import { COMMENT_MARKER, renderComment } from './markdown.ts';
import { code, join, type Markdown, md, paragraph, plainText } from './markdown-escape.ts';
import { shortSha } from './numbers.ts';
import { removedAdapters } from './removed-adapters.ts';
import type { Result } from './result.ts';
import type { ResultDataChecks } from './result-data-checks.ts';
import { encodeSummary, summaryOf } from './run-summary.ts';
import { clip, visible, visibleLines } from './visible-text.ts';

/** Of GitHub; a summary has to be at most this many characters, and so bytes are safe. */
export const CHECK_TEXT_LIMIT = 65_535;
export const CHECK_TITLE_LIMIT = 255;
/** GitHub takes more, people do not: five requests' worth. */
const MOST_ANNOTATIONS = 250;

export interface CheckAnnotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: 'notice' | 'warning' | 'failure';
  message: string;
  title?: string;
  raw_details?: string;
}

export interface CheckText {
  title: string;
  /** Markdown. */
  summary: string;
  /** Markdown. */
  text?: string;
}

export interface CheckOutput extends CheckText {
  conclusion: 'success' | 'failure' | 'cancelled' | 'action_required';
  annotations: CheckAnnotation[];
}

export interface AnnotationOptions {
  /** Paths that the pull request changes: annotations elsewhere are not shown by GitHub where anybody looks. */
  changedFiles: ReadonlySet<string>;
}

const LEVELS = { error: 'failure', warning: 'warning', note: 'notice' } as const;

function title(text: string): string {
  return clip(visible(text).trim(), CHECK_TITLE_LIMIT) || 'lora-gate';
}

function findingAnnotation(finding: ResultDataChecks['findings'][number]): CheckAnnotation {
  const line = Math.max(1, finding.line);
  const fix = visibleLines(finding.fix).trim();
  return {
    path: finding.file,
    start_line: line,
    end_line: line,
    annotation_level: LEVELS[finding.severity],
    title: title(`lora-gate: ${finding.check.replaceAll('_', ' ')}`),
    message: [visibleLines(finding.message), fix].filter((part) => part !== '').join('\n') || finding.check,
  };
}

/** The gravest first, each place and message once: adapters may share a file. */
function annotationsOf(
  found: readonly CheckAnnotation[],
  { changedFiles }: AnnotationOptions,
): CheckAnnotation[] {
  const key = (one: CheckAnnotation) => JSON.stringify([one.path, one.start_line, one.message]);
  const once = new Map(found.filter(({ path }) => changedFiles.has(path)).map((one) => [key(one), one]));
  const gravity = ['failure', 'warning', 'notice'];
  return [...once.values()]
    .sort((a, b) => gravity.indexOf(a.annotation_level) - gravity.indexOf(b.annotation_level))
    .slice(0, MOST_ANNOTATIONS);
}

/** The check of a result: failure where it blocks the merge, else success. */
export function checkOutput(result: Result, options: AnnotationOptions): CheckOutput {
  const { verdict } = result;
  const comment = renderComment(result, { limit: CHECK_TEXT_LIMIT }).trimEnd();
  const problems = result.adapters.flatMap(({ failure }) => failure?.problems ?? []);
  const findings = result.adapters
    .flatMap(({ data_checks }) => data_checks.findings)
    .filter(({ brought_in }) => brought_in);
  return {
    title: title(
      `${outcomeWord(verdict.outcome)}${consequence(verdict, isWaived(result))}: ${plainText(subject(result))}`,
    ),
    summary: comment.slice(0, -COMMENT_MARKER.length).trimEnd(),
    text: encodeSummary(summaryOf(result)),
    conclusion: verdict.blocked ? 'failure' : 'success',
    annotations: annotationsOf(
      [...findings.map(findingAnnotation), ...problems.flatMap(problemAnnotation)],
      options,
    ),
  };
}

function said(conclusion: CheckOutput['conclusion'], heading: string, ...parts: Markdown[]): CheckOutput {
  return { title: title(heading), summary: join(parts, paragraph).source, conclusion, annotations: [] };
}

/** While it waits for a machine. */
export function queuedOutput(): CheckText {
  return {
    title: 'waiting for a machine',
    summary: 'The run is queued. This check is updated when it starts.',
  };
}

/** From the first seconds of a run on; `minutes` and the `runner` where they can be told. */
export function startedOutput({ minutes, runner }: { minutes?: number; runner?: string } = {}): CheckText {
  const about = minutes === undefined ? '' : `, ~${Math.max(1, Math.round(minutes))} min`;
  const where = runner === undefined ? '' : ` on ${clip(visible(runner), 100)}`;
  return {
    title: `started${where}${about}`,
    summary:
      md`The adapters of this change are being trained and judged${where}${about}. This check is updated when that is done.`
        .source,
  };
}

/** A run that no machine has taken, `minutes` after it was asked for. */
export function notTakenOutput(minutes: number, labels: readonly string[]): CheckText {
  const hours = Math.floor(minutes / 60);
  const told = hours > 0 ? `${hours} hour${hours === 1 ? '' : 's'}` : `${minutes} minutes`;
  const shown = labels.slice(0, 10).map((label) => code(clip(label, 100)));
  const wanted = shown.length > 0 ? md` with the labels ${join(shown, md`, `)}` : md``;
  return {
    title: `no runner has taken it for ${told}`,
    summary: join(
      [
        md`The training job waits for a runner${wanted}. Runners that are online, and what they work on, are in the settings of the repository or of the organisation under Actions > Runners.`,
        md`This check is updated when a runner takes the job; ${code('/lora-gate cancel')} ends the waiting.`,
      ],
      paragraph,
    ).source,
  };
}

/** No adapter that is left is touched: passed, so that the check can be a required one. */
export function notAffectedOutput(removed: readonly string[] = []): CheckOutput {
  if (removed.length > 0) {
    return said('success', 'not affected: this change only takes adapters out', removedAdapters(removed));
  }
  return said(
    'success',
    'not affected: this change touches no adapter',
    md`Neither data nor recipe nor test set nor policy of an adapter differs between the merge base and the head: there is nothing to train and nothing to judge.`,
  );
}

/** `data/train.jsonl:12: what` or `data/train.jsonl:12:3: what`. */
const PLACE = /^(.{1,1024}?):(\d{1,9})(?::\d{1,9})?: (.+)$/s;

function problemAnnotation(problem: string): CheckAnnotation[] {
  const [, path, line, message] = PLACE.exec(problem) ?? [];
  if (path === undefined || line === undefined || message === undefined) return [];
  const start = Math.max(1, Number(line));
  const where = { path, start_line: start, end_line: start, annotation_level: 'failure' as const };
  return [{ ...where, title: 'lora-gate', message: visibleLines(message) }];
}

/** A run that ended with an error, the user's to mend or ours: never passed. */
export function crashedOutput(error: unknown, options: AnnotationOptions): CheckOutput {
  if (!(error instanceof UserError)) {
    return said(
      'failure',
      `crashed: ${messageOf(error)}`,
      md`lora-gate crashed, and nothing was judged: ${code(clip(messageOf(error), 2000))}`,
      md`This is a bug of lora-gate, or of the machine. The log of the job has the whole of it.`,
    );
  }
  const lines = visibleLines(formatUserError(error)).split('\n').slice(0, 60);
  return {
    ...said(
      'failure',
      `nothing was judged: ${error.message}`,
      md`lora-gate could not judge this change.`,
      join(
        lines.map((line) => code(clip(line, 500))),
        md`<br>`,
      ),
    ),
    annotations: annotationsOf(error.problems.flatMap(problemAnnotation), options),
  };
}

/** Stopped from outside: a signal, the time that was given. */
export function cancelledOutput({ reason }: { reason?: string } = {}): CheckOutput {
  const why = reason === undefined ? '' : `: ${reason}`;
  return said(
    'cancelled',
    `cancelled${why}`,
    md`The run was stopped before it had judged anything${clip(why, 1000)}. Run it again; what was trained to the end is found in the store.`,
  );
}

/** A later run or push has taken over. Not `neutral`: a push back to this commit would find a check that has passed. */
export function supersededOutput({ by }: { by?: string } = {}): CheckOutput {
  const later = by === undefined ? md`A later run` : md`The run for ${code(shortSha(by))}`;
  return said(
    'cancelled',
    `superseded by ${by === undefined ? 'a later run' : shortSha(by)}`,
    md`${later} has taken the place of this one, so nothing was judged here.`,
  );
}

/** A fork: its code and data do not run on a self-hosted machine before somebody has looked at them. */
export function awaitingApprovalOutput({ headSha }: { headSha: string }): CheckOutput {
  return said(
    'action_required',
    'waiting for a maintainer: the change comes from a fork',
    md`The data of a fork is trained on only after somebody with write access has read it. To run it for exactly this commit, comment:`,
    md`${code(`/lora-gate run ${headSha}`)}`,
  );
}

/** A draft that the configuration does not train. */
export function draftOutput(): CheckOutput {
  return said(
    'action_required',
    'waiting until the draft is ready for review',
    md`A draft is not trained. It will be once it is marked as ready for review; ${code('github: { drafts: true }')} in the configuration trains drafts, too.`,
  );
}
