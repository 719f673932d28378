/** OpenSSL, given the bytes of the Sig_structure, finds the signatures of labels true, and false after one bit is changed. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { toDerSignature } from '@tongheng/seal/encoding';
import { printLabel, readLabel, type Label, type LabelSigner } from '@tongheng/seal/label/label';
import { sm2UserId } from '@tongheng/seal/sm2';
import { toPem } from '@tongheng/seal/x509/pem';
import { runTool, unlessInstalled } from '../support/foreign-tool.ts';
import { claims, newSigner, newSm2Signer } from './label-city.ts';

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
  await compare(newSigner());
});

test('OpenSSL verifies the SM2 signature of a label under the standard user id', unlessInstalled('openssl'), async () => {
  await compare(await newSm2Signer());
});
