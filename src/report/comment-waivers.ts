/** Waivers in the comment: what somebody accepted and why, what a waiver did not lift, and how a maintainer writes one. */

import { blockersOf, waives } from '../gate/waive.ts';
import { clip, code, join, link, list, type Markdown, md, nothing } from './markdown-escape.ts';
import { countOf, shortSha } from './numbers.ts';
import type { Result } from './result.ts';
import type { ResultSection } from './result-section.ts';
import { judgedParts, metricIn, type ResultWaiver } from './result-waivers.ts';

/** Names that can be written in a command. */
const WRITABLE = /^[A-Za-z][\w./-]*$/;
const MOST_OFFERED = 3;

/** Whether a verdict that does not block would, were it not for waivers. */
export function isWaived({ verdict, ...of }: ResultSection | Result): boolean {
  if (verdict.blocked) return false;
  return 'adapters' in of ? of.adapters.some(isWaived) : of.waivers.length > 0;
}

/** Whether a waiver lifts what this metric does. */
export function isMetricWaived({ name, waivers }: ResultSection, metric: string): boolean {
  return waivers.some((waiver) => metricIn(name, waiver) === metric);
}

function named({ metric, by, url }: ResultWaiver): Markdown {
  return md`**${clip(metric, 100)}** ${link(md`by ${code(clip(by, 60))}`, url)}`;
}

function more(all: readonly unknown[], most: number): Markdown[] {
  return all.length > most ? [md`… and ${countOf(all.length - most, 'more waiver')}`] : [];
}

/** What was accepted of one adapter, at most `most` waivers. */
export function waiversPart({ waivers }: ResultSection, most: number): Markdown {
  const [first] = waivers;
  if (!first) return nothing;
  const items = waivers.slice(0, most).map((waiver) => md`${named(waiver)}: ${clip(waiver.reason, 300)}`);
  return md`**Waived**, for ${code(shortSha(first.head_sha))} and until the next push\n\n${list([...items, ...more(waivers, most)])}`;
}

/** Waivers that had no effect, at most `most`. */
export function unusedWaiversPart({ unused_waivers: unused }: Result, most: number): Markdown {
  if (unused.length === 0) return nothing;
  const items = unused.slice(0, most).map((waiver) => md`${named(waiver)}: ${clip(waiver.why, 300)}`);
  return md`**Waivers without effect**\n\n${list([...items, ...more(unused, most)])}`;
}

/** The commands that would accept what still blocks; nothing for a run that knows no pull request. */
export function waiverOffer({ source, head, adapters, verdict }: Result): Markdown {
  if (!verdict.blocked || !source?.pull_request) return nothing;
  const several = adapters.length > 1;
  const names = adapters.flatMap(({ name, waivers, ...section }) =>
    blockersOf(judgedParts({ name, ...section }))
      .filter((blocker) => blocker.fixed === null && WRITABLE.test(blocker.name))
      .filter((blocker) => !waivers.some((each) => waives(metricIn(name, each) ?? '', blocker)))
      .map((blocker) => (several ? `${name}:${blocker.name}` : blocker.name)),
  );
  if (names.length === 0) return nothing;
  const commands = names
    .slice(0, MOST_OFFERED)
    .map((name) => code(`/lora-gate waive ${clip(name, 200)} @${head.sha} <reason>`));
  const rest = names.length > MOST_OFFERED ? md` and so on for ${names.length - MOST_OFFERED} more` : nothing;
  return md`To accept it all the same, a maintainer other than the author comments ${join(commands, md`, `)}${rest}.`;
}
