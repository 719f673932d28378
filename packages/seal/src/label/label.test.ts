import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromHex, joinBytes, toHex } from '../encoding.ts';
import type { Sign } from '../signature.ts';
import { printCbor } from './cbor.ts';
import { printClaims, readClaims, type LabelClaims } from './claims.ts';
import { lastDayNumber, printDayNumber, readDayNumber } from './day-number.ts';
import { mostBytes, printDigits, readDigits } from './digits.ts';
import { InvalidLabel, type InvalidLabelCode } from './invalid-label.ts';
import { isSameText, labelText, shortText } from './label-text.ts';
import { checkLabel, kidOf, labelAddress, printLabel, readLabel, type LabelSigner } from './label.ts';

const { subtle } = webcrypto;
async function makeSigner(): Promise<LabelSigner> {
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']);
  const sign: Sign = async (message) =>
    new Uint8Array(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, Uint8Array.from(message)));
  return { algorithm: 'ecdsa-p256', publicKey: new Uint8Array(await subtle.exportKey('spki', pair.publicKey)), sign };
}
const signer = await makeSigner();
const stranger = await makeSigner();

const claims: LabelClaims = {
  number: '320685A2026000017M',
  issuer: '320685A',
  serial: labelText('20260017'),
  kind: '电子计价秤',
  testedOn: '2026-11-24',
  issuedOn: '2026-11-26',
  validUntil: '2027-11-23',
  result: 'pass',
  seal: labelText('苏F-0417'),
  recordDigest: '00112233445566778899aabbccddeeff',
  demonstration: false,
};
const text = await printLabel(claims, signer, 'https://jl.example.cn');
const label = readLabel(text);

const refused = (run: () => unknown, code: InvalidLabelCode, what: string = code): void =>
  assert.throws(run, (error) => error instanceof InvalidLabel && error.code === code && error.reason.every((one) => one !== ''), what);

/** The text of a COSE_Sign1 that somebody else wrote. */
const written = (cose: Uint8Array): string => `HTTPS://JL.EXAMPLE.CN/Q/${printDigits(cose)}`;
const goodHeader = new Map<number, unknown>([
  [1, -7],
  [4, fromHex(kidOf(signer.publicKey))],
]);
async function signedBy(payload: Uint8Array, header: unknown = goodHeader, unprotectedHeader: unknown = new Map()): Promise<string> {
  const protectedBytes = printCbor(header);
  const signature = await signer.sign(printCbor(['Signature1', protectedBytes, new Uint8Array(0), payload]));
  return written(printCbor([protectedBytes, unprotectedHeader, payload, signature]));
}

test('a label is an address in capitals with digits, and is read back and found genuine', async () => {
  assert.match(text, /^HTTPS:\/\/JL\.EXAMPLE\.CN\/Q\/[1-9][0-9]{300,430}$/);
  assert.equal(label.url, 'HTTPS://JL.EXAMPLE.CN/Q/');
  assert.deepEqual(label.claims, claims);
  assert.deepEqual(await checkLabel(label, [stranger, signer]), { ok: true, key: signer });
  assert.ok(printClaims(claims).length <= 90, `${printClaims(claims).length} bytes`);
  for (const same of [text.toLowerCase(), label.digits, `/q/${label.digits}`, ` ${text}\n`])
    assert.deepEqual(readLabel(same).claims, claims);
});

test('a key that is not known and a signature that is wrong are told apart', async () => {
  assert.deepEqual(await checkLabel(label, [stranger]), { ok: false, code: 'unknown-key' });
  const signature = label.signature.slice();
  signature[0] = (signature[0] ?? 0) ^ 1;
  assert.deepEqual(await checkLabel({ ...label, signature }, [signer]), { ok: false, code: 'wrong-signature' });
  // The short id is only a hint: a key of another owner with the same one does not hide the right key.
  const double = { algorithm: 'ecdsa-p256' as const, publicKey: signer.publicKey.slice() };
  assert.equal((await checkLabel(label, [double])).ok, true);
});

