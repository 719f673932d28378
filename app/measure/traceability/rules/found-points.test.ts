import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dccOf } from '@tongheng/seal/dcc/read';
import { readXml } from '@tongheng/seal/xml/document';
import { readFoundPoints, stageOf, typesOfTables } from './found-points.ts';

const content = (lang: string, text: string) => `<dcc:content lang="${lang}">${text}</dcc:content>`;
const name = (text: string) => `<dcc:name>${content('en', text)}</dcc:name>`;
type Column = { title: string; type?: string; values: string; unit: string; U?: string; k?: string };
const column = ({ title, type, values, unit, U, k = '2' }: Column) =>
  `<dcc:quantity${type === undefined ? '' : ` refType="${type}"`}>${name(title)}<si:realListXMLList><si:valueXMLList>${values}</si:valueXMLList><si:unitXMLList>${unit}</si:unitXMLList>${
    U === undefined
      ? ''
      : `<si:expandedUncXMLList><si:uncertaintyXMLList>${U}</si:uncertaintyXMLList><si:coverageFactorXMLList>${k}</si:coverageFactorXMLList><si:coverageProbabilityXMLList>0.95</si:coverageProbabilityXMLList></si:expandedUncXMLList>`
  }</si:realListXMLList></dcc:quantity>`;
const result = (title: string, columns: readonly Column[], type?: string) =>
  `<dcc:measurementResult${type === undefined ? '' : ` refType="${type}"`}>${name(title)}<dcc:results><dcc:result>${name('Table')}<dcc:data><dcc:list>${columns.map(column).join('')}</dcc:list></dcc:data></dcc:result></dcc:results></dcc:measurementResult>`;
function read(...results: readonly string[]) {
  const xml = `<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" xmlns:si="https://ptb.de/si" schemaVersion="3.2.1"><dcc:administrativeData><dcc:coreData><dcc:uniqueIdentifier>D-1</dcc:uniqueIdentifier></dcc:coreData></dcc:administrativeData><dcc:measurementResults>${results.join('')}</dcc:measurementResults></dcc:digitalCalibrationCertificate>`;
  const root = readXml(new TextEncoder().encode(xml));
  return readFoundPoints(dccOf(root, ['en']), typesOfTables(root));
}
const mass = (values: string): readonly Column[] => [
  { title: 'Nominal value', type: 'basic_nominalValue', values: '5 20', unit: '\\kilogram' },
  { title: 'Conventional mass', type: 'basic_measuredValue', values, unit: '\\kilogram', U: '0.00002 0.00008' },
];

test('what a weight was before its adjustment is taken, what it is after is not; the meaning is chosen by a person', () => {
  const { readings, unusable } = read(
    result('Mass', mass('4.9995 19.992'), 'basic_beforeAdjustment'),
    result('Mass', mass('5.00001 20.0000'), 'basic_afterAdjustment'),
  );
  assert.deepEqual(
    readings.map(({ stage, formula, unit, errorUnit, points }) => [
      stage,
      formula,
      unit,
      errorUnit,
      points.map(({ at, error, U }) => [at, error, U]),
    ]),
    [
      [
        'as-found',
        'nominal-less-actual',
        'kg',
        'kg',
        [
          ['5', '0.0005', '0.00002'],
          ['20', '0.008', '0.00008'],
        ],
      ],
      [
        'as-found',
        'shown-less-true',
        'kg',
        'kg',
        [
          ['5', '-0.0005', '0.00002'],
          ['20', '-0.008', '0.00008'],
        ],
      ],
    ],
  );
  assert.ok(readings[0]?.notes.includes('choose-meaning'));
  assert.deepEqual(
    unusable.map(({ reason }) => reason),
    ['as-left'],
  );
});

