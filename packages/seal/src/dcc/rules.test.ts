import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toUtf8 } from '../encoding.ts';
import { readXml } from '../xml/document.ts';
import { checkRules, rules, type RuleId } from './rules.ts';

const methods = '<dcc:usedMethods><dcc:usedMethod><dcc:name><dcc:content>m</dcc:content></dcc:name></dcc:usedMethod></dcc:usedMethods>';
const software =
  '<dcc:usedSoftware><dcc:software><dcc:name><dcc:content>s</dcc:content></dcc:name><dcc:release>v1.0</dcc:release></dcc:software></dcc:usedSoftware>';
const conditions =
  '<dcc:influenceConditions><dcc:influenceCondition><dcc:name><dcc:content>c</dcc:content></dcc:name></dcc:influenceCondition></dcc:influenceConditions>';
const list = (inner: string) => `<dcc:list><dcc:quantity>${inner}</dcc:quantity></dcc:list>`;
const values =
  '<si:realListXMLList><si:valueXMLList>1 2 3</si:valueXMLList><si:unitXMLList>\\metre</si:unitXMLList><si:expandedUncXMLList><si:uncertaintyXMLList>0.1 0.2 0.3</si:uncertaintyXMLList></si:expandedUncXMLList></si:realListXMLList>';
const real =
  '<si:real><si:value>4</si:value><si:unit>\\metre</si:unit><si:expandedUnc><si:uncertainty>1</si:uncertainty></si:expandedUnc></si:real>';
const relativeList = (text: string) =>
  `<dcc:relativeUncertainty><dcc:relativeUncertaintyXmlList><si:valueXMLList>${text}</si:valueXMLList></dcc:relativeUncertaintyXmlList></dcc:relativeUncertainty>`;
const relative = (text: string) =>
  `<dcc:relativeUncertainty><dcc:relativeUncertainty><si:value>${text}</si:value></dcc:relativeUncertainty></dcc:relativeUncertainty>`;

/** A document that obeys every rule. */
const obedient = [
  '<dcc:digitalCalibrationCertificate xmlns:dcc="https://ptb.de/dcc" xmlns:si="https://ptb.de/si" schemaVersion="3.3.0"><dcc:administrativeData>',
  '<dcc:coreData><dcc:countryCodeISO3166_1>CN</dcc:countryCodeISO3166_1><dcc:usedLangCodeISO639_1>zh</dcc:usedLangCodeISO639_1>',
  '<dcc:usedLangCodeISO639_1>en</dcc:usedLangCodeISO639_1><dcc:mandatoryLangCodeISO639_1>zh</dcc:mandatoryLangCodeISO639_1>',
  '<dcc:beginPerformanceDate>2026-05-20</dcc:beginPerformanceDate><dcc:endPerformanceDate>2026-05-20</dcc:endPerformanceDate></dcc:coreData>',
  '<dcc:statements><dcc:statement id="foot"><dcc:nonSIDefinition>0.3048 m</dcc:nonSIDefinition><dcc:nonSIUnit>|foot</dcc:nonSIUnit></dcc:statement></dcc:statements>',
  '</dcc:administrativeData><dcc:measurementResults><dcc:measurementResult refId="foot" refType="basic_a basic_b">',
  '<dcc:name><dcc:content lang="zh">一</dcc:content><dcc:content lang="en">one</dcc:content></dcc:name>',
  `${methods}${software}${conditions}<dcc:results><dcc:result><dcc:data>`,
  `<dcc:quantity>${real}${relative('0.25')}</dcc:quantity>`,
  list(`<si:hybrid><si:real><si:value>1</si:value><si:unit>|foot</si:unit></si:real></si:hybrid>`),
  list(`${values}${relativeList('0.1 0.1 0.1')}`),
  '</dcc:data></dcc:result></dcc:results></dcc:measurementResult></dcc:measurementResults></dcc:digitalCalibrationCertificate>',
].join('');

