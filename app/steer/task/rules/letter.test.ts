import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftLetter, type LetterFact } from './letter.ts';

const fact: LetterFact = {
  item: 'i',
  task: 'T8',
  clause: '三（八）',
  title: '补齐医用三源检定能力',
  result: '通过计量标准考核并取得授权',
  dueOn: '2026-10-31',
  daysLate: 23,
  reportedOn: '2026-09-30',
  reported: '设备已到货。',
  obstacle: '检定员尚未取证',
};
const letter = { recipient: '某县人民政府', planTitle: '行动计划', documentNumber: '某政发〔2023〕17号', day: '2026-11-23', facts: [fact] };

test('a supervision notice says what is late, since when, and what was reported last', () => {
  const { title, text } = draftLetter({ ...letter, kind: 'supervision' });
  assert.equal(title, '关于计量发展行动计划逾期事项的督办单');
  assert.match(text, /^某县人民政府：\n截至2026年11月23日/);
  assert.match(text, /1．补齐医用三源检定能力（原文三（八））。.*完成期限2026年10月31日，已逾期23天。/);
  assert.match(text, /最近一次报告（2026年9月30日）：设备已到货。所报困难：检定员尚未取证。/);
});

test('an item without any report is said to have none, and nothing is made up for it', () => {
  const { text } = draftLetter({
    ...letter,
    kind: 'reminder',
    facts: [{ ...fact, daysLate: 0, reportedOn: null, reported: null, obstacle: null }],
  });
  assert.match(text, /即将到期。至今没有进展报告。/);
});
