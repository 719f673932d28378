/** Labels as anybody may hold them in hands, judged with what a device knows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LabelClaims } from '@tongheng/seal/label/claims';
import { printLabel, readLabel, type Label, type LabelSigner } from '@tongheng/seal/label/label';
import { readTrust } from '@tongheng/seal/verify/trust';
import { claims, institute, listOf, newSigner, openLabelCity, type LabelCity } from '../../../../test/foreign/label-city.ts';
import { judgeLabel, type Judgement } from './judge.ts';
import { headlineOf, standingOf, termOf } from './verdict.ts';

const city = await openLabelCity(false);
const made = async (signer: LabelSigner, changes: Partial<LabelClaims> = {}): Promise<Label> =>
  readLabel(await printLabel({ ...claims, ...changes }, signer, 'https://jl.example'));
type Knowing = { readonly from?: LabelCity; readonly revokedKeys?: readonly unknown[]; readonly revocations?: string };
const judged = (label: Label, { from = city, revokedKeys = [], revocations }: Knowing = {}): Promise<Judgement> =>
  judgeLabel(label, { trust: readTrust(from.trustText(revokedKeys)), revocations, today: '2026-11-26' });

test('a label of the institute is genuine, names it, and no more is said than can be known', async () => {
  const judgement = await judged(await made(city.keys), { revocations: await listOf([]) });
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
  const other = await openLabelCity(false);
  assert.equal((await judged(await made(other.sm2))).signature, 'unknownKey');
});

test('a changed label is false; one of a stranger cannot be judged, which is worse with today’s list than with a kept one', async () => {
  const label = await made(city.keys);
  const stranger = newSigner();
  const forged = readLabel(await printLabel(claims, { ...city.keys, sign: stranger.sign }, 'https://jl.example'));
  assert.deepEqual(headlineOf(await judged(forged), true), { title: 'forged', meaning: 'forgedMeaning', tone: 'bad' });
  const unknown = await judged(await made(stranger));
  assert.equal(headlineOf(unknown, true).meaning, 'unknownKeyFresh');
  assert.equal(headlineOf(unknown, false).meaning, 'unknownKeyKept');
  const blind = await judgeLabel(label, { trust: undefined, revocations: undefined, today: '2026-11-26' });
  assert.deepEqual(headlineOf(blind, false), { title: 'noTrust', meaning: 'noTrustMeaning', tone: 'attention' });
});

test('a demonstration is never more than that, whether it says so itself or only its key does', async () => {
  const shown = await openLabelCity(true);
  const marked = await judged(await made(shown.keys, { demonstration: true }), { from: shown });
  assert.deepEqual(headlineOf(marked, true), { title: 'demonstration', meaning: 'demonstrationMeaning', tone: 'bad' });
  const hidden = await judged(await made(shown.keys), { from: shown });
  assert.deepEqual(headlineOf(hidden, true), { title: 'demonstration', meaning: 'hiddenDemonstration', tone: 'bad' });
  const real = await judged(await made(city.keys, { demonstration: true }));
  assert.equal(headlineOf(real, true).title, 'demonstration');
});

test('the key of another institute, of another time, or one that was revoked before, does not pass', async () => {
  const otherNumber = await judged(await made(city.keys, { number: '320684B2026000017M', issuer: '320684B' }));
  assert.equal(otherNumber.authority.code, 'authority.otherIssuer');
  assert.equal(headlineOf(otherNumber, true).title, 'notAuthorized');
  const early = await judged(await made(city.keys, { testedOn: '2025-11-24', issuedOn: '2025-11-25' }));
  assert.equal(early.authority.code, 'authority.notValidThen');
  const revoked = [{ keyId: city.keyId, at: '2026-11-01T00:00:00Z', logSize: 4, reason: '设备丢失' }];
  assert.equal((await judged(await made(city.keys), { revokedKeys: revoked })).authority.code, 'authority.keyRevoked');
  const later = [{ keyId: city.keyId, at: '2026-11-26T10:00:00Z', logSize: 400, reason: '更换' }];
  assert.equal(headlineOf(await judged(await made(city.keys), { revokedKeys: later }), true).tone, 'attention');
});

test('what ended is told by the server, else by the signed list; without both it is not known', async () => {
  const label = await made(city.keys);
  const revoked = await judged(label, { revocations: await listOf([{ number: claims.number, kind: 'revoked', day: '2026-11-26' }]) });
  assert.equal(standingOf(undefined, revoked.revocation), 'revoked');
  const replaced = await listOf([{ number: claims.number, kind: 'replaced', day: '2026-11-26', by: '320685A2026000020X' }]);
  assert.equal(standingOf(undefined, (await judged(label, { revocations: replaced })).revocation), 'replaced');
  const unknown = await judged(label);
  assert.equal(standingOf(undefined, unknown.revocation), 'revocationUnknown');
  assert.equal(standingOf('revoked', unknown.revocation), 'revoked');
  assert.equal(standingOf('superseded', unknown.revocation), 'replaced');
  assert.equal(standingOf('valid', unknown.revocation), 'notRevoked');
  // The list knows it even where an older answer of the server does not.
  assert.equal(standingOf('valid', revoked.revocation), 'revoked');
  const forgedList = (await listOf([])).replace('2026-11-26T', '2026-11-27T');
  assert.equal(standingOf(undefined, (await judged(label, { revocations: forgedList })).revocation), 'revocationUnknown');
});

test('the last day still counts, a clock before the day of issue is not believed', () => {
  const stated = { issuedOn: '2026-11-25', validUntil: '2027-11-23' };
  assert.equal(termOf(stated, '2027-11-23'), 'running');
  assert.equal(termOf(stated, '2027-11-24'), 'over');
  assert.equal(termOf(stated, '2016-11-26'), 'clock');
  assert.equal(termOf({ ...stated, validUntil: null }, '2036-11-26'), 'none');
});
