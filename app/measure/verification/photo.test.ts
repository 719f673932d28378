import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { openCity, refused, type City } from '../../../test/support/city.ts';
import { acceptedItem, adopt, designate, equip, example, submitDraft, withoutKind } from '../../../test/support/thread.ts';
import { certificateEndpoints } from '../certificate/contract.ts';
import { verificationEndpoints, type VerificationId } from './contract.ts';

const { takeUpItem, saveDraft, checkVerification, readRawRecord } = verificationEndpoints;

let city: City;
before(async () => {
  city = await openCity();
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(() => city.close());

/** A picture of its own each time: a PNG with a random text chunk is still the smallest picture there is. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
const anotherPicture = () => Buffer.concat([picture, randomBytes(8)]);
const digestOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

async function photographed(serial: string, photos: object[]): Promise<VerificationId> {
  const { weights } = await equip(city);
  const { item } = await acceptedItem(city, serial);
  const { id, version } = await city.as('technician').call(takeUpItem, { body: { item } });
  await city.as('technician').call(saveDraft, {
    params: { id },
    body: { version, testedOn: '2026-11-23', standards: [weights], ...withoutKind(example('pass-initial')), photos: photos as never },
  });
  return id;
}

test('the photo of a display is bound to its reading by digest and stands in the raw record', async () => {
  const content = anotherPicture();
  const file = await city.as('technician').upload('示值.png', content);
  const photo = { path: 'readings.weighing.rows.1.indication', file: file.id, digest: digestOf(content) };
  const id = await photographed('H-1', [photo]);
  await submitDraft(city, id);
  const { record } = await city.as('checker').call(readRawRecord, { params: { id }, query: {} });
  assert.deepEqual((JSON.parse(record) as { photos: unknown }).photos, [photo]);
});

test('a photo with another digest than its content, a text or somebody else’s file is refused when it is saved', async () => {
  const content = anotherPicture();
  const path = 'readings.zero.indication';
  const own = await city.as('technician').upload('a.png', content);
  await refused(photographed('H-2', [{ path, file: own.id, digest: digestOf(picture) }]), 'verification.photoDiffers');
  const text = Buffer.from('示值 15.000');
  const note = await city.as('technician').upload('a.txt', text);
  await refused(photographed('H-3', [{ path, file: note.id, digest: digestOf(text) }]), 'platform.fileKind');
  const far = await city.as('farInstituteManager').upload('b.png', content);
  await refused(photographed('H-4', [{ path, file: far.id, digest: digestOf(content) }]), 'platform.notFound');
  await refused(photographed('H-5', [{ path: 'result.verdict', file: own.id, digest: digestOf(content) }]), 'platform.invalid');
});

test('a photo of a reading that was not written is not submitted', async () => {
  const content = anotherPicture();
  const file = await city.as('technician').upload('d.png', content);
  const photo = (path: string) => ({ path, file: file.id, digest: digestOf(content) });
  const id = await photographed('H-7', [
    photo('readings.zero.indication'),
    photo('readings.zero.weather'),
    photo('readings.zero.constructor'),
  ]);
  const refusal = await refused(submitDraft(city, id), 'verification.incomplete');
  assert.deepEqual(
    (refusal.body['issues'] as { path: string[] }[]).map(({ path }) => path),
    [
      ['photos', 1, 'path'],
      ['photos', 2, 'path'],
    ],
  );
});

test('a photo that is not the one of the record any more closes its gate before the approval', async () => {
  const content = anotherPicture();
  const file = await city.as('technician').upload('c.png', content);
  const id = await photographed('H-6', [{ path: 'readings.zero.indication', file: file.id, digest: digestOf(content) }]);
  await submitDraft(city, id);
  await city.as('checker').call(checkVerification, { params: { id } });
  const { db } = city.database;
  const approve = () => city.as('approver').call(certificateEndpoints.approveVerification, { params: { id } });
  // As if the reference had been turned to another picture below the program.
  const turned = { path: 'readings.zero.indication', file: file.id, digest: digestOf(picture) };
  await db
    .updateTable('verification')
    .set({ photos: JSON.stringify([turned]) })
    .where('id', '=', id)
    .execute();
  const refusal = await refused(approve(), 'verification.gateClosed');
  assert.deepEqual(
    (refusal.body['issues'] as { path: string[] }[]).map(({ path }) => path[1]),
    ['photos-unchanged', 'result-recomputed'],
  );
});

test('a photo of 200 MB is refused by its size before it is sent whole', async () => {
  const answer = await city.app.inject({
    method: 'POST',
    url: '/api/files?name=big.png',
    headers: {
      cookie: city.as('technician').cookie,
      'idempotency-key': 'a-photo-of-200-mb',
      'content-type': 'application/octet-stream',
      'content-length': String(200 * 1024 * 1024),
    },
    payload: picture,
  });
  assert.deepEqual([answer.statusCode, (JSON.parse(answer.body) as { code: string }).code], [413, 'platform.tooLarge']);
});