test('words tell before and after where types do not; of both nothing is certain', () => {
  assert.equal(stageOf('压力 修前', []), 'as-found');
  assert.equal(stageOf('调整后示值误差', []), 'as-left');
  assert.equal(stageOf('Ergebnisse vor der Justierung', []), 'as-found');
  assert.equal(stageOf('as found / as left', []), 'unstated');
  assert.equal(stageOf('as left', ['basic_beforeAdjustment']), 'as-found', 'a type says more than a title');
});

test('errors are taken as they are, corrections and deviations of a value with the other sign, with U at k = 2', () => {
  const place: Column = { title: 'Reference value', type: 'basic_referenceValue', values: '0 1.0 2.0', unit: '\\mega\\pascal' };
  const with_ = (one: Column) => read(result('As found', [place, one])).readings;
  const [error] = with_({ title: 'Error of indication', values: '0.001 -0.002 3e-3', unit: '\\mega\\pascal', U: '0.0009', k: '3' });
  assert.deepEqual(
    error?.points.map((point) => [point.at, point.error, point.U]),
    [
      ['0', '0.001', '0.0006'],
      ['1.0', '-0.002', '0.0006'],
      ['2.0', '0.003', '0.0006'],
    ],
  );
  assert.ok(error.notes.includes('uncertainty-scaled'));
  const [correction] = with_({ title: 'Correction', values: '0.001 -0.002 NaN', unit: '\\mega\\pascal' });
  assert.deepEqual([correction?.formula, correction?.points.map((point) => point.error)], ['correction', ['-0.001', '0.002']]);
  assert.deepEqual(correction?.notes, ['uncertainty-missing', 'rows-left-out']);
  const deviations = with_({ title: 'Deviation', values: '0.001 0.002 0.003', unit: '\\mega\\pascal' });
  assert.deepEqual(
    deviations.map(({ formula, points }) => [formula, points[1]?.error]),
    [
      ['deviation-shown', '0.002'],
      ['deviation-value', '-0.002'],
    ],
  );
  const [shown] = with_({ title: 'Indication', type: 'basic_indicatedValue', values: '0.001 1.003 2.002', unit: '\\mega\\pascal' });
  assert.deepEqual([shown?.formula, shown?.points.map((point) => point.error)], ['shown-less-true', ['0.001', '0.003', '0.002']]);
});

test('what does not fit is refused with its reason', () => {
  const place: Column = { title: 'Nominal value', values: '1 2', unit: '\\gram' };
  const reasons = (columns: readonly Column[]) => read(result('As found', columns)).unusable.map(({ reason }) => reason);
  assert.deepEqual(reasons([{ title: 'Mass', values: '1.00002 2.00004', unit: '\\gram' }]), ['no-error']);
  assert.deepEqual(reasons([{ title: 'Error', values: '0.1 0.2', unit: '\\gram' }]), ['no-place']);
  assert.deepEqual(reasons([place, { title: 'Error', values: '0.1 0.2', unit: 'scoop' }]), ['unit-unknown']);
  assert.deepEqual(reasons([place, { title: 'Measured value', values: '0.001 0.002', unit: '\\kilogram' }]), ['units-differ']);
  assert.deepEqual(reasons([place, { title: 'Error', values: 'NaN NaN', unit: '\\gram' }]), ['no-values']);
  const many = (of: (index: number) => string) => Array.from({ length: 61 }, (_, index) => of(index)).join(' ');
  assert.deepEqual(
    reasons([
      { ...place, values: many(String) },
      { title: 'Error', values: many(() => '0.1'), unit: '\\gram' },
    ]),
    ['too-many'],
  );
  const beside = read(result('As found', [place, { title: 'Error', values: '0.1 0.2', unit: '\\gram' }]), result('Check', mass('5 20')));
  assert.deepEqual([beside.readings.length, beside.unusable.map(({ reason }) => reason)], [1, ['beside-as-found']]);
  const unsaid = read(result('Result', [place, { title: 'Error', values: '0.1 0.2', unit: '\\gram' }]));
  assert.deepEqual([unsaid.readings[0]?.stage, unsaid.readings[0]?.notes.includes('stage-unstated')], ['unstated', true]);
});
