/** Answers, judge, assertions and the rest of what a candidate does, in a real browser. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, openPage } from '../../helpers/browser.ts';
import { exampleBehaviour } from '../example-behaviour.ts';
import { exampleJudge } from '../example-judge.ts';
import { exampleResult, exampleSection } from '../example-result.ts';
import { accessibilityProblems, openAll, reportFile, sidewaysScroll } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

const judged = () => ({ ...exampleSection({ judge: exampleJudge() }), ...exampleBehaviour() });
const visible = (page: Page) => page.locator('.answer:visible').count();

describe('the answers', () => {
  it('stand side by side with the judge’s scores and reasons, those that got worse first', async () => {
    await using file = await reportFile(exampleResult([judged()]));
    await using opened = await openPage(browser, file.url);
    const first = opened.page.locator('.answer').first();
    expect(await first.locator('summary').textContent()).toMatch(
      /row-1.*judge: baseline.*fails names-the-office/,
    );
    await first.locator('summary').click();
    const shown = await first.innerText();
    for (const text of [
      'Yes, berth 1 does.\nAsk the harbour office.',
      'Berth 1 is a place for yachts of any kind.',
      'Berth 1 takes up to 15 metres.',
      'relevance 5: to the point',
      'relevance 4: to the point',
      'candidate first: baseline, the other one invents a price',
    ])
      expect(shown).toContain(text);
    const withheld = opened.page.locator('.answer').filter({ hasText: 'row-2' });
    await withheld.locator('summary').click();
    expect(await withheld.innerText()).toContain('its texts are not shown');
    expect(opened.complaints).toEqual([]);
  });

  it('can be searched and filtered, by keyboard', async () => {
    await using file = await reportFile(exampleResult([judged()]));
    await using opened = await openPage(browser, file.url);
    const { page } = opened;
    const status = page.locator('.shown');
    expect(await status.innerText()).toBe('3 of 3 shown');
    await page.getByLabel('Search').focus();
    await page.keyboard.type('YACHTS berth 3');
    expect(await status.innerText()).toBe('1 of 3 shown');
    expect(await page.locator('.answer:visible').textContent()).toContain('row-3');
    await page.getByLabel('Search').fill('');
    await page.keyboard.press('Tab');
    await page.keyboard.type('judge sees a tie');
    expect(await visible(page)).toBe(1);
    expect(await page.locator('.answer:visible').textContent()).toContain('row-2');
    for (const [words, id] of [
      ['an assertion fails', 'row-1'],
      ['an answer was cut', 'row-3'],
      ['judge failed', 'row-3'],
    ] as const) {
      await page.getByLabel('Show').selectOption({ label: words });
      expect(await page.locator('.answer:visible').allTextContents()).toEqual([expect.stringContaining(id)]);
    }
  });

  it('are there as far as a browser can take them, and the rest is counted', async () => {
    const behaviour = exampleBehaviour(2000);
    for (const item of behaviour.answers?.items ?? []) item.baseline = 'berth '.repeat(1300);
    await using file = await reportFile(exampleResult([{ ...exampleSection(), ...behaviour }]));
    await using opened = await openPage(browser, file.url);
    const { page } = opened;
    const left = /^(\d+) of 2,000 answers are here, .* the other ([\d,]+) are in result\.json/;
    const said = left.exec(await page.getByText(left).innerText()) as RegExpExecArray;
    const shown = Number(said[1]);
    expect(shown).toBeGreaterThan(400);
    expect(shown + Number(said[2]?.replace(',', ''))).toBe(2000);
    expect(await page.locator('.answer').count()).toBe(shown);
    await page.getByLabel('Search').fill('row-7');
    expect(await visible(page)).toBeLessThan(shown);
  });
});

describe('judge, assertions and forgetting', () => {
  it('show what is known of the judge and of the candidate’s behaviour', async () => {
    await using file = await reportFile(exampleResult([judged()]));
    await using opened = await openPage(browser, file.url);
    const { page } = opened;
    await openAll(page);
    const judge = await page.getByRole('region', { name: /Judge$/ }).innerText();
    for (const text of ['lfm-40b', '87.5 %', '50 %', '75 % (3 of 4)', 'no JSON in the reply', '12,000 read'])
      expect(judge).toContain(text);
    const assertions = await page.getByRole('region', { name: /Assertions$/ }).innerText();
    for (const text of ['names-the-office', '66.67 %', 'does not match /office/', '1 answer given up'])
      expect(assertions).toContain(text);
    const forgetting = await page.getByRole('region', { name: /Forgetting and effect$/ }).innerText();
    for (const text of ['20.10', '+10.44 %', '+5 % against the base model', '0.412 nats', '83 %'])
      expect(forgetting).toContain(text);
  });

  it.each([
    ['light', { colorScheme: 'light' }],
    ['dark', { colorScheme: 'dark' }],
    ['a phone', { viewport: { width: 360, height: 740 }, isMobile: true }],
  ] as const)('can be used by everybody: %s', async (_, options) => {
    await using file = await reportFile(exampleResult([judged()]));
    await using opened = await openPage(browser, file.url, options);
    await openAll(opened.page);
    expect(await accessibilityProblems(opened.page)).toEqual([]);
    expect(await sidewaysScroll(opened.page)).toBe(0);
    expect(opened.complaints).toEqual([]);
  });
});
