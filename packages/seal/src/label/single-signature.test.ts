/** RFC 9052 appendix C.2.1 and https://github.com/cose-wg/Examples, sign1-tests and ecdsa-examples: their figures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHex, toHex, toUtf8 } from '../encoding.ts';
import { checkSignature, spkiOf } from '../signature.ts';
import { InvalidLabel } from './invalid-label.ts';
import { readSign1, signedBytes } from './single-signature.ts';

const key = spkiOf(
  'ecdsa-p256',
  fromHex(
    'bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e',
  ),
);
const content = '54546869732069732074686520636f6e74656e742e';
const rfc =
  '8eb33e4ca31d1c465ab05aac34cc6b23d58fef5c083106c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a223444547e01f11d3b0916e5a4c345cacb36';
const example = {
  'RFC 9052 C.2.1': { cose: `d28443a10126a104423131${content}5840${rfc}`, external: '' },
  'sign-pass-01, untagged': { cose: `8443a10126a104423131${content}5840${rfc}`, external: '' },
  'sign-pass-02, external data': {
    cose: `d28443a10126a104423131${content}5840eae868ecc176883766c5dc5ba5b8dca25dab3c2e56a551ce5705b793914348e155388b10c4f1b59a6733eab416870a945111a4b2fbdbef33a77234b1deff2f9b`,
    external: '11aa22bb33cc44dd55006699',
  },
  'ecdsa-sig-01, content type in the header': {
    cose: `d28445a201260300a104423131${content}5840eae868ecc176883766c5dc5ba5b8dca25dab3c2e56a551ce5705b793914348e172727f48461fabbba2e343492ddecac3983686250bc68e9f1a7a07d41225b59f`,
    external: '',
  },
} as const;
/** Its payload was changed after signing. */
const changed =
  'd28443a10126a10442313154546869732069732074686520636f6e74656e742f5840eae868ecc176883766c5dc5ba5b8dca25dab3c2e56a551ce5705b793914348e19f43d6c6ba654472da301b645b293c9ba939295b97c4bdb847782bff384c5794';

const check = (cose: string, external: string): Promise<boolean> => {
  const { protectedBytes, payload, signature } = readSign1(fromHex(cose));
  return checkSignature('ecdsa-p256', key, signedBytes(protectedBytes, payload, fromHex(external)), signature);
};

test('the Sig_structure of the published examples has their bytes', () => {
  assert.equal(toHex(signedBytes(fromHex('a10126'), toUtf8('This is the content.'))), `846a5369676e61747572653143a1012640${content}`);
  assert.equal(
    toHex(signedBytes(fromHex('a10126'), toUtf8('This is the content.'), fromHex('11aa22bb33cc44dd55006699'))),
    `846a5369676e61747572653143a101264c11aa22bb33cc44dd55006699${content}`,
  );
});

for (const [name, { cose, external }] of Object.entries(example))
  test(`${name}: the signature is right`, async () => assert.equal(await check(cose, external), true));

test('sign-fail-02, a changed payload: the signature is wrong; so is a right one without its external data', async () => {
  assert.equal(await check(changed, ''), false);
  assert.equal(await check(example['sign-pass-02, external data'].cose, ''), false);
});

test('sign-fail-01, tag 998 instead of 18, and other structures are refused with their reason', () => {
  const refused = (hex: string, code: string): void =>
    assert.throws(
      () => readSign1(fromHex(hex)),
      (error) => error instanceof InvalidLabel && error.code === code,
      `${code}: ${hex.slice(0, 20)}`,
    );
  const plain = example['sign-pass-01, untagged'].cose;
  refused(`d903e6${plain}`, 'broken');
  refused(`${plain}00`, 'trailing');
  refused(plain.slice(0, -2), 'broken');
  refused('a0', 'not-signed');
  refused(`83${plain.slice(2)}`, 'trailing');
  // A payload that stands elsewhere; a header that is no map; alg twice; a length in more bytes than it needs; no end stated.
  refused(`8443a10126a0f65840${rfc}`, 'not-signed');
  refused(`844180a0${content}5840${rfc}`, 'header');
  refused(`8445a201260126a0${content}5840${rfc}`, 'duplicate');
  refused(`845803a10126a0${content}5840${rfc}`, 'not-canonical');
  refused(`9f43a10126a0${content}5840${rfc}ff`, 'not-canonical');
});
