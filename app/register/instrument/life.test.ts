import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editions } from '@tongheng/procedures/registry';
import fc from 'fast-check';
import { addDays } from '../../kernel/day.ts';
import {
  allowedHandoverActions,
  allowedInstrumentActions,
  checkCharacter,
  codeOf,
  csvLine,
  describedByNameplate,
  dueAfter,
  dueOf,
  endedByRepair,
  instrumentKindNames,
  instrumentLifeCycle,
  instrumentStatusNames,
  isCode,
  lastResult,
  plainCode,
  publicTimeline,
  seenBy,
  standingNames,
  standingOf,
  statusAfter,
  statusChangeNames,
  validityOf,
  type Happened,
  type InstrumentKind,
  type InstrumentStatus,
  type Result,
} from './rules.ts';

test('the check character is that of the published example of ISO/IEC 7064 MOD 37,36', () => {
  // The Global Release Identifier standard prints A1-2425G-ABC1234002-M with this system.
  assert.equal(checkCharacter('A12425GABC1234002'), 'M');
  assert.equal(checkCharacter('a'), undefined);
  assert.equal(codeOf('320685', 1), '320685000000001D');
});

test('a code is known by its check character: one wrong digit anywhere is found', () => {
  const code = fc.tuple(fc.integer({ min: 100000, max: 999999 }), fc.integer({ min: 1, max: 999_999_999 }));
  fc.assert(
    fc.property(code, fc.nat(14), fc.integer({ min: 1, max: 9 }), ([region, number], at, by) => {
      const whole = codeOf(String(region), number);
      const wrong = whole.slice(0, at) + String((Number(whole[at]) + by) % 10) + whole.slice(at + 1);
      return isCode(whole) && !isCode(wrong);
    }),
  );
});

test('a code is read as it is typed, in groups, or as the address that a scanner reads from a label', () => {
  const code = codeOf('320685', 4711);
  for (const written of [
    code,
    ` ${code.toLowerCase()} `,
    `${code.slice(0, 6)} ${code.slice(6, 15)} ${code.slice(15)}`,
    `https://city.example/i/${code}`,
  ]) {
    assert.ok(isCode(written), written);
    assert.equal(plainCode(written), code);
  }
  assert.ok(!isCode('') && !isCode('320685') && !isCode(`${code}0`));
});

test('a scrapped instrument stays scrapped, whatever follows one another; every other state can end there', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...statusChangeNames), { maxLength: 40 }), (changes) => {
      let status: InstrumentStatus = 'in-use';
      let scrapped = false;
      for (const change of changes) {
        const next = statusAfter(status, change);
        if (next !== undefined) status = next;
        scrapped ||= status === 'scrapped';
        if (scrapped && status !== 'scrapped') return false;
      }
      return instrumentStatusNames.includes(status);
    }),
  );
  for (const status of instrumentStatusNames.filter((one) => one !== 'scrapped')) assert.equal(statusAfter(status, 'scrap'), 'scrapped');
  assert.deepEqual(instrumentLifeCycle.scrapped, {});
});

test('what belongs to the holder alone an institute cannot do, and an instrument is offered once', () => {
  const permits = new Set(['instrument.change']);
  const instrument = { status: 'in-use', holderId: 'holder', registrarId: 'institute', offered: false } as const;
  const byHolder = allowedInstrumentActions(instrument, { organizationId: 'holder', permits });
  const byInstitute = allowedInstrumentActions(instrument, { organizationId: 'institute', permits });
  assert.ok(byHolder.includes('offer') && byHolder.includes('report'));
  assert.ok(byInstitute.includes('change') && !byInstitute.includes('offer') && !byInstitute.includes('report'));
  assert.ok(!allowedInstrumentActions({ ...instrument, offered: true }, { organizationId: 'holder', permits }).includes('offer'));
  assert.deepEqual(allowedInstrumentActions(instrument, { organizationId: 'other', permits }), []);
  assert.deepEqual(allowedInstrumentActions(instrument, { organizationId: 'holder', permits: new Set() }), []);
  const offer = { status: 'offered', fromId: 'holder', toId: 'next' } as const;
  assert.deepEqual(allowedHandoverActions(offer, { organizationId: 'next', permits }), ['accept', 'decline']);
  assert.deepEqual(allowedHandoverActions(offer, { organizationId: 'holder', permits }), ['withdraw']);
  assert.deepEqual(allowedHandoverActions(offer, { organizationId: 'institute', permits }), []);
  assert.deepEqual(allowedHandoverActions({ ...offer, status: 'accepted' }, { organizationId: 'next', permits }), []);
});

