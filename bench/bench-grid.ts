import type { Page } from 'playwright-core';
import { requestEndpoints } from '../app/measure/request/contract.ts';
import { verificationEndpoints } from '../app/measure/verification/contract.ts';
import { openDesk } from '../test/support/desk.ts';
import { designate, edition, register, submit } from '../test/support/thread.ts';

/**
 * `npm run web`, then `npm run bench -- bench-grid [rows]`: types into a rig's sheet of 200 instruments × 12 readings or more in a real
 * browser. Prints for each keystroke how long the page was busy with it (handling, verdict, layout and paint of the frame; the wait for
 * the next refresh of the screen is not the program's), the time until that frame stood, and the processor time of the page's thread.
 * Exit code 1 when the median passes one frame.
 */
const limitMilliseconds = 16;
const rows = Number(process.argv[2] ?? 200);
const columns = 12;
const keystrokes = 300;

const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

const watch = `
  window.keys = [];
  let key;
  addEventListener('keydown', () => { key = { at: performance.now(), handled: 0 }; }, true);
  addEventListener('input', () => {
    const own = key;
    queueMicrotask(() => {
      own.handled = performance.now() - own.at;
      requestAnimationFrame(() => {
        const begun = performance.now();
        const frame = new MessageChannel();
        frame.port1.onmessage = () => {
          const now = performance.now();
          window.keys.push({ busy: own.handled + now - begun, frame: now - own.at });
        };
        frame.port2.postMessage(0);
      });
    });
  });`;

type Timed = { readonly busy: number; readonly frame: number };

/** Seconds that the page's thread has used the processor. */
async function threadSeconds(page: Page): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
}

const desk = await openDesk({ measured: true });
let failed = false;
try {
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  const instruments = [];
  for (let index = 1; index <= rows; index += 1) instruments.push(await register(desk.city, 'holder', `R-${index}`));
  const request = await submit(
    desk.city,
    'holder',
    instruments.map(({ id }) => id),
  );
  await desk.city.as('instituteManager').call(requestEndpoints.acceptRequest, { params: { id: request.id } });
  const { items } = await desk.city.as('holder').call(requestEndpoints.readRequest, { params: { id: request.id } });
  await desk.city.as('technician').call(verificationEndpoints.takeUpItems, { body: { items: items.map(({ id }) => id), session: null } });

  const page = await desk.as('technician');
  const opened = performance.now();
  await page.goto(`${desk.url}/desk/verifications/rig?edition=${edition}&kind=subsequent`);
  const cells = page.locator('input[data-cell]');
  await cells.first().waitFor();
  console.log(`${rows} instruments opened in ${((performance.now() - opened) / 1000).toFixed(1)} s`);
  // The reading of the display at each point: as many columns as a rig has points.
  await page.getByLabel('读数').selectOption('indication');
  const shown = await page.locator('.line.head [role="columnheader"]').count();
  if (shown - 3 < columns) throw new Error(`the sheet shows ${shown - 3} columns, not ${columns}`);
  console.log(`${rows} rows × ${shown - 3} readings on the sheet`);
  await page.evaluate(watch);
  const used = await threadSeconds(page);
  await cells.first().focus();
  const before = await used();
  for (let typed = 0; typed < keystrokes; typed += 3) {
    for (const key of ['1', '0', '0']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(25);
    }
    await page.keyboard.press('Enter');
    await page.waitForTimeout(25);
  }
  const processor = ((await used()) - before) / keystrokes;
  const timed = (await page.evaluate('window.keys')) as Timed[];
  const busy = timed.map((key) => key.busy);
  const frame = timed.map((key) => key.frame);
  const median = percentile(busy, 0.5);
  failed = !(median <= limitMilliseconds) || timed.length < keystrokes * 0.9;
  console.log(
    `${timed.length} keystrokes  busy median ${median.toFixed(1)} ms  p95 ${percentile(busy, 0.95).toFixed(1)} ms  median is ${(
      median / limitMilliseconds
    ).toFixed(2)} of the limit of ${limitMilliseconds} ms`,
  );
  console.log(
    `until the frame stood: median ${percentile(frame, 0.5).toFixed(1)} ms  p95 ${percentile(frame, 0.95).toFixed(1)} ms; processor time of the page's thread ${(
      processor * 1000
    ).toFixed(1)} ms a keystroke, moves and saving included`,
  );
} finally {
  await desk.close();
}
process.exit(failed ? 1 : 0);
