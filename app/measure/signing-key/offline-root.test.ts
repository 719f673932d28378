import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { secondAdministrator } from '../../../test/support/ceremony.ts';
import { openCity } from '../../../test/support/city.ts';
import { runTool, unlessInstalled } from '../../../test/support/foreign-tool.ts';
import { signingKeyEndpoints } from './contract.ts';

const { confirmSigningKey, exportKeyRequest, readTrust, requestCityKey, requestSigningKey } = signingKeyEndpoints;

test(
  'the offline root of docs/operations/keys.md, made by OpenSSL, certifies the key of an institute',
  unlessInstalled('openssl'),
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongheng-offline-'));
    const at = (name: string): string => join(folder, name);
    const openssl = (...args: string[]): void => {
      const { code, errors } = runTool('openssl', args);
      assert.equal(code, 0, errors);
    };
    const city = await openCity({ now: new Date(Date.now() + 60_000).toISOString() });
    try {
      const second = await secondAdministrator(city);
      openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', at('root.key'));
      const extensions = [
        ['-addext', 'basicConstraints=critical,CA:TRUE,pathlen:0'],
        ['-addext', 'keyUsage=critical,keyCertSign,cRLSign,digitalSignature'],
      ].flat();
      const subject = ['-sha256', '-days', '7300', '-subj', '/C=CN/O=city/CN=city root'];
      openssl('req', '-x509', '-new', '-key', at('root.key'), ...subject, ...extensions, '-out', at('root.pem'));
      const certificates = readFileSync(at('root.pem'), 'utf8');
      const anchor = await city.as('administrator').call(requestCityKey, { body: { purpose: 'anchor', certificates, reason: '离线根' } });
      await second.call(confirmSigningKey, { params: { id: anchor.id }, body: { certificates: null } });

      const body = { holder: 'software', reference: null, reason: '首次启用' } as const;
      const asked = await city.as('instituteManager').call(requestSigningKey, { body });
      const params = { id: asked.id };
      writeFileSync(at('key.csr'), (await city.as('instituteManager').call(exportKeyRequest, { params })).bytes);
      writeFileSync(
        at('ext'),
        'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid\n',
      );
      const issue = ['-CA', at('root.pem'), '-CAkey', at('root.key'), '-sha256', '-days', '730', '-extfile', at('ext')];
      openssl('x509', '-req', '-in', at('key.csr'), ...issue, '-CAcreateserial', '-out', at('key.pem'));
      const given = readFileSync(at('key.pem'), 'utf8');
      assert.equal((await second.call(confirmSigningKey, { params, body: { certificates: given } })).state, 'active');
      const { trust, signature } = await city.stranger().call(readTrust, {});
      assert.deepEqual([trust.roots.length, trust.signers.length, signature], [1, 1, null]);
    } finally {
      await city.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
