import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toUtf8 } from '../encoding.ts';
import { readXml } from '../xml/document.ts';
import { checkRules, rules, type RuleId } from './rules.ts';

type Vectors = {
  /** A document that obeys every rule. */
  readonly obedient: string;
  /** One change for each rule that breaks it; some changes break another as well, as PTB's rules overlap. */
  readonly violations: readonly { readonly rule: RuleId; readonly from: string; readonly to: string }[];
};
const { obedient, violations } = JSON.parse(readFileSync(new URL('../../vectors/dcc-rules.json', import.meta.url), 'utf8')) as Vectors;

test('a document that obeys every rule has no findings', () => {
  assert.deepEqual(checkRules(readXml(toUtf8(obedient))), []);
});

for (const { rule, from, to } of violations) {
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
    Object.keys(rules).filter((rule) => !violations.some((violation) => violation.rule === rule)),
    [],
  );
});
