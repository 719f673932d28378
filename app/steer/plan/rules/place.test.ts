import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '../contract/finding.ts';
import { cityPlan } from '../service/city-plan.ts';
import { checkPlan } from './check-plan.ts';
import { placeOf, sentencesAround } from './place.ts';
import { findSentences } from './search.ts';
import { allowedActions } from './settlement.ts';

const plan = cityPlan();
const findings = checkPlan(plan);
const finding = (rule: string, row: string): Finding => {
  const found = findings.find((each) => each.rule === rule && each.row === row);
  assert.ok(found, `${rule} ${row}`);
  return found;
};

test('a finding in the annex is placed by table, row and column in both languages', () => {
  assert.deepEqual(placeOf(plan, finding('sum', '合计')), {
    source: ['附件表1', 'Annex table 1'],
    row: ['合计', 'Total'],
    column: ['已完成', 'Done'],
  });
  assert.deepEqual(placeOf(plan, finding('name', '⑧')).column[0], '⑧弹性元件式一般压力表、压力表真空表和真空表');
});

test('a finding in a clause is placed by its task and the indicator it is held against', () => {
  const place = placeOf(plan, finding('name', 'T1'));
  assert.deepEqual(place.source, ['三（一）', 'Clause 三（一）']);
  assert.match(place.row[0], /^T1 /);
  assert.deepEqual(place.column, ['指标G1-1', 'Indicator G1-1']);
});

test('every place is in words: no id of a table is shown to a person', () => {
  for (const each of findings) {
    const { source, row, column } = placeOf(plan, each);
    for (const words of [...source, ...row, ...column])
      assert.ok(words.length > 0 && !/^(basic|enhanced|required|done|open)$/.test(words), words);
  }
});

test('beside a finding stands what the document prints: the heading and note of the table, or the task and the goal', () => {
  const annex = sentencesAround(plan, finding('sum', '合计'));
  assert.deepEqual(new Set(annex.map((each) => each.clause)), new Set(['附件1']));
  const clauses = new Set(sentencesAround(plan, finding('name', 'T1')).map((each) => each.clause));
  assert.deepEqual(clauses, new Set(['二（一）', '三（一）']));
});

test('a search finds sentences by every word, in either language, whatever the case and the spaces', () => {
  const ids = (words: string): string[] => findSentences(plan.sentences, words).map((each) => each.id);
  assert.deepEqual(ids('480'), ids('480项'));
  assert.ok(ids('社会公用 计量标准 480').length >= 1);
  assert.ok(ids('TECHNICAL committee').length >= 1);
  assert.deepEqual(ids('不存在的词'), []);
  assert.equal(ids('').length, plan.sentences.length);
});

test('only who may settle settles; only a settled difference is reopened', () => {
  assert.deepEqual(allowedActions('open', new Set()), []);
  assert.deepEqual(allowedActions('open', new Set(['plan.settle'])), ['settle']);
  assert.deepEqual(allowedActions('clarified', new Set(['plan.settle'])), ['settle', 'reopen']);
});
