/** Reports of hostile results in a real browser: text stays text, whatever it says and however long it is. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html, link, ownSource } from '../../../src/report/html/html.ts';
import { renderReport } from '../../../src/report/html/report.ts';
import type { Result } from '../../../src/report/result.ts';
import type { ResultSection } from '../../../src/report/result-section.ts';
import { openBrowser, openPage } from '../../helpers/browser.ts';
import { exampleBehaviour } from '../example-behaviour.ts';
import { exampleJudge } from '../example-judge.ts';
import { exampleResult, exampleSection } from '../example-result.ts';
import { openAll, reportFile, sidewaysScroll } from './pages.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

function full(): ResultSection {
  const section = { ...exampleSection({ judge: exampleJudge() }), ...exampleBehaviour() };
  const of = { check: 'secrets', severity: 'error' } as const;
  const finding = {
    ...of,
    file: 'train.jsonl',
    line: 3,
    message: 'a key',
    fix: 'take it out',
    brought_in: false,
  };
  const checks = {
    ...section.data_checks,
    counts: [{ ...of, found: 1, brought_in: 0 }],
    findings: [finding],
  };
  return { ...section, data_checks: checks, warnings: ['one'], reasons: section.metrics[0]?.checks ?? [] };
}

/** What programs read and no reader is shown freely: outcomes, kinds, hashes, dates. */
const FIXED = new Set([
  ...['schema', 'created_at', 'sha', 'outcome', 'origin', 'kind', 'better', 'source', 'test_source', 'mode'],
  ...['on_inconclusive', 'severity', 'check', 'verdict', 'preferred', 'failure', 'provider', 'against'],
  ...['repository'],
]);

/** The result with `text` in place of every free string, keys of records among them. */
function everywhere(value: unknown, text: string, key = ''): unknown {
  if (typeof value === 'string') return FIXED.has(key) || /^[0-9a-f]{64}$/.test(value) ? value : text;
  if (Array.isArray(value)) return value.map((item) => everywhere(item, text, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, everywhere(item, text, name)]),
  );
}

const hostileResult = (text: string) => everywhere(exampleResult([full()]), text) as Result;

const SCRIPT = '</script></style><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>';
const ATTRIBUTE = `" onmouseover="alert(1)" autofocus onfocus=alert(2) x='\` javascript:alert(3) &quot;&#34; --> ]]>`;

/** Each with how it has to begin where it is shown. */
const TEXTS = {
  'a script': { text: SCRIPT, begins: SCRIPT },
  'an attribute': { text: ATTRIBUTE, begins: ATTRIBUTE },
  'bidi and control characters': {
    text: 'safe\u202Egnp.exe\u2066\u0000\u0007\u200B\uFEFF\uD800 \u001b[31m',
    begins: 'safe⟨U+202E⟩gnp.exe⟨U+2066⟩⟨U+0000⟩',
  },
  'half a megabyte of one word': { text: 'w'.repeat(500_000), begins: 'w'.repeat(1000) },
  'half a megabyte of combining marks': { text: `a${'\u0301'.repeat(500_000)}`, begins: 'a\u0301' },
};

describe('a hostile result', () => {
  it.each(Object.entries(TEXTS))(
    'with %s in every field shows it and runs nothing',
    async (_, { text, begins }) => {
      const result = hostileResult(text);
      await using file = await reportFile(result);
      await using opened = await openPage(browser, file.url, { viewport: { width: 360, height: 740 } });
      const { page, complaints, requests } = opened;
      expect(await page.evaluate("document.querySelectorAll('script, style').length")).toBe(2);
      expect(
        await page.evaluate("document.querySelectorAll('img, iframe, object, embed, form, base').length"),
      ).toBe(0);
      expect(
        await page.evaluate(
          "[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames()).filter((n) => /^on|^style$|^src$/.test(n))",
        ),
      ).toEqual([]);
      await openAll(page);
      const shown = String(await page.evaluate('document.body.textContent'));
      expect(shown).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u);
      // Part of every text is there to be read, in the answers for one.
      expect(await page.locator('.answer .said').first().textContent()).toContain(begins);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([file.url]);
      expect(renderReport(result).length).toBeLessThan(8_000_000);
    },
  );

  it('from a web server asks for nothing but itself and an icon', async () => {
    const asked: string[] = [];
    const page = renderReport(hostileResult(SCRIPT));
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await using opened = await openPage(browser, `http://127.0.0.1:${port}/report.html`);
    await openAll(opened.page);
    await opened.page.waitForLoadState('networkidle');
    server.close();
    expect(asked.filter((url) => url !== '/favicon.ico')).toEqual(['/report.html']);
    expect(opened.complaints).toEqual([]);
  });

  it('could not run a script even if it got into the page', async () => {
    const page = renderReport(exampleResult()).replace(
      '<main',
      '<script>document.title = "run"</script><main',
    );
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await using opened = await openPage(browser, `http://127.0.0.1:${port}/`);
    server.close();
    expect(await opened.page.title()).toMatch(/^lora-gate: /);
    expect(opened.complaints.join()).toContain('Content Security Policy');
  });
});

describe('a large result', () => {
  it('of 200,000 conversations and 100,000 steps is a page of at most 8 MB that opens at once', async () => {
    const section = exampleSection({ rows: 100 });
    const [first] = section.conversations;
    if (!first) throw new Error('the example has conversations');
    const conversations = Array.from({ length: 200_000 }, (_, i) => ({
      ...first,
      id: `row-${i}`,
      line: i + 1,
      base: first.tokens * (2 + Math.sin(i)),
      candidate: first.tokens * (2 + Math.sin(i + 0.1)),
    }));
    const candidate = Array.from({ length: 100_000 }, (_, i) => ({
      step: i + 1,
      loss: 2 + 1 / (i + 1),
      learning_rate: 1e-4,
    }));
    const training = { baseline: [], candidate };
    const result = exampleResult([{ ...section, conversations, training }]);
    expect(renderReport(result).length).toBeLessThan(8_000_000);
    await using file = await reportFile(result);
    await using opened = await openPage(browser, file.url);
    expect(await opened.page.locator('rect.square').count()).toBeGreaterThan(100);
    expect(await opened.page.getByText('50 of ').count()).toBeGreaterThan(0);
    expect(await opened.page.locator('*').count()).toBeLessThan(20_000);
    expect(opened.complaints).toEqual([]);
  });
});

describe('the html template', () => {
  it('escapes what is put in, and leaves what another template made', () => {
    const inner = html`<b>${'<&>"\'`'}</b>`;
    expect(html`<p title="${'"'}">${inner}${[inner]}${1}</p>`.source).toBe(
      '<p title="&quot;"><b>&lt;&amp;&gt;&quot;&#39;&#96;</b><b>&lt;&amp;&gt;&quot;&#39;&#96;</b>1</p>',
    );
  });

  it('links to http(s) addresses only', () => {
    expect(link('x', 'javascript:alert(1)').source).toBe('x');
    expect(link('x', 'https://a.example/"><b>').source).toBe(
      '<a href="https://a.example/%22%3E%3Cb%3E" rel="noopener noreferrer">x</a>',
    );
  });

  it('refuses a style or script that would end its own element', () => {
    expect(() => ownSource('a </script>')).toThrow(RangeError);
  });
});