test('one bit changed anywhere is refused or found to be signed by nobody', async () => {
  const outcomes = new Map<string, number>();
  for (let bit = 0; bit < label.cose.length * 8; bit += 1) {
    const cose = label.cose.slice();
    cose[bit >> 3] = (cose[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    let outcome: string;
    try {
      const check = await checkLabel(readLabel(written(cose)), [signer]);
      outcome = check.ok ? 'accepted' : check.code;
    } catch (error) {
      assert.ok(error instanceof InvalidLabel, String(error));
      outcome = error.code;
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  assert.equal(outcomes.get('accepted'), undefined);
  assert.ok((outcomes.get('wrong-signature') ?? 0) >= 512, JSON.stringify([...outcomes]));
});

test('one digit changed, left out, doubled or exchanged with its neighbour is refused or signed by nobody', async () => {
  const { digits } = label;
  const others = Array.from(digits).flatMap((digit, at) => {
    const next = digits[at + 1] ?? digit;
    return [
      digits.slice(0, at) + String((Number(digit) + 1 + (at % 9)) % 10) + digits.slice(at + 1),
      digits.slice(0, at) + digits.slice(at + 1),
      digits.slice(0, at) + digit + digits.slice(at),
      digits.slice(0, at) + next + digit + digits.slice(at + 2),
    ];
  });
  for (const other of others.filter((one) => one !== digits)) {
    try {
      assert.equal((await checkLabel(readLabel(other), [signer])).ok, false, other);
    } catch (error) {
      if (!(error instanceof InvalidLabel)) throw error;
    }
  }
});

const someText = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((one) => labelText(one) !== null);
const someDay = fc.integer({ min: 0, max: lastDayNumber }).map(printDayNumber);
const someClaims: fc.Arbitrary<LabelClaims> = fc
  .record({
    issuer: fc.stringMatching(/^[0-9A-Z]{3,10}$/),
    rest: fc.stringMatching(/^[0-9A-Z]{9,18}$/),
    serial: fc.option(someText.map(labelText)),
    kind: someText.map((one) => shortText(one, 24)),
    testedOn: someDay,
    issuedOn: someDay,
    validUntil: fc.option(someDay),
    result: fc.constantFrom('pass', 'fail', 'none'),
    seal: fc.option(someText.map(labelText)),
    recordDigest: fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toHex),
    demonstration: fc.boolean(),
  })
  .map(({ rest, ...one }) => ({
    ...one,
    number: one.issuer + rest,
    validUntil: one.result === 'fail' ? null : one.validUntil,
  })) as fc.Arbitrary<LabelClaims>;

test('any claims are read back as they were stated', async () => {
  await fc.assert(
    fc.asyncProperty(someClaims, async (stated) => {
      const read = readLabel(await printLabel(stated, signer, 'http://127.0.0.1:8080/'));
      assert.deepEqual(read.claims, stated);
      assert.equal((await checkLabel(read, [signer])).ok, true);
    }),
    { numRuns: 200 },
  );
});

test('bytes and digits correspond one to one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: mostBytes }), (bytes) => {
      if (bytes[0] === 0) assert.throws(() => printDigits(bytes), RangeError);
      else assert.deepEqual(readDigits(printDigits(bytes)), bytes);
    }),
  );
  refused(() => readDigits('0123'), 'not-canonical');
  refused(() => readDigits('12a'), 'broken');
  refused(() => readDigits(''), 'broken');
  refused(() => readDigits('9'.repeat(617)), 'too-long');
  refused(() => readDigits('1'.repeat(100_000)), 'too-long');
  assert.throws(() => printDigits(new Uint8Array(0)), RangeError);
});

test('whatever text or bytes come, a label or a declared refusal goes out', () => {
  const total = (run: () => unknown): void => {
    try {
      run();
    } catch (error) {
      assert.ok(error instanceof InvalidLabel, String(error));
    }
  };
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 700 }), (any) => total(() => readLabel(any))));
  fc.assert(fc.property(fc.bigInt({ min: 1n, max: 1n << 1500n }), (any) => total(() => readLabel(String(any)))));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (any) => total(() => readClaims(any))));
  fc.assert(
    fc.property(fc.nat(label.cose.length - 1), fc.uint8Array({ minLength: 1, maxLength: 6 }), (at, other) =>
      total(() => readLabel(written(joinBytes(label.cose.subarray(0, at + 1), other, label.cose.subarray(at + 1 + other.length))))),
    ),
  );
});

