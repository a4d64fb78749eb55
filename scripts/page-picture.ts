/**
 * Draws docs/page.png: the app's page with the demo's two pull requests, as somebody sees it who has logged in, in a real browser.
 *
 *   node --import tsx scripts/page-picture.ts
 */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { ownFile } from '../src/assets.ts';
import { parseResult } from '../src/report/result.ts';
import { encodeSummary, summaryOf } from '../src/report/run-summary.ts';
import { type Seeded, sha, startPage } from '../test/app/page/page-server.ts';
import { openBrowser } from '../test/helpers/browser.ts';

const OUT = path.join(import.meta.dirname, '../docs/page.png');
const MOST_BYTES = 200_000;

const DEMO = [
  { file: 'good.json', title: 'More answers of the harbour desk', mergedAt: '2026-01-05T10:00:00Z' },
  { file: 'bad.json', title: 'Answers from another desk', mergedAt: null },
];

async function seeded(): Promise<Seeded[]> {
  const pulls = DEMO.map(async ({ file, title, mergedAt }, i) => {
    const whole = path.join(ownFile('datasets/demo-results'), file);
    const result = parseResult(await readFile(whole, 'utf8'), { file });
    const number = i + 1;
    return { number, title, mergedAt, text: encodeSummary({ ...summaryOf(result), head: sha(number) }) };
  });
  return (await Promise.all(pulls)).reverse();
}

const server = await startPage(await seeded(), { repo: 'harbor/desk' });
const browser = await openBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1000, height: 400 } });
  const page = await context.newPage();
  await page.goto(`${server.url}/login`);
  await page.getByRole('heading', { name: 'harbor/desk' }).waitFor();
  const picture = sharp(await page.screenshot({ fullPage: true })).png({ palette: true, effort: 10 });
  const { size } = await picture.toFile(OUT);
  if (size > MOST_BYTES) throw new Error(`${OUT} has ${size} bytes, more than ${MOST_BYTES}`);
} finally {
  await browser.close();
  await server[Symbol.asyncDispose]();
}
