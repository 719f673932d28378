import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fastify, type FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { servePages } from '../../app/platform/pages.ts';
import { replyProblem } from '../../app/platform/problem-reply.ts';
import { axeFindings, faultsOf, openBrowser, screenshot, sidewaysPixels, type PageOptions } from './browser.ts';
import { root } from './program.ts';

export type Portal = {
  readonly address: string;
  /** A page of a person of its own, who has not signed in. */
  readonly page: (options?: Omit<PageOptions, 'address'>) => Promise<Page>;
  /** Pictures the page and asserts what holds for every page: no serious axe finding, no fault, nothing to scroll sideways. */
  readonly look: (page: Page, name: string) => Promise<void>;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
};

async function serveBuiltPages(app: FastifyInstance): Promise<void> {
  const folder = join(root, 'dist');
  assert.ok(existsSync(join(folder, 'index.html')), 'the pages are not built: npm run web');
  await servePages(app, folder);
}

/**
 * The built pages with their content policy before a server that knows no data, and a browser before it.
 * @param serve what is served instead of the built pages
 */
export async function openPortal(serve: (app: FastifyInstance) => void | Promise<void> = serveBuiltPages): Promise<Portal> {
  const app = fastify();
  app.setErrorHandler(replyProblem);
  await serve(app);
  const { browser, page, close } = await openBrowser();
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address,
    page: (options = {}) => page({ ...options, address }),
    async look(shown, name) {
      await screenshot(shown, name);
      assert.deepEqual(await axeFindings(shown), [], `${name}: accessibility`);
      assert.deepEqual(faultsOf(shown), [], `${name}: faults`);
      assert.equal(await sidewaysPixels(shown), 0, `${name}: scrolls sideways`);
    },
    browser,
    async close() {
      await close();
      await app.close();
    },
  };
}
