import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes, sign as nodeSign, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { runTool, unlessInstalled } from '../../../../test/support/foreign-tool.ts';
import { fromHex, InvalidEncoding, toHex } from '../encoding.ts';
import { spkiOf, type Sign } from '../signature.ts';
import { sm2PublicKey } from '../sm2.ts';
import { isDemonstration, keyIdOf, readCertificate } from './certificate.ts';
import { checkChain } from './chain.ts';
import { issueCertificate, issueRequest, type ToCertify } from './issue.ts';
import { demonstrationMark, partOf, printName } from './name.ts';
import { fromPem, toPem } from './pem.ts';

type Keys = { readonly spki: Uint8Array; readonly sign: Sign };
function newKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    spki: Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' })),
    sign: (message) => Promise.resolve(Uint8Array.from(nodeSign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' }))),
  };
}
const serial = (): Uint8Array => {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[0] = 0x40;
  return bytes;
};
const rootSubject = [
  { type: 'C', value: 'CN' },
  { type: 'O', value: '南通市市场监督管理局' },
  { type: 'CN', value: '南通市计量证书根' },
] as const;
const signerSubject = [
  { type: 'C', value: 'CN' },
  { type: 'O', value: '如东县综合检验检测中心' },
  { type: 'organizationIdentifier', value: '12320623MB1234567X' },
  { type: 'serialNumber', value: '320623A' },
  { type: 'CN', value: '检定证书签名' },
] as const;

async function city(changes: { root?: Partial<ToCertify>; signer?: Partial<ToCertify> } = {}) {
  const [rootKeys, signerKeys] = [newKeys(), newKeys()];
  const span = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2046-01-01T00:00:00Z', demonstration: false };
  const root = await issueCertificate(
    { kind: 'root', subject: rootSubject, spki: rootKeys.spki, serial: serial(), ...span, ...changes.root },
    rootKeys.sign,
  );
  const signer = await issueCertificate(
    {
      kind: 'signer',
      subject: signerSubject,
      spki: signerKeys.spki,
      issuer: readCertificate(root),
      serial: serial(),
      ...span,
      notAfter: '2028-01-01T00:00:00Z',
      ...changes.signer,
    },
    rootKeys.sign,
  );
  return { root, signer, rootKeys, signerKeys };
}

test('what was certified is read back, by us and by Node', async () => {
  const { root, signer, signerKeys, rootKeys } = await city();
  const certificate = readCertificate(signer);
  assert.equal(partOf(certificate.subject, 'O'), '如东县综合检验检测中心');
  assert.equal(partOf(certificate.subject, 'organizationIdentifier'), '12320623MB1234567X');
  assert.equal(printName(certificate.issuer), 'C=CN, O=南通市市场监督管理局, CN=南通市计量证书根');
  assert.equal(certificate.keyId, keyIdOf(signerKeys.spki));
  assert.equal(certificate.algorithm, 'ecdsa-p256');
  assert.deepEqual([...(certificate.keyUsage ?? [])], ['digitalSignature', 'nonRepudiation']);
  assert.equal(certificate.notAfter, '2028-01-01T00:00:00Z');
  assert.equal(isDemonstration(certificate), false);
  const [byNode, rootByNode] = [new X509Certificate(signer), new X509Certificate(root)];
  assert.equal(byNode.verify(rootByNode.publicKey), true);
  assert.equal(byNode.checkIssued(rootByNode), true);
  assert.equal(rootByNode.ca, true);
  assert.equal(byNode.ca, false);
  assert.equal(readCertificate(root).pathLength, 0);
  assert.equal(readCertificate(root).subjectKeyId, certificate.authorityKeyId);
  assert.equal(toHex(readCertificate(root).spki), toHex(rootKeys.spki));
});

