import assert from 'node:assert/strict';
import { test } from 'node:test';
import { multiply, subtract } from '@tongheng/quantity/decimal';
import type { Edition } from './edition.ts';
import { decimalField, environmentGroup, examinedField, fieldGroup, instrumentGroup, rowGroup } from './field.ts';
import { defineProcedure } from './procedure.ts';
import { errorRule, examinedRule, rowRule, seriesRule } from './rule.ts';
import type { Definition } from './rule.ts';
import { sourced, testItem, unknown } from './source.ts';

/** An invented regulation for an invented instrument, so that every way of the engine is walked without a real edition. */
const source = 'invented for this test';
const limits = {
  mpe: sourced('0.5', source, 'high'),
  spread: unknown(['重复性', 'Repeatability'], 'V', source),
  warmest: sourced('30', source, 'high'),
  runs: sourced('2', source, 'high'),
};
const features = [
  examinedField('label', ['铭牌', 'Label'], ['齐全', 'Complete']),
  examinedField('knob', ['旋钮', 'Knob'], ['灵活', 'Turns'], { optional: true }),
];
const edition: Edition<typeof limits> = {
  id: 'jjg-9999-2020',
  regulation: 'jjg-9999',
  number: 'JJG 9999-2020',
  title: ['虚构', 'Invented'],
  status: {
    issued: sourced(null, source, 'unknown'),
    inForceFrom: sourced('2020-01-01', source, 'high'),
    supersedes: sourced(null, source, 'high'),
  },
  applies: [],
  catalogue: sourced([], source, 'unknown'),
  annexItems: [],
  items: [
    testItem('look', ['外观', 'Visual inspection']),
    testItem('error', ['示值误差', 'Error of indication']),
    testItem('spread', ['重复性', 'Repeatability'], { required: sourced(['initial'], source, 'high') }),
  ],
  standards: [],
  limits,
  validity: {
    rules: [
      { id: 'small', title: ['小', 'Small'], form: 'limited-use', months: sourced(72, source, 'high') },
      { id: 'large', title: ['大', 'Large'], form: 'periodic', months: sourced(24, source, 'high') },
    ],
    convention: sourced('minus-one-day', source, 'medium'),
  },
  form: {
    instrument: instrumentGroup([decimalField('range', ['量程', 'Range'], 'V', ['铭牌', 'Label'])]),
    environment: environmentGroup({ temperature: { most: limits.warmest }, humidity: {} }),
    readings: [
      fieldGroup('look', ['外观', 'Visual inspection'], ['查看', 'Look'], features),
      rowGroup('error', ['示值误差', 'Error of indication'], ['每点两次', 'Twice at each point'], { least: 2, most: 8 }, [
        decimalField('point', ['测点', 'Point'], 'V', ['标准值', 'Of the standard']),
        decimalField('shown', ['示值', 'Indication'], 'V', ['读数', 'As read'], {
          resolution: { factor: '0.1', of: 'unit' },
          near: 'point',
        }),
      ]),
      rowGroup('spread', ['重复性', 'Repeatability'], ['多次', 'Repeated'], { least: 2, most: 5 }, [
        decimalField('read', ['读数', 'Reading'], 'V', ['读数', 'As read']),
      ]),
    ],
  },
  notCovered: [],
  calculationRevision: 1,
};

type Meter = { readonly range: ReturnType<typeof multiply> };
const definition: Definition<Meter, typeof limits> = {
  edition,
  instrument: (plate) => {
    const range = plate.decimal('range');
    if (range.digits <= 0n) {
      plate.refuse('range', 'too-small', ['应大于零', 'must be above zero']);
      return undefined;
    }
    return { range };
  },
  points: ({ range }, _kind, number) => [
    {
      id: 'full',
      group: 'error',
      given: { point: String(range.digits) },
      mandatory: true,
      times: Number(number(limits.runs).digits),
      reason: ['满量程', 'full range'],
    },
  ],
  rules: [
    examinedRule('look', 'look', features),
    errorRule({
      item: 'error',
      group: 'error',
      indication: 'shown',
      reference: 'point',
      unit: 'V',
      limit: (_cells, { number }) => ({ limit: number(limits.mpe), numbers: [limits.mpe] }),
    }),
    seriesRule({
      item: 'spread',
      group: 'spread',
      needs: ['read'],
      judge: (rows, { number }, to) => {
        const [first, last] = [rows[0], rows[rows.length - 1]];
        if (!first || !last) return;
        const value = subtract(last.cells.read, first.cells.read);
        to.note('s', value, 'V');
        to.check({
          symbol: 's',
          value,
          limit: number(limits.spread),
          comparison: 'within',
          unit: 'V',
          numbers: [limits.spread],
          how: () => ['差', 'difference'],
        });
      },
    }),
  ],
  validity: ({ range }) => (range.digits > 100n ? 'large' : 'small'),
};
const procedure = defineProcedure(definition);

