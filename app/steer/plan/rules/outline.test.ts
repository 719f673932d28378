import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cityPlan } from '../service/city-plan.ts';
import { outlineOf, stretchesOf } from './outline.ts';

const plan = cityPlan();

test('the outline keeps every sentence once and in order, and knows which clause is a goal, a task or a safeguard', () => {
  const sections = outlineOf(plan);
  assert.deepEqual(
    sections.flatMap((section) => section.sentences.map((sentence) => sentence.id)),
    plan.sentences.map((sentence) => sentence.id),
  );
  const count = (kind: string): number => sections.filter((section) => section.record?.kind === kind).length;
  assert.deepEqual([count('goal'), count('task'), count('safeguard')], [4, 13, 4]);
  assert.deepEqual(sections.find((section) => section.clause === '二（三）')?.record, { kind: 'goal', id: 'G3' });
  assert.equal(sections.flatMap((section) => section.tables).length, plan.tables.length);
});

test('a section is named by its heading without the number, the parts before the first number by what they are', () => {
  const title = (clause: string) => outlineOf(plan).find((section) => section.clause === clause)?.title;
  assert.deepEqual(title('序'), ['序言', 'Preamble']);
  assert.deepEqual(title('二'), ['工作目标', 'Goals']);
  assert.equal(title('三（五）')?.[0], '服务绿色低碳发展');
});

test('a sentence cut at its indicators is still the printed sentence', () => {
  for (const sentence of plan.sentences) {
    assert.equal(
      stretchesOf(plan, sentence)
        .map((stretch) => stretch.text)
        .join(''),
      sentence.text,
    );
  }
});

test('every indicator and every definition is marked in the sentence that prints it, or lies inside another mark', () => {
  const marked = plan.sentences.flatMap((sentence) => stretchesOf(plan, sentence)).flatMap((stretch) => stretch.mark?.id ?? []);
  const standards = plan.sentences.find((sentence) => sentence.id === '2.3-1');
  assert.ok(standards);
  assert.deepEqual(
    stretchesOf(plan, standards).flatMap((stretch) => stretch.mark?.id ?? []),
    ['G3-1'],
  );
  const indicators = plan.goals.flatMap((goal) => goal.indicators.map((indicator) => indicator.id));
  const missing = indicators.filter((id) => !marked.includes(id));
  assert.deepEqual(missing, []);
});
