/**
 * The result as a comment: Markdown that is safe to post, verdict first, shortened in stages until it fits. Shows what
 * the result says and computes no statistic. Knows nothing of GitHub's API.
 */

import { dataChecksPart } from './comment-data-checks.ts';
import { type DetailLimits, sectionDetails } from './comment-details.ts';
import { headline, policyEdit, sectionHeading, standing } from './comment-headline.ts';
import { advice, explanation, metricTable, warningList } from './comment-metrics.ts';
import { trackingPart } from './comment-tracking.ts';
import { clip, code, join, type Markdown, md, nothing, paragraph } from './markdown-escape.ts';
import { formatCount } from './numbers.ts';
import type { Result } from './result.ts';
import type { ResultSection } from './result-section.ts';

/** Hidden, at the end: finds our comment again. Nothing from outside can spell it, because `<` is always escaped. */
export const COMMENT_MARKER = '<!-- lora-gate:comment -->';

/** A comment has to be shorter than this many characters. */
export const COMMENT_LIMIT = 65_536;

interface Stage extends DetailLimits {
  adapters: number;
  warnings: number;
  /** Of the data checks, for each adapter. */
  findings: number;
  /** Whether each adapter's collapsed parts are shown at all. */
  details: boolean;
}

const WHOLE: Stage = {
  adapters: 50,
  warnings: 20,
  findings: 10,
  details: true,
  conversations: 5,
  previewCharacters: 160,
  configChanges: 40,
  curvePoints: 60,
  provenance: true,
};

/** Each stage gives up what a reader misses least of what is left. */
const STAGES: readonly Stage[] = [
  WHOLE,
  { ...WHOLE, conversations: 3, previewCharacters: 60, configChanges: 15, curvePoints: 20 },
  {
    ...WHOLE,
    adapters: 20,
    warnings: 5,
    findings: 5,
    conversations: 3,
    previewCharacters: 0,
    configChanges: 5,
    curvePoints: 0,
    provenance: false,
  },
  { ...WHOLE, adapters: 20, warnings: 3, findings: 3, details: false },
  { ...WHOLE, adapters: 5, warnings: 1, findings: 1, details: false },
  { ...WHOLE, adapters: 0, warnings: 0, details: false },
];

const SHORTENED = md`_Shortened to fit into a comment; the whole is in ${code('result.json')}._`;

function sectionBody(section: ResultSection, stage: Stage, several: boolean): Markdown {
  return join(
    [
      several ? sectionHeading(section) : nothing,
      metricTable(section),
      dataChecksPart(section, stage.findings),
      standing(section),
      policyEdit(section),
      explanation(section),
      advice(section),
      warningList(section.warnings, stage.warnings),
      stage.details ? sectionDetails(section, stage) : nothing,
    ],
    paragraph,
  );
}

/** The gravest first, so that shortening leaves out what matters least. */
function byGravity(sections: readonly ResultSection[]): ResultSection[] {
  const gravity = ({ verdict: { outcome, blocked } }: ResultSection) =>
    ['pass', 'inconclusive', 'not_evaluated', 'regression'].indexOf(outcome) + (blocked ? 10 : 0);
  return [...sections].sort((a, b) => gravity(b) - gravity(a));
}

function removed({ removed_adapters: names }: Result): Markdown {
  if (names.length === 0) return nothing;
  const shown = names.slice(0, 10).map((name) => code(clip(name, 60)));
  const more = names.length > 10 ? md` and ${formatCount(names.length - 10)} more` : nothing;
  return md`**This change removes** ${join(shown, md`, `)}${more}: nothing was judged for it.`;
}

function compose(result: Result, stage: Stage, shortened: boolean): string {
  const several = result.adapters.length > 1;
  const shown = byGravity(result.adapters).slice(0, stage.adapters);
  const left = result.adapters.length - shown.length;
  const body = join(
    [
      headline(result),
      ...shown.map((section) => sectionBody(section, stage, several)),
      left > 0
        ? md`… and ${formatCount(left)} more adapter${left === 1 ? '' : 's'} in ${code('result.json')}`
        : nothing,
      removed(result),
      trackingPart(result, stage.adapters),
      warningList(result.warnings, stage.warnings),
      shortened ? SHORTENED : nothing,
    ],
    paragraph,
  );
  return `${body.source}\n\n${COMMENT_MARKER}\n`;
}

/** The comment of a result: GitHub-flavoured Markdown of fewer than `limit` characters. */
export function renderComment(result: Result, { limit = COMMENT_LIMIT }: { limit?: number } = {}): string {
  const composed = STAGES.map((stage, i) => () => compose(result, stage, i > 0));
  for (const attempt of composed) {
    const text = attempt();
    if (text.length < limit) return text;
  }
  throw new RangeError(`no comment of fewer than ${limit} characters says what this result says`);
}
