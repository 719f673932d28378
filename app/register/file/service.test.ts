import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { fileEndpoints } from './contract.ts';

let city: City;
before(async () => {
  city = await openCity();
});
after(() => city.close());

/** The smallest picture there is: one transparent pixel. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const document = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

async function opened(name: string, content: Uint8Array) {
  const { id } = await city.as('holder').upload(name, content);
  const answer = await city.app.inject({ url: `/api/files/${id}`, headers: { cookie: city.as('holder').cookie } });
  assert.equal(answer.statusCode, 200);
  assert.deepEqual(new Uint8Array(answer.rawPayload), new Uint8Array(content));
  return answer.headers;
}

test('a picture opens in place, in a sandbox that runs nothing', async () => {
  const headers = await opened('铭牌 照片.png', picture);
  assert.equal(headers['content-type'], 'image/png');
  assert.equal(headers['content-disposition'], `inline; filename*=UTF-8''${encodeURIComponent('铭牌 照片.png')}`);
  assert.match(String(headers['content-security-policy']), /default-src 'none'.*sandbox/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
});

test('a PDF opens in place and may load nothing', async () => {
  const headers = await opened('批准文件.pdf', document);
  assert.match(String(headers['content-disposition']), /^inline;/);
  assert.match(String(headers['content-security-policy']), /default-src 'none'/);
});

test('a text is saved, never shown as a page of the server', async () => {
  const headers = await opened('名单.csv', Buffer.from('<script>alert(1)</script>'));
  assert.match(String(headers['content-disposition']), /^attachment;/);
  assert.match(String(headers['content-security-policy']), /sandbox/);
});

test('a file is its organization’s: another one does not find it, nor what it would be evidence of', async () => {
  const { id } = await city.as('holder').upload('承诺书.txt', Buffer.from('承诺书'));
  const params = { id: id as never };
  await city.as('holder').call(fileEndpoints.readFile, { params });
  await city.as('countyRegulator').call(fileEndpoints.readFile, { params });
  await refused(city.as('farHolder').call(fileEndpoints.readFile, { params }), 'platform.notFound');
});

test('a name that claims another type than the content has is refused', async () => {
  await refused(city.as('holder').upload('批准文件.pdf', picture), 'platform.fileKind');
  await refused(city.as('holder').upload('页面.html', Buffer.from('<html></html>')), 'platform.fileKind');
});
