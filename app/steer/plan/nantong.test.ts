import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { PlanDocument } from './contract/document.ts';
import { indicatorsOf, printedText, sentencesOf, taskClauses, withoutWhiteSpace } from './rules/clauses.ts';

const file = (name: string): string => readFileSync(new URL(`../../../data/plans/${name}`, import.meta.url), 'utf8');
const plan = PlanDocument.parse(JSON.parse(file('nantong-2023-2025.json')));
const copy = file('nantong-2023-2025.txt');
const fold = (text: string): string => text.replace(/\(/g, '（').replace(/\)/g, '）').replace(/:/g, '：').replace(/,/g, '，');
const sentence = (id: string) => plan.sentences.find((each) => each.id === id);

test('the sentences and tables of the plan file are the printed document, but for white space', () => {
  assert.equal(withoutWhiteSpace(printedText(plan)), withoutWhiteSpace(copy));
});

test('the copy of the printed text is the original beside the checkout', (t) => {
  const original = new URL('../../../../shared/seed/nantong-metrology-plan-2023-2025.txt', import.meta.url);
  if (!existsSync(original)) return t.skip('left out: the original text is not beside the checkout');
  assert.equal(copy, readFileSync(original, 'utf8'));
});

test('every sentence has an id of its own and an English translation', () => {
  assert.equal(new Set(plan.sentences.map((each) => each.id)).size, plan.sentences.length);
  for (const each of plan.sentences) {
    assert.ok(each.textEn, each.id);
    assert.doesNotMatch(each.textEn ?? '', /[一-鿿]/, each.id);
  }
});

test('24 indicators in four goals quote the printed words that set them', () => {
  const indicators = indicatorsOf(plan);
  assert.deepEqual(
    plan.goals.map((goal) => goal.indicators.length),
    [10, 5, 5, 4],
  );
  for (const each of indicators) {
    const text = sentence(each.sentence)?.text ?? '';
    assert.equal(sentence(each.sentence)?.clause, each.clause, each.id);
    assert.ok(text.includes(each.phrase) && each.phrase.includes(each.subject), each.id);
    assert.equal(each.direction === 'at-least', /\d(?:名|个|项|家|%)以上/.test(each.phrase), `${each.id}: 以上`);
    assert.equal(
      each.strength === 'strive',
      /力争/.test(text.slice(0, text.indexOf(each.phrase)).replace(/.*[，。]/, '') + each.phrase),
      each.id,
    );
  }
});

test('the matrices are due and counted as the annex prints them', () => {
  const byId = new Map(indicatorsOf(plan).map((each) => [each.id, each]));
  assert.deepEqual([byId.get('G3-2')?.target, byId.get('G3-2')?.due], [78, '2024-12-31']);
  assert.deepEqual([byId.get('G3-3')?.target, byId.get('G3-3')?.due], [54, '2025-12-31']);
  assert.deepEqual(
    plan.tables.map((table) => table.items.length),
    [13, 9],
  );
});

test('13 tasks name 22 distinct bodies in the printed order, four safeguards none', () => {
  assert.equal(plan.bodies.length, 22);
  assert.equal(new Set(plan.tasks.flatMap((task) => task.bodies)).size, 22);
  for (const task of taskClauses(plan)) {
    const names = task.bodies.map((id) => plan.bodies.find((body) => body.id === id)?.name);
    assert.equal(fold(task.sentences[task.sentences.length - 1]?.text ?? ''), `（责任单位：${names.join('、')}）`, task.id);
  }
  assert.deepEqual([plan.tasks.length, plan.safeguards.length], [13, 4]);
  assert.ok(plan.safeguards.every((each) => each.bodies.length === 0));
});

test('every definition record quotes the words it asks about', () => {
  for (const each of plan.definitions) assert.ok(sentence(each.sentence)?.text.includes(each.phrase), each.id);
});

test('the head of the file repeats the printed notice', () => {
  const notice = sentencesOf(plan, '通知').map((each) => each.text);
  assert.ok(notice.includes(plan.documentNumber) && notice.includes(plan.issuedBy) && notice.includes('2023年8月20日'));
});
