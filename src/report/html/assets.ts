/** The style sheet and the script of the page, from the files in `browser/`, and the policy that lets nothing else run. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ownFile } from '../../assets.ts';
import { type Html, html, ownSource } from './html.ts';

export interface PageAssets {
  /** Content of the `Content-Security-Policy` meta tag. */
  policy: string;
  style: Html;
  script: Html;
}

const source = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The style sheet alone, for pages without a script; `source` is for `style-src`. */
export function styleAssets(): { style: Html; source: string } {
  const css = readFileSync(ownFile('src/report/html/browser/report.css'), 'utf8');
  return { style: html`<style>${ownSource(css)}</style>`, source: source(css) };
}

/** Read anew for each report: the files are small. */
export function pageAssets(): PageAssets {
  const css = readFileSync(ownFile('src/report/html/browser/report.css'), 'utf8');
  const js = readFileSync(ownFile('src/report/html/browser/report.js'), 'utf8');
  return {
    policy: [
      "default-src 'none'",
      `style-src ${source(css)}`,
      `script-src ${source(js)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    style: html`<style>${ownSource(css)}</style>`,
    script: html`<script type="module">${ownSource(js)}</script>`,
  };
}
