import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toUtf8 } from '../encoding.ts';
import { readDcc } from './read.ts';

const text = (name: string, ...contents: readonly (readonly [lang: string, text: string])[]) =>
  `<dcc:${name}>${contents.map(([lang, said]) => `<dcc:content${lang === '' ? '' : ` lang="${lang}"`}>${said}</dcc:content>`).join('')}</dcc:${name}>`;

const document = (version: string, data: string, more = '') =>
  toUtf8(`<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" xmlns:si="https://ptb.de/si" schemaVersion="${version}"><dcc:administrativeData><dcc:coreData><dcc:countryCodeISO3166_1>DE</dcc:countryCodeISO3166_1><dcc:usedLangCodeISO639_1>de</dcc:usedLangCodeISO639_1><dcc:uniqueIdentifier>
   N 1 </dcc:uniqueIdentifier><dcc:beginPerformanceDate>2026-01-01</dcc:beginPerformanceDate><dcc:endPerformanceDate>2026-01-02</dcc:endPerformanceDate></dcc:coreData>${more}</dcc:administrativeData><dcc:measurementResults><dcc:measurementResult>${text('name', ['', 'R'])}<dcc:results><dcc:result>${text('name', ['de', 'Tabelle'], ['en', 'Table'])}<dcc:data>${data}</dcc:data></dcc:result></dcc:results></dcc:measurementResult></dcc:measurementResults></dcc:digitalCalibrationCertificate>`);

const columnsOf = (version: string, data: string) =>
  readDcc(document(version, data)).results.flatMap(({ tables }) => tables.flatMap(({ columns }) => columns));

test('the language that is wanted is taken, else the first; a text without a language is everybody’s', () => {
  const items = `<dcc:items><dcc:item>${text('name', ['de', 'Waage'], ['en', 'Scale'], ['zh', '秤'])}</dcc:item></dcc:items><dcc:calibrationLaboratory><dcc:contact>${text('name', ['', 'PTB'])}</dcc:contact></dcc:calibrationLaboratory>`;
  const names = (languages: readonly string[]) => {
    const { items: list, laboratory } = readDcc(document('3.0.0', '', items), languages);
    return [list[0]?.name, laboratory.name];
  };
  assert.deepEqual(names(['zh', 'en']), ['秤', 'PTB']);
  assert.deepEqual(names(['en', 'zh']), ['Scale', 'PTB']);
  assert.deepEqual(names(['fr']), ['Waage', 'PTB']);
});

test('real values carry U in the words of each version', () => {
  const real = (inner: string) =>
    `<dcc:quantity><si:real><si:value>1.50</si:value><si:unit>\\metre</si:unit>${inner}</si:real></dcc:quantity>`;
  const [old, young, standard, interval, none] = columnsOf(
    '3.3.0',
    real(
      '<si:expandedUnc><si:uncertainty>0.10</si:uncertainty><si:coverageFactor>2</si:coverageFactor><si:coverageProbability>0.95</si:coverageProbability></si:expandedUnc>',
    ) +
      real(
        '<si:measurementUncertaintyUnivariate><si:expandedMU><si:valueExpandedMU>0.2</si:valueExpandedMU><si:coverageFactor>1.96</si:coverageFactor><si:coverageProbability>0.95</si:coverageProbability></si:expandedMU></si:measurementUncertaintyUnivariate>',
      ) +
      real(
        '<si:measurementUncertaintyUnivariate><si:standardMU><si:valueStandardMU>0.3</si:valueStandardMU></si:standardMU></si:measurementUncertaintyUnivariate>',
      ) +
      real(
        '<si:coverageInterval><si:standardUnc>0.4</si:standardUnc><si:intervalMin>1.1</si:intervalMin><si:intervalMax>1.9</si:intervalMax><si:coverageProbability>0.95</si:coverageProbability></si:coverageInterval>',
      ) +
      real(''),
  ).map(({ values }) => values[0]?.uncertainty);
  assert.deepEqual(old, { kind: 'expanded', value: '0.10', k: '2', probability: '0.95', interval: null });
  assert.deepEqual(young, { kind: 'expanded', value: '0.2', k: '1.96', probability: '0.95', interval: null });
  assert.deepEqual(standard, { kind: 'standard', value: '0.3', k: '1', probability: null, interval: null });
  assert.deepEqual(interval, { kind: 'interval', value: '0.4', k: null, probability: '0.95', interval: ['1.1', '1.9'] });
  assert.equal(none, null);
});

