import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readPdf } from '@tongheng/seal/pdf/read';
import { checkPdfSignature } from '@tongheng/seal/pdf/signature';
import { verifyCertificate } from '@tongheng/seal/verify/verify';
import { holdCeremony } from '../../../test/support/ceremony.ts';
import { openCity, type City } from '../../../test/support/city.ts';
import { adopt, designate, issued } from '../../../test/support/thread.ts';
import { openFiles } from '../../platform/files.ts';
import type { Context } from '../../platform/context.ts';
import { openSealService } from '../../platform/seal-service.ts';
import { signingKeyEndpoints } from '../signing-key/contract.ts';
import { signingKeyService } from '../signing-key/service.ts';
import { certificateEndpoints } from './contract.ts';
import { makeMissingViews } from './service/missing-view.ts';
import { viewOf } from './service/view.ts';
import { findAnywhere } from './store/certificate.ts';
import { listViews } from './store/view.ts';

/** A service of electronic seals in a process of its own, with a key that the city never sees. `mood` makes it fail in the ways services fail. */
const program = (node: string, seal: string, mood: string, keys: string): string => `#!${node} --no-maglev
import { readFileSync } from 'node:fs';
import { signPdf } from '${seal}/pdf/signature.ts';
import { makeSigner } from '${keys}';
const mood = readFileSync('${mood}', 'utf8');
let text = '';
for await (const piece of process.stdin) text += piece;
const asked = JSON.parse(text);
const say = (answer) => process.stdout.write(JSON.stringify(answer));
const code = '3206850000001' + (asked.purpose === 'calibration' ? '2' : '1');
if (mood === 'down') process.exit(3);
else if (mood === 'refuses') say({ error: 'certificate of the seal is suspended' });
else if (asked.operation === 'find')
  say({
    seal: mood === 'none' ? null : {
      code, name: '检定专用章', owner: mood === 'other' ? '别的机构' : asked.institute, authority: '测试电子认证服务有限公司',
      validFrom: '2026-01-01', validUntil: mood === 'lapsed' ? '2026-06-30' : '2027-12-31',
    },
  });
else {
  const paper = new Uint8Array(Buffer.from(asked.pdf, 'base64'));
  const words = [asked.seal, asked.number.slice(0, 6), asked.page, asked.keyword, asked.sideMillimetres];
  if (JSON.stringify(words) !== JSON.stringify([code, asked.number.slice(0, 6), 1, '（检定专用章）', 42])) say({ error: 'asked for something else: ' + words });
  else if (mood === 'rewrites') say({ pdf: Buffer.from(paper).reverse().toString('base64') });
  else if (mood === 'forgets') say({ pdf: asked.pdf });
  else say({ pdf: Buffer.from(await signPdf(paper, await makeSigner(), '2026-11-23T10:00:00+08:00')).toString('base64') });
}
`;

