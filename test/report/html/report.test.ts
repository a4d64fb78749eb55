/** The report in a real browser: what it shows, that it asks nobody for anything, and that everybody can use it. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '../../helpers/browser.ts';
import { better, exampleResult, exampleSection, worse } from '../example-result.ts';
import { accessibilityProblems, openAll, reportFile, sidewaysScroll } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

describe('report.html', () => {
  it('opens with the verdict, the numbers, their interval against the margin, curves and conversations', async () => {
    await using file = await reportFile(exampleResult([exampleSection({ change: worse })]));
    await using opened = await openPage(browser, file.url, DESKTOP);
    const { page, complaints, requests } = opened;
    expect(await page.title()).toBe('lora-gate: regression, blocks the merge');
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(
      'regression, blocks the merge',
    );
    const metric = page.getByRole('row').filter({ hasText: 'perplexity' }).first();
    expect(await metric.innerText()).toMatch(/\+6\.\d+ %/);
    const interval = metric.getByRole('img', { name: /^perplexity: change \+6\.\d+ %, interval/ });
    const at = async (mark: string, end: 'x1' | 'x2' | 'cx') =>
      Number(await interval.locator(mark).getAttribute(end));
    expect(await at('.margin', 'x1')).toBeLessThan(await at('.bounds', 'x1'));
    expect(await at('.whisker', 'x1')).toBeLessThan(await at('.estimate', 'cx'));
    expect(await at('.estimate', 'cx')).toBeLessThan(await at('.whisker', 'x2'));
    const loss = page.getByRole('img', { name: /^Training loss: baseline from .* over 10 steps; candidate/ });
    expect(await loss.locator('path.line').count()).toBe(2);
    expect(await page.getByRole('img', { name: 'Learning rate at every step.' }).count()).toBe(1);
    const scatter = page.getByRole('img', { name: /^NLL a token of 40 conversations: 40 are worse/ });
    expect(await scatter.locator('circle.worse').count()).toBe(40);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([file.url]);
  });

  it('links the change and its experiments, and only addresses of the web', async () => {
    const links = [
      { adapter: 'harbor-desk', url: 'https://opik.example/compare' },
      { adapter: 'tide-desk', url: 'javascript:alert(1)' },
    ];
    const tracking = { url: 'https://opik.example/api', project: 'p', workspace: 'w', links, problem: null };
    await using file = await reportFile({ ...exampleResult(), tracking });
    await using opened = await openPage(browser, file.url, DESKTOP);
    const outside = await opened.page.locator('a:not([href^="#"])').all();
    expect(await Promise.all(outside.map((link) => link.getAttribute('href')))).toEqual([
      'https://github.example/harbor/desk/pull/12',
      'https://opik.example/compare',
    ]);
  });

  it('draws a score that is better when higher the other way round', async () => {
    const section = exampleSection({ change: better });
    const [first] = section.metrics;
    if (!first) throw new Error('the example has a metric');
    const win = { ...first, name: 'win_rate', kind: 'mean', better: 'higher', blocking: false } as const;
    await using file = await reportFile(exampleResult([{ ...section, metrics: [first, win] }]));
    await using opened = await openPage(browser, file.url, DESKTOP);
    const chart = opened.page.getByRole('img', { name: /^win_rate: change \+0\.1/ });
    const beyond = await chart.locator('.beyond').boundingBox();
    const dot = await chart.locator('.estimate').boundingBox();
    expect(beyond && dot && beyond.x + beyond.width).toBeLessThan(dot?.x ?? 0);
  });

  it('counts conversations in squares where they are too many for points', async () => {
    const section = exampleSection({ rows: 2000 });
    await using file = await reportFile(exampleResult([section]));
    await using opened = await openPage(browser, file.url, DESKTOP);
    const scatter = opened.page.getByRole('img', { name: /^NLL a token of 2,000 conversations/ });
    const counts = await scatter.locator('rect.square title').allTextContents();
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(2000);
  });

  it.each([
    ['light', { ...DESKTOP, colorScheme: 'light' }],
    ['dark', { ...DESKTOP, colorScheme: 'dark' }],
    ['a phone', PHONE],
  ] as const)('can be used by everybody: %s', async (_, options) => {
    const sections = [exampleSection({ change: worse }), exampleSection({ name: 'tide-desk' })];
    await using file = await reportFile(exampleResult(sections));
    await using opened = await openPage(browser, file.url, options);
    await openAll(opened.page);
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    expect(await sidewaysScroll(opened.page)).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('opens in print what is closed on the screen', async () => {
    await using file = await reportFile(exampleResult());
    await using opened = await openPage(browser, file.url, DESKTOP);
    const closed = () => opened.page.locator('details:not([open])').count();
    expect(await closed()).toBeGreaterThan(0);
    const printed: number[] = [];
    await opened.page.exposeFunction('printing', (count: number) => printed.push(count));
    await opened.page.evaluate(
      "addEventListener('beforeprint', () => printing(document.querySelectorAll('details:not([open])').length))",
    );
    const pdf = await opened.page.pdf();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(printed).toEqual([0]);
    expect(await closed()).toBeGreaterThan(0);
  });
});
