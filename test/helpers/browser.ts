/**
 * A real headless Chromium for the tests of pages, and everything it complained about. Without one these tests fail and say
 * how to get it: a page that nobody opened is not tested.
 */

import { access, constants } from 'node:fs/promises';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';

/** @throws Error that says how to install Chromium. */
export async function openBrowser(): Promise<Browser> {
  await access(EXECUTABLE, constants.X_OK).catch((cause: unknown) => {
    throw new Error(
      `these tests open a browser, and there is no ${EXECUTABLE}: apt-get install -y chromium`,
      {
        cause,
      },
    );
  });
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

export interface OpenedPage extends AsyncDisposable {
  page: Page;
  /** Console errors and warnings, exceptions, violations of the content security policy. */
  complaints: string[];
  /** Addresses asked for, the page's own first. */
  requests: string[];
}

/** Opens an address in a browser context of its own. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  return { page, complaints, requests, [Symbol.asyncDispose]: () => context.close() };
}