const today = '2026-11-26';
const verified = { status: 'in-use', verdict: 'pass', dueOn: null, validity: 'periodic', verifiedOn: '2025-11-27' } as const;

test('the last day counts, and each window ends where the next begins', () => {
  const standing = (days: number) => standingOf({ ...verified, dueOn: addDays(today, days) }, today);
  const expected = {
    [-1]: 'overdue',
    0: 'due-7',
    7: 'due-7',
    8: 'due-15',
    15: 'due-15',
    16: 'due-30',
    30: 'due-30',
    31: 'due-90',
    90: 'due-90',
    91: 'valid',
  };
  for (const [days, word] of Object.entries(expected)) assert.equal(standing(Number(days)), word, days);
});

test('never verified is neither overdue nor valid; a failed one has no day; once verified for good has no end', () => {
  assert.equal(standingOf({ ...verified, verdict: null, verifiedOn: null }, today), 'never-verified');
  assert.equal(standingOf({ ...verified, verdict: null }, today), 'repaired');
  assert.equal(standingOf({ ...verified, verdict: 'fail' }, today), 'failed');
  assert.equal(standingOf({ ...verified, validity: 'first-only' }, today), 'no-end');
  assert.equal(standingOf({ ...verified, validity: null }, today), 'valid');
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
      const word = standingOf({ ...verified, dueOn: addDays('2026-06-15', days % 20_000) }, today);
      return standingNames.includes(word) && !['never-verified', 'failed', 'repaired', 'no-end'].includes(word);
    }),
  );
});

test('every edition says of its example how the kind is verified, and when it falls due as its rule does', async () => {
  const { readFileSync, readdirSync } = await import('node:fs');
  const forms = new Set<string>();
  for (const { id, applies } of editions) {
    const folder = new URL(`../../../packages/procedures/${id}/examples/`, import.meta.url);
    for (const name of readdirSync(folder).filter((file) => file.startsWith('pass'))) {
      const { input } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { input: { instrument: Record<string, string> } };
      for (const { instrument, from } of applies) {
        const kind = instrument as InstrumentKind;
        const validity = validityOf(kind, input.instrument, from.value);
        if (validity === null) continue;
        forms.add(validity);
        const due = dueAfter(kind, input.instrument, from.value);
        if (validity === 'first-only') assert.equal(due, null, `${id} ${name}`);
        else if (due !== null) assert.ok(due > addDays(from.value, 150), `${id} ${name} ${due}`);
      }
    }
  }
  assert.deepEqual([...forms].sort(), ['first-only', 'limited-use', 'periodic']);
});

test('the forms of the published periods: a scale a year, a small water meter its use, a glass thermometer no day', () => {
  const scale = { class: 'III', max: '15 kg', min: '100 g', e: '5 g', d: '5 g', supports: '4', zeroTracking: 'no' };
  assert.equal(dueAfter('price-computing-scale', scale, '2025-11-27'), '2026-11-26');
  const meter = { class: '2', diameter: '20', permanent: '2.5', ratio: '80' };
  assert.equal(validityOf('water-meter', meter, today), 'limited-use');
  assert.equal(dueAfter('water-meter', meter, '2025-03-10'), '2031-03-09');
  assert.equal(validityOf('water-meter', { ...meter, diameter: '80', permanent: '40' }, today), 'periodic');
  assert.equal(validityOf('glass-clinical-thermometer', {}, today), 'first-only');
  assert.equal(dueAfter('glass-clinical-thermometer', {}, today), null);
  assert.equal(validityOf('water-meter', {}, today), null);
  assert.equal(dueAfter('water-meter', {}, today), null);
});

test('every kind of the list is judged without a fault, with any nameplate', () => {
  for (const kind of instrumentKindNames) {
    assert.doesNotThrow(() => [
      validityOf(kind, {}, today),
      dueAfter(kind, { max: 'x', class: '?' }, today),
      describedByNameplate(kind, { class: 'x' }),
    ]);
  }
});

const result = (more: Partial<Result>): Result => ({
  verdict: 'pass',
  verifiedOn: '2025-01-10',
  certificateNumber: 'A',
  verifiedBy: '测试所',
  dueOn: '2026-01-09',
  validity: 'periodic',
  origin: 'platform',
  at: '2025-01-11T00:00:00Z',
  ...more,
});

