import type { Page } from 'playwright-core';
import { verificationEndpoints, type VerificationId } from '../../app/measure/verification/contract.ts';
import type { Desk } from './desk.ts';
import { acceptedItem } from './thread.ts';

/** The cell that has the focus. */
export const at = (page: Page): Promise<string> => page.evaluate('document.activeElement?.dataset.cell ?? ""');
/** A cell of the sheet by its path. */
export const cell = (page: Page, path: string) => page.locator(`[data-cell="readings.${path}"]`);
export const valueOf = (page: Page, path: string): Promise<string> => cell(page, path).inputValue();

/** A record taken up by the technician, opened on the bench. */
export async function opened(desk: Desk, serial: string): Promise<{ page: Page; id: VerificationId }> {
  const { item } = await acceptedItem(desk.city, serial);
  const { id } = await desk.city.as('technician').call(verificationEndpoints.takeUpItem, { body: { item, session: null } });
  const page = await desk.as('technician');
  await page.goto(`${desk.url}/desk/verifications/${id}`);
  await cell(page, 'zero.indication').waitFor();
  return { page, id };
}

/** Types a whole record: each cell, and Enter to the next one that is to be read. */
export async function typeRecord(page: Page, readings: Readonly<Record<string, unknown>>): Promise<number> {
  for (let typed = 0; ; typed += 1) {
    const path = await at(page);
    const value = path
      .split('.')
      .slice(1)
      .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], readings);
    if (typeof value === 'string' && value !== '') await page.keyboard.type(value === 'ok' ? '1' : value);
    await page.keyboard.press('Enter');
    if ((await at(page)) === path || !(await at(page)).startsWith('readings')) return typed + 1;
  }
}