test('a chain is trusted, or refused with its own reason', async () => {
  const { root, signer, rootKeys, signerKeys } = await city();
  const reasonOf = async (leaf: Uint8Array, others: Uint8Array[], anchors: Uint8Array[], at = '2027-05-01'): Promise<string> =>
    (await checkChain(leaf, others, anchors, at)).reason;
  assert.equal(await reasonOf(signer, [root], [root]), 'trusted');
  assert.equal(await reasonOf(signer, [], [root]), 'trusted');
  assert.equal(await reasonOf(signer, [root], []), 'unknownRoot');
  assert.equal(await reasonOf(signer, [], []), 'unknownRoot');
  assert.equal(await reasonOf(signer, [root], [(await city()).root]), 'unknownRoot');
  assert.equal(await reasonOf(signer, [root], [root], '2028-01-01T00:00:01Z'), 'expired');
  assert.equal(await reasonOf(signer, [root], [root], '2028-01-01T00:00:00Z'), 'trusted');
  assert.equal(await reasonOf(signer, [root], [root], '2028-01-01'), 'trusted');
  assert.equal(await reasonOf(signer, [root], [root], '2028-01-02'), 'expired');
  assert.equal(await reasonOf(signer, [root], [root], '2025-12-31'), 'notYetValid');
  assert.equal(await reasonOf(signer, [root], [root], '2026-01-01'), 'trusted');
  assert.equal(await reasonOf(signer, [root], [root], 'yesterday'), 'notYetValid');
  assert.equal(await reasonOf(signer.slice(1), [root], [root]), 'unreadable');
  const issuer = readCertificate(signer);
  const below = await issueCertificate(
    {
      kind: 'signer',
      subject: signerSubject,
      spki: newKeys().spki,
      issuer,
      serial: serial(),
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2027-12-01T00:00:00Z',
      demonstration: false,
    },
    signerKeys.sign,
  );
  assert.equal(await reasonOf(below, [signer, root], [root]), 'notAuthority');
  const log = await issueCertificate(
    {
      kind: 'root',
      subject: rootSubject.slice(1),
      spki: signerKeys.spki,
      issuer: readCertificate(root),
      serial: serial(),
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2027-12-01T00:00:00Z',
      demonstration: false,
    },
    rootKeys.sign,
  );
  assert.equal(await reasonOf(log, [], [root]), 'trusted');
  const leafBelow = await issueCertificate(
    {
      kind: 'signer',
      subject: signerSubject,
      spki: newKeys().spki,
      issuer: readCertificate(log),
      serial: serial(),
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2027-12-01T00:00:00Z',
      demonstration: false,
    },
    signerKeys.sign,
  );
  assert.equal(await reasonOf(leafBelow, [log], [root]), 'pathTooLong');
});

test('a changed byte in a certificate is a false signature or no certificate, and never trusted', async () => {
  const { root, signer } = await city();
  await fc.assert(
    fc.asyncProperty(fc.nat(signer.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const changed = Uint8Array.from(signer);
      changed[at] = (changed[at] ?? 0) ^ by;
      assert.equal((await checkChain(changed, [root], [root], '2027-05-01')).ok, false);
    }),
    { numRuns: 400 },
  );
});

test('foreign bytes are refused as bytes and crash nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.throws(() => readCertificate(bytes), InvalidEncoding);
    }),
    { numRuns: 2000 },
  );
});

test('a demonstration is refused even where its root is trusted, and says that it is one', async () => {
  const { root, signer } = await city({ root: { demonstration: true }, signer: { demonstration: true } });
  assert.equal(isDemonstration(readCertificate(root)), true);
  assert.ok(printName(readCertificate(signer).subject).includes(demonstrationMark));
  const answer = await checkChain(signer, [root], [root], '2027-05-01');
  assert.equal(answer.ok, false);
  assert.deepEqual(answer.reasons, ['demonstrationRoot']);
  assert.equal(answer.path.length, 2);
  assert.equal((await checkChain(signer, [], [], '2027-05-01')).reason, 'demonstrationRoot');
});

test('keys of the log and of SM2 are certified by the same root', async () => {
  const { root, rootKeys } = await city();
  const span = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2028-01-01T00:00:00Z', demonstration: false };
  const ed25519 = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' });
  const sm2 = spkiOf('sm2', await sm2PublicKey(fromHex('3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8')));
  for (const [kind, spki, algorithm] of [
    ['log', Uint8Array.from(ed25519), 'ed25519'],
    ['signer', sm2, 'sm2'],
  ] as const) {
    const certificate = await issueCertificate(
      { kind, subject: signerSubject, spki, issuer: readCertificate(root), serial: serial(), ...span },
      rootKeys.sign,
    );
    assert.equal(readCertificate(certificate).algorithm, algorithm);
    assert.equal((await checkChain(certificate, [], [root], '2027-01-01')).reason, 'trusted');
  }
});

