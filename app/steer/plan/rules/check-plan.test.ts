import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { smallPlan } from '../../../../test/support/small-plan.ts';
import type { AnnexTable, PlanDocument } from '../contract/document.ts';
import { Finding } from '../contract/finding.ts';
import { checkPlan } from './check-plan.ts';

type Row = readonly [source: string, row: string, column: string, rule: string, printed: string | null, recomputed: string | null];
const told = (plan: PlanDocument): Row[] =>
  checkPlan(plan).map((each) => [each.source, each.row, each.column, each.rule, each.printed, each.recomputed]);

const table = (plan: PlanDocument, id: string): AnnexTable => plan.tables.find((each) => each.id === id)!;
const setRow = (plan: PlanDocument, label: string, ...cells: string[]): void => {
  table(plan, 'basic').rows.find((row) => row.cells[0] === label)!.cells = [label, ...cells];
};
const setTotal = (plan: PlanDocument, ...cells: string[]): void => {
  table(plan, 'basic').total = { cells };
};
const reword = (plan: PlanDocument, id: string, from: string, to: string): void => {
  const sentence = plan.sentences.find((each) => each.id === id)!;
  assert.ok(sentence.text.includes(from), `${id}: ${from}`);
  sentence.text = sentence.text.replace(from, to);
};

test('a plan that agrees with itself gives no finding', () => {
  assert.deepEqual(told(smallPlan()), []);
});

