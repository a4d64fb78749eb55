/** The page as HTML: the app's status, and for a viewer the recent runs. All text from outside passes the escaping template. */

import { consequence } from '../../report/comment-headline.ts';
import { badge } from '../../report/html/headline.ts';
import { type Html, html, join, link, nothing } from '../../report/html/html.ts';
import { column, facts, note, table } from '../../report/html/layout.ts';
import { ABSENT, countOf, formatCount, formatValue } from '../../report/numbers.ts';
import type { RunSummary } from '../../report/run-summary.ts';
import { clip } from '../../report/visible-text.ts';
import type { PageRun, VisibleRepository } from './runs.ts';
import { trendCharts } from './trend-chart.ts';

export interface AppStatus {
  version: string;
  /** Whether deliveries are taken. */
  ready: boolean;
  waiting: number;
  running: number;
}

export interface PageFrame {
  style: Html;
  title: string;
  /** Who is logged in. */
  viewer?: string;
}

const TITLE_CHARACTERS = 120;
const MOST_LISTED = 300;

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
const minutes = (seconds: number) => (seconds === 0 ? '0' : formatValue(seconds / 60));

/** A whole document; nothing in it runs. */
export function pageDocument({ style, title, viewer }: PageFrame, body: Html): string {
  const who =
    viewer === undefined
      ? nothing
      : html`<form class="who" method="post" action="/logout"><span>${viewer}</span> <button>Log out</button></form>`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>${style}</head><body><a class="skip" href="#main">Skip to the content</a><header><h1>${title}</h1>${who}</header><main id="main" tabindex="-1">${body}</main></body></html>
`.source;
}

/** For everybody: names no repository. */
export function statusPart(status: AppStatus, login: 'off' | 'possible'): Html {
  const open =
    login === 'off'
      ? note(html`Results are on the pull requests. The list of runs is switched off here.`)
      : html`<p><a class="button" href="/login">Log in with GitHub</a></p>${note(html`You see the runs of the repositories that you may read.`)}`;
  return html`${facts([
    ['State', html`${status.ready ? 'taking deliveries' : 'not taking deliveries'}`],
    ['Waiting', html`${countOf(status.waiting, 'delivery').replace(/ys$/, 'ies')}`],
    ['Being worked on', html`${status.running}`],
    ['Version', html`${status.version}`],
  ])}${open}`;
}

/** Something went wrong that the viewer can do something about. */
export function messagePart(text: string): Html {
  return html`<p>${text}</p><p><a href="/">Back to the start</a></p>`;
}

function verdictCell({ check, summary }: PageRun): Html {
  if (!check.completed) return html`<span class="badge">running</span>`;
  if (!summary) return html`<span class="badge">no result</span>`;
  const text = consequence(summary, summary.waived).replace(/^, /, '');
  return html`${badge(summary.outcome)}${text === '' ? nothing : html` <span class="muted">${text}</span>`}`;
}

function mainMetric(summary: RunSummary | undefined): Html {
  const [metric] = summary?.metrics ?? [];
  if (!metric) return html`${ABSENT}`;
  return html`${clip(metric.name, 40)} ${formatValue(metric.base)} → ${formatValue(metric.candidate)}`;
}

function judgeCost(judge: RunSummary['judge'] | undefined): string {
  if (!judge) return ABSENT;
  const spend = judge.spend === null ? '' : ` (${formatValue(judge.spend)})`;
  return `${formatCount(judge.tokens)} tokens${spend}`;
}

function runRow(run: PageRun): Html[] {
  const { pull, check, reportUrl, summary } = run;
  const links = [
    link(check.name === '' ? 'check' : clip(check.name, 60), check.url),
    ...(reportUrl === null ? [] : [link('report', reportUrl)]),
  ];
  const state = pull.mergedAt === null ? nothing : html` <span class="muted">merged</span>`;
  const when = check.completedAt?.replace('T', ' ').slice(0, 16) ?? ABSENT;
  return [
    html`${link(`#${pull.number}`, pull.url)} ${clip(pull.title, TITLE_CHARACTERS)}${state}`,
    verdictCell(run),
    mainMetric(summary),
    html`${summary ? minutes(summary.gpu_seconds) : ABSENT}`,
    html`${judgeCost(summary?.judge)}`,
    html`${when}`,
    join(links, html` · `),
  ];
}

function totals(runs: readonly PageRun[]): Html {
  const summaries = runs.flatMap(({ summary }) => summary ?? []);
  const judges = summaries.flatMap(({ judge }) => judge ?? []);
  const spends = judges.flatMap(({ spend }) => spend ?? []);
  return facts([
    ['Runs shown', html`${runs.length}`],
    ['GPU minutes', html`${minutes(sum(summaries.map(({ gpu_seconds }) => gpu_seconds)))}`],
    ['Judge', html`${formatCount(sum(judges.map(({ tokens }) => tokens)))} tokens`],
    ...(spends.length === 0 ? [] : [['Judge’s price', html`${formatValue(sum(spends))}`] as const]),
  ]);
}

const COLUMNS = [
  column.text('Pull request'),
  column.text('Verdict'),
  column.text('Main metric, base → candidate'),
  column.number('GPU minutes'),
  column.number('Judge'),
  column.text('Ended (UTC)'),
  column.text('More'),
];

/** One repository: its trends, and a row for each check. `null` where GitHub did not let the viewer read it. */
export function repositoryPart(
  { fullName, url }: VisibleRepository,
  runs: readonly PageRun[] | null,
  place: number,
): Html {
  const id = `repository-${place}`;
  const body = () => {
    if (runs === null) return note(html`GitHub did not give the runs of this repository.`);
    if (runs.length === 0) return note(html`No pull request that moved lately has a check of lora-gate.`);
    return html`${totals(runs)}${trendCharts(runs)}${table(`Runs of ${fullName}`, COLUMNS, runs.map(runRow))}`;
  };
  return html`<section class="part" aria-labelledby="${id}"><h2 id="${id}">${link(fullName, url)}</h2>${body()}</section>`;
}

/** Links to the page of each repository. */
export function repositoryList(repositories: readonly VisibleRepository[]): Html {
  if (repositories.length === 0) {
    return note(html`lora-gate is installed in no repository that you may read.`);
  }
  const shown = repositories.slice(0, MOST_LISTED);
  const left = repositories.length - shown.length;
  const items = shown.map(
    ({ fullName }) => html`<li><a href="/?repository=${encodeURIComponent(fullName)}">${fullName}</a></li>`,
  );
  return html`<nav aria-label="Repositories"><ul>${items}</ul></nav>${left > 0 ? note(html`… and ${left} more`) : nothing}`;
}
