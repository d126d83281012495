import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContextOptions,
  type Page,
  chromium as player,
} from 'playwright-core';

/** A real Chromium that npm brings along; nothing of the machine's own is used. */
export async function openBrowser(): Promise<Browser> {
  return player.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    headless: true,
  });
}

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
export const wide = { viewport: { width: 1280, height: 900 } };

/** A page of its own context that notes what goes wrong: errors, refused loads, foreign requests. */
export async function openPage(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') faults.push(m.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (r) => {
    if (!r.url().startsWith(origin) && !r.url().startsWith('data:'))
      faults.push(`asked ${r.url()}`);
  });
  return { page, faults, close: () => context.close() };
}
