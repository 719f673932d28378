import { after, before, test } from 'node:test';
import { openDesk, type Desk } from '../support/desk.ts';
import { adopt, designate, edition, issued } from '../support/thread.ts';

let desk: Desk;
let number: string;
before(async () => {
  desk = await openDesk({ demonstration: true });
  await designate(desk.city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(desk.city, { proposer: 'technicalManager', second: 'approver' });
  number = (await issued(desk.city, 'D-1', 'fail-above-2000e')).document.number;
});
after(() => desk.close());

test('procedures and documents are whole in English and on a phone, and say what is a demonstration', async () => {
  for (const [options, suffix, person] of [
    [{ language: 'en' }, 'en', 'technicalManager'],
    [{ width: 375 }, 'phone', 'instituteManager'],
  ] as const) {
    const page = await desk.as(person, options);
    for (const [path, name] of [
      ['/desk/procedures', 'procedures'],
      [`/desk/procedures/${edition}`, 'edition'],
      ['/desk/certificates', 'documents'],
      [`/desk/certificates/${number}`, 'document'],
    ] as const) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.locator('main h1').first().waitFor();
      await desk.look(page, `${name}-${suffix}`);
    }
    await page
      .getByText(/演示|[Dd]emonstration/)
      .first()
      .waitFor({ state: 'attached' });
    await page.context().close();
  }
});

test('anybody who looks a demonstration document up is told that it is none', async () => {
  const page = await desk.anybody({ width: 375 });
  await page.goto(`/check?number=${number}&check=D-1`);
  await page.getByText('演示·无效：这不是真实的证书').waitFor();
  await desk.look(page, 'check-demonstration-phone');
});
