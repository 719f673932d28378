/** A city of its own: a root, an institute with its key, the signed list of what ended, and labels as anybody may hold them in hands. */
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes, sign as nodeSign } from 'node:crypto';
import { test } from 'node:test';
import { toBase64 } from '@tongheng/seal/encoding';
import type { LabelClaims } from '@tongheng/seal/label/claims';
import { labelText } from '@tongheng/seal/label/label-text';
import { printLabel, readLabel, type Label, type LabelSigner } from '@tongheng/seal/label/label';
import { printNote, signNote } from '@tongheng/seal/log/note';
import { printVerifierKey, verifierKey } from '@tongheng/seal/log/verifier-key';
import { spkiOf, type Sign } from '@tongheng/seal/signature';
import { signSm2, sm2PublicKey } from '@tongheng/seal/sm2';
import { printRevocationList, type Ending } from '@tongheng/seal/verify/revocation-list';
import { readTrust, type Trust } from '@tongheng/seal/verify/trust';
import { readCertificate } from '@tongheng/seal/x509/certificate';
import { issueCertificate } from '@tongheng/seal/x509/issue';
import { toPem } from '@tongheng/seal/x509/pem';
import { judgeLabel, type Judgement } from './judge.ts';
import { headlineOf, standingOf, termOf } from './verdict.ts';

type Keys = LabelSigner & { readonly spki: Uint8Array };
function newKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' }));
  const sign: Sign = (message) =>
    Promise.resolve(Uint8Array.from(nodeSign('sha256', message, { key: privateKey, dsaEncoding: 'ieee-p1363' })));
  return { algorithm: 'ecdsa-p256', publicKey: spki, spki, sign };
}
const serial = (): Uint8Array => Uint8Array.from([0x40, ...randomBytes(11)]);
const span = { notBefore: '2026-01-01T00:00:00Z', notAfter: '2028-01-01T00:00:00Z' };
const institute = '海安市计量检定测试所';

const log = generateKeyPairSync('ed25519');
const logKey = verifierKey(
  'jl.example/log',
  'ed25519',
  Uint8Array.from(log.publicKey.export({ type: 'spki', format: 'der' }).subarray(12)),
);
const signList: Sign = (message) => Promise.resolve(Uint8Array.from(nodeSign(null, message, log.privateKey)));
async function listOf(endings: readonly Ending[], asOf = '2026-11-26T00:00:00Z'): Promise<string> {
  const text = printRevocationList({ origin: 'jl.example/log', asOf, endings });
  return printNote({ text, signatures: [await signNote(text, logKey, signList)] });
}

async function cityOf(demonstration: boolean, revokedKeys: readonly unknown[] = []) {
  const [rootKeys, keys] = [newKeys(), newKeys()];
  const sm2Secret = Uint8Array.from([1, ...randomBytes(31)]);
  const sm2Key = spkiOf('sm2', await sm2PublicKey(sm2Secret));
  const subject = [{ type: 'O', value: demonstration ? `${institute} 演示·无效` : institute }] as const;
  const root = await issueCertificate(
    { kind: 'root', subject: [{ type: 'O', value: '南通市' }], spki: rootKeys.spki, serial: serial(), ...span, demonstration },
    rootKeys.sign,
  );
  const own = await issueCertificate(
    { kind: 'signer', subject, spki: keys.spki, issuer: readCertificate(root), serial: serial(), ...span, demonstration },
    rootKeys.sign,
  );
  const trust = readTrust(
    JSON.stringify({
      roots: [toPem('CERTIFICATE', root)],
      logKeys: [printVerifierKey(logKey)],
      witnesses: [],
      revokedKeys,
      signers: [{ issuer: '320685A', chain: [toPem('CERTIFICATE', own)], sm2PublicKey: toBase64(sm2Key) }],
    }),
  );
  const sm2: LabelSigner = { algorithm: 'sm2', publicKey: sm2Key, sign: (message) => signSm2(sm2Secret, message) };
  return { trust, keys, sm2, keyId: readCertificate(own).keyId };
}

const claims: LabelClaims = {
  number: '320685A2026000017M',
  issuer: '320685A',
  serial: labelText('20260017'),
  kind: '电子计价秤',
  testedOn: '2026-11-24',
  issuedOn: '2026-11-25',
  validUntil: '2027-11-23',
  result: 'pass',
  seal: labelText('F-0417'),
  recordDigest: '00112233445566778899aabbccddeeff',
  demonstration: false,
};
const city = await cityOf(false);
const made = async (signer: LabelSigner, changes: Partial<LabelClaims> = {}): Promise<Label> =>
  readLabel(await printLabel({ ...claims, ...changes }, signer, 'https://jl.example'));
const judged = async (label: Label, trust: Trust | undefined = city.trust, revocations?: string): Promise<Judgement> =>
  judgeLabel(label, { trust, revocations, today: '2026-11-26' });

