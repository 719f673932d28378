import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { axeFindings, faultsOf, openBrowser, screenshot, sidewaysPixels, type PageOptions, type TestBrowser } from './browser.ts';
import { openCity, type City } from './city.ts';
import { root } from './program.ts';
import type { PersonName } from './story.ts';

export type Desk = {
  readonly city: City;
  readonly url: string;
  /** A browser of its own for a person of the story, who is signed in. */
  readonly as: (person: PersonName, options?: PageOptions) => Promise<Page>;
  readonly anybody: (options?: PageOptions) => Promise<Page>;
  /** Pictures the page and asserts what holds for every page: no serious axe finding, no fault, nothing to scroll sideways. */
  readonly look: (page: Page, name: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A city behind a real socket, with the built pages, and a browser before it. */
export async function openDesk({
  measured = false,
  ...options
}: { demonstration?: boolean; now?: string; measured?: boolean } = {}): Promise<Desk> {
  const pagesFolder = join(root, 'dist');
  assert.ok(existsSync(join(pagesFolder, 'desk.html')), 'the pages are not built: npm run web');
  const city = await openCity({ ...options, pagesFolder });
  const url = await city.app.listen({ port: 0, host: '127.0.0.1' });
  const browser: TestBrowser = await openBrowser({ measured });
  return {
    city,
    url,
    async as(person, more = {}) {
      const page = await browser.page({ ...more, address: url });
      const [name = '', value = ''] = city.cookieOf(person).split('=');
      await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
      return page;
    },
    anybody: (more = {}) => browser.page({ ...more, address: url }),
    async look(page, name) {
      await screenshot(page, name);
      assert.deepEqual(await axeFindings(page), [], `${name}: accessibility`);
      assert.deepEqual(faultsOf(page), [], `${name}: faults`);
      assert.equal(await sidewaysPixels(page), 0, `${name}: scrolls sideways`);
    },
    async close() {
      await browser.close();
      await city.close();
    },
  };
}