const planted: [what: string, plant: (plan: PlanDocument) => void, expected: Row[]][] = [
  ['a total that is not the sum', (plan) => setTotal(plan, '合计', '16', '12', '3'), [['basic', '合计', 'done', 'sum', '12', '13']]],
  [
    'a total printed one column to the right with nothing else wrong but the lost figure',
    (plan) => setTotal(plan, '合计', '', '16', '13'),
    [
      ['basic', '合计', 'required', 'shifted', '', '16'],
      ['basic', '合计', 'open', 'missing', '13', '3'],
    ],
  ],
  [
    'a total printed one column to the left',
    (plan) => {
      table(plan, 'basic').total = { items: '合计', cells: ['16', '13', '3', ''] };
    },
    [['basic', '合计', 'required', 'shifted', '13', '16']],
  ],
  [
    'a total shifted to the left that also adds up wrongly',
    (plan) => {
      table(plan, 'basic').total = { items: '合计', cells: ['16', '14', '3', ''] };
    },
    [
      ['basic', '合计', 'required', 'shifted', '14', '16'],
      ['basic', '合计', 'done', 'sum', '3', '13'],
    ],
  ],
  ['a blank in the total', (plan) => setTotal(plan, '合计', '16', '13', ''), [['basic', '合计', 'open', 'missing', '', '3']]],
  [
    'a total with its first figure blank is not a shift',
    (plan) => setTotal(plan, '合计', '', '13', '3'),
    [['basic', '合计', 'required', 'missing', '', '16']],
  ],
  [
    'a row whose open figure is not required − done',
    (plan) => {
      setRow(plan, '市级', '4', '3', '0');
      setTotal(plan, '合计', '16', '12', '3');
    },
    [['basic', '市级', 'open', 'difference', '0', '1']],
  ],
  [
    'a blank in a row follows from the other two',
    (plan) => setRow(plan, '西县', '4', '2', ''),
    [['basic', '西县', 'open', 'missing', '', '2']],
  ],
  [
    'a row printed one column to the right',
    (plan) => setRow(plan, '西县', '', '4', '2'),
    [
      ['basic', '西县', 'required', 'shifted', '', '4'],
      ['basic', '西县', 'open', 'missing', '2', '2'],
    ],
  ],
  [
    'a county without a row',
    (plan) => {
      table(plan, 'enhanced').rows.splice(2, 1);
      table(plan, 'enhanced').total = { cells: ['合计', '6', '4', '2'] };
    },
    [['enhanced', '西县', 'region', 'absent', null, '西县']],
  ],
  [
    'a county printed twice and added once',
    (plan) => table(plan, 'basic').rows.push({ cells: ['南区', '4', '3', '1'] }),
    [['basic', '南区', 'region', 'count', '2', '1']],
  ],
  [
    'a county printed twice and added twice',
    (plan) => {
      table(plan, 'basic').rows.push({ cells: ['南区', '4', '3', '1'] });
      setTotal(plan, '合计', '20', '16', '4');
    },
    [['basic', '南区', 'region', 'count', '2', '1']],
  ],
  [
    'a row of a region that the city does not have',
    (plan) => {
      table(plan, 'enhanced').rows.push({ cells: ['北县', '2', '2', '0'] });
      table(plan, 'enhanced').total = { cells: ['合计', '10', '6', '4'] };
    },
    [['enhanced', '北县', 'region', 'name', '北县', null]],
  ],
  [
    'the city requires more than the list holds',
    (plan) => {
      setRow(plan, '市级', '9', '9', '0');
      setTotal(plan, '合计', '21', '18', '3');
    },
    [['basic', '市级', 'required', 'count', '9', '4']],
  ],
  [
    'one county requires another number',
    (plan) => {
      setRow(plan, '东县', '5', '5', '0');
      setTotal(plan, '合计', '17', '14', '3');
    },
    [['basic', '东县', 'required', 'count', '5', '4']],
  ],
  [
    'the note says another number than it names',
    (plan) => reword(plan, 'a1-1', '心电图机2项', '心电图机3项'),
    [['basic', '注', '西县', 'count', '3', '2']],
  ],
  [
    'the note names fewer than the row leaves open',
    (plan) => reword(plan, 'a1-1', '民用水表、心电图机2项', '民用水表1项'),
    [['basic', '西县', 'open', 'count', '2', '1']],
  ],
  [
    'the note forgets a county',
    (plan) => reword(plan, 'a1-1', '；南区缺失压力表和真空表1项', ''),
    [['basic', '南区', 'open', 'absent', '1', null]],
  ],
  ['the note shortens a name', (plan) => reword(plan, 'a1-1', '民用水表', '水表'), [['basic', '注', 'B2', 'name', '水表', '民用水表']]],
  [
    'the note mistypes a name',
    (plan) => reword(plan, 'a1-1', '心电图机', '心电图仪'),
    [['basic', '注', 'B4', 'name', '心电图仪', '心电图机']],
  ],
  [
    'the note names what is not listed',
    (plan) => reword(plan, 'a1-1', '民用水表', '声级计'),
    [['basic', '注', 'item', 'name', '声级计', null]],
  ],
  [
    'the note has another title',
    (plan) => reword(plan, 'a1-1', '民生计量基本能力', '民生计量基础能力'),
    [['basic', '注', 'title', 'name', '民生计量基础能力', '民生计量基本能力']],
  ],
  [
    'two instruments run together in a name',
    (plan) => {
      table(plan, 'basic').items[2]!.name = '一般压力表、压力表真空表和真空表';
      reword(plan, 'a1-1', '压力表和真空表', '一般压力表、压力表真空表和真空表');
    },
    [['basic', '③', 'B3', 'name', '一般压力表、压力表真空表和真空表', '一般压力表、压力真空表和真空表']],
  ],
  [
    'a number of the list is left out',
    (plan) => {
      table(plan, 'enhanced').items[1]!.mark = '③';
    },
    [['enhanced', '③', 'item', 'missing', '③', '②']],
  ],
  [
    'the text counts other items than are listed',
    (plan) => reword(plan, '3.2-1', '4项', '5项'),
    [['三（二）', '3.2-1', 'basic', 'count', '5', '4']],
  ],
  [
    'the text gives another year than the headings',
    (plan) => reword(plan, '3.2-1', '2029', '2028'),
    [['三（二）', '3.2-1', 'basic.due', 'difference', '2028', '2029']],
  ],
  [
    'a task gives another figure than the goal',
    (plan) => reword(plan, '3.1-1', '30项', '28项'),
    [['三（一）', '3.1-1', 'G1-1', 'difference', '28', '30']],
  ],
  [
    'the printed target is another than the one recorded',
    (plan) => reword(plan, '2.1-1', '30项', '35项'),
    [['二（一）', 'G1-1', 'phrase', 'difference', '35', '30']],
  ],
  [
    'a matrix target that is not items × counties',
    (plan) => {
      plan.goals[0]!.indicators[2]!.target = 16;
    },
    [['二（一）', 'G1-3', 'target', 'count', '16', '12']],
  ],
  [
    'the goal is firm where the task promises an effort',
    (plan) => reword(plan, '3.1-1', '建成国家智能仪表产业计量测试中心', '推动“乙省智能仪表产业计量测试中心”升格为国家级'),
    [['三（一）', 'T1', 'G1-2', 'name', '推动…升格', '建成']],
  ],
  [
    'a task promises what no goal names',
    (plan) => reword(plan, '3.2-1', '鼓励', '设立省级海洋计量实验室，鼓励'),
    [['三（二）', 'T2', '省级海洋计量实验室', 'absent', '设立省级海洋计量实验室', null]],
  ],
  [
    'a body printed under another name',
    (plan) => reword(plan, '3.2-2', '市市场监督管理局', '市场监督管理局'),
    [['三（二）', 'T2', 'body', 'name', '市场监督管理局', '市市场监督管理局']],
  ],
  [
    'a body printed twice in one task',
    (plan) => reword(plan, '3.1-2', '市财政局', '市财政局、市财政局'),
    [['三（一）', 'T1', '市财政局', 'count', '市财政局', null]],
  ],
  [
    'the annex bears another title than announced',
    (plan) => reword(plan, 'a-3', '任务分解表', '任务分工表'),
    [['附件', 'a-3', 'title', 'name', '任务分工表', '任务分解表']],
  ],
];

