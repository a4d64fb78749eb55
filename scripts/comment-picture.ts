/**
 * Draws docs/comment.png: the comments of saved results as GitHub shows them, one below the other, in a real browser.
 *
 *   node --import tsx scripts/comment-picture.ts GOOD/result.json BAD/result.json
 *
 * Markdown and style sheet are stand-ins for GitHub's own; what is said, and in which order, is what is posted. A result's text runs
 * no script and loads nothing here. The marks need a font with emoji: `apt-get install fonts-noto-color-emoji`.
 */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { marked } from 'marked';
import sharp from 'sharp';
import { COMMENT_BODY_LIMIT } from '../src/github/sticky-comment.ts';
import { renderComment } from '../src/report/markdown.ts';
import { parseResult } from '../src/report/result.ts';
import { openBrowser } from '../test/helpers/browser.ts';

const OUT = path.join(import.meta.dirname, '../docs/comment.png');
const MOST_BYTES = 300_000;
const WIDTH = 920;

/** The frame that GitHub puts around a comment. */
const FRAME = `
body { margin: 0; padding: 16px; background: #ffffff; }
.comment { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden; }
.comment + .comment { margin-top: 16px; }
header { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; color: #59636e; font: 14px/21px sans-serif; }
header b { color: #1f2328; }
header i { padding: 0 6px; border: 1px solid #d1d9e0; border-radius: 2em; font-size: 12px; font-style: normal; }
.markdown-body { padding: 16px; font-size: 14px; }`;

const commentHtml = (markdown: string) => `<section class="comment">
<header><b>github-actions</b> <i>bot</i> commented</header>
<div class="markdown-body">${marked.parse(markdown, { gfm: true, breaks: true, async: false })}</div></section>`;

async function pageHtml(files: readonly string[]): Promise<string> {
  const sheet = createRequire(import.meta.url).resolve('github-markdown-css/github-markdown-light.css');
  const comments: string[] = [];
  for (const file of files) {
    const result = parseResult(await readFile(file, 'utf8'), { file });
    comments.push(commentHtml(renderComment(result, { limit: COMMENT_BODY_LIMIT })));
  }
  return `<!doctype html><meta charset="utf-8"><style>${await readFile(sheet, 'utf8')}${FRAME}</style>${comments.join('')}`;
}

async function screenshot(html: string): Promise<Buffer> {
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      offline: true,
      viewport: { width: WIDTH, height: 600 },
    });
    const page = await context.newPage();
    await page.setContent(html);
    return await page.screenshot({ fullPage: true });
  } finally {
    await browser.close();
  }
}

const files = process.argv.slice(2);
if (files.length === 0) throw new Error('name one result.json or more');
// 256 colours are enough for text, and take a third of the bytes.
const picture = sharp(await screenshot(await pageHtml(files))).png({ palette: true, effort: 10 });
const { size } = await picture.toFile(OUT);
if (size > MOST_BYTES) throw new Error(`${OUT} has ${size} bytes, more than ${MOST_BYTES}`);
