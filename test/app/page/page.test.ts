/** The app's page in a real browser, logged in through a GitHub that runs here. */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeSummary } from '../../../src/report/run-summary.ts';
import { openBrowser, openPage } from '../../helpers/browser.ts';
import { accessibilityProblems, sidewaysScroll } from '../../report/html/pages.ts';
import { type Seeded, startPage, summary } from './page-server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}T00:00:00Z`;

function story(): Seeded[] {
  const regression = summary(5, { outcome: 'regression', blocked: true, gpu_seconds: 60 });
  return [
    { number: 5, title: 'Worse data', text: encodeSummary(regression) },
    { number: 4, title: 'Being judged', status: 'in_progress' },
    { number: 3, title: 'Third', mergedAt: day(3) },
    { number: 2, title: 'Second', mergedAt: day(2) },
    { number: 1, title: 'First', mergedAt: day(1) },
  ];
}

describe('a viewer', () => {
  it('logs in with GitHub and sees runs, trend, cost and links', async () => {
    await using server = await startPage(story());
    await using opened = await openPage(browser, server.url);
    const { page } = opened;
    expect(await page.locator('main').innerText()).not.toContain('team/desk');
    await page.getByRole('link', { name: 'Log in with GitHub' }).click();
    await page.getByRole('heading', { name: 'team/desk' }).waitFor();
    expect(page.url()).toBe(`${server.url}/`);
    const rows = await page.locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(
      /#5 Worse data[\s\S]*regression blocks the merge[\s\S]*12\.00 → 11\.50[\s\S]*1\.00/,
    );
    expect(rows[0]).toContain('12,000 tokens (0.250)');
    expect(rows[1]).toContain('running');
    expect(rows[2]).toMatch(/#3 Third merged[\s\S]*pass/);
    expect(await page.locator('main').innerText()).toMatch(/GPU minutes\s*13\.00/);
    const trend = await page
      .getByRole('img', { name: /perplexity of harbor-desk/ })
      .getAttribute('aria-label');
    expect(trend).toBe(
      'perplexity of harbor-desk over 3 merged pull requests: from 11.90 at #1 to 11.70 at #3; lower is better.',
    );
    expect(await page.locator('.chart circle').count()).toBe(3);
    const links = await page
      .locator('tbody tr')
      .first()
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    expect(links[0]).toBe(`${server.github.url}/team/desk/pull/5`);
    expect(links[1]).toMatch(/\/team\/desk\/runs\/\d+$/);
    expect(links[2]).toBe('https://github.example/runs/5');
    await page.getByRole('link', { name: 'team/desk' }).first().click();
    await page.getByRole('heading', { name: 'lora-gate: team/desk' }).waitFor();
    expect(opened.complaints).toEqual([]);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('link', { name: 'Log in with GitHub' }).waitFor();
    expect(server.github.requests.every(({ login }) => login === 'mia')).toBe(true);
  });

  it('sees no check that another App made or that is not about this head', async () => {
    const other = encodeSummary(summary(2));
    await using server = await startPage([
      { number: 1, title: 'Ours', text: other },
      { number: 2, title: 'Forged', app: 'somebody-else', text: encodeSummary(summary(2)) },
    ]);
    await using opened = await openPage(browser, `${server.url}/login`);
    const rows = await opened.page.locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/Ours[\s\S]*no result/);
  });

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['a phone', { viewport: { width: 360, height: 740 }, isMobile: true }],
  ] as const)('can use it however they look at it: %s', async (_, options) => {
    await using server = await startPage(story());
    await using opened = await openPage(browser, `${server.url}/login`, options);
    const { page } = opened;
    await page.getByRole('heading', { name: 'team/desk' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('link', { name: 'Log in with GitHub' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

const SCRIPT =
  '</title></style><script>alert(1)</script><img src=x onerror=alert(2)>" onload="alert(3)\u202E';

describe('hostile text', () => {
  it('in titles, names and metrics stays text', async () => {
    const pulls = [1, 2, 3].map((number) => {
      const [metric] = summary(number).metrics;
      const metrics = [{ ...metric!, adapter: SCRIPT, name: SCRIPT }];
      return {
        number,
        title: number === 1 ? 'w'.repeat(50_000) : SCRIPT,
        name: SCRIPT,
        detailsUrl: 'javascript:alert(4)',
        mergedAt: day(number),
        text: encodeSummary(summary(number, { metrics })),
      };
    });
    await using server = await startPage(pulls);
    await using opened = await openPage(browser, `${server.url}/login`, {
      viewport: { width: 360, height: 740 },
    });
    const { page, complaints } = opened;
    expect(await page.locator('tbody tr').count()).toBe(3);
    expect(await page.evaluate("document.querySelectorAll('script, img, iframe, object, base').length")).toBe(
      0,
    );
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames()).filter((n) => /^on|^style$|^src$/.test(n))",
      ),
    ).toEqual([]);
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('</title></style><script>alert(1)</script>');
    expect(shown).not.toContain('\u202E');
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(complaints).toEqual([]);
  });
});
