/** OpenSSL, given the bytes of the Sig_structure, finds the signatures of labels true, and false after one bit is changed. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes, sign as nodeSign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { toDerSignature } from '@tongheng/seal/encoding';
import type { LabelClaims } from '@tongheng/seal/label/claims';
import { labelText } from '@tongheng/seal/label/label-text';
import { printLabel, readLabel, type Label, type LabelSigner } from '@tongheng/seal/label/label';
import { spkiOf } from '@tongheng/seal/signature';
import { signSm2, sm2PublicKey, sm2UserId } from '@tongheng/seal/sm2';
import { toPem } from '@tongheng/seal/x509/pem';
import { runTool, unlessInstalled } from '../support/foreign-tool.ts';

const claims: LabelClaims = {
  number: '320685A2026000017M',
  issuer: '320685A',
  serial: labelText('20260017'),
  kind: '电子计价秤',
  testedOn: '2026-11-24',
  issuedOn: '2026-11-26',
  validUntil: '2027-11-23',
  result: 'pass',
  seal: null,
  recordDigest: '00112233445566778899aabbccddeeff',
  demonstration: false,
};

function judgedByOpenssl(label: Label, publicKey: Uint8Array, message: Uint8Array): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-label-'));
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  try {
    const key = file('key.pem', toPem('PUBLIC KEY', publicKey));
    const signature = file('signature', toDerSignature(label.signature));
    const input = file('message', message);
    const { output } =
      label.algorithm === 'sm2'
        ? runTool(
            'openssl',
            `pkeyutl -verify -pubin -inkey ${key} -rawin -digest sm3 -in ${input} -sigfile ${signature} -pkeyopt distid:${sm2UserId}`.split(
              ' ',
            ),
          )
        : runTool('openssl', ['dgst', '-sha256', '-verify', key, '-signature', signature, input]);
    return /Verified OK|Verified Successfully/.test(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compare(signer: LabelSigner): Promise<void> {
  const label = readLabel(await printLabel(claims, signer, 'https://jl.example.cn'));
  assert.equal(judgedByOpenssl(label, signer.publicKey, label.message), true);
  const changed = label.message.slice();
  changed[20] = (changed[20] ?? 0) ^ 1;
  assert.equal(judgedByOpenssl(label, signer.publicKey, changed), false);
}

test('OpenSSL verifies the ES256 signature of a label', unlessInstalled('openssl'), async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await compare({
    algorithm: 'ecdsa-p256',
    publicKey: Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' })),
    sign: (message) => Promise.resolve(Uint8Array.from(nodeSign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }))),
  });
});

test('OpenSSL verifies the SM2 signature of a label under the standard user id', unlessInstalled('openssl'), async () => {
  const secret = Uint8Array.from([1, ...randomBytes(31)]);
  await compare({ algorithm: 'sm2', publicKey: spkiOf('sm2', await sm2PublicKey(secret)), sign: (message) => signSm2(secret, message) });
});
