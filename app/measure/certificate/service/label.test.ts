import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isSameText } from '@tongheng/seal/label/label-text';
import { checkLabel, readLabel } from '@tongheng/seal/label/label';
import { printClaims, readClaims } from '@tongheng/seal/label/claims';
import { readRecord, type CertificateRecord } from '@tongheng/seal/record';
import { issueCertificate } from '@tongheng/seal/x509/issue';
import { newSigner, newSm2Signer } from '../../../../test/foreign/label-city.ts';
import { labelClaimsOf, labelSignerOf, printLabelOf } from './label.ts';

const folder = new URL('../../../../packages/seal/vectors/records/', import.meta.url);
const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8').trimEnd());
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const [first = ''] = texts;
const sealed = (seals: CertificateRecord['verification']['seals']): CertificateRecord => {
  const record = readRecord(first);
  return { ...record, verification: { ...record.verification, seals } };
};

test('every record that was ever written has a label that says the same, by either key of its institute', async () => {
  assert.ok(texts.length >= 8);
  const [own, sm2] = [newSigner(), await newSm2Signer()];
  const certificate = await issueCertificate(
    {
      kind: 'signer',
      subject: [{ type: 'O', value: '海安市计量检定测试所' }],
      spki: own.publicKey,
      serial: Uint8Array.from({ length: 12 }, (_, index) => index + 1),
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2028-01-01T00:00:00Z',
      demonstration: false,
    },
    own.sign,
  );
  const signer = { keyId: '', chain: [certificate], sign: own.sign, signSm2: sm2.sign, sm2PublicKey: sm2.publicKey, sm2Chain: [] };
  for (const text of texts) {
    const record = readRecord(text);
    const label = readLabel(await printLabelOf(record, digestOf(text), signer, 'http://127.0.0.1:8080'));
    assert.equal((await checkLabel(label, [own])).ok, true);
    assert.equal(label.claims.number, record.number);
    assert.equal(label.claims.validUntil, record.validUntil);
    assert.equal(label.claims.result, record.verification.conclusion ?? 'none');
    assert.equal(label.claims.demonstration, record.demonstration);
    assert.ok(digestOf(text).startsWith(label.claims.recordDigest));
    assert.ok(label.claims.serial !== null && isSameText(label.claims.serial, record.instrument.serial));
  }
  assert.equal(labelSignerOf(signer, 'sm2').publicKey, sm2.publicKey);
});

test('the seal of a label is the one that was put on, else the sticker; none is left open', () => {
  const at = { position: null };
  const seals = [
    { kind: 'sticker', action: 'applied', number: 'T-1', ...at },
    { kind: 'seal', action: 'removed', number: 'F-0', ...at },
    { kind: 'seal', action: 'applied', number: 'F-1', ...at },
    { kind: 'seal', action: 'applied', number: 'F-2', ...at },
  ];
  assert.equal(labelClaimsOf(sealed(seals), digestOf(first)).seal?.text, 'F-1 F-2');
  assert.equal(labelClaimsOf(sealed(seals.slice(0, 2)), digestOf(first)).seal?.text, 'T-1');
  assert.equal(labelClaimsOf(sealed([]), digestOf(first)).seal, null);
});

test('a serial number in Chinese that is too long, and one that is missing, still make a label', () => {
  const record = readRecord(first);
  for (const serial of ['南通衡器股份有限公司第二车间2026年第000417号', '', '  ', '无']) {
    const claims = labelClaimsOf({ ...record, instrument: { ...record.instrument, serial } }, digestOf(first));
    assert.deepEqual(readClaims(printClaims(claims)), claims);
    assert.equal(claims.serial === null, serial.trim() === '');
  }
});