test('PEM holds certificates one after the other, and nothing else', async () => {
  const { root, signer } = await city();
  const text = `# two\r\n${toPem('CERTIFICATE', signer)}${toPem('CERTIFICATE', root).replace(/\n/g, '\r\n')}`;
  assert.deepEqual(fromPem('CERTIFICATE', text).map(toHex), [toHex(signer), toHex(root)]);
  assert.deepEqual(fromPem('CERTIFICATE', 'nothing'), []);
  assert.throws(() => fromPem('CERTIFICATE', '-----BEGIN CERTIFICATE-----\nMAA'), InvalidEncoding);
  assert.throws(() => fromPem('CERTIFICATE', toPem('CERTIFICATE', signer).repeat(17)), InvalidEncoding);
});

test(
  'OpenSSL verifies the chain, shows the certificate and the request, and its chains are followed',
  unlessInstalled('openssl'),
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tongheng-x509-'));
    const at = (name: string): string => join(folder, name);
    const openssl = (...args: string[]): string => {
      const { code, output, errors } = runTool('openssl', args);
      assert.equal(code, 0, `openssl ${args.join(' ')}: ${errors}`);
      return output;
    };
    try {
      const { root, signer, signerKeys } = await city();
      writeFileSync(at('root.pem'), toPem('CERTIFICATE', root));
      writeFileSync(at('signer.pem'), toPem('CERTIFICATE', signer));
      assert.match(openssl('verify', '-x509_strict', '-attime', '1800000000', '-CAfile', at('root.pem'), at('signer.pem')), /: OK/);
      const shown = openssl('x509', '-in', at('signer.pem'), '-noout', '-text', '-nameopt', 'utf8');
      assert.match(shown, /Digital Signature, Non Repudiation/);
      assert.match(shown, /如东县综合检验检测中心/);
      writeFileSync(
        at('request.pem'),
        toPem(
          'CERTIFICATE REQUEST',
          await issueRequest({ subject: signerSubject, spki: signerKeys.spki, demonstration: false }, signerKeys.sign),
        ),
      );
      openssl('req', '-in', at('request.pem'), '-noout', '-verify');

      for (const [name, algorithm, digest] of [
        ['rsa', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], '-sha384'],
        ['p384', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'], '-sha384'],
        ['p521', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-521'], '-sha512'],
        ['ed25519', ['-algorithm', 'ED25519'], '-sha256'],
      ] as const) {
        openssl('genpkey', ...algorithm, '-out', at(`${name}.key`));
        openssl(
          'req',
          '-x509',
          '-new',
          '-key',
          at(`${name}.key`),
          digest,
          '-subj',
          '/C=DE/O=PTB/CN=root',
          '-days',
          '100',
          '-out',
          at(`${name}.pem`),
        );
        openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', at('leaf.key'));
        openssl('req', '-new', '-key', at('leaf.key'), '-subj', '/C=DE/O=PTB/CN=leaf', '-out', at('leaf.csr'));
        openssl(
          'x509',
          '-req',
          '-in',
          at('leaf.csr'),
          '-CA',
          at(`${name}.pem`),
          '-CAkey',
          at(`${name}.key`),
          digest,
          '-days',
          '50',
          '-outform',
          'DER',
          '-out',
          at('leaf.der'),
        );
        const [anchor = new Uint8Array(0)] = fromPem('CERTIFICATE', readFileSync(at(`${name}.pem`), 'utf8'));
        const leaf = Uint8Array.from(readFileSync(at('leaf.der')));
        const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
        assert.equal((await checkChain(leaf, [], [anchor], tomorrow)).reason, 'trusted', name);
        assert.equal((await checkChain(leaf, [anchor], [], tomorrow)).reason, 'unknownRoot', name);
        const changed = Uint8Array.from(leaf);
        changed[leaf.length - 10] = (changed[leaf.length - 10] ?? 0) ^ 1;
        assert.equal((await checkChain(changed, [], [anchor], tomorrow)).reason, 'badSignature', name);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
