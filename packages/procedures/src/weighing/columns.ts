/** The columns of the raw record of a scale. Readings share the unit of the sheet. */
import type { Text } from '../edition.ts';
import { choiceField, decimalField, fieldGroup, massField, plainChoices } from '../field.ts';
import type { Bounds, Field, Group } from '../form.ts';
import { massUnits } from '../mass.ts';

/** The largest number of positions that the sheets have room for. */
const positions = Array.from({ length: 12 }, (_, index) => String(index + 1));

/** A load put on the scale: L. */
export const loadColumn = decimalField(
  'load',
  ['载荷', 'Load'],
  'sheet',
  ['加放的标准砝码质量', 'Mass of the standard weights on the scale'],
  { symbol: 'L' },
);

/** What a display shows, in whole steps: I. */
export const displayColumn = (id: string, label: Text, help: Text, symbol: string): Field =>
  decimalField(id, label, 'sheet', help, { symbol, resolution: { factor: '1', of: 'd' }, near: 'load' });

export const indicationColumn = displayColumn(
  'indication',
  ['示值', 'Indication'],
  ['秤显示的数值，照抄全部数位', 'What the scale shows, with all its digits'],
  'I',
);

/** Small weights to the changeover point: ΔL. */
export const addedColumn = decimalField(
  'added',
  ['附加小砝码', 'Small weights added'],
  'sheet',
  ['以 0.1 e 逐个加放，直到示值明显增加一个 e 时的总质量', 'Added in steps of 0.1 e until the indication clearly rises by one e'],
  { symbol: 'ΔL' },
);

/** Where on the load receptor. */
export const positionColumn = choiceField(
  'position',
  ['位置', 'Position'],
  ['承载器的四分之一区，或各支承点', 'A quarter of the load receptor, or one of its supports'],
  plainChoices(positions),
);

/** Computed beside the readings. */
export const computed = {
  p: { symbol: 'P', label: ['化整前示值', 'Indication before rounding'] },
  balanced: { symbol: 'P', label: ['平衡示值', 'Indication in balance'] },
  error: { symbol: 'E', label: ['误差', 'Error'] },
  corrected: { symbol: 'Ec', label: ['修正误差', 'Corrected error'] },
  zeroError: { symbol: 'E0', label: ['零点误差', 'Error at zero'] },
  change: { symbol: 'change', label: ['示值变化', 'Change of the indication'] },
} as const satisfies Record<string, { readonly symbol: string; readonly label: Text }>;

/** Class, Max, Min, e and d, as on the nameplate. */
export const capacityFields: readonly Field[] = [
  choiceField(
    'class',
    ['准确度等级', 'Accuracy class'],
    ['中准确度级 III 或普通准确度级 IIII', 'Medium III or ordinary IIII'],
    plainChoices(['III', 'IIII']),
  ),
  massField('max', ['最大秤量', 'Maximum capacity'], ['铭牌 Max', 'Max on the nameplate'], { symbol: 'Max' }),
  massField('min', ['最小秤量', 'Minimum capacity'], ['铭牌 Min', 'Min on the nameplate'], { symbol: 'Min' }),
  massField('e', ['检定分度值', 'Verification scale interval'], ['铭牌 e', 'e on the nameplate'], { symbol: 'e' }),
  massField('d', ['实际分度值', 'Actual scale interval'], ['两相邻示值之差', 'Difference of two neighbouring indications'], {
    symbol: 'd',
  }),
];

/** Class, Max, Min, e, d and the load receptor. */
export const nameplateFields = (supports: Bounds): readonly Field[] => [
  ...capacityFields,
  massField('additiveTare', ['最大添加皮重', 'Largest additive tare'], ['没有添加皮重时留空', 'Leave empty when there is none'], {
    symbol: 'T+',
    required: [],
  }),
  decimalField('supports', ['承载器支承点数', 'Supports of the load receptor'], null, ['整数', 'A whole number'], {
    symbol: 'N',
    resolution: { factor: '1', of: 'unit' },
    bounds: supports,
  }),
  choiceField(
    'receptor',
    ['承载器型式', 'Load receptor'],
    ['平台留空；料斗、料罐偏载小，载荷另有规定', 'Empty for a platform; a tank or hopper has an eccentric load of its own'],
    [
      { value: 'platform', label: ['平台', 'Platform'] },
      { value: 'hopper', label: ['料斗、料罐', 'Tank or hopper'] },
    ],
    { required: [] },
  ),
];

/** The lower ranges of a multi-interval scale, whose last range has Max and e. */
export const partialRangeFields: readonly Field[] = [1, 2].flatMap((index) => {
  const help: Text = [
    '多分度值秤由低到高填写各分段，末段即 Max 与 e；单一分度值秤留空',
    'The lower ranges of a multi-interval scale; the last is Max and e; empty for one interval',
  ];
  const [max, e]: [Text, Text] = [
    [`分段最大秤量 Max${index}`, `Capacity of partial range ${index}`],
    [`分段分度值 e${index}`, `Interval of partial range ${index}`],
  ];
  return [
    massField(`max${index}`, max, help, { symbol: `Max${index}`, required: [] }),
    massField(`e${index}`, e, help, { symbol: `e${index}`, required: [] }),
  ];
});

/** Whether zero tracking works, which decides where the error at zero is measured. */
export const zeroTrackingField = choiceField(
  'zeroTracking',
  ['零点跟踪', 'Zero tracking'],
  ['有零点跟踪时在 10 e 处测零点误差', 'With zero tracking the error at zero is measured at 10 e'],
  [
    { value: 'yes', label: ['有', 'Yes'] },
    { value: 'no', label: ['无', 'No'] },
  ],
);

/** Whether there is a tare device. */
export const tareDeviceField = choiceField(
  'tareDevice',
  ['除皮装置', 'Tare device'],
  ['有除皮装置的须检除皮准确度；没有的留空', 'With one the accuracy of tare is verified; empty where there is none'],
  [
    { value: 'yes', label: ['有', 'Yes'] },
    { value: 'no', label: ['无', 'No'] },
  ],
  { required: [] },
);

/** How a nameplate with masses is filled in. */
export const nameplateHelp: Text = ['按铭牌填写，质量写明单位，例如“15 kg”', 'As on the nameplate; a mass has its unit, as in "15 kg"'];

/** The unit of the record, chosen once. */
export const sheetGroup: Group = fieldGroup(
  'sheet',
  ['记录单位', 'Unit of the record'],
  ['以下所有读数共用一个单位', 'All readings below share one unit'],
  [choiceField('unit', ['单位', 'Unit'], ['与秤的显示一致', 'As the scale shows it'], plainChoices(massUnits))],
);

/** The error at zero after a tare; 'zero' has its columns too. */
export const tareGroup: Group = fieldGroup(
  'tare',
  ['除皮准确度', 'Accuracy of tare'],
  ['除皮后净重示值为零时用闪变点法', 'After the tare, at a net indication of zero, by the changeover point'],
  [
    decimalField('tareLoad', ['皮重', 'Tare'], 'sheet', ['除去的皮重', 'The tare taken off'], { symbol: 'T' }),
    loadColumn,
    indicationColumn,
    addedColumn,
  ],
  [computed.p, computed.zeroError],
);