let folder: string;
let city: City;
const become = (mood: string): void => writeFileSync(join(folder, 'mood'), mood);
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tongheng-seal-'));
  const path = join(folder, 'seals.mjs');
  const at = (relative: string): string => new URL(relative, import.meta.url).pathname;
  writeFileSync(
    path,
    program(process.execPath, at('../../../packages/seal/src'), join(folder, 'mood'), at('../../../test/foreign/pdf-keys.ts')),
  );
  chmodSync(path, 0o755);
  become('');
  city = await openCity();
  await holdCeremony(city);
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
});
after(async () => {
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

const context = (): Context =>
  ({
    db: city.database.db,
    apart: city.database.db,
    now: city.clock.now.toISOString(),
    today: '2026-11-23',
    language: 'zh',
    demonstration: false,
    publicUrl: 'https://jl.example.cn',
    secrets: city.secrets,
    sealService: openSealService({ TONGHENG_SEAL_SERVICE: join(folder, 'seals.mjs') }),
    files: openFiles(join(folder, 'files')),
    newId: () => crypto.randomUUID(),
    caller: { organizationId: city.ids.instituteManager.organization },
  }) as unknown as Context;

const rowOf = async (number: string) => {
  const row = await findAnywhere(city.database.db, number);
  assert.ok(row);
  return row;
};
const pdfOf = async (number: string) => viewOf(context(), await rowOf(number), 'pdf');
const read = (number: string) => city.as('holder').call(certificateEndpoints.readCertificate, { params: { number } });

test('a certificate of an institute whose seal is connected bears it, beneath the signature of the institute, once and for all', async () => {
  const { document } = await issued(city, 'SEAL-1');
  const first = await pdfOf(document.number);
  const answer = await checkPdfSignature(first);
  assert.deepEqual([answer.ok, answer.beneath.length], [true, 1], answer.reason[0]);
  assert.equal(readPdf(first).attachments[0]?.name, 'dcc.xml');
  const { signature, form } = await verifyCertificate(first, { at: '2026-11-24' });
  assert.deepEqual([signature.code, form.code], ['signature.sealed', 'form.agrees']);
  become('down');
  assert.ok(Buffer.from(first).equals(await pdfOf(document.number)), 'made once, the service is not asked again');
  become('');
  const { seal } = await read(document.number);
  assert.deepEqual([seal?.name, seal?.authority], ['检定专用章', '测试电子认证服务有限公司']);
});

test('an institute without a seal prints that the stamped paper prevails, and the file says nothing of a seal', async () => {
  become('none');
  const { document } = await issued(city, 'SEAL-2');
  assert.equal((await checkPdfSignature(await pdfOf(document.number))).beneath.length, 0);
  assert.equal((await read(document.number)).seal, null);
});

test('papers that nobody asked for are made several at a time; what cannot be made waits, and old ones for the night', async () => {
  const numbers: string[] = [];
  for (const serial of ['SEAL-7', 'SEAL-8']) numbers.push((await issued(city, serial)).document.number);
  const kept = async () => (await listViews(city.database.db, numbers)).filter(({ kind }) => kind === 'pdf').length;
  const byDay = { aside: [], isWhole: false } as const;
  become('down');
  await makeMissingViews(context(), byDay);
  assert.equal(await kept(), 0);
  become('none');
  await makeMissingViews(context(), { ...byDay, aside: [city.ids.instituteManager.organization] });
  assert.equal(await kept(), 0, 'an institute that is left aside keeps its own waiting');
  const later = { ...context(), now: new Date(city.clock.now.getTime() + 4 * 86_400_000).toISOString() };
  await makeMissingViews(later, byDay);
  assert.equal(await kept(), 0, 'after days they wait for the night');
  await makeMissingViews(later, { ...byDay, isWhole: true });
  assert.equal(await kept(), 2);
  const before = await listViews(city.database.db, numbers);
  await makeMissingViews(context(), byDay);
  assert.deepEqual(await listViews(city.database.db, numbers), before, 'made once');
  for (const number of numbers) {
    const paper = await pdfOf(number);
    assert.equal((await checkPdfSignature(paper)).ok, true);
    assert.deepEqual(
      new Uint8Array(readPdf(paper).attachments[0]?.bytes ?? []),
      new Uint8Array(await viewOf(context(), await rowOf(number), 'dcc')),
    );
  }
});

test('a service that is down, refuses, has a seal of somebody else or of another time, or changes the paper: no file, and the reason', async () => {
  const { document } = await issued(city, 'SEAL-3');
  for (const [mood, reason] of [
    ['down', /ended with 3/],
    ['refuses', /suspended/],
    ['other', /别的机构/],
    ['lapsed', /2026-06-30/],
    ['rewrites', /不是在原文件之后追加/],
    ['forgets', /不是在原文件之后追加/],
  ] as const) {
    become(mood);
    await assert.rejects(pdfOf(document.number), (error: { message: string; detail?: readonly string[] }) => {
      assert.equal(error.message, 'signing-key.sealFailed', mood);
      assert.match(error.detail?.[0] ?? '', reason, mood);
      return true;
    });
  }
  become('');
  assert.equal((await checkPdfSignature(await pdfOf(document.number))).beneath.length, 1, 'when it is up again the file is made');
});

test('the manager sees whether a service is connected, and which seals the institute has', async () => {
  const { isConnected, seals } = await city.as('instituteManager').call(signingKeyEndpoints.readElectronicSeals, {});
  assert.deepEqual([isConnected, seals], [false, []]);
  const found = await signingKeyService.readElectronicSeals({} as never, context());
  assert.deepEqual(
    found.seals.map(({ purpose, seal }) => [purpose, seal?.code]),
    [
      ['verification', '32068500000011'],
      ['calibration', '32068500000012'],
    ],
  );
  become('lapsed');
  const lapsed = await signingKeyService.readElectronicSeals({} as never, context());
  assert.match(lapsed.seals[0]?.problem ?? '', /2026-06-30/);
});