test('what is signed but not in the laid down form is refused with its reason', async () => {
  const good = printClaims(claims);
  // 1320685A2026000017M in base 36.
  const packed = fromHex('242814d49fccbc48bd578622');
  const map = new Map<unknown, unknown>([
    [1, packed],
    [2, 7],
    [3, '20260017'],
    [4, '电子计价秤'],
    [5, 20_781],
    [6, 20_783],
    [8, 1],
    [10, fromHex(claims.recordDigest)],
  ]);
  const changed = (...changes: readonly [unknown, unknown][]): Uint8Array => printCbor(new Map([...map, ...changes]));
  const without = (key: number): Uint8Array => printCbor(new Map([...map].filter(([one]) => one !== key)));
  assert.equal(readLabel(await signedBy(printCbor(map))).claims.validUntil, null);
  assert.equal(readLabel(await signedBy(without(3))).claims.serial, null);

  const header = (...changes: readonly [number, unknown][]): Map<number, unknown> => new Map([...goodHeader, ...changes]);
  const cases: readonly (readonly [string, InvalidLabelCode, Promise<string>])[] = [
    ['a claim nobody knows', 'claim', signedBy(changed([12, 1]))],
    ['a claim of the future under a text', 'claim', signedBy(changed(['x', 1]))],
    ['no kind', 'claim', signedBy(without(4))],
    ['an empty serial', 'claim', signedBy(changed([3, '']))],
    ['no digest', 'claim', signedBy(without(10))],
    ['a day that is text', 'claim', signedBy(changed([5, '2026-11-24']))],
    ['a day that is a fraction', 'claim', signedBy(changed([5, 20_781.5]))],
    ['a day beyond the calendar', 'claim', signedBy(changed([6, 65_536]))],
    ['a result nobody knows', 'claim', signedBy(changed([8, 3]))],
    ['failed, and valid until a day', 'claim', signedBy(changed([8, 0], [7, 21_000]))],
    ['a demonstration that is none', 'claim', signedBy(changed([11, false]))],
    ['a number as text', 'claim', signedBy(changed([1, claims.number]))],
    ['a number with a zero in front', 'claim', signedBy(changed([1, joinBytes(new Uint8Array(1), packed)]))],
    ['a number that is too short', 'claim', signedBy(changed([1, packed.subarray(5)]))],
    ['a number of 40 characters', 'claim', signedBy(changed([1, new Uint8Array(26).fill(1)]))],
    ['an empty number', 'claim', signedBy(changed([1, new Uint8Array(0)]))],
    ['an issuer longer than the number', 'claim', signedBy(changed([2, 31]))],
    ['a serial that turns the direction of writing', 'claim', signedBy(changed([3, 'A\u202e71']))],
    ['a serial with a line break', 'claim', signedBy(changed([3, 'A\n71']))],
    ['a serial of 25 letters', 'claim', signedBy(changed([3, 'A'.repeat(25)]))],
    ['a digest of 7 bytes beside its end', 'claim', signedBy(changed([3, ['71', new Uint8Array(7)]]))],
    ['no claims at all', 'claim', signedBy(printCbor([1]))],
    ['something behind the claims', 'trailing', signedBy(joinBytes(good, new Uint8Array([0])))],
    ['claims cut off', 'broken', signedBy(good.slice(0, -1))],
    ['a number twice', 'duplicate', signedBy(fromHex('a2014141014142'))],
    ['keys in another order', 'not-canonical', signedBy(fromHex('a20207014141'))],
    ['text that is no UTF-8', 'not-canonical', signedBy(fromHex('a10461ff'))],
    ['a header parameter nobody knows', 'header', signedBy(good, header([16, 'application/x']))],
    ['critical parameters', 'header', signedBy(good, header([2, [99]], [99, 1]))],
    ['another algorithm', 'header', signedBy(good, header([1, -8]))],
    ['no algorithm', 'header', signedBy(good, new Map([[4, fromHex('00112233')]]))],
    ['no key id', 'header', signedBy(good, new Map([[1, -7]]))],
    ['a key id of five bytes', 'header', signedBy(good, header([4, new Uint8Array(5)]))],
    ['something unprotected', 'header', signedBy(good, goodHeader, new Map([[4, fromHex('31')]]))],
  ];
  for (const [what, code, made] of cases) {
    const one = await made;
    refused(() => readLabel(one), code, what);
  }
  refused(() => readLabel('HTTPS://JL.EXAMPLE.CN/I/320685A2026000017M'), 'no-label');
  refused(() => readLabel('HTTPS://JL.EXAMPLE.CN/X/Q/123'), 'no-label');
  refused(() => readLabel(''), 'no-label');
  refused(() => readLabel(`HTTPS://JL.EXAMPLE.CN/Q/${'1'.repeat(3000)}`), 'too-long');
  refused(() => readLabel(written(joinBytes(label.cose, new Uint8Array(1)))), 'trailing');
  refused(() => readLabel(written(label.cose.subarray(0, 100))), 'broken');
});

