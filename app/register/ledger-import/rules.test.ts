import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, toDayNumber } from '../../kernel/day.ts';
import { instrumentKindNames, instrumentKinds } from '../catalogue/rules/kinds.ts';
import { dayOfSerial, readDay, readMonth } from './rules/day.ts';
import type { Cell } from './rules/field.ts';
import { fieldFor, readHeading } from './rules/heading.ts';
import { kindsOf } from './rules/kind-words.ts';
import { ledgerFields } from './rules/ledger-fields.ts';
import { readLedgerRow } from './rules/ledger-row.ts';
import { plainNumber, type Lookup } from './rules/row.ts';
import { allowedImportActions } from './rules/states.ts';

const lookup: Lookup = {
  today: '2026-11-26',
  regions: new Map([
    ['320685', '320685'],
    ['海安市', '320685'],
    ['海安', '320685'],
  ]),
  townships: new Map([
    ['320685100', '320685100'],
    ['城东镇', '320685100'],
  ]),
};
const text = (value: string): Cell => ({ text: value, as: 'text' });
const base = {
  name: text('电子计价秤'),
  model: text('ACS-30'),
  serial: text('001'),
  maker: text('甲厂'),
  place: text('一楼'),
};
const read = (more: Record<string, Cell>) => readLedgerRow({ ...base, ...more }, lookup);
const refusals = (more: Record<string, Cell>): string[] => read(more).remarks.flatMap(({ field, refuses }) => (refuses ? [field] : []));

const day = fc.integer({ min: 0, max: 72_000 }).map((days) => addDays('1970-01-01', days));

test('a day is the same in each of its spellings', () => {
  fc.assert(
    fc.property(day, (one) => {
      const [year = '', month = '', date = ''] = one.split('-');
      const short = [year, String(Number(month)), String(Number(date))];
      for (const sign of ['-', '/', '.']) {
        assert.equal(readDay([year, month, date].join(sign)), one);
        assert.equal(readDay(short.join(sign)), one);
      }
      assert.equal(readDay(`${year}${month}${date}`), one);
      assert.equal(readDay(`${short[0]}年${short[1]}月${short[2]}日`), one);
      assert.equal(readDay(` ${short[0]} 年 ${short[1]} 月 ${short[2]} 日 `), one);
      assert.equal(readDay(`${one} 00:00:00`), one);
      assert.equal(
        readDay(one.replace(/./g, (letter) => (letter === '-' ? '－' : String.fromCharCode(letter.charCodeAt(0) + 0xfee0)))),
        one,
      );
      const serial = toDayNumber(one) + 25_569;
      if (serial < 80_000) assert.equal(readDay(String(serial)), one);
      assert.equal(dayOfSerial(serial + 0.75), one);
    }),
  );
});

test('what is no certain day is none', () => {
  for (const wrong of [
    '26-11-26',
    '11/26/2026',
    '26/11/2026',
    '2026-02-29',
    '2026-13-01',
    '2026-11-31',
    '2026-00-10',
    '长期',
    '2026',
    '19',
    '123456789',
    '2026-11',
    '99999999',
  ])
    assert.equal(readDay(wrong), undefined, wrong);
  assert.equal(readDay('2024-02-29'), '2024-02-29');
  assert.equal(readDay('二〇二六年十一月二十六日'), '2026-11-26');
  assert.equal(readDay('2026年11月26日'), '2026-11-26');
});

test('of a month its first day is kept, where a month is enough', () => {
  for (const spelling of ['2026-11', '2026/11', '2026.11', '2026年11月', '202611', '二〇二六年十一月'])
    assert.deepEqual(readMonth(spelling), { day: '2026-11-01', exact: false }, spelling);
  assert.deepEqual(readMonth('2026'), { day: '2026-01-01', exact: false });
  assert.deepEqual(readMonth('2026-11-26'), { day: '2026-11-26', exact: true });
  assert.deepEqual(refusals({ verifiedOn: text('2026-11') }), ['verifiedOn']);
  assert.equal(read({ manufacturedOn: text('2025.11') }).said['manufacturedOn'], '2025-11-01');
});

test('a number of the spreadsheet keeps its digits, and what lost some is not taken', () => {
  assert.equal(plainNumber('1.0E+15'), '1000000000000000');
  assert.equal(plainNumber('123'), '123');
  assert.equal(plainNumber('1.25'), '1.25');
  assert.equal(plainNumber('2.0261126E+7'), '20261126');
  const number = (value: string): Cell => ({ text: value, as: 'number' });
  const large = read({ serial: number('1.0E+15') });
  assert.equal(large.said['serial'], '1000000000000000');
  assert.deepEqual(
    large.remarks.map(({ field, refuses }) => [field, refuses]),
    [['serial', false]],
  );
  assert.deepEqual(refusals({ serial: text('2.02611E+11') }), ['serial']);
  assert.equal(read({ serial: text('00123') }).said['serial'], '00123');
  assert.deepEqual(refusals({ model: { text: '2026-03-05', as: 'day' } }), ['model']);
});