test('a label of the institute is genuine, names it, and no more is said than can be known', async () => {
  const judgement = await judged(await made(city.keys), city.trust, await listOf([]));
  assert.equal(judgement.signature, 'genuine');
  assert.equal(judgement.signer, institute);
  assert.equal(judgement.keyId, city.keyId);
  assert.equal(judgement.authority.code, 'authority.labelHolds');
  assert.equal(judgement.listAsOf, '2026-11-26T00:00:00Z');
  assert.equal(standingOf(undefined, judgement.revocation), 'notRevoked');
  assert.deepEqual(headlineOf(judgement, true), { title: 'genuine', meaning: 'genuineMeaning', tone: 'found' });
});

test('a label by SM2 is checked as one by P-256 is', async () => {
  const label = await made(city.sm2);
  assert.equal(label.algorithm, 'sm2');
  assert.equal(label.signature.length, 64);
  assert.equal((await judged(label)).signature, 'genuine');
  const other = await cityOf(false);
  assert.equal((await judged(await made(other.sm2))).signature, 'unknownKey');
});

test('a changed label is false; one of a stranger cannot be judged, which is worse with today’s list than with a kept one', async () => {
  const label = await made(city.keys);
  const stranger = newKeys();
  const forged = readLabel(await printLabel(claims, { ...city.keys, sign: stranger.sign }, 'https://jl.example'));
  assert.deepEqual(headlineOf(await judged(forged), true), { title: 'forged', meaning: 'forgedMeaning', tone: 'bad' });
  const unknown = await judged(await made(stranger));
  assert.equal(headlineOf(unknown, true).meaning, 'unknownKeyFresh');
  assert.equal(headlineOf(unknown, false).meaning, 'unknownKeyKept');
  const blind = await judgeLabel(label, { trust: undefined, revocations: undefined, today: '2026-11-26' });
  assert.deepEqual(headlineOf(blind, false), { title: 'noTrust', meaning: 'noTrustMeaning', tone: 'attention' });
});

test('a demonstration is never more than that, whether it says so itself or only its key does', async () => {
  const shown = await cityOf(true);
  const marked = await judged(await made(shown.keys, { demonstration: true }), shown.trust);
  assert.deepEqual(headlineOf(marked, true), { title: 'demonstration', meaning: 'demonstrationMeaning', tone: 'bad' });
  const hidden = await judged(await made(shown.keys), shown.trust);
  assert.deepEqual(headlineOf(hidden, true), { title: 'demonstration', meaning: 'hiddenDemonstration', tone: 'bad' });
  const real = await judged(await made(city.keys, { demonstration: true }));
  assert.equal(headlineOf(real, true).title, 'demonstration');
});

test('the key of another institute, of another time, or one that was revoked before, does not pass', async () => {
  const otherNumber = await judged(await made(city.keys, { number: '320684B2026000017M', issuer: '320684B' }));
  assert.equal(otherNumber.authority.code, 'authority.labelIssuer');
  assert.equal(headlineOf(otherNumber, true).title, 'notAuthorized');
  const early = await judged(await made(city.keys, { testedOn: '2025-11-24', issuedOn: '2025-11-25' }));
  assert.equal(early.authority.code, 'authority.notValidThen');
  const { keyId } = city;
  const revoked = { ...city.trust, revokedKeys: [{ keyId, at: '2026-11-01T00:00:00Z', reason: '设备丢失' }] };
  assert.equal((await judged(await made(city.keys), revoked)).authority.code, 'authority.keyRevoked');
  const later = { ...city.trust, revokedKeys: [{ keyId, at: '2026-11-26T10:00:00Z', reason: '更换' }] };
  assert.equal(headlineOf(await judged(await made(city.keys), later), true).tone, 'attention');
});

test('what ended is told by the server, else by the signed list; without both it is not known', async () => {
  const label = await made(city.keys);
  const revoked = await judged(label, city.trust, await listOf([{ number: claims.number, kind: 'revoked', day: '2026-11-26' }]));
  assert.equal(standingOf(undefined, revoked.revocation), 'revoked');
  const replaced = await listOf([{ number: claims.number, kind: 'replaced', day: '2026-11-26', by: '320685A2026000020X' }]);
  assert.equal(standingOf(undefined, (await judged(label, city.trust, replaced)).revocation), 'replaced');
  const unknown = await judged(label);
  assert.equal(standingOf(undefined, unknown.revocation), 'revocationUnknown');
  assert.equal(standingOf('revoked', unknown.revocation), 'revoked');
  assert.equal(standingOf('superseded', unknown.revocation), 'replaced');
  assert.equal(standingOf('valid', unknown.revocation), 'notRevoked');
  // The list knows it even where an older answer of the server does not.
  assert.equal(standingOf('valid', revoked.revocation), 'revoked');
  const forgedList = (await listOf([])).replace('2026-11-26T', '2026-11-27T');
  assert.equal(standingOf(undefined, (await judged(label, city.trust, forgedList)).revocation), 'revocationUnknown');
});

test('the last day still counts, a clock before the day of issue is not believed', () => {
  const stated = { issuedOn: '2026-11-25', validUntil: '2027-11-23' };
  assert.equal(termOf(stated, '2027-11-23'), 'running');
  assert.equal(termOf(stated, '2027-11-24'), 'over');
  assert.equal(termOf(stated, '2016-11-26'), 'clock');
  assert.equal(termOf({ ...stated, validUntil: null }, '2036-11-26'), 'none');
});
