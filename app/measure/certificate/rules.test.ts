import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { certificateNumber, checkCharacter, checkCodeAlphabet, documentFor, isCertificateNumber, issuerCode, mayRevoke } from './rules.ts';

// The example of the Global Release Identifier, which uses ISO/IEC 7064 MOD 37,36: A1-2425G-ABC1234002-M.
test('the published example of MOD 37,36 has its check character', () => {
  assert.equal(checkCharacter('A12425GABC1234002'), 'M');
});

const number = fc
  .record({
    letter: fc.constantFrom('A', 'B', 'Z'),
    year: fc.integer({ min: 2026, max: 2099 }),
    sequence: fc.integer({ min: 1, max: 999_999 }),
  })
  .map(({ letter, year, sequence }) => certificateNumber(`320685${letter}`, year, sequence));

test('every single wrong character of a number is noticed', () => {
  const characters = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  fc.assert(
    fc.property(number, fc.nat(17), fc.constantFrom(...characters), (right, place, other) => {
      const wrong = `${right.slice(0, place)}${other}${right.slice(place + 1)}`;
      assert.equal(isCertificateNumber(wrong), wrong === right);
    }),
  );
});

test('a number is URL-safe, 18 characters long, and different for each place in a series', () => {
  fc.assert(fc.property(number, (text) => assert.ok(/^[0-9A-Z]{18}$/.test(text) && encodeURIComponent(text) === text)));
  assert.notEqual(certificateNumber('320685A', 2026, 1), certificateNumber('320685A', 2026, 2));
  assert.throws(() => certificateNumber('320685A', 2026, 1_000_000), RangeError);
  assert.throws(() => certificateNumber('320685A', 2026, 0), RangeError);
});

test('the institutes of a region are told apart by a letter', () => {
  assert.deepEqual([issuerCode('320685', 0), issuerCode('320685', 1), issuerCode('320685', 25)], ['320685A', '320685B', '320685Z']);
  assert.throws(() => issuerCode('320685', 26), RangeError);
});

test('passed means a certificate, failed a notice of rejection', () => {
  assert.deepEqual([documentFor('pass'), documentFor('fail')], ['certificate', 'notice']);
});

test('only the institute that issued a valid document revokes it', () => {
  const permits = new Set(['certificate.revoke']);
  const certificate = { status: 'valid', instituteId: 'i' } as const;
  assert.equal(mayRevoke(certificate, { organizationId: 'i', permits }), true);
  assert.equal(mayRevoke(certificate, { organizationId: 'j', permits }), false);
  assert.equal(mayRevoke(certificate, { organizationId: 'i', permits: new Set() }), false);
  assert.equal(mayRevoke({ ...certificate, status: 'revoked' }, { organizationId: 'i', permits }), false);
});

test('no two characters of a check code look alike', () => {
  for (const alike of ['0O', '1IL', '5S', '8B'])
    assert.ok(
      Array.from(alike).every((character) => !checkCodeAlphabet.includes(character)),
      alike,
    );
});