test('a credit code with a wrong digit is told, not repaired', () => {
  assert.deepEqual(refusals({ creditCode: text('91329999MA0000001H') }), []);
  assert.equal(read({ creditCode: text(' ９１329999ma0000001h ') }).said['creditCode'], '91329999MA0000001H');
  const wrong = read({ creditCode: text('91329999MA0000001K') });
  assert.match(wrong.remarks[0]?.text[0] ?? '', /校验码不符/);
  assert.match(read({ creditCode: text('91329999MA000000') }).remarks[0]?.text[0] ?? '', /18 位/);
});

test('every kind is found by its own words in both languages; a word of several kinds is asked back', () => {
  for (const kind of instrumentKindNames) for (const word of instrumentKinds[kind].text) assert.deepEqual(kindsOf(word), [kind], word);
  assert.deepEqual(kindsOf('出租汽车计价器').length, 2);
  assert.deepEqual(kindsOf(' 水 表（DN20）'), ['water-meter']);
  assert.deepEqual(kindsOf('压力表'), ['pressure-gauge']);
  assert.deepEqual(kindsOf('不存在的器具'), []);
  assert.deepEqual(refusals({ name: text('电子秤') }), ['kind']);
  assert.equal(read({ name: text('电子秤'), kind: text('电子计价秤') }).said['kind'], 'price-computing-scale');
});

test('headings are found by the words that people use, and no field is found by two of its own', () => {
  const found = (word: string) => fieldFor(ledgerFields, word)?.id;
  for (const [word, field] of [
    ['计量器具名称', 'name'],
    ['规格型号', 'model'],
    ['器具编号', 'serial'],
    ['制造厂', 'maker'],
    ['使用地点*', 'place'],
    ['检定周期（月）', 'period'],
    ['下次检定日期', 'dueOn'],
    [' 统一社会信用代码 ', 'creditCode'],
    ['Serial number', 'serial'],
  ] as const)
    assert.equal(found(word), field, word);
  for (const { id, label } of ledgerFields) for (const word of label) assert.equal(found(word), id, word);
  assert.equal(readHeading(ledgerFields, ['甲', '乙', '丙']), undefined);
  const partly = readHeading(ledgerFields, ['器具名称', '型号', '编号', '颜色']);
  assert.deepEqual([partly?.unknown, partly?.missing.map(({ id }) => id)], [['颜色'], ['maker', 'place']]);
});

test('a last verification is one fact: what does not fit together is refused or left out, never made up', () => {
  const whole = read({
    verifiedOn: text('2026-03-05'),
    dueOn: text('2027-03-04'),
    certificateNumber: text('证-1'),
    verifiedBy: text('甲所'),
  });
  assert.equal(whole.said['verdict'], 'pass');
  assert.deepEqual(whole.remarks, []);
  assert.deepEqual(refusals({ verifiedOn: text('2026-03-05'), dueOn: text('2026-03-04') }), ['dueOn']);
  assert.deepEqual(refusals({ verifiedOn: text('2026-12-05') }), ['verifiedOn']);
  assert.equal(read({ dueOn: text('2027-03-04') }).said['dueOn'], undefined);
  assert.equal(read({ verifiedOn: text('2026-03-05'), verdict: text('不合格') }).said['verdict'], undefined);
  const unnamed = read({ verifiedOn: text('2026-03-05'), dueOn: text('2027-03-04') });
  assert.deepEqual([unnamed.said['certificateNumber'], unnamed.said['verifiedBy']], ['未注明（2026-03-05）', '未注明']);
});

test('regions are read by code and by name with what stands before; a stroke means nothing', () => {
  for (const written of ['320685', '海安市', '海安', '江苏省南通市海安市', '320685 海安市'])
    assert.equal(read({ region: text(written) }).said['region'], '320685', written);
  assert.deepEqual(refusals({ region: text('火星') }), ['region']);
  assert.equal(read({ township: text('城东镇'), region: text('海安') }).said['township'], '320685100');
  assert.deepEqual(refusals({ measuringRange: text('/'), use: text('—') }), []);
  assert.deepEqual(refusals({ serial: text('/') }), ['serial']);
  assert.deepEqual(refusals({ use: text('玩具') }), ['use']);
});

test('who imports may give up what is compared, and take up what has stood still', () => {
  const caller = { organizationId: 'a', permits: new Set(['ledger-import.manage']) };
  const one = { organizationId: 'a', open: 3, isStalled: false } as const;
  assert.deepEqual(allowedImportActions({ ...one, status: 'compared' }, caller), ['apply', 'abandon']);
  assert.deepEqual(allowedImportActions({ ...one, status: 'applying' }, caller), []);
  assert.deepEqual(allowedImportActions({ ...one, status: 'applying', isStalled: true }, caller), ['resume']);
  assert.deepEqual(allowedImportActions({ ...one, status: 'done', open: 0 }, caller), []);
  assert.deepEqual(allowedImportActions({ ...one, status: 'compared' }, { ...caller, organizationId: 'b' }), []);
});
