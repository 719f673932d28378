import type { BrowserContext, Page } from 'playwright-core';
import type { City } from './city.ts';
import type { Network } from './breakable-network.ts';
import type { Stall } from './market.ts';
import type { PersonName } from './story.ts';

/** The city's day of these tests; the browser's clock stands on it. */
export const marketDay = '2026-11-23';

/** A browser of this person whose clock is the city's, on a network that can be cut. */
export async function signIn(context: BrowserContext, city: City, network: Network, who: PersonName): Promise<void> {
  await context.clock.setFixedTime(`${marketDay}T02:00:00Z`);
  const [name = '', value = ''] = city.cookieOf(who).split('=');
  await context.addCookies([{ name, value, url: network.url, httpOnly: true, sameSite: 'Strict' }]);
}

/** Registers the browser as a device and takes along everything that is offered. */
export async function takeEverything(page: Page, count: number): Promise<void> {
  await page.goto('/desk/on-site');
  await page.getByLabel('设备名称').fill('陈立的手机');
  await page.getByRole('button', { name: '登记本机' }).click();
  await page.getByText('选择带出').waitFor();
  await page.locator('.choosing input').first().waitFor();
  const boxes = await page.locator('.choosing input').all();
  if (boxes.length < count) throw new Error(`${boxes.length} instruments are offered`);
  for (const box of boxes.slice(0, count)) await box.check();
  await page.getByRole('button', { name: /带出所选/ }).click();
  await page
    .locator('.job-list:not(.choosing) .job')
    .nth(count - 1)
    .waitFor();
  await page.getByText('本页可离线打开').waitFor();
}

/** In the page: writes cells as a person does, rows as blocks pasted from a spreadsheet; the sheet's own handlers do the rest. */
const write = `async ({ environment, readings, standards, secondPerson }) => {
  const missed = [];
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const cell = (path) => document.querySelector('[data-cell="' + path + '"]');
  const put = async (field, text) => {
    const isChoice = field instanceof HTMLSelectElement;
    const owner = isChoice ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(owner, 'value').set.call(field, text);
    field.dispatchEvent(new Event(isChoice ? 'change' : 'input', { bubbles: true }));
    await settle();
  };
  const type = (path, text) => (cell(path) === null ? missed.push(path) : put(cell(path), text));
  const paste = async (path, text) => {
    const field = cell(path);
    if (field === null) return missed.push(path);
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await settle();
  };
  for (const [id, text] of Object.entries(environment)) await type('environment.' + id, text);
  for (const [group, record] of Object.entries(readings)) {
    for (const [id, value] of Object.entries(record.fields)) await type('readings.' + group + '.' + id, value);
    const last = () => cell('readings.' + group + '.rows.' + record.rows.length + '.' + record.columns[0]);
    while (record.rows.length > 0 && last() !== null) {
      const less = [...last().closest('section').querySelectorAll('.below .rows button')].pop();
      if (less === undefined || less.disabled) break;
      less.click();
      await settle();
    }
    const block = record.rows.map((row) => row.join('\\t')).join('\\n');
    if (record.rows.length > 0) await paste('readings.' + group + '.rows.0.' + record.columns[0], block);
  }
  for (const { role, standard, statement } of standards) {
    await type('standards.' + role, standard);
    const note = document.querySelector('[data-cell="standards.' + role + '"] ~ input');
    if (note === null) missed.push(role + ' statement');
    else await put(note, statement);
  }
  const second = document.querySelector('.site-foot select');
  if (second === null) missed.push('second person');
  else await put(second, secondPerson);
  return missed;
}`;

type Filling = {
  readonly environment: Readonly<Record<string, string>>;
  readonly readings: Readonly<
    Record<string, { fields: Record<string, string>; columns: readonly string[]; rows: readonly (readonly string[])[] }>
  >;
  readonly standards: Stall['standards'];
  readonly secondPerson: string;
};

function fillingOf({ edition, record, standards }: Stall, secondPerson: string): Filling {
  const { environment, readings } = record.input;
  const filled = Object.entries(readings).map(([id, written]) => {
    const columns = edition.form.readings.find((group) => group.id === id)?.columns.map((column) => column.id) ?? [];
    const rows = Array.isArray(written['rows']) ? (written['rows'] as Record<string, string>[]) : [];
    const fields = Object.fromEntries(Object.entries(written).filter(([, value]) => typeof value === 'string')) as Record<string, string>;
    return [id, { fields, columns, rows: rows.map((row) => columns.map((column) => row[column] ?? '')) }] as const;
  });
  return { environment, readings: Object.fromEntries(filled), standards, secondPerson };
}

/** Opens an instrument that was taken along, by its address or from the list, and begins its record if it is not begun. */
export async function openRecord(page: Page, item: string, from: 'address' | 'list' = 'address'): Promise<void> {
  if (from === 'address') await page.goto(`/desk/on-site/${item}`);
  else {
    const job = page.locator(`.job a[href="/desk/on-site/${item}"]`);
    if (!(await job.isVisible())) await page.getByRole('link', { name: '返回现场检定' }).click();
    await job.click();
    await page.waitForURL(`**/desk/on-site/${item}`);
  }
  const begin = page.getByRole('button', { name: '开始检定' });
  await page.locator('.paper').or(begin).first().waitFor();
  if (await begin.isVisible()) await begin.click();
  await page.locator('.paper').waitFor();
}

/** Writes the whole record of the example into the sheet. */
export async function fillRecord(page: Page, stall: Stall, secondPerson: string): Promise<void> {
  const missed = (await page.evaluate(`(${write})(${JSON.stringify(fillingOf(stall, secondPerson))})`)) as string[];
  if (missed.length > 0) throw new Error(`${stall.edition.id}: the sheet has no cell ${missed.join(', ')}`);
}

/** A person leaves the sheet when it says that the device has it. */
export async function waitUntilKept(page: Page): Promise<void> {
  await page.locator('.saving', { hasText: '已存本机' }).waitFor();
}

export async function finishRecord(page: Page): Promise<void> {
  await page.getByRole('button', { name: '完成并待送' }).click();
  const done = page.locator('.paper .state-mark', { hasText: /待送|已送达/ });
  await done.or(page.locator('.controls .notice')).first().waitFor({ timeout: 10_000 });
  if (!(await done.isVisible())) throw new Error(await page.locator('.controls .notice').first().innerText());
}