for (const [what, plant, expected] of planted) {
  test(`the check finds this and nothing else: ${what}`, () => {
    const plan = smallPlan();
    plant(plan);
    const findings = checkPlan(plan);
    assert.deepEqual(told(plan), expected);
    for (const finding of findings) Finding.parse(finding);
  });
}

test('an item left out of the list is told once for the counties and wherever the text counts the items', () => {
  const plan = smallPlan();
  table(plan, 'enhanced').items.pop();
  reword(plan, 'a2-1', '东县、南区具备充电桩检定能力，', '');
  const rules = told(plan).filter(([, , , rule]) => rule === 'count');
  assert.ok(
    rules.some(
      ([source, row, , , printed, recomputed]) => source === 'enhanced' && row === '县（市、区）' && printed === '2' && recomputed === '1',
    ),
  );
  assert.ok(rules.some(([source, , column]) => source === '二（一）' && column === 'enhanced'));
});

const rowOf = fc.tuple(fc.nat(40), fc.nat(40)).map(([done, open]): [number, number, number] => [done + open, done, open]);
/** A table without note or list numbers to disagree with: only the figures of the city row vary freely. */
const withCityRow = ([required, done, open]: [number, number, number]): PlanDocument => {
  const plan = smallPlan();
  setRow(plan, '市级', String(required), String(done), String(open));
  setTotal(plan, '合计', String(12 + required), String(9 + done), String(3 + open));
  return plan;
};
const arithmetic = ['sum', 'difference', 'shifted', 'missing'];
const ofFigures = (plan: PlanDocument): Row[] => told(plan).filter(([, , , rule]) => arithmetic.includes(rule));

test('rows and totals that add up are never reported, whatever the figures', () => {
  fc.assert(fc.property(rowOf, (row) => assert.deepEqual(ofFigures(withCityRow(row)), [])));
});

test('a total that is wrong by any amount is reported in its column with the true sum', () => {
  fc.assert(
    fc.property(rowOf, fc.constantFrom(0, 1, 2), fc.integer({ min: 1, max: 9 }), (row, column, error) => {
      const plan = withCityRow(row);
      const cells = table(plan, 'basic').total!.cells;
      const right = cells[column + 1]!;
      cells[column + 1] = String(Number(right) + error);
      assert.deepEqual(ofFigures(plan), [
        ['basic', '合计', ['required', 'done', 'open'][column], 'sum', String(Number(right) + error), right],
      ]);
    }),
  );
});

test('the order of rows and the kind of brackets and spaces make no difference', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.boolean(), (order, half) => {
      const plan = smallPlan();
      const rows = table(plan, 'basic').rows;
      table(plan, 'basic').rows = order.map((index) => rows[index]!);
      if (half) for (const each of plan.sentences) each.text = each.text.replace(/（/g, ' (').replace(/）/g, ') ').replace(/，/g, ', ');
      assert.deepEqual(told(plan), []);
    }),
  );
});

test('finding ids are distinct and stay while place and rule stay', () => {
  const one = smallPlan();
  setTotal(one, '合计', '16', '12', '3');
  const other = smallPlan();
  setTotal(other, '合计', '16', '11', '3');
  assert.equal(checkPlan(one)[0]?.id, checkPlan(other)[0]?.id);
});

test('whatever stands in the cells and the note, the check answers findings of its form', () => {
  const cell = fc.oneof(fc.constantFrom('', '合计', '西县', '—', '4', '十', '注'), fc.string({ maxLength: 4 }));
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 6 }), fc.array(cell), (rows, words) => {
      const plan = smallPlan();
      table(plan, 'basic').rows = rows.map((cells) => ({ cells }));
      plan.sentences.find((each) => each.id === 'a1-1')!.text = `西县缺${words.join('、')}`;
      for (const finding of checkPlan(plan)) Finding.parse(finding);
    }),
  );
});