test('lists of reals of version 2 and of version 3 become the same rows', () => {
  const two = columnsOf(
    '2.4.0',
    '<dcc:quantity><si:list><si:realList><si:listUnit>\\kelvin</si:listUnit><si:listUnivariateUnc><si:expandedUnc><si:uncertainty>0.1</si:uncertainty><si:coverageFactor>2</si:coverageFactor><si:coverageProbability>0.95</si:coverageProbability></si:expandedUnc></si:listUnivariateUnc><si:real><si:value>300</si:value></si:real><si:real><si:value>310</si:value></si:real></si:realList></si:list></dcc:quantity>',
  );
  const three = columnsOf(
    '3.3.0',
    '<dcc:quantity><si:realListXMLList><si:valueXMLList>300  310</si:valueXMLList><si:unitXMLList>\\kelvin</si:unitXMLList><si:measurementUncertaintyUnivariateXMLList><si:expandedMUXMLList><si:valueExpandedMUXMLList>0.1</si:valueExpandedMUXMLList><si:coverageFactorXMLList>2</si:coverageFactorXMLList><si:coverageProbabilityXMLList>0.95</si:coverageProbabilityXMLList></si:expandedMUXMLList></si:measurementUncertaintyUnivariateXMLList></si:realListXMLList></dcc:quantity>',
  );
  assert.deepEqual(two, three);
  assert.deepEqual(
    three[0]?.values.map(({ value, unit, uncertainty }) => [value, unit.symbol, uncertainty?.value]),
    [
      ['300', 'K', '0.1'],
      ['310', 'K', '0.1'],
    ],
  );
});

test('units vary by row, unknown ones are kept as written, NaN is no value, and of several the known comes first', () => {
  const [mixed, hybrid] = columnsOf(
    '3.2.0',
    '<dcc:quantity><si:realListXMLList><si:labelXMLList>a b c</si:labelXMLList><si:valueXMLList>1e3 NaN 3</si:valueXMLList><si:unitXMLList>\\metre \\one \\smoot</si:unitXMLList></si:realListXMLList></dcc:quantity>' +
      '<dcc:quantity><si:hybrid><si:real><si:value>1</si:value><si:unit>|smoot</si:unit></si:real><si:real><si:value>1.70</si:value><si:unit>\\metre</si:unit></si:real></si:hybrid></dcc:quantity>',
  );
  assert.deepEqual(
    mixed?.values.map(({ label, value, unit }) => [label, value, unit.symbol, unit.written]),
    [
      ['a', '1e3', 'm', '\\metre'],
      ['b', null, '1', '\\one'],
      ['c', '3', null, '\\smoot'],
    ],
  );
  assert.deepEqual([hybrid?.values[0]?.value, hybrid?.alternatives[0]?.[0]?.unit.written], ['1.70', '|smoot']);
});

test('verdicts and their limits, words instead of numbers, and lists in lists are read', () => {
  const data = `<dcc:list>${text('name', ['de', 'A'])}<dcc:list>${text('name', ['de', 'B'])}<dcc:quantity>${text('name', ['de', 'E'])}<si:real><si:value>1</si:value><si:unit>\\gram</si:unit></si:real><dcc:measurementMetaData><dcc:metaData><dcc:conformity>pass</dcc:conformity><dcc:data><dcc:quantity refType="basic_acceptanceLimitUpper"><si:real><si:value>2</si:value><si:unit>\\gram</si:unit></si:real></dcc:quantity></dcc:data></dcc:metaData></dcc:measurementMetaData></dcc:quantity><dcc:quantity>${text('noQuantity', ['de', 'gut'])}</dcc:quantity></dcc:list></dcc:list>`;
  const { tables } = readDcc(document('3.1.1', data)).results[0] ?? { tables: [] };
  assert.deepEqual(
    tables.map(({ title, columns }) => [
      title,
      columns.map(({ name, text: said, conformity, limits }) => [name, said, conformity, limits.map(({ values }) => values[0]?.value)]),
    ]),
    [
      [
        'Table · A · B',
        [
          ['E', '', ['pass'], ['2']],
          ['', 'gut', [], []],
        ],
      ],
    ],
  );
});

test('a number is what it says, without the white space around it', () => {
  const { identifier, dates, languages, document: file } = readDcc(document('2.3.0', ''));
  assert.deepEqual([identifier, dates.ended, languages, file], ['N 1', '2026-01-02', ['de'], null]);
});
