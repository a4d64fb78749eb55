/** Reports on disk and over HTTP, and what axe finds in them. */

import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { renderReport } from '../../../src/report/html/report.ts';
import type { Result } from '../../../src/report/result.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface ReportFile extends AsyncDisposable {
  url: string;
  folder: string;
}

export async function reportFile(result: Result): Promise<ReportFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-report-'));
  const file = path.join(folder, 'report.html');
  await writeFile(file, renderReport(result));
  return {
    url: pathToFileURL(file).href,
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Violations by rule, each with the elements that break it; contrast, labels, roles, headings and landmarks among the rules. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  );
}

/** By how many pixels the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Opens all that opens, and lays it all out: what is far from the window is skipped otherwise. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(`for (const details of document.querySelectorAll('details')) {
    details.open = true;
    details.style.contentVisibility = 'visible';
  }`);
}
