import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { faultsOf, screenshot, type PageOptions } from '../support/browser.ts';
import { openPortal, type Portal } from '../support/portal.ts';

/** Example B of the design's worked examples: 50 of 400 bags of 500 g, three short by more than T, which is what may be. */
const bags = `499.0 501.3 497.5 503.0 496.1 500.1 494.4 484.2 498.4 502.2 499.3 501.6 497.8 503.3 496.4 500.4 494.7 505.0 498.7 502.5
499.6 501.9 498.1 483.9 496.8 500.7 495.0 505.3 499.0 502.8 499.9 502.2 498.4 503.9 497.1 501.0 495.3 505.6 499.3 503.1 500.2 484.6
498.7 504.2 497.4 501.3 495.6 505.9 499.6 503.4`.split(/\s+/);

const path = '/tools/net-content';

/** The built pages before a server that knows no data: the calculator needs none. */
describe('net content on the public portal', () => {
  let portal: Portal;
  before(async () => {
    portal = await openPortal();
  });
  after(() => portal?.close());

  const open = async (options: PageOptions = {}, form = ''): Promise<Page> => {
    const page = await portal.page(options);
    await page.goto(path + form);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  const typeExampleB = async (page: Page): Promise<void> => {
    await page.getByLabel('检验日期').fill('2024-01-15');
    await page.getByLabel('批量 N（件）').fill('400');
    await page.getByLabel('标注净含量', { exact: true }).fill('500');
    await page.getByLabel('实际含量', { exact: true }).fill(bags.join('\n'));
  };

  test('a lot is typed in and judged at once, with every value and each unit beyond T', async () => {
    const page = await open();
    await page.getByText('填好批量、标注净含量和各件数值后').waitFor();
    await typeExampleB(page);
    await page.getByText('应抽 50 件').waitFor();
    await page.getByText('允许短缺量 T = 15 g').waitFor();
    for (const [name, values] of [
      ['平均实际含量', /499\.114.*498\.17117.*符合/],
      ['标准偏差 s', /4\.82540/],
      ['修正因子 λ', /0\.379/],
      ['允许短缺量 T', /15/],
      ['短缺大于 T、不大于 2T', /3 件.*不多于 3 件.*符合/],
      ['短缺大于 2T', /0 件.*不多于 0 件.*符合/],
    ] as const) {
      await row(page, name).filter({ hasText: values }).waitFor();
    }
    assert.match((await page.locator('.verdicts').textContent()) ?? '', /检验批.*合格/);
    await page.getByRole('row', { name: /^24 483\.9/ }).waitFor();
    await page.getByText('仅供自查，不作执法依据').waitFor();
    await portal.look(page, 'net-content-zh-1366');
    await page.context().close();
  });

  test('one more short unit fails the lot while one types; an edition in force later is warned about', async () => {
    const page = await open();
    await typeExampleB(page);
    await page.getByLabel('实际含量', { exact: true }).fill(['484.9', ...bags.slice(1)].join('\n'));
    await row(page, '短缺大于 T')
      .filter({ hasText: /4 件.*不符合/ })
      .waitFor();
    await page.locator('.verdicts', { hasText: '不合格' }).waitFor();
    assert.equal(await page.getByText('已施行 JJF 1070-2023').count(), 0);
    await page.getByLabel('检验日期').fill('2024-10-12');
    await page.getByText('已施行 JJF 1070-2023').waitFor();
    await page.context().close();
  });

  test('what is wrong is said under its field, in words', async () => {
    const page = await open({ language: 'en' });
    await page.getByLabel('Rule').selectOption('jjf-1070-2023');
    await page.getByText('its sampling table has not been confirmed').waitFor();
    await page.getByLabel('Rule').selectOption('oiml-r87-2004');
    await page.getByLabel('Lot N (units)').fill('40');
    const lot = page.getByLabel('Lot N (units)');
    assert.equal(await lot.getAttribute('aria-invalid'), 'true');
    assert.match((await page.locator('#net-lot-fault').textContent()) ?? '', /no sampling plan for lots below 100/);
    await page.getByLabel('Rule').selectOption('jjf-1070-2005');
    await page.getByLabel('Declared net content').fill('60000');
    await page.getByText('above 50000 g no tolerable deficiency is laid down').waitFor();
    await page.getByLabel('Declared net content').fill('100');
    await page.getByLabel('Contents', { exact: true }).fill('99\n1O0\n98');
    await page.getByText('Value 2: ').waitFor();
    await page.getByLabel('Contents', { exact: true }).fill(Array<string>(11).fill('100').join(' '));
    await page.getByText('The sample is 10 units, but 11 values are given').waitFor();
    await portal.look(page, 'net-content-faults-en-1366');
    await page.context().close();
  });

  test('the address holds the input: a link opens the same result, and the way back is the browser’s', async () => {
    const page = await open();
    await typeExampleB(page);
    await page.waitForURL((url) => url.hash.includes('x=499.0_501.3'));
    const link = page.url();
    assert.ok(link.length < 1000);
    await page.goto(`${path}#rule=jjf-1070-2005&lot=7`);
    await page.getByText('应抽 7 件').waitFor();
    await page.goBack();
    await page.getByText('应抽 50 件').waitFor();
    // What was typed stands behind #, which no browser sends.
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.reload();
    await page.locator('.verdicts').waitFor();
    assert.ok(sent.length > 0 && sent.every((url) => !url.includes('499.0')));
    await page.context().close();
    const other = await open({ language: 'en', width: 375 }, new URL(link).hash);
    await other.locator('.verdicts', { hasText: 'Pass' }).waitFor();
    assert.equal(await other.getByLabel('Lot N (units)').inputValue(), '400');
    await other.locator('a.skip').focus();
    await other.keyboard.press('Enter');
    assert.equal(await other.getByLabel('Lot N (units)').inputValue(), '400');
    await portal.look(other, 'net-content-en-375');
    await other.context().close();
  });

  test('an address with nonsense in it opens the form and says what is wrong', async () => {
    const page = await open({}, `#rule=x&lot=-3&qn=abc&unit=constructor&x=${'1_'.repeat(3000)}&date=2024-99-99&each=q`);
    await page.locator('#net-lot-fault, #net-rule-fault').first().waitFor();
    assert.deepEqual(faultsOf(page), []);
    await page.context().close();
  });

  test('a spreadsheet’s table is pasted or dropped as a file: running numbers are left aside', async () => {
    const page = await open();
    await page.getByRole('button', { name: '填入示例' }).click();
    await page.locator('.verdicts').waitFor();
    const contents = ['99.1', '100.4', '98.7', '100.9', '99.6', '97.8', '100.2', '99.0', '101.3', '98.5'];
    const table = `序号,净含量（g）\r\n${contents.map((value, index) => `${index + 1},${value}`).join('\r\n')}\r\n`;
    const field = page.getByLabel('实际含量', { exact: true });
    await field.fill('');
    await page.locator('input[type=file]').setInputFiles({ name: 'sample.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await page.getByText('已从第 2 列读取 10 个数值').waitFor();
    assert.equal(await field.inputValue(), contents.join('\n'));
    await field.evaluate(
      (element: { dispatchEvent: (event: unknown) => void }, text: string) => {
        const [Transfer, Paste] = [
          globalThis as never as { DataTransfer: new () => { setData: (type: string, text: string) => void } },
          globalThis as never as { ClipboardEvent: new (name: string, init: object) => unknown },
        ];
        const clipboardData = new Transfer.DataTransfer();
        clipboardData.setData('text/plain', text);
        element.dispatchEvent(new Paste.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      table.replaceAll(',', '\t'),
    );
    assert.equal(await field.inputValue(), contents.join('\n'));
    await page.locator('input[type=file]').setInputFiles({ name: 'sample.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') });
    await page.getByText('另存为 CSV').waitFor();
    await page.context().close();
  });

  test('the label has a verdict of its own', async () => {
    const page = await open({ width: 375 });
    await page.getByRole('button', { name: '填入示例' }).click();
    await page.locator('.verdicts', { hasText: /检验批.*合格.*标注.*合格/ }).waitFor();
    await page.getByLabel('净含量标注的原文').fill('净含量：0.1 KG');
    await page.locator('.verdicts', { hasText: /检验批.*合格.*标注.*不合格/ }).waitFor();
    await page.getByText('该量应使用 g（克）').waitFor();
    await portal.look(page, 'net-content-zh-375');
    await page.context().close();
  });

  test('the curve has its table one click away, and the whole is downloaded as a table', async () => {
    const page = await open();
    await typeExampleB(page);
    await page.getByRole('img', { name: /抽样特性曲线/ }).waitFor();
    await page.getByText('曲线数据').click();
    await page.getByRole('row', { name: /^500 0\.9950/ }).waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 CSV' }).click()]);
    const table = await readFile(await download.path(), 'utf8');
    assert.match(table, /^\ufeff净含量计算器,仅供自查，不作执法依据\r\n/);
    for (const line of ['平均实际含量,499.114,g,498.17117,符合', '标准偏差 s,4.82540,g', '24,483.9,16.1,T', '检验批,合格']) {
      assert.ok(table.includes(`\r\n${line}\r\n`), line);
    }
    await page.context().close();
  });

  test('on paper stand the sentence, what was put in and what came out, and no form', async () => {
    const page = await open();
    await typeExampleB(page);
    await page.locator('.verdicts').waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.getByText('仅供自查，不作执法依据').isVisible());
    assert.ok(await page.locator('.only-print').getByText(bags.slice(0, 4).join('  ')).isVisible());
    assert.ok(!(await page.getByLabel('批量 N（件）').isVisible()));
    await screenshot(page, 'net-content-print');
    await page.context().close();
  });

  test('the page works by keyboard alone', async () => {
    const page = await open();
    await page.getByLabel('检验规则').focus();
    await page.keyboard.press('Tab');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
    await page.getByLabel('批量 N（件）').focus();
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await page.keyboard.type('100');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('99\n100\n101');
    await page.locator('.verdicts', { hasText: '合格' }).waitFor();
    await page.getByText('全数检验，不作平均判定').waitFor();
    await page.context().close();
  });

  test('the tools have a page of their own, reached from every public page', async () => {
    for (const [language, width, heading, name] of [
      ['zh', 1366, '计量计算工具', '净含量计算器'],
      ['en', 375, 'Tools', 'Net content'],
    ] as const) {
      const page = await portal.page({ language, width });
      await page.goto('/tools');
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await portal.look(page, `tools-${language}-${width}`);
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await page.context().close();
    }
  });
});
