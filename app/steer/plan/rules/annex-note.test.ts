import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallPlan } from '../../../../test/support/small-plan.ts';
import { readNote } from './annex-note.ts';

const plan = smallPlan();
const items = [...plan.tables[0]!.items, { id: 'B5', mark: '⑤', name: '无创血压计' }];
type Told = [regions: string, kind: string, items: string, stated: number | null];
const told = (note: string): Told[] =>
  readNote(note, plan.regions, items).map((mention) => [
    mention.regions.map((region) => region.annexName).join(' '),
    mention.kind,
    mention.names.map((name) => name.item?.id ?? `?${name.printed}`).join(' '),
    mention.stated,
  ]);

const wordings: [note: string, expected: Told[]][] = [
  [
    '注：西县缺失衡器、心电图机2项；南区缺失民用水表1项。',
    [
      ['西县', 'missing', 'B1 B4', 2],
      ['南区', 'missing', 'B2', 1],
    ],
  ],
  [
    '注：西县缺衡器和心电图机，南区尚缺水表。',
    [
      ['西县', 'missing', 'B1 B4', null],
      ['南区', 'missing', 'B2', null],
    ],
  ],
  ['西县未具备压力表和真空表检定能力。', [['西县', 'missing', 'B3', null]]],
  ['西县不具备衡器、压力表和真空表、心电图机等3项检定能力', [['西县', 'missing', 'B1 B3 B4', 3]]],
  [
    '未完成项目：西县：衡器、心电图机；南区：民用水表',
    [
      ['西县', 'missing', 'B1 B4', null],
      ['南区', 'missing', 'B2', null],
    ],
  ],
  [
    '东县、西县和南区均已建成衡器，西县具备无创血压计检定能力',
    [
      ['东县 西县 南区', 'present', 'B1', null],
      ['西县', 'present', 'B5', null],
    ],
  ],
  ['西县缺2项：衡器、水表', [['西县', 'missing', 'B1 B2', 2]]],
  ['西县 缺失 衡器、心电图机 （共2项）', [['西县', 'missing', 'B1 B4', 2]]],
  ['西县缺失衡器、民用水表、心电图机三项', [['西县', 'missing', 'B1 B2 B4', 3]]],
  ['西县缺失表', [['西县', 'missing', '?表', null]]],
  ['西县缺失声级计', [['西县', 'missing', '?声级计', null]]],
  ['本表数据由各地报送。', []],
  ['', []],
];

for (const [note, expected] of wordings) {
  test(`the note is read: ${note || '(nothing)'}`, () => assert.deepEqual(told(note), expected));
}
