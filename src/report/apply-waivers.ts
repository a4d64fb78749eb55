/**
 * Puts waivers into a result. Whatever waivers and verdicts of waivers the result came with are dropped first: it may be the
 * artifact of a job that ran a stranger's change. Asks nobody whether a waiver is right: github/waivers.ts has.
 */

import { combineVerdicts } from '../gate/outcome.ts';
import { blockersOf, waives } from '../gate/waive.ts';
import type { Result } from './result.ts';
import type { ResultSection } from './result-section.ts';
import { judgedParts, MOST_WAIVERS, metricIn, type ResultWaiver, waivedDecision } from './result-waivers.ts';

/** The sections of which a waiver lifts something. */
function lifted(sections: readonly ResultSection[], waiver: ResultWaiver): ResultSection[] {
  return sections.filter((section) => {
    const metric = metricIn(section.name, waiver);
    return metric !== null && blockersOf(judgedParts(section)).some((blocker) => waives(metric, blocker));
  });
}

/** Why a waiver lifts nothing. */
function whyUnused(sections: readonly ResultSection[], waiver: ResultWaiver): string {
  const meant = sections.flatMap((section) => {
    const metric = metricIn(section.name, waiver);
    return metric === null ? [] : [{ section, metric }];
  });
  if (meant.length === 0) return 'this change affects no such adapter';
  for (const { section, metric } of meant) {
    const blocker = blockersOf(judgedParts(section)).find(({ name }) => name === metric);
    if (blocker?.fixed) return blocker.fixed;
  }
  const known = meant.some(({ section, metric }) => section.metrics.some(({ name }) => name === metric));
  return known ? 'it does not block' : 'nothing of that name blocks';
}

/** Where one waiver goes: to the section that it lifts something of, or why to none. */
function placeOf({ adapters, head }: Result, waiver: ResultWaiver): ResultSection | string {
  if (waiver.head_sha !== head.sha) return 'it is for another commit than the head';
  const [only, ...others] = lifted(adapters, waiver);
  if (!only) return whyUnused(adapters, waiver);
  if (others.length === 0) return only;
  return `it blocks ${others.length + 1} adapters: name one, as in ${only.name.slice(0, 64)}:${waiver.metric}`;
}

/**
 * The result under these waivers and no others. Outcomes stay; what is waived no longer blocks. A waiver that could mean
 * several adapters lifts nothing: nobody accepts more than they have named.
 */
export function applyWaivers(result: Result, waivers: readonly ResultWaiver[]): Result {
  const given = waivers.slice(0, MOST_WAIVERS).map((waiver) => ({ waiver, place: placeOf(result, waiver) }));
  const adapters = result.adapters.map((section) => {
    const own = given.filter(({ place }) => place === section).map(({ waiver }) => waiver);
    const { verdict } = waivedDecision(section, section.verdict.outcome, own);
    return { ...section, verdict, waivers: own };
  });
  return {
    ...result,
    verdict: combineVerdicts(adapters.map(({ verdict }) => verdict)),
    adapters,
    unused_waivers: given.flatMap(({ waiver, place }) =>
      typeof place === 'string' ? [{ ...waiver, why: place.slice(0, 1024) }] : [],
    ),
  };
}
