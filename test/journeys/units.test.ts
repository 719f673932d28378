import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { faultsOf, screenshot, waitForCount, type PageOptions } from '../support/browser.ts';
import { openPortal, type Portal } from '../support/portal.ts';

const path = '/tools/units';

/** The built pages before a server that knows no data: units are checked and converted without any. */
describe('units of measurement on the public portal', () => {
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
    await portal.look(page, 'units-empty-zh-1366');
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
    await portal.look(page, 'units-zh-1366');
    await page.context().close();
  });

  test('what is typed is checked at once, and nothing of it is sent', async () => {
    const page = await open();
    const sent: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      sent.push(pathname + decodeURIComponent(search) + (request.postData() ?? ''));
    });
    await textField(page).fill('墙高 6 英尺');
    await findings(page).getByText('1.8288 m', { exact: true }).waitFor();
    await textField(page).fill('墙高 1.8 m');
    await page.getByText('未发现问题').waitFor();
    await page.waitForURL((url) => url.hash.includes('1.8'));
    await page.reload();
    await page.getByText('未发现问题').waitFor();
    assert.equal(await textField(page).inputValue(), '墙高 1.8 m');
    assert.ok(sent.length > 0 && sent.every((part) => !/英尺|墙高|1\.8/.test(part)));
    await page.context().close();
  });

  test('a pasted text is checked; a long one is not put into the field, and the page goes on', async () => {
    const page = await open();
    const paste = (text: string) =>
      textField(page).evaluate((field: { dispatchEvent: (event: unknown) => boolean }, pasted: string) => {
        const { DataTransfer, ClipboardEvent } = globalThis as never as {
          DataTransfer: new () => { setData: (kind: string, text: string) => void };
          ClipboardEvent: new (name: string, init: object) => unknown;
        };
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        return field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);
    // A short text is left to the browser.
    assert.equal(await paste('5KG'), true);
    const line = '管道压力 3 kgf/cm2，其余文字没有单位，只是为了使文件变长一些。\n';
    assert.equal(await paste(line.repeat(20_000)), false);
    await page.getByText('文字较长').waitFor();
    await page.getByText('原文第 1 / ').waitFor();
    assert.match(await page.locator('.unit-summary').innerText(), /20000/);
    await waitForCount(findings(page), 50);
    await page.getByText('第 1—50 处，共 20000 处').waitFor();
    await page.getByRole('button', { name: '后 50 处' }).click();
    await findings(page).first().getByText('第 51 行').waitFor();
    // Shift+F8 goes round to the last finding, which stands in the last part of the text.
    await page.keyboard.press('Shift+F8');
    await page.getByText('第 20000 处（共 20000 处）').waitFor();
    assert.equal(await page.locator('.unit-marked mark.current').innerText(), '3 kgf/cm2');
    const inSight = `(() => {
      const [box, mark] = ['.unit-marked', 'mark.current'].map((name) => document.querySelector(name).getBoundingClientRect());
      return mark.top > box.top && mark.bottom < box.bottom;
    })()`;
    assert.equal(await page.evaluate(inSight), true);
    await findings(page).last().getByText('第 20000 行').waitFor();
    await portal.look(page, 'units-long-zh-1366');
    // What is too long for an address is there again on the way back.
    await page.getByRole('link', { name: '数值修约' }).click();
    await page.goBack();
    await page.getByText('原文第 ').waitFor();
    await page.getByRole('button', { name: '清空' }).click();
    assert.equal(await textField(page).inputValue(), '');
    await page.context().close();
  });

  test('a check that takes long can be cancelled, and done again', async () => {
    const page = await open();
    await textField(page).fill('净含量：5KG');
    await findings(page).first().waitFor();
    // The answer of the background never comes: the page must not wait for it.
    await page.evaluate(`globalThis.held = true;
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (asked) { if (!globalThis.held) postMessage.call(this, asked); };`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from('长 6 英尺。'.repeat(30_000)) });
    await page.getByText('正在检查').waitFor();
    assert.equal(await findings(page).count(), 0, 'findings of another text');
    await portal.look(page, 'units-running-zh-1366');
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByText('已取消检查').waitFor();
    await page.evaluate('globalThis.held = false');
    await page.getByRole('button', { name: '重新检查' }).click();
    await findings(page).first().waitFor();
    assert.match(await page.locator('.unit-summary').innerText(), /30000/);
    await page.context().close();
  });

  test('a file is dropped anywhere on the page and read in its own format', async () => {
    const page = await open();
    await drop(page, 'page.html', '<p>净含量：5KG</p><script>var a = "6 英尺";</script>\n<p>面积 3 m<sup>2</sup></p>');
    await page.getByText('已读取 page.html').waitFor();
    assert.equal(await page.getByLabel('按什么格式读取').inputValue(), 'html');
    await findings(page).getByText('第 1 行第 8 列').waitFor();
    await waitForCount(findings(page), 1);
    await drop(page, 'list.csv', '名称,数值\n水压,3 kgf/cm2\n"净含量",5KG\n');
    await page.getByText('已读取 list.csv').waitFor();
    await findings(page).getByText('第 2 行第 4 列').waitFor();
    await waitForCount(findings(page), 2);
    await page.context().close();
  });

  test('a wrong file is refused with its reason, and the text stays', async () => {
    const page = await open({ language: 'en' });
    await textField(page).fill('5KG');
    await drop(page, 'report.docx', 'PK');
    await page.getByRole('alert').getByText('report.docx is no plain text').waitFor();
    await drop(page, 'photo.png', 'x');
    await page.getByRole('alert').getByText('photo.png is a picture').waitFor();
    const input = page.locator('input[type=file]');
    await input.setInputFiles({ name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(5_000_001, 'a') });
    await page.getByRole('alert').getByText('large.txt is larger than 5 MB').waitFor();
    await input.setInputFiles({ name: 'program.txt', mimeType: 'text/plain', buffer: Buffer.from('MZ\0\0\0') });
    await page.getByRole('alert').getByText('The content of program.txt is no text').waitFor();
    await input.setInputFiles({ name: 'nothing.md', mimeType: 'text/markdown', buffer: Buffer.from('') });
    await page.getByRole('alert').getByText('nothing.md is empty').waitFor();
    assert.equal(await textField(page).inputValue(), '5KG');
    await portal.look(page, 'units-refused-en-1366');
    await page.context().close();
  });

  test('by keyboard alone one goes from finding to finding, in the text and in the list', async () => {
    const page = await open({ language: 'en' });
    await page.getByRole('button', { name: 'Fill in an example' }).focus();
    await page.keyboard.press('Enter');
    await findings(page).first().waitFor();
    const current = page.locator('.unit-marked mark.current');
    const status = page.locator('.unit-present');
    await page.getByRole('button', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await status.getByText('1 of ').waitFor();
    assert.equal(await current.innerText(), '5KG');
    await page.keyboard.press('F8');
    await status.getByText('2 of ').waitFor();
    assert.equal(await current.innerText(), '500g');
    await waitForCount(page.locator('.unit-findings > li[aria-current]'), 1);
    await page.locator('.unit-marked').focus();
    await page.keyboard.press('n');
    await status.getByText('3 of ').waitFor();
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    await status.getByText('1 of ').waitFor();
    await page.keyboard.press('Shift+F8');
    assert.match(await status.innerText(), /^(\d+) of \1 /);
    await page.getByRole('button', { name: 'Show in the text: line 3, column 22' }).focus();
    await page.keyboard.press('Enter');
    assert.equal(await current.innerText(), '3 kgf/cm2');
    await page.locator('.unit-marked mark', { hasText: '30 sec' }).click();
    assert.equal(await page.locator('.unit-findings > li[aria-current] .unit-written').innerText(), '30 sec');
    // In a field the letters are letters.
    await textField(page).focus();
    await page.keyboard.press('n');
    assert.match(await textField(page).inputValue(), /n/);
    await portal.look(page, 'units-en-1366');
    await page.context().close();
  });

  test('the list is filtered by severity and rule, a suggestion is copied, the table is downloaded', async () => {
    const page = await open();
    await page.getByRole('button', { name: '填入示例' }).click();
    await findings(page).first().waitFor();
    const all = await findings(page).count();
    await page.getByLabel('级别').selectOption('advice');
    await page.getByText('共 1 处').waitFor();
    await waitForCount(findings(page), 1);
    await waitForCount(marks(page), 1);
    await page.getByLabel('级别').selectOption('');
    await page.getByLabel('规则', { exact: true }).selectOption('unit-case');
    await waitForCount(findings(page), 1);
    await page.getByRole('button', { name: '复制建议 5 kg' }).click();
    await page.getByText('已复制：5 kg').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 CSV' }).click()]);
    assert.match(download.suggestedFilename(), /^units-\d{4}-\d\d-\d\d\.csv$/);
    const table = await readFile(await download.path(), 'utf8');
    assert.match(table, /^\ufeff序号,行,列,原文,级别,规则/);
    assert.match(table, /\r\n1,2,8,5KG,错误,unit-case,单位符号大小写错误,5 kg,.*可信度高,未与官方文本核对\r\n$/);
    await page.getByLabel('级别').selectOption('advice');
    await page.getByText('没有符合筛选条件的问题').first().waitFor();
    await page.getByRole('button', { name: '显示全部' }).click();
    await waitForCount(findings(page), all);
    await page.context().close();
  });

  test('on paper stand all findings with their sources and the marked text, and no form', async () => {
    const page = await open();
    await page.getByRole('button', { name: '填入示例' }).click();
    await findings(page).first().waitFor();
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    await page.emulateMedia({ media: 'print' });
    const print = page.locator('.unit-print');
    await waitForCount(print.locator('tbody tr'), 11);
    await print.getByRole('row', { name: /5KG 5 kg .*GB 3101-1993/ }).waitFor();
    await waitForCount(print.locator('mark'), 11);
    assert.ok(!(await textField(page).isVisible()));
    await screenshot(page, 'units-print');
    await page.evaluate('dispatchEvent(new Event("afterprint"))');
    assert.equal(await print.count(), 0);
    await page.context().close();
  });

  test('the page says where other units may stand, and on what ground each rule rests', async () => {
    for (const [language, width] of [
      ['zh', 1366],
      ['en', 375],
    ] as const) {
      const page = await open({ language, width });
      await page.locator('.unit-explanation summary').first().waitFor();
      for (const summary of await page.locator('.unit-explanation summary').all()) await summary.click();
      await page.getByText(language === 'zh' ? '血压，同时标注 kPa' : 'Blood pressure, with kPa beside it').waitFor();
      await page.getByText('国务院关于在我国统一实行法定计量单位的命令').first().waitFor();
      await portal.look(page, `units-explained-${language}-${width}`);
      await page.context().close();
    }
  });

  test('a finding leads to the conversion of its value, and the browser leads back to the findings', async () => {
    const page = await open();
    await textField(page).fill('水压试验压力 3 kgf/cm2');
    await page.getByRole('link', { name: '换算 3 kgf/cm2' }).click();
    await page.locator('.unit-equation', { hasText: '3 kgf/cm² = 294.1995 kPa' }).waitFor();
    await page.goBack();
    await findings(page).first().waitFor();
    assert.equal(await textField(page).inputValue(), '水压试验压力 3 kgf/cm2');
    await page.context().close();
  });

  test('a value is converted exactly, with both units in four notations and what the law says of them', async () => {
    const page = await open();
    await page.getByRole('link', { name: '单位换算' }).click();
    await page.getByLabel('数值', { exact: true }).fill('12.5');
    await page.getByLabel('单位', { exact: true }).fill('kgf/cm2');
    await page.getByRole('button', { name: 'kPa', exact: true }).click();
    await page.locator('.unit-equation', { hasText: '12.5 kgf/cm² = 1225.83125 kPa' }).waitFor();
    await page.getByText('精确值').waitFor();
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    for (const [name, words] of [
      ['中文名称', /千克力每平方厘米.*千帕/],
      ['UCUM', /kgf\/cm2.*kPa/],
      ['D-SI', /无.*\\kilo\\pascal/],
      ['量纲', /L⁻¹·M·T⁻²/],
      ['法定地位', /非法定计量单位.*法定计量单位（国际单位制）/],
      ['依据', /国务院/],
    ] as const) {
      await row(name).filter({ hasText: words }).waitFor();
    }
    await portal.look(page, 'units-convert-zh-1366');
    await page.getByRole('button', { name: '交换单位' }).click();
    await page.locator('.unit-equation', { hasText: '12.5 kPa ≈ 0.127464526622241 kgf/cm²' }).waitFor();
    await page.getByText('15 位有效数字').waitFor();
    await page.waitForURL((url) => url.hash.includes('unit=kPa'));
    const link = new URL(page.url()).hash;
    await page.context().close();
    const other = await open({ language: 'en', width: 375 }, link);
    await other.locator('.unit-equation', { hasText: '12.5 kPa ≈' }).waitFor();
    await portal.look(other, 'units-convert-en-375');
    await other.context().close();
  });

  test('a difference of temperatures is not a temperature', async () => {
    const page = await open({ language: 'en' }, '#part=convert&value=5&unit=%E2%84%83&target=%E2%84%89');
    await page.locator('.unit-equation', { hasText: '= 41 °F' }).waitFor();
    await page.getByLabel('A difference of temperatures').check();
    await page.locator('.unit-equation', { hasText: '= 9 °F' }).waitFor();
    await page.context().close();
  });

  test('what is wrong is said under its field with what was perhaps meant, which one press takes over', async () => {
    const page = await open({ language: 'en', width: 375 }, '#part=convert&value=5&unit=N%C2%B7Mpa&target=m');
    await page.getByText('Column 3: unknown unit “Mpa”; did you mean “MPa”?').waitFor();
    assert.equal(await page.getByLabel('Unit', { exact: true }).getAttribute('aria-invalid'), 'true');
    await portal.look(page, 'units-convert-error-en-375');
    await page.getByRole('button', { name: 'Use N·MPa' }).click();
    await page.getByText(/cannot be converted to “m”/).waitFor();
    await page.getByLabel('Convert to').fill('');
    await page.getByLabel('Value', { exact: true }).fill('1,5');
    await page.getByText(/no thousands separator or decimal comma/).waitFor();
    await page.context().close();
  });

  test('a value is rounded to an interval or to its uncertainty', async () => {
    const page = await open({ width: 375 });
    await page.getByRole('link', { name: '数值修约' }).click();
    await page.getByRole('button', { name: '填入示例' }).last().click();
    await page.locator('.unit-equation', { hasText: '60.0' }).waitFor();
    await page.getByText('60.0 = 120 × 0.5').waitFor();
    await page.getByLabel('修约间隔', { exact: true }).fill('0');
    await page.getByText('修约间隔必须大于 0').waitFor();
    await page.getByLabel('修约到').selectOption('uncertainty');
    await page.getByRole('button', { name: '填入示例' }).last().click();
    await page.locator('.unit-equation', { hasText: '(10.058±0.054) Ω，k=2' }).waitFor();
    await page.getByText('10.058(54) Ω').waitFor();
    await portal.look(page, 'units-round-zh-375');
    await page.context().close();
    const other = await open({ language: 'en' }, '#part=round&number=1.15&interval=0.1');
    await other.locator('.unit-equation', { hasText: '1.2' }).waitFor();
    await portal.look(other, 'units-round-en-1366');
    await other.context().close();
  });

  test('on a phone the text, its findings and the way from one to the next fit the screen, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const page = await open({ language, width: 375 });
      await page.getByRole('button', { name: language === 'zh' ? '填入示例' : 'Fill in an example' }).click();
      await page.getByRole('button', { name: language === 'zh' ? '下一处' : 'Next' }).click();
      await page.locator('.unit-marked mark.current').waitFor();
      await portal.look(page, `units-${language}-375`);
      await page.context().close();
    }
  });

  test('an address with nonsense in it opens the page and says what is wrong', async () => {
    const forms = [
      '#part=constructor&rule=__proto__&severity=x&format=pdf',
      '#part=convert&value=%00&unit=%5C&target=%5B',
      '#part=round&number=1e999&interval=-',
    ];
    for (const form of forms) {
      const page = await open({}, form);
      assert.deepEqual(faultsOf(page), []);
      await page.context().close();
    }
  });
});
