import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fastify, type FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { servePages } from '../../app/platform/pages.ts';
import { replyProblem } from '../../app/platform/problem-reply.ts';
import { axeFindings, faultsOf, openBrowser, screenshot, sidewaysPixels, type PageOptions, type TestBrowser } from '../support/browser.ts';

const path = '/tools/units';

/** The built pages before a server that knows no data: units are checked and converted without any. */
describe('units of measurement on the public portal', () => {
  let app: FastifyInstance;
  let browser: TestBrowser;
  let address: string;
  before(async () => {
    app = fastify();
    app.setErrorHandler(replyProblem);
    await servePages(app, join(import.meta.dirname, '../../dist'));
    address = await app.listen({ host: '127.0.0.1', port: 0 });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await app?.close();
  });

  const open = async (options: PageOptions = {}, form = ''): Promise<Page> => {
    const page = await browser.page({ ...options, address });
    await page.goto(path + form);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const isClean = async (page: Page, name: string): Promise<void> => {
    await screenshot(page, name);
    assert.deepEqual(await axeFindings(page), [], name);
    assert.deepEqual(faultsOf(page), [], name);
    assert.equal(await sidewaysPixels(page), 0, name);
  };
  const textField = (page: Page) => page.getByLabel(/^(?:待检查的文字|The text)$/);
  const findings = (page: Page) => page.locator('.unit-findings > li');
  const marks = (page: Page) => page.locator('.unit-marked mark');

  /** Drops a file on the page, as a person does with the mouse. */
  const drop = async (page: Page, name: string, content: string): Promise<void> => {
    await page.locator('body').evaluate(
      (body: { dispatchEvent: (event: unknown) => void }, [fileName, text]: [string, string]) => {
        const { DataTransfer, DragEvent, File } = globalThis as never as {
          DataTransfer: new () => { items: { add: (file: unknown) => void } };
          DragEvent: new (kind: string, init: object) => unknown;
          File: new (parts: string[], name: string) => unknown;
        };
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], fileName));
        for (const kind of ['dragover', 'drop']) body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, content] as [string, string],
    );
  };

  test('the example is filled in and every finding stands with its place, rule, source and suggestion', async () => {
    const page = await open();
    await page.getByText('输入或粘贴文字后').waitFor();
    await isClean(page, 'units-empty-zh-1366');
    await page.getByRole('button', { name: '填入示例' }).click();
    await findings(page).first().waitFor();
    const first = findings(page).first();
    const words = await first.innerText();
    for (const part of ['错误', '第 2 行第 8 列', '5KG', '5 kg', 'unit-case', 'GB 3101-1993', '3.4', '可信度高', '未与官方文本核对']) {
      assert.ok(words.includes(part), `${part} in ${words}`);
    }
    // Blood pressure with kPa beside it is allowed.
    assert.equal(await page.locator('.unit-findings').getByText('mmHg').count(), 0);
    assert.equal(await findings(page).count(), await marks(page).count());
    await isClean(page, 'units-zh-1366');
    await page.context().close();
  });
});