/** One change for each rule that breaks it; some changes break another as well, as PTB's rules overlap. */
const violations: readonly (readonly [rule: RuleId, from: string, to: string])[] = [
  ['methods-of-list', methods, ''],
  ['methods-of-quantity', methods, ''],
  ['software-of-list', software, ''],
  ['software-of-quantity', software, ''],
  ['conditions-of-list', conditions, ''],
  ['conditions-of-quantity', conditions, ''],
  ['schema-version', '3.3.0', '3.2.1'],
  ['id-unused', 'refId="foot"', ''],
  ['ref-id-unknown', 'refId="foot"', 'refId="yard"'],
  ['content-language', 'content lang="en"', 'content lang="de"'],
  ['languages-missing', '<dcc:content lang="en">one</dcc:content>', ''],
  ['languages-twice', 'content lang="en"', 'content lang="zh"'],
  ['language-unnamed', '</dcc:coreData>', '</dcc:coreData><dcc:declaration><dcc:content>?</dcc:content></dcc:declaration>'],
  ['dates-reversed', '<dcc:endPerformanceDate>2026-05-20', '<dcc:endPerformanceDate>2026-05-19'],
  ['dates-reversed', '<dcc:endPerformanceDate>2026-05-20', '<dcc:endPerformanceDate>2025-12-31'],
  ['release-form', 'v1.0', '1.0'],
  ['language-code', '<dcc:mandatoryLangCodeISO639_1>zh', '<dcc:mandatoryLangCodeISO639_1>xx'],
  ['country-code', '>CN<', '>XX<'],
  ['relative-list-alone', values, values.replace(/<si:expandedUncXMLList>.*<\/si:expandedUncXMLList>/, '')],
  ['relative-alone', real, real.replace(/<si:expandedUnc>.*<\/si:expandedUnc>/, '')],
  ['relative-single-for-list', relativeList('0.1 0.1 0.1'), relative('0.1')],
  ['relative-list-for-single', relative('0.25'), relativeList('0.25')],
  ['relative-wrong', relative('0.25'), relative('0.26')],
  ['relative-count', relativeList('0.1 0.1 0.1'), relativeList('0.1 0.1')],
  ['uncertainty-count', '0.1 0.2 0.3<', '0.1 0.2<'],
  ['unit-spaced', '<si:value>4</si:value><si:unit>\\metre', '<si:value>4</si:value><si:unit>\\milli \\metre'],
  ['unit-count', '<si:unitXMLList>\\metre<', '<si:unitXMLList>\\metre \\metre<'],
  ['unit-repeated', '<si:unitXMLList>\\metre<', '<si:unitXMLList>\\metre \\metre \\metre<'],
  ['unit-undeclared', '<si:unit>|foot', '<si:unit>|yard'],
  ['unit-undefined', '<dcc:nonSIDefinition>0.3048 m</dcc:nonSIDefinition>', ''],
  ['definition-alone', '<dcc:nonSIUnit>|foot</dcc:nonSIUnit>', ''],
  ['language-twice', '<dcc:usedLangCodeISO639_1>en', '<dcc:usedLangCodeISO639_1>zh'],
  ['list-spacing', '<si:valueXMLList>1 2 3', '<si:valueXMLList>1  2 3'],
  ['list-spacing', 'refType="basic_a basic_b"', 'refType=" basic_a"'],
  ['list-spacing', '<si:valueXMLList>1 2 3', '<si:valueXMLList> 1 2 3'],
];

test('a document that obeys every rule has no findings', () => {
  assert.deepEqual(checkRules(readXml(toUtf8(obedient))), []);
});

for (const [rule, from, to] of violations) {
  test(`${rule} is found where ${from.slice(0, 50)} becomes ${to.slice(0, 50) || 'nothing'}`, () => {
    assert.ok(obedient.includes(from));
    const findings = checkRules(readXml(toUtf8(obedient.replace(from, () => to))));
    const own = findings.filter((finding) => finding.rule === rule);
    assert.ok(own.length > 0, findings.map((finding) => finding.rule).join(' '));
    for (const { role, place, text } of own) {
      assert.equal(role, rules[rule][0]);
      assert.ok(place.startsWith('/digitalCalibrationCertificate'));
      assert.ok(text[0] !== '' && !/[\u4e00-\u9fff]/.test(text[1].split('“')[0] ?? ''));
    }
  });
}

test('each rule has a document that violates it', () => {
  assert.deepEqual(
    Object.keys(rules).filter((rule) => !violations.some(([violated]) => violated === rule)),
    [],
  );
});
