import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { noSecrets, openSecrets, openSecretsFile, SealedElsewhere, secretsFile } from './secret.ts';

test('what is sealed is opened for its purpose under its master key, and nowhere else', () => {
  const secrets = openSecrets(randomBytes(32));
  const content = Uint8Array.from(randomBytes(138));
  const sealed = secrets.seal(content, 'signing key a');
  assert.deepEqual(secrets.open(sealed, 'signing key a'), content);
  assert.notEqual(secrets.seal(content, 'signing key a'), sealed);
  assert.equal(Buffer.from(secrets.open(secrets.seal('计量', 'x'), 'x')).toString(), '计量');
  assert.throws(() => secrets.open(sealed, 'signing key b'), SealedElsewhere);
  const other = openSecrets(randomBytes(32));
  assert.equal(other.canOpen(sealed), false);
  assert.equal(secrets.canOpen(sealed), true);
  assert.throws(() => other.open(sealed, 'signing key a'), SealedElsewhere);
  for (const changed of [`${sealed.slice(0, -3)}AAA`, sealed.slice(0, 40), `${sealed.split('.').slice(0, 2).join('.')}.`])
    assert.throws(() => secrets.open(changed, 'signing key a'), SealedElsewhere);
  assert.equal(Buffer.from(sealed).includes(Buffer.from(content.subarray(0, 8))), false);
});

test('the master key is made once for a data folder, for its owner only, and is the same at the next start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-secret-'));
  try {
    const first = openSecretsFile(folder);
    assert.equal(statSync(secretsFile(folder)).mode & 0o777, 0o600);
    const sealed = first.seal('x', 'y');
    assert.equal(Buffer.from(openSecretsFile(folder).open(sealed, 'y')).toString(), 'x');
    const shared = join(folder, 'shared.key');
    assert.throws(() => openSecretsFile(folder, shared), { code: 'secretsUnreadable' });
    writeFileSync(shared, readFileSync(secretsFile(folder)));
    assert.equal(openSecretsFile(folder, shared).keyId, first.keyId);
    writeFileSync(shared, 'tongheng-secrets-key-1 short');
    assert.throws(() => openSecretsFile(folder, shared), { code: 'secretsUnreadable' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a server without a place for secrets says so instead of keeping them in the clear', () => {
  assert.throws(() => noSecrets.seal('x', 'y'), /without a place/);
});