test('tag 18 may stand before the structure, and no other', async () => {
  const tagged = readLabel(written(joinBytes(new Uint8Array([0xd2]), label.cose)));
  assert.deepEqual(tagged.claims, claims);
  assert.equal((await checkLabel(tagged, [signer])).ok, true);
  refused(() => readLabel(written(joinBytes(new Uint8Array([0xd8, 18]), label.cose))), 'not-canonical');
  refused(() => readLabel(written(joinBytes(new Uint8Array([0xd1]), label.cose))), 'broken');
});

test('claims that no reader takes are not printed', async () => {
  const print = (changes: Partial<LabelClaims>): Promise<string> => printLabel({ ...claims, ...changes }, signer, 'https://jl.example.cn');
  await assert.rejects(print({ issuer: '320684B' }), InvalidLabel);
  await assert.rejects(print({ testedOn: '2026-02-29' }), RangeError);
  await assert.rejects(print({ result: 'fail' }), InvalidLabel);
  assert.equal(labelAddress('http://[::1]:8080'), 'http://[::1]:8080/q/');
  for (const address of ['', 'https://jl.example.cn/metrology', 'https://计量.cn', 'ftp://a.cn'])
    assert.throws(() => labelAddress(address), RangeError);
});

test('days are those of the calendar, leap years included', () => {
  for (const [day, number] of [
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    ['2026-11-26', 20_783],
    ['2100-03-01', 47_541],
    ['2149-06-06', lastDayNumber],
  ] as const) {
    assert.equal(readDayNumber(day), number);
    assert.equal(printDayNumber(number), day);
    assert.equal(Date.parse(day), number * 86_400_000);
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: lastDayNumber }), (n) => new Date(n * 86_400_000).toISOString().startsWith(printDayNumber(n))),
  );
  for (const wrong of ['2100-02-29', '2026-13-01', '1969-12-31', '2149-06-07', '26-1-1', ''])
    assert.throws(() => readDayNumber(wrong), RangeError);
});

test('a serial number that is too long is cut at its beginning and still compared as a whole', () => {
  const whole = '南通衡器股份有限公司第二车间2026年第000417号';
  const cut = labelText(whole);
  assert.ok(cut !== null);
  assert.equal(cut.text, '年第000417号');
  assert.equal(cut.digest?.length, 16);
  assert.equal(isSameText(cut, whole), true);
  assert.equal(isSameText(cut, ` ${whole.replace('2026', '２０２６')} `), true);
  assert.equal(isSameText(cut, whole.replace('第二', '第三')), false);
  assert.equal(isSameText(cut, cut.text), false);
  assert.equal(isSameText(labelText('ab-12')!, 'AB-12'), true);
  assert.equal(isSameText(labelText('AB12')!, 'AB-12'), false);
  assert.equal(labelText(' \u200b '), null);
  assert.equal(shortText('全自动多参数生化分析仪检定用标准装置', 24), '全自动多参数生…');
});
