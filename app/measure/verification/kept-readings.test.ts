import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Field, Group } from '@tongheng/procedures/form';
import { keptReadings, writtenCells } from './rules/kept-readings.ts';

const field = (id: string, more: Partial<Field> = {}): Field => ({
  id,
  label: ['读数', 'Reading'],
  help: ['', ''],
  kind: 'decimal',
  unit: 'g',
  resolution: null,
  required: [],
  ...more,
});
const group = (id: string, fields: Field[], columns: Field[] = [], most = 4): Group => ({
  id,
  title: ['组', 'Group'],
  help: ['', ''],
  fields,
  columns,
  rows: columns.length === 0 ? null : { least: 1, most },
  computed: [],
});
const marks = (...values: string[]) =>
  field('marks', { kind: 'choice', unit: null, choices: values.map((value) => ({ value, label: ['', ''] })) });

test('a reading stays where both forms have its field in the same unit and with the same choices', () => {
  const from = [group('look', [marks('ok', 'not-ok'), field('length')]), group('gone', [field('load')])];
  const read = { look: { marks: 'ok', length: '2.50' }, gone: { load: '1' } };
  const same = { look: { marks: '', length: '', level: '' } };
  assert.deepEqual(keptReadings(read, from, [group('look', [marks('ok', 'not-ok'), field('length'), field('level')])], same), {
    look: { marks: 'ok', length: '2.50', level: '' },
  });
  const other = [group('look', [marks('ok', 'not-ok', 'none'), field('length', { unit: 'kg' })])];
  assert.deepEqual(keptReadings(read, from, other, { look: { marks: '', length: '' } }), { look: { marks: '', length: '' } });
  assert.deepEqual(keptReadings(read, from, [group('fresh', [field('load')])], { fresh: { load: '' } }), { fresh: { load: '' } });
});

test('what the other edition gives stays given; readings follow their point, once each', () => {
  const columns = [field('load'), field('shown')];
  const [from, to] = [[group('weighing', [field('step')], columns)], [group('weighing', [field('step')], columns)]];
  const rows = [
    { load: '10', shown: '10.1' },
    { load: '20', shown: '20.2' },
    { load: '10', shown: '10.3' },
  ];
  const prefilled = {
    weighing: {
      step: '5',
      rows: [
        { load: '20', shown: '' },
        { load: '10', shown: '' },
        { load: '10', shown: '' },
        { load: '30', shown: '' },
      ],
    },
  };
  assert.deepEqual(keptReadings({ weighing: { step: '1', rows } }, from, to, prefilled), {
    weighing: {
      step: '5',
      rows: [
        { load: '20', shown: '20.2' },
        { load: '10', shown: '10.1' },
        { load: '10', shown: '10.3' },
        { load: '30', shown: '' },
      ],
    },
  });
});

test('rows without a point of their own stay in their order, as many as the other form may have', () => {
  const columns = [field('shown')];
  const read = { runs: { rows: [{ shown: '1' }, { shown: '' }, { shown: '3' }, { shown: '4' }] } };
  const kept = keptReadings(read, [group('runs', [], columns)], [group('runs', [], columns, 3)], { runs: { rows: [{ shown: '' }] } });
  assert.deepEqual(kept, { runs: { rows: [{ shown: '1' }, { shown: '' }, { shown: '3' }] } });
});

test('a form that asks for no rows keeps none, and nothing written is nothing kept', () => {
  const to = [group('runs', [field('total')])];
  assert.deepEqual(keptReadings({}, [group('runs', [], [field('shown')])], to, { runs: { total: '' } }), { runs: { total: '' } });
});

test('where the nameplate does not say enough for the other edition, the rows that were read stay as they are', () => {
  const form = [group('weighing', [field('step')], [field('load'), field('shown')])];
  const read = { weighing: { step: '5', rows: [{ load: '10', shown: '10.1' }] } };
  assert.deepEqual(keptReadings(read, form, form, undefined), read);
});

test('cells that are written are counted, zero among them and blanks not', () => {
  assert.equal(writtenCells({ zero: { load: '0', added: ' ' }, runs: { total: '', rows: [{ shown: '1' }, { shown: '' }] } }), 2);
  assert.equal(writtenCells(undefined), 0);
});
