import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeFindings, faultsOf, waitForCount } from '../support/browser.ts';
import { openPortal, type Portal } from '../support/portal.ts';

/** The built pages with their content policy, and a server behind them that knows no data. */
describe('what is seen before the server has answered anything', () => {
  let portal: Portal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal?.close());

  test('without any script the three doors stand open and a certificate can be asked for', async () => {
    const context = await portal.browser.newContext({ javaScriptEnabled: false, baseURL: portal.address });
    const page = await context.newPage();
    await page.goto('/');
    await waitForCount(page.locator('.door'), 3);
    await page.getByLabel('证书编号').fill('A-2026-1');
    await page.getByRole('button', { name: '查询' }).click();
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, '/check?number=A-2026-1&check=');
    await context.close();
  });

  for (const language of ['zh', 'en'] as const) {
    for (const width of [1366, 375] as const) {
      test(`the public portal is clean in ${language} at ${width} pixels`, async () => {
        const page = await portal.page({ language, width });
        await page.goto('/');
        await page.getByRole('heading', { name: language === 'zh' ? '公众服务' : 'Public services' }).waitFor();
        await portal.look(page, `public-${language}-${width}`);
        await page.context().close();
      });
    }
  }

  test('the language is changed without leaving the page and is remembered', async () => {
    const page = await portal.page();
    await page.goto('/check?number=X-1');
    await page.getByText('没有找到该编号的证书').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('No certificate of this number was found').waitFor();
    assert.equal(await page.getByLabel('Certificate number').inputValue(), 'X-1');
    await page.reload();
    await page.getByText('No certificate of this number was found').waitFor();
    await portal.look(page, 'public-unknown-number-en');
    await page.context().close();
  });

  test('a page whose figures cannot be read says so and offers to try again', async () => {
    const page = await portal.page();
    for (const path of ['/plan', '/plan/capability', '/plan/tasks', '/desk']) {
      await page.goto(path);
      await page.getByRole('button', { name: '重试' }).waitFor();
      await portal.look(page, `unread${path.replaceAll('/', '-')}`);
    }
    await page.context().close();
  });

  test('an address without a page says so', async () => {
    const page = await portal.page();
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    await page.context().close();
  });

  test('Chinese is drawn: two characters leave different marks', async () => {
    const page = await portal.page();
    await page.goto('/');
    const marks = (await page.evaluate(`['衡', '器'].map((glyph) => {
      const canvas = document.createElement('canvas');
      const pen = canvas.getContext('2d');
      pen.font = '40px ' + getComputedStyle(document.documentElement).fontFamily;
      pen.fillText(glyph, 10, 60);
      return Array.from(pen.getImageData(0, 0, 80, 80).data).filter((value) => value > 0).length;
    })`)) as number[];
    assert.ok((marks[0] ?? 0) > 100 && marks[0] !== marks[1], String(marks));
    await page.context().close();
  });

  test('the watchers see a planted fault: a request to elsewhere, a picture without words', async () => {
    const page = await portal.page();
    await page.goto('/');
    await page.evaluate(`document.body.append(Object.assign(document.createElement('img'), { src: 'https://example.org/x.png' }))`);
    await page.waitForTimeout(100);
    assert.ok(faultsOf(page).length > 0);
    assert.ok((await axeFindings(page)).some((finding) => finding.startsWith('image-alt')));
    await page.context().close();
  });
});
