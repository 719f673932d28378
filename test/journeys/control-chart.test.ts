import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { screenshot, waitForCount, type PageOptions } from '../support/browser.ts';
import { openPortal, type Portal } from '../support/portal.ts';

/** The built pages with their content policy; the calculator asks no server for anything. */
describe('an engineer charts the readings of a process without signing in', () => {
  let portal: Portal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal?.close());

  const open = async (options: PageOptions = {}, query = ''): Promise<Page> => {
    const page = await portal.page(options);
    await page.goto(`/tools/control-chart${query}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const pistonRings = (
    JSON.parse(readFileSync(join(import.meta.dirname, '../../packages/statistics/vectors/spc.json'), 'utf8')) as {
      vectors: { id: string; data: number[][] }[];
    }
  ).vectors.find(({ id }) => id === 'spc-pistonrings')?.data;

  test('readings pasted from a spreadsheet give the chart, the limits and the capability of the published example', async () => {
    const page = await open();
    await page.getByText('填入至少两行数据后显示控制图').waitFor();
    const sheet = ['批\tx1\tx2\tx3\tx4\tx5', ...(pistonRings ?? []).map((group, index) => [`A${index + 1}`, ...group].join('\t'))];
    await page.getByLabel('数据', { exact: true }).fill(sheet.join('\n'));
    await page.getByText('没有点违反判异准则').waitFor();
    await waitForCount(page.getByRole('img'), 2);
    const facts = await page.locator('.chart-panel').first().innerText();
    for (const figure of ['74.01430', '74.00118', '73.98805']) assert.ok(facts.includes(figure), `${figure} in ${facts}`);
    await page.getByLabel('规范下限').fill('73.95');
    await page.getByLabel('规范上限').fill('74.05');
    const capability = page.getByRole('row', { name: /^Cpk/ });
    await capability.getByText('1.66').waitFor();
    assert.match(await capability.innerText(), /1\.66\s+1\.41 – 1\.91/);
    // Names of the first column are the names of the points.
    await page.getByText('数据表').click();
    await page.getByRole('rowheader', { name: 'A25', exact: true }).waitFor();
    await portal.look(page, 'control-chart-capability');
    await page.context().close();
  });

  test('no limit can be typed in, and the form says why', async () => {
    const page = await open();
    const labels = await page.locator('form label').allInnerTexts();
    assert.ok(labels.length >= 4);
    assert.deepEqual(
      labels.filter((label) => /控制限|中心线/.test(label)),
      [],
    );
    await page.getByText('控制限为什么不能填写').click();
    await page.getByText(/只能由数据计算/).waitFor();
    await page.context().close();
  });

  test('points that break a rule differ in shape and number, and the rule is said in words', async () => {
    const page = await open({}, '?chart=cusum&x=5*5*5*5*9*9*9&target=5&k=1&h=4');
    await page.getByText(/累积和超过判定值 h/).waitFor();
    const broken = page.locator('.control-picture .broken');
    await waitForCount(broken, 2);
    assert.equal((await broken.first().textContent())?.trim(), '1');
    await page.getByText('第 6、7 点').waitFor();
    await portal.look(page, 'control-chart-broken-rule');
    await page.context().close();
  });

  test('a paste, a file and an example are undone one after the other', async () => {
    const page = await open({ language: 'en' }, '?chart=i-mr');
    const data = page.getByLabel('Readings', { exact: true });
    await data.fill('10\n11\n12');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'readings.csv', mimeType: 'text/csv', buffer: Buffer.from('reading\r\n5\r\n6\r\n7\r\n8\r\n') });
    await page.getByText('readings.csv was read').waitFor();
    assert.match(await data.inputValue(), /^reading\s+5/);
    await page.getByRole('button', { name: 'Fill in an example' }).click();
    assert.match(await data.inputValue(), /^324\.925/);
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.match(await data.inputValue(), /^reading\s+5/);
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await data.inputValue(), '10\n11\n12');
    assert.equal(await page.getByRole('button', { name: 'Undo' }).isDisabled(), true);
    await page.context().close();
  });

  test('the address holds the form: a copied link shows the same chart', async () => {
    const page = await open();
    await page.getByLabel('控制图种类').selectOption('p');
    await page.getByLabel('数据', { exact: true }).fill('12\n15\n8\n10\n4\n30');
    await page.getByLabel('样本量（各点相同时）').fill('50');
    await page.waitForURL(/x=12\*15\*8\*10\*4\*30/);
    const other = await open({ language: 'en' }, new URL(page.url()).search);
    await other.getByText('one point breaks a rule').waitFor();
    assert.equal(await other.getByLabel('Size, where it is the same at every point').inputValue(), '50');
    await other.context().close();
    await page.context().close();
  });

  test('what cannot be used is said under its field with its row, and the page goes on', async () => {
    const page = await open();
    const data = page.getByLabel('数据', { exact: true });
    await data.fill('1 2 3\n4 5\n6 7 8');
    await page.getByRole('alert').waitFor();
    assert.match(await page.getByRole('alert').innerText(), /第 2 行.*不等子组请用 xbar-s/);
    await data.fill('1 2 3\n4 x 5\n6 7 8');
    await page.getByText(/第 2 行.*不是十进制数/).waitFor();
    await portal.look(page, 'control-chart-refused');
    await data.fill('1 2 3\n2 1 3\n3 2 1');
    await page.getByText('没有点违反判异准则').waitFor();
    await page.context().close();
  });

  test('the points go to a spreadsheet as a file with every digit', async () => {
    const page = await open({}, '?chart=i-mr&x=1.0*1.2*1.1*1.3');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 CSV' }).click()]);
    assert.equal(file.suggestedFilename(), 'control-chart-i-mr.csv');
    const text = readFileSync(await file.path(), 'utf8');
    assert.match(text, /^\ufeff单值—移动极差控制图\r\n/);
    assert.match(text, /\r\n2,1\.2,,0\.2,\r\n/);
    await page.context().close();
  });

  test('with the keyboard alone: choose a chart, fill in the example, read the table', async () => {
    const page = await open({ language: 'en' });
    await page.getByLabel('Chart', { exact: true }).focus();
    await page.keyboard.press('e');
    assert.equal(await page.getByLabel('Chart', { exact: true }).inputValue(), 'ewma');
    await page.locator('.tool-actions').getByRole('button', { name: 'Fill in an example' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('no point breaks a rule').waitFor();
    await page.locator('summary', { hasText: 'Table' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('rowheader', { name: '20', exact: true }).waitFor();
    await page.context().close();
  });

  test('on paper stand the chart, its rules and every point, without the form', async () => {
    const page = await open({}, '?chart=i-mr&x=1.0*1.2*1.1*1.3&lower=0&upper=3');
    await page.locator('.control-picture svg').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    await page.getByRole('rowheader', { name: '4', exact: true }).waitFor();
    assert.equal(await page.locator('form').first().isVisible(), false);
    assert.equal(await page.locator('.control-picture svg').first().isVisible(), true);
    await screenshot(page, 'control-chart-paper');
    await page.context().close();
  });

  for (const language of ['zh', 'en'] as const) {
    for (const width of [1366, 375] as const) {
      test(`the chart of every kind is clean in ${language} at ${width} pixels`, async () => {
        const page = await open({ language, width });
        await screenshot(page, `control-chart-empty-${language}-${width}`);
        for (const kind of ['xbar-r', 'xbar-s', 'i-mr', 'ewma', 'cusum', 'p', 'np', 'c', 'u']) {
          await page.locator('#chart-kind').selectOption(kind);
          await page
            .locator('.tool-actions')
            .getByRole('button', { name: language === 'zh' ? '填入示例' : 'Fill in an example' })
            .click();
          await page.locator('.control-picture svg').first().waitFor();
          await portal.look(page, `control-chart-${kind}-${language}-${width}`);
        }
        await page.context().close();
      });
    }
  }
});
