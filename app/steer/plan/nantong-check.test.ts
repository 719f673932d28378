import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readPlanText } from './contract/read-plan.ts';
import { cellsOf, cityFigures, readTables } from './rules/annex-table.ts';
import { checkPlan } from './rules/check-plan.ts';

const plan = readPlanText(readFileSync(new URL('../../../data/plans/nantong-2023-2025.json', import.meta.url), 'utf8'));
const [basic, enhanced] = readTables(plan);

test('all 132 county cells are known from rows and notes: 62 and 5 are done', () => {
  const count = (table: typeof basic, state: string | null): number =>
    cellsOf(table!)
      .flatMap((county) => county.cells)
      .filter((cell) => cell.printed === state).length;
  assert.deepEqual([count(basic, 'done'), count(basic, 'open'), count(basic, null)], [62, 16, 0]);
  assert.deepEqual([count(enhanced, 'done'), count(enhanced, 'open'), count(enhanced, null)], [5, 49, 0]);
});

test('the cells that the notes name are the open ones of table 1 and the done ones of table 2', () => {
  const named = (table: typeof basic, state: string): Record<string, string> =>
    Object.fromEntries(
      cellsOf(table!).map((county) => [
        county.region.annexName,
        county.cells
          .filter((cell) => cell.printed === state)
          .map((cell) => cell.item.mark)
          .join(''),
      ]),
    );
  assert.deepEqual(named(basic, 'open'), { 海安: '', 如皋: '⑨⑪⑫', 如东: '⑪', 启东: '⑤⑨⑫', 通州: '①④⑤⑪⑫⑬', 海门: '⑪⑫⑬' });
  assert.deepEqual(named(enhanced, 'done'), { 海安: '③⑤', 如皋: '⑤', 如东: '', 启东: '', 通州: '⑤', 海门: '⑤' });
});

test('the city is known by counts only', () => {
  assert.deepEqual(cityFigures(basic!), { required: 37, done: 37, open: 0 });
  assert.deepEqual(cityFigures(enhanced!), { required: 11, done: 5, open: 6 });
});

test('what does not agree in the plan of Nantong', () => {
  const told = checkPlan(plan).map((each) => [each.source, each.row, each.column, each.rule, each.printed, each.recomputed, each.aligned]);
  assert.deepEqual(told, [
    ['basic', '合计', 'required', 'shifted', '', '115', '115'],
    ['basic', '合计', 'done', 'sum', '115', '99', '98'],
    ['basic', '合计', 'open', 'missing', '98', '16', null],
    ['basic', '市级', 'required', 'count', '37', '13', null],
    ['basic', '崇川', 'region', 'absent', null, '崇川区', null],
    ['basic', '注', 'B12', 'name', '电能表', '单相电能表', null],
    ['basic', '注', 'B9', 'name', '精密压力表', '弹性元件式精密压力表和真空表', null],
    ['basic', '注', 'B5', 'name', '燃气表', '膜式燃气表', null],
    ['basic', '注', 'B1', 'name', '体温计', '玻璃体温计', null],
    ['basic', '⑧', 'B8', 'name', '弹性元件式一般压力表、压力表真空表和真空表', '弹性元件式一般压力表、压力真空表和真空表', null],
    ['enhanced', '市级', 'required', 'count', '11', '9', null],
    ['enhanced', '崇川', 'region', 'absent', null, '崇川区', null],
    ['三（一）', 'T1', 'G1-1', 'name', '鼓励…争创', '新建', null],
    ['三（二）', 'T2', 'G2-2', 'name', '推动…升格', '建成', null],
    ['三（五）', 'T5', '省级碳计量实验室', 'absent', '设立省级碳计量实验室', null, null],
  ]);
});

test('every finding says in both languages what disagrees, under an id of its own', () => {
  const findings = checkPlan(plan);
  assert.equal(new Set(findings.map((each) => each.id)).size, findings.length);
  for (const { text } of findings) assert.ok(/[一-鿿]/.test(text[0]) && /[a-z]{4}/.test(text[1]));
});
