/** A spot check from the page to the result: vote blind in a browser, export, read back with the command. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readResult } from '../../../src/report/result.ts';
import type { ResultJudge } from '../../../src/report/result-judge.ts';
import { spotSeed, spotSheet } from '../../../src/report/spot-sheet.ts';
import { cli } from '../../commands/cli.ts';
import { openBrowser, openPage } from '../../helpers/browser.ts';
import { exampleBehaviour } from '../example-behaviour.ts';
import { exampleJudge } from '../example-judge.ts';
import { exampleResult, exampleSection } from '../example-result.ts';
import { reportFile } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** 24 answers that can be shown; the judge prefers the candidate on one row, sees a tie on the next, and so on; on row-1 it failed. */
function section() {
  const behaviour = exampleBehaviour(25);
  const items = (behaviour.answers?.items ?? []).map(({ id, group }, i): ResultJudge['items'][number] => {
    const preferred = { preferred: 'candidate', reason: 'shorter' } as const;
    const scored = { scores: {}, reasons: {} };
    const verdict = i === 0 ? 'failed' : i % 2 === 0 ? 'candidate' : 'tie';
    return {
      ...{ id, group, baseline: scored, candidate: scored },
      pairwise: { verdict, baseline_first: preferred, candidate_first: preferred },
    };
  });
  return { ...exampleSection({ judge: exampleJudge({ items }) }), ...behaviour };
}

/** Votes for the candidate on every pair but the first `ties`. */
async function vote(page: Page, ties: number): Promise<void> {
  await page.getByText('Vote', { exact: true }).click();
  for (const [i, pair] of (await page.locator('.vote').all()).entries()) {
    const candidate = (await pair.getAttribute('data-a')) === 'candidate' ? 'A is better' : 'B is better';
    await pair.getByLabel(i < ties ? 'equally good' : candidate).check();
  }
}

async function exported(page: Page, folder: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export votes.json' }).click(),
  ]);
  const file = path.join(folder, download.suggestedFilename());
  await download.saveAs(file);
  return file;
}

describe('a spot check', () => {
  it('is voted on blind, compared with the judge, exported and read back into the result', async () => {
    const result = exampleResult([section()]);
    await using file = await reportFile(result);
    const resultFile = path.join(file.folder, 'result.json');
    await writeFile(resultFile, JSON.stringify(result));
    await using opened = await openPage(browser, file.url, { acceptDownloads: true });
    const { page, complaints, requests } = opened;
    expect(await page.locator('.vote').count()).toBe(20);
    expect((await page.locator('.vote').allTextContents()).join()).not.toMatch(/candidate|baseline/);
    const tally = page.locator('.tally');
    await vote(page, 5);
    const said = await tally.innerText();
    expect(said).toMatch(/^All 20 voted on: candidate better 15, tie 5, baseline better 0; agreement/);
    const votes = await exported(page, file.folder);
    expect(path.basename(votes)).toBe('votes.json');
    expect(complaints).toEqual([]);
    expect(requests.filter((url) => url !== file.url && !url.startsWith('blob:'))).toEqual([]);

    const { exitCode, stdout, stderr } = await cli(['spot-check', resultFile, votes]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const check = (await readResult(resultFile)).adapters[0]?.spot_check;
    expect(check).toMatchObject({ seed: spotSeed(result), k: 20 });
    expect(check?.votes.map(({ vote: of }) => of)).toEqual([
      ...Array(5).fill('tie'),
      ...Array(15).fill('candidate'),
    ]);
    const sheet = spotSheet(result.adapters[0] ?? section(), spotSeed(result));
    expect(check?.votes.map(({ id, judge }) => [id, judge])).toEqual(
      sheet?.items.map(({ id, judge }) => [id, judge]),
    );
    // The page and the command count alike.
    const judged = check?.votes.filter(({ judge }) => judge !== null) ?? [];
    const same = judged.filter(({ vote: of, judge }) => of === judge).length;
    expect(check?.agreement).toBeCloseTo(same / judged.length, 12);
    expect(said).toContain(`agreement with the judge ${same} of ${judged.length}`);
    expect(said).toContain(`Cohen’s κ ${check?.kappa?.toFixed(2)}`);
    expect(stdout).toContain(`harbor-desk: 20 of 20 voted on; agreement with the judge`);
    expect(await readFile(path.join(file.folder, 'comment.md'), 'utf8')).toContain(
      'a person’s blind choice on 20 of 20 conversations: baseline 0, candidate 15, tie 5',
    );
    await page.goto(file.url);
    expect(await page.getByRole('region', { name: /Spot check$/ }).innerText()).toContain('20 of 20 pairs');
  });

  it('shows A and B in both orders, and which is which only after the last vote', async () => {
    await using file = await reportFile(exampleResult([section()]));
    await using opened = await openPage(browser, file.url);
    const { page } = opened;
    const pairs = await page.locator('.vote').all();
    const sides = await Promise.all(pairs.map((pair) => pair.getAttribute('data-a')));
    expect(new Set(sides)).toEqual(new Set(['baseline', 'candidate']));
    await page.getByText('Vote', { exact: true }).click();
    await page.locator('.vote').first().getByLabel('A is better').press('Space');
    await expect.poll(() => page.locator('.tally').innerText()).toBe('1 of 20 voted on');
  });
});

describe('a file of votes', () => {
  const digest = 'e'.repeat(64);
  const document = (sheets: unknown, more = {}) => ({ schema: 'lora-gate/votes/1', sheets, ...more });

  it.each([
    ['no JSON', '<script>', 'votes-not-json'],
    ['another schema', { schema: 'x', sheets: [] }, 'votes-invalid'],
    ['unknown keys', document([], { verdict: 'pass' }), 'votes-invalid'],
    ['no choice', document([{ sheet: digest, votes: [{ item: 0, choice: 'C' }] }]), 'votes-invalid'],
    ['a place below 0', document([{ sheet: digest, votes: [{ item: -1, choice: 'A' }] }]), 'votes-invalid'],
    ['another sheet', document([{ sheet: digest, votes: [{ item: 0, choice: 'A' }] }]), 'votes-other-result'],
  ])('with %s is refused with exit code 2, and nothing is written', async (_, content, code) => {
    await using file = await reportFile(exampleResult([section()]));
    const resultFile = path.join(file.folder, 'result.json');
    const before = JSON.stringify(exampleResult([section()]));
    await writeFile(resultFile, before);
    const votes = path.join(file.folder, 'votes.json');
    await writeFile(votes, typeof content === 'string' ? content : JSON.stringify(content));
    const { exitCode, stderr } = await cli(['spot-check', resultFile, votes]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`error[${code}]`);
    expect(await readFile(resultFile, 'utf8')).toBe(before);
  });

  it('with two votes on a pair, or one beyond the sheet, says which', async () => {
    const result = exampleResult([section()]);
    const sheet = spotSheet(section(), spotSeed(result))?.digest;
    await using file = await reportFile(result);
    const at = (name: string) => path.join(file.folder, name);
    await writeFile(at('result.json'), JSON.stringify(result));
    const twice = [0, 0].map((item) => ({ item, choice: 'A' }));
    await writeFile(
      at('votes.json'),
      JSON.stringify(
        document([
          { sheet, votes: twice },
          { sheet, votes: [{ item: 20, choice: 'B' }] },
        ]),
      ),
    );
    const { exitCode, stderr } = await cli(['spot-check', at('result.json'), at('votes.json')]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('sheets[0]: item 0 has two votes');
    expect(stderr).toContain('sheets[1]: item 20 is not on the sheet, which has 20');
  });
});