const record = () => ({
  kind: 'initial' as const,
  instrument: { range: '10' },
  environment: { temperature: '20', humidity: '50' },
  readings: {
    look: { label: 'ok', knob: 'none' },
    error: {
      rows: [
        { point: '10', shown: '10.2' },
        { point: '10', shown: '9.5' },
      ],
    },
    spread: { rows: [{ read: '10.0' }, { read: '10.3' }] },
  },
});
const reasons = (input: Parameters<typeof procedure.calculate>[0]) =>
  procedure.calculate(input).errors.map(({ path, reason }) => `${path}: ${reason}`);

test('while a limit is not known nothing is concluded, and what is missing is named', () => {
  const found = procedure.calculate(record());
  assert.equal(found.conclusion, null);
  assert.deepEqual(reasons(record()), ['limits.spread: limit-unknown']);
  assert.deepEqual(
    found.checks.filter(({ item }) => item === 'spread').map(({ value, limit, verdict }) => [value, limit, verdict]),
    [['0.3', null, 'undetermined']],
  );
});

test('a limit that the institute entered decides, and a word in its place is refused', () => {
  const concluded = (spread: string) => procedure.calculate({ ...record(), adopted: { 'limits.spread': spread } });
  assert.equal(concluded('0.3').conclusion, 'pass');
  assert.equal(concluded('0.2').conclusion, 'fail');
  assert.deepEqual(reasons({ ...record(), adopted: { 'limits.spread': 'little' } }), ['adopted.limits.spread: form']);
  assert.equal(procedure.calculate({ ...record(), adopted: { 'limits.mpe': '9' } }).conclusion, null, 'a known number is not entered');
});

test('an item that this kind does not ask for may be left out, and is judged when it is done', () => {
  const { readings, ...rest } = record();
  const { spread, ...without } = readings;
  const inUse = { ...rest, kind: 'in-use' };
  assert.equal(procedure.calculate({ ...inUse, readings: without }).conclusion, 'pass');
  assert.equal(procedure.calculate({ ...inUse, readings: without }).document, 'inspection-record');
  assert.equal(procedure.calculate({ ...inUse, readings: { ...without, spread } }).conclusion, null);
  assert.deepEqual(reasons({ ...rest, readings: without }), ['readings.spread: missing']);
  assert.deepEqual(
    procedure.groups(rest.instrument, 'in-use').map(({ id }) => id),
    ['look', 'error'],
  );
});

test('a feature that is not met fails, one that the instrument does not have does not', () => {
  const stated = (label: string, knob: string) =>
    procedure.calculate({ ...record(), readings: { ...record().readings, look: { label, knob } }, adopted: { 'limits.spread': '1' } })
      .conclusion;
  assert.equal(stated('ok', 'none'), 'pass');
  assert.equal(stated('ok', 'not-ok'), 'fail');
  assert.equal(stated('none', 'ok'), null, 'a label cannot be left out');
  assert.equal(stated('', 'ok'), null);
});

test('a mandatory point is asked for as often as it is to be measured', () => {
  const rows = [
    { point: '10.0', shown: '10.2' },
    { point: '5', shown: '5.0' },
  ];
  assert.deepEqual(reasons({ ...record(), readings: { ...record().readings, error: { rows } } }), ['readings.error.rows: missing']);
  assert.deepEqual(procedure.prefill({ range: '10' }, 'in-use'), {
    look: { label: '', knob: '' },
    error: {
      rows: [
        { point: '10', shown: '' },
        { point: '10', shown: '' },
      ],
    },
  });
});

test('how many rows a group has can depend on the instrument: the sheet shows it and the record is held to it', () => {
  const sized = defineProcedure({
    ...definition,
    rows: (group, { range }) => (group === 'spread' && range.digits > 100n ? { least: 3, most: 3 } : undefined),
  });
  const rowsOf = (range: string) => sized.groups({ range }, 'initial').find(({ id }) => id === 'spread')?.rows;
  assert.deepEqual(
    [rowsOf('10'), rowsOf('200')],
    [
      { least: 2, most: 5 },
      { least: 3, most: 3 },
    ],
  );
  const large = { ...record(), instrument: { range: '200' } };
  large.readings.error.rows = [
    { point: '200', shown: '200.1' },
    { point: '200', shown: '200.2' },
  ];
  assert.deepEqual(
    sized.calculate(large).errors.map(({ path, reason }) => `${path}: ${reason}`),
    ['readings.spread.rows: missing'],
  );
});

