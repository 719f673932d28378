/** A browser that is not ours opens the address in the code of a real label: with a network, without one, from a photo, and after damage. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { create, toBuffer } from 'qrcode';
import { readLabel } from '@tongheng/seal/label/label';
import { certificateEndpoints } from '../../app/measure/certificate/contract.ts';
import { openNetwork, type Network } from '../support/breakable-network.ts';
import { axeFindings, faultsOf, openBrowser, screenshot, sidewaysPixels, type TestBrowser } from '../support/browser.ts';
import { openCity, type City } from '../support/city.ts';
import { root } from '../support/program.ts';
import { adopt, designate, issued } from '../support/thread.ts';

let city: City;
let network: Network;
let browser: TestBrowser;
before(async () => {
  assert.ok(existsSync(join(root, 'dist/sw.js')), 'the pages are not built: npm run web');
  city = await openCity({ demonstration: true, pagesFolder: join(root, 'dist') });
  network = await openNetwork(city.app);
  browser = await openBrowser();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(async () => {
  await browser?.close();
  await network?.close();
  await city?.close();
});

async function newLabel(serial: string): Promise<{ readonly text: string; readonly path: string; readonly number: string }> {
  const { document } = await issued(city, serial);
  const { bytes } = await city.as('holder').call(certificateEndpoints.downloadLabelText, { params: { number: document.number } });
  const text = new TextDecoder().decode(bytes);
  return { text, path: new URL(text).pathname, number: document.number };
}
const headline = async (page: Page): Promise<string> => (await page.locator('.label-headline').textContent()) ?? '';
const photoOf = async (text: string) => ({ name: 'photo.png', mimeType: 'image/png', buffer: await toBuffer(text, { scale: 5 }) });

async function look(page: Page, name: string): Promise<void> {
  await screenshot(page, name);
  assert.deepEqual(await axeFindings(page), [], `${name}: accessibility`);
  assert.equal(await sidewaysPixels(page), 0, `${name}: scrolls sideways`);
}

test('a phone opens a label: who signed it, what it says, and that it must be compared; a demonstration is never more than that', async () => {
  const { path, number } = await newLabel('LB-1');
  assert.match(path, /^\/Q\/\d+$/);
  for (const language of ['zh', 'en'] as const) {
    const page = await browser.page({ width: 375, address: network.url, language });
    await page.goto(path);
    assert.equal(await headline(page), language === 'zh' ? '演示·无效' : 'Demonstration, not valid');
    const shown = (await page.locator('main').textContent()) ?? '';
    for (const words of [number, 'LB-1', language === 'zh' ? '请对照器具' : 'Compare with the instrument'])
      assert.ok(shown.includes(words), words);
    assert.equal(await page.locator('.notice.found').count(), 0);
    await page.getByLabel(language === 'zh' ? '铭牌上的出厂编号' : 'Serial number on the name plate').fill('lb-2');
    await page.keyboard.press('Enter');
    await page.getByText(language === 'zh' ? '与标签不同' : 'Not the same').waitFor();
    await page.getByLabel(language === 'zh' ? '铭牌上的出厂编号' : 'Serial number on the name plate').fill('lb-1');
    await page.keyboard.press('Enter');
    await page.getByText(language === 'zh' ? '与标签相同' : 'The same as on the label').waitFor();
    await look(page, `label-phone-${language}`);
    assert.deepEqual(faultsOf(page), []);
    await page.context().close();
  }
});

test('what was changed on the way is refused, and the address may be in small letters', async () => {
  const { path } = await newLabel('LB-3');
  const page = await browser.page({ width: 375, address: network.url });
  const last = path.slice(-1);
  await page.goto(path.slice(0, -1) + String((Number(last) + 1) % 10));
  assert.equal(await headline(page), '签名不符：不可采信');
  await look(page, 'label-forged-phone');
  await page.goto(path.slice(0, -40));
  await page.getByText('这张标签不能识别').waitFor();
  await look(page, 'label-unreadable-phone');
  await page.goto(path.toLowerCase());
  assert.equal(await headline(page), '演示·无效');
  await page.context().close();
});

test('after one visit there need be no network: an address, a photo and a code of something else are judged on the device', async () => {
  const [first, second] = [await newLabel('LB-4'), await newLabel('LB-5')];
  const page = await browser.page({ width: 375, address: network.url });
  await page.goto('/Q');
  await page.getByText('本页已保存').waitFor();
  await look(page, 'label-start-phone');
  await page.goto(first.path);
  await page.getByText('刚刚向服务器查询').waitFor();
  network.down = true;
  await page.context().setOffline(true);
  try {
    await page.goto(second.path);
    assert.equal(await headline(page), '演示·无效');
    await page.getByText('LB-5').first().waitFor();
    await page.getByText('截至').first().waitFor();
    await look(page, 'label-offline-phone');
    await page.setInputFiles('#label-photo', await photoOf(first.text));
    await page.getByText('LB-4').first().waitFor();
    await page.setInputFiles('#label-photo', await photoOf('https://elsewhere.example/pay?to=1'));
    await page.getByText('这是另一种二维码').waitFor();
    await page.getByText('elsewhere.example').waitFor();
    await page.setInputFiles('#label-photo', {
      name: 'a.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 no picture at all'),
    });
    await page.getByText('这个文件不是能读取的照片').waitFor();
    await page.setInputFiles('#label-photo', { name: 'bomb.png', mimeType: 'image/png', buffer: hugePicture() });
    await page.getByText('文件太大').waitFor();
    assert.ok(new URL(page.url()).host === new URL(network.url).host);
  } finally {
    network.down = false;
    await page.context().setOffline(false);
  }
  assert.deepEqual(
    faultsOf(page).filter((fault) => !fault.startsWith('console:')),
    [],
  );
  await page.context().close();
});

/** A few bytes that claim to be a picture of 60 000 by 60 000. */
function hugePicture(): Buffer {
  const head = Buffer.alloc(64);
  head.write('89504e470d0a1a0a0000000d49484452', 'hex');
  head.writeUInt32BE(60_000, 16);
  head.writeUInt32BE(60_000, 20);
  return head;
}

test('a certificate that was revoked says so at once with a network, and later by the list that is kept', async () => {
  const { path, number } = await newLabel('LB-6');
  const page = await browser.page({ width: 375, address: network.url });
  await page.goto(path);
  await page.getByText('没有作废').waitFor();
  await city.as('approver').call(certificateEndpoints.revokeCertificate, { params: { number }, body: { reason: '检定数据录入有误' } });
  await page.reload();
  await page.getByText('已作废').first().waitFor();
  await page.getByText('本页已保存').waitFor();
  network.down = true;
  await page.context().setOffline(true);
  try {
    await page.goto(path);
    await page.getByText('已作废').first().waitFor();
    await page.getByText('截至').first().waitFor();
  } finally {
    network.down = false;
    await page.context().setOffline(false);
  }
  await page.context().close();
});

test('the code of a real label keeps squares of 0.3 mm on labels of 40×30 and 50×30 mm', async () => {
  const { text } = await newLabel('LB-7');
  assert.equal(readLabel(text).claims.serial?.text, 'LB-7');
  const { size } = create(text, { errorCorrectionLevel: 'M' }).modules;
  for (const millimetres of [21.5, 24]) assert.ok(millimetres / (size + 8) >= 0.3, `${size} squares in ${millimetres} mm`);
});
