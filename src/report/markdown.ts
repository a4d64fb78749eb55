/**
 * The result as a comment: Markdown that is safe to post, verdict first, shortened in stages until it fits. Shows what
 * the result says and computes no statistic. Knows nothing of GitHub's API.
 */

import { costLine } from './comment-cost.ts';
import { dataChecksPart } from './comment-data-checks.ts';
import { sectionDetails } from './comment-details.ts';
import { failurePart } from './comment-failure.ts';
import { forgettingPart } from './comment-forgetting.ts';
import { headline, policyEdit, sectionHeading, standing } from './comment-headline.ts';
import { advice, explanation, metricTable, warningList } from './comment-metrics.ts';
import { namedAdapters } from './comment-others.ts';
import { spotCheckPart } from './comment-spot-check.ts';
import { STAGES, type Stage } from './comment-stages.ts';
import { trackingPart } from './comment-tracking.ts';
import { unusedWaiversPart, waiverOffer, waiversPart } from './comment-waivers.ts';
import { code, join, type Markdown, md, nothing, paragraph } from './markdown-escape.ts';
import { removedAdapters } from './removed-adapters.ts';
import type { Result } from './result.ts';
import type { ResultSection } from './result-section.ts';

/** Hidden, at the end: finds our comment again. Nothing from outside can spell it, because `<` is always escaped. */
export const COMMENT_MARKER = '<!-- lora-gate:comment -->';

/**
 * A comment has to be shorter than this. GitHub counts characters; UTF-8 bytes are never fewer than those, in whatever unit
 * they are counted, so bytes are what is held to it.
 */
export const COMMENT_LIMIT = 65_536;

const SHORTENED = md`_Shortened to fit into a comment; the whole is in ${code('result.json')}._`;

function sectionBody(section: ResultSection, stage: Stage, several: boolean): Markdown {
  return join(
    [
      several ? sectionHeading(section) : nothing,
      failurePart(section, stage.findings),
      metricTable(section, stage.metrics),
      dataChecksPart(section, stage.findings),
      waiversPart(section, stage.waivers),
      standing(section),
      policyEdit(section),
      explanation(section, stage.metrics),
      forgettingPart(section),
      spotCheckPart(section),
      advice(section, stage.metrics),
      warningList(section.warnings, stage.warnings),
      stage.details ? sectionDetails(section, stage) : nothing,
    ],
    paragraph,
  );
}

/** The gravest first, so that shortening leaves out what matters least. */
export function byGravity(sections: readonly ResultSection[]): ResultSection[] {
  const gravity = ({ verdict: { outcome, blocked } }: ResultSection) =>
    ['pass', 'inconclusive', 'not_evaluated', 'regression'].indexOf(outcome) + (blocked ? 10 : 0);
  return [...sections].sort((a, b) => gravity(b) - gravity(a));
}

/** The parts of the adapters, or undefined as soon as they alone are too long. */
function bodies(sections: readonly ResultSection[], stage: Stage, { several, limit }: BodyOptions) {
  const parts: Markdown[] = [];
  let bytes = 0;
  for (const section of sections) {
    const part = sectionBody(section, stage, several);
    bytes += Buffer.byteLength(part.source);
    if (bytes >= limit) return undefined;
    parts.push(part);
  }
  return parts;
}

interface BodyOptions {
  several: boolean;
  limit: number;
}

/** The comment of one stage, undefined where it is not below the limit. */
function compose(result: Result, stage: Stage, limit: number): string | undefined {
  const all = byGravity(result.adapters);
  const several = all.length > 1;
  const shown = bodies(all.slice(0, stage.adapters), stage, { several, limit });
  if (!shown) return undefined;
  const body = join(
    [
      headline(result),
      ...shown,
      namedAdapters(all.slice(stage.adapters), stage.named),
      removedAdapters(result.removed_adapters),
      trackingPart(result, stage.adapters),
      unusedWaiversPart(result, stage.waivers),
      waiverOffer(result),
      warningList(result.warnings, stage.warnings),
      costLine(result),
      stage === STAGES[0] ? nothing : SHORTENED,
    ],
    paragraph,
  );
  const text = `${body.source}\n\n${COMMENT_MARKER}\n`;
  return Buffer.byteLength(text) < limit ? text : undefined;
}

/** The comment of a result: GitHub-flavoured Markdown of fewer than `limit` bytes, and so characters. */
export function renderComment(result: Result, { limit = COMMENT_LIMIT }: { limit?: number } = {}): string {
  for (const stage of STAGES) {
    const text = compose(result, stage, limit);
    if (text !== undefined) return text;
  }
  throw new RangeError(`no comment of fewer than ${limit} bytes says what this result says`);
}