test('what is outside the environment, the resolution or the rows allowed is refused at its place', () => {
  const changed = (change: (input: ReturnType<typeof record>) => void) => {
    const input = record();
    change(input);
    return reasons(input);
  };
  assert.deepEqual(
    changed((input) => (input.environment.temperature = '30.1')),
    ['environment.temperature: too-large'],
  );
  assert.deepEqual(
    changed((input) => (input.readings.error.rows[0]!.shown = '10.25')),
    ['readings.error.rows.0.shown: not-a-step'],
  );
  assert.deepEqual(
    changed((input) => input.readings.spread.rows.push(...Array.from({ length: 4 }, () => ({ read: '1' })))),
    ['readings.spread.rows: too-many'],
  );
  assert.deepEqual(
    changed((input) => (input.instrument.range = '0')),
    ['instrument.range: too-small'],
  );
});

test('what another edition has is refused where it stands, and blanks of it are not', () => {
  const found = (more: object, environment: object = {}) =>
    reasons({
      ...record(),
      environment: { ...record().environment, ...environment },
      readings: { ...record().readings, ...more },
      adopted: { 'limits.spread': '1' },
    });
  assert.deepEqual(found({ tare: { rows: [{ load: '1' }] } }), ['readings.tare: unknown']);
  assert.deepEqual(found({ tare: { rows: [{ load: '' }] }, zero: { load: ' ' } }), []);
  assert.deepEqual(found({ look: { label: 'ok', knob: 'none', lamp: 'ok' } }), ['readings.look.lamp: unknown']);
  assert.deepEqual(
    found({
      spread: {
        rows: [
          { read: '10.0', added: '1' },
          { read: '10.1', added: '' },
        ],
      },
    }),
    ['readings.spread.rows.0.added: unknown'],
  );
  assert.deepEqual(found({ look: { label: 'ok', knob: 'none', rows: [{}] } }), ['readings.look.rows: unknown']);
  assert.deepEqual(found({}, { pressure: '101' }), ['environment.pressure: unknown']);
});

test('a reading far from what was given, with too few digits, or copied is pointed out and changes nothing', () => {
  const odd = (rows: { point: string; shown: string }[]) =>
    procedure.oddities({ ...record(), readings: { error: { rows } } }).map(({ path, reason }) => `${path}: ${reason}`);
  assert.deepEqual(odd([{ point: '10', shown: '1.02' }]), ['readings.error.rows.0.shown: far']);
  assert.deepEqual(odd([{ point: '10', shown: '10' }]), ['readings.error.rows.0.shown: digits']);
  assert.deepEqual(odd([{ point: '10', shown: '10.2' }]), []);
});

test('how long a verification holds depends on the instrument', () => {
  assert.equal(procedure.validity({ range: '10' })?.form, 'limited-use');
  assert.equal(procedure.validity({ range: '200' })?.id, 'large');
  assert.equal(procedure.validity({}), undefined);
});

test('a rule that names what the edition does not have is refused when the program starts', () => {
  const stranger = (rule: Parameters<typeof rowRule<Meter, string>>[0]) => () =>
    defineProcedure({ ...definition, rules: [rowRule<Meter, string>(rule)] });
  const judge = () => {};
  assert.throws(stranger({ item: 'error', group: 'nowhere', needs: [], judge }), /no group "nowhere"/);
  assert.throws(stranger({ item: 'nothing', group: 'error', needs: [], judge }), /no item "nothing"/);
  assert.throws(stranger({ item: 'error', group: 'error', needs: ['absent'], judge }), /no column "absent"/);
});

test('whatever is given in place of a record gets an answer', () => {
  for (const value of [undefined, null, 0, '', 'x', [], [[]], { rows: 3 }, { error: { rows: 'x' } }, { error: { rows: [null, 1, 'x'] } }]) {
    const found = procedure.calculate({ kind: value, instrument: value, environment: value, readings: value });
    assert.equal(found.conclusion, null);
    assert.equal(procedure.calculate({ ...record(), readings: value }).conclusion, null);
    procedure.progress({ ...record(), readings: value });
    procedure.explain({ ...record(), readings: value });
    procedure.oddities({ ...record(), readings: value });
  }
});