test('the latest verification counts, of one day the one entered last; what a repair came after does not', () => {
  const later = result({ verifiedOn: '2025-06-01', certificateNumber: 'B', at: '2025-06-02T00:00:00Z' });
  assert.equal(lastResult([later, result({})])?.certificateNumber, 'B');
  const sameDay = result({ verifiedOn: '2025-06-01', certificateNumber: 'C', at: '2025-06-03T00:00:00Z' });
  assert.equal(lastResult([sameDay, later])?.certificateNumber, 'C');
  assert.equal(lastResult([]), undefined);
  const repair = { onDay: '2025-06-01', at: '2025-06-02T12:00:00Z' };
  assert.ok(endedByRepair(result({}), repair) && endedByRepair(later, repair));
  assert.ok(!endedByRepair(sameDay, repair) && !endedByRepair(result({}), undefined));
});

test('a limited use runs from the first verification, however often it is verified later', () => {
  const first = result({ validity: 'limited-use', dueOn: '2031-01-09' });
  const second = result({ validity: 'limited-use', verifiedOn: '2027-01-10', dueOn: '2033-01-09', at: '2027-01-11T00:00:00Z' });
  assert.equal(dueOf(second, [second, first]), '2031-01-09');
  assert.equal(dueOf(result({}), [first]), '2026-01-09');
});

test('range and class follow the nameplate where its form has them', () => {
  assert.deepEqual(describedByNameplate('pressure-gauge', { unit: 'MPa', class: '1.6', lower: '0', upper: '1.6' }), {
    measuringRange: '0～1.6 MPa',
    accuracyClass: '1.6 级',
  });
  const scale = describedByNameplate('price-computing-scale', { class: 'III', max: '15 kg', min: '100 g' });
  assert.equal(scale.measuringRange, '100 g～15 kg');
  assert.match(scale.accuracyClass ?? '', /III|Ⅲ/);
  assert.deepEqual(describedByNameplate('fuel-dispenser', { fuel: 'gasoline' }), {});
});

const event = (more: Partial<Happened>): Happened => ({
  kind: 'instrument.registered',
  at: '2026-01-01T00:00:00Z',
  person: '王秀兰',
  organization: '测试市场',
  organizationId: 'giver',
  reason: '理由',
  detail: { serial: '1' },
  ...more,
});

test('the public sees what happened and when, never who, why or where; the institute of a certificate is named', () => {
  const seen = publicTimeline([
    event({}),
    event({ kind: 'instrument.moved' }),
    event({ kind: 'request.submitted' }),
    event({ kind: 'verification.saved' }),
    event({ kind: 'certificate.issued', organization: '测试所' }),
  ]);
  assert.deepEqual(
    seen.map(({ kind, person, organization, reason, detail }) => [kind, person, organization, reason, Object.keys(detail).length]),
    [
      ['instrument.registered', null, null, null, 0],
      ['certificate.issued', null, '测试所', null, 0],
    ],
  );
});

test('a holder sees its own time whole, of the time before what the instrument itself went through, of the institute that work was done', () => {
  const receiver = { kind: 'organization', organizationId: 'receiver', heldSince: '2026-05-01T00:00:00Z' } as const;
  assert.deepEqual(seenBy(event({}), receiver), { ...event({}), person: null, reason: null, detail: {} });
  assert.equal(seenBy(event({ kind: 'request.submitted' }), receiver), undefined);
  const later = event({ at: '2026-06-01T00:00:00Z', organizationId: 'institute', kind: 'verification.saved' });
  assert.equal(seenBy(later, receiver), undefined);
  assert.equal(seenBy({ ...later, kind: 'verification.approved' }, receiver)?.person, null);
  assert.equal(seenBy(later, { kind: 'organization', organizationId: 'institute' })?.person, '王秀兰');
  assert.deepEqual(seenBy(later, { kind: 'authority' }), later);
});

test('a row of CSV keeps what it says: quotes, lines, and texts that a spreadsheet would take for a formula', () => {
  assert.equal(
    csvLine(['a,b', 'say "x"', '两行\n文字', '=1+1', '-5', '-A1', '007']),
    '"a,b","say ""x""","两行\n文字",\'=1+1,-5,\'-A1,007\r\n',
  );
});
