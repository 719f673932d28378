/** Which fields a test asks for, by its kind and method. */
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Field } from '../../../web/kit/FormField.tsx';
import type { performanceEndpoints } from '../contract/performance.ts';
import {
  stabilityMethodNames,
  stabilityMethods,
  stabilityNeeds,
  stabilityPhaseNames,
  stabilityPhases,
  valueUseNames,
  valueUses,
  verificationMethodNames,
  verificationMethods,
} from '../rules/performance.ts';
import type { Entry } from './performance-entry.ts';

type Overview = ReplyOf<typeof performanceEndpoints.readPerformance>;
type Shown = Field & { readonly required?: boolean };

const options = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, Text>>) =>
  names.map((value) => ({ value, label: words[value] }));

const subject = (object: Text, isObjectRequired: boolean): Shown[] => [
  { name: 'quantity', label: ['参数', 'Quantity'], required: true, hint: ['如 质量', 'such as mass'] },
  { name: 'point', label: ['测量点', 'Point'], required: true, hint: ['同一系列请用同样的写法', 'Written alike within a series'] },
  { name: 'unit', label: ['单位', 'Unit'], hint: ['所有数值同一单位', 'One unit for all values'] },
  { name: 'objectName', label: object, required: isObjectRequired },
  { name: 'objectModel', label: ['型号', 'Model'] },
  { name: 'objectNumber', label: ['编号', 'Number'] },
];

const relation: Shown = {
  name: 'statedRelation',
  label: ['条款的要求', 'What the clause asks for'],
  kind: 'choice',
  options: [
    { value: 'below', label: ['小于限值', 'below the limit'] },
    { value: 'at-most', label: ['不大于限值', 'at most the limit'] },
  ],
  required: true,
};

function stabilityFields({ method, phase }: Entry): Shown[] {
  const limit: Shown[] = [
    { name: 'use', label: ['使用方式', 'Used'], kind: 'choice', options: options(valueUseNames, valueUses), required: true },
    {
      name: 'limit',
      label: ['限值', 'Limit'],
      kind: 'decimal',
      required: true,
      hint: [
        '按标称值使用：最大允许误差的绝对值；加修正值使用：修正值的 U（k = 2 或 U95）',
        'Used with its nominal value: |MPE|; with a correction: its U (k = 2 or U95)',
      ],
    },
    { name: 'limitFrom', label: ['限值来源', 'Source of the limit'] },
  ];
  const previous: Shown[] = [
    {
      name: 'previousMean',
      label: ['上次平均值', 'Mean of the last time'],
      kind: 'decimal',
      hint: ['平台已有上次记录时不填', 'Blank where the last record is on this platform'],
    },
    { name: 'previousDay', label: ['上次日期', 'Day of the last time'], kind: 'day' },
    { name: 'previousFrom', label: ['上次记录来源', 'Source of the last record'] },
  ];
  return [
    {
      name: 'method',
      label: ['考核方法', 'Method'],
      kind: 'choice',
      options: options(stabilityMethodNames, stabilityMethods),
      required: true,
      hint: stabilityNeeds[method],
    },
    { name: 'phase', label: ['阶段', 'Phase'], kind: 'choice', options: options(stabilityPhaseNames, stabilityPhases), required: true },
    ...(method === 'control-chart' ? [] : limit),
    ...(method === 'regulation-method'
      ? [
          { name: 'statedValue', label: ['按规程所得的值', 'Value found'] as const, kind: 'decimal' as const, required: true },
          relation,
          { name: 'statedClause', label: ['规程条款', 'Clause'] as const, required: true },
        ]
      : []),
    ...(phase === 'in-use' && method !== 'control-chart' && method !== 'regulation-method' ? previous : []),
  ];
}

/** The fields above and below the readings. */
export function testFields(
  entry: Entry,
  overview: Overview,
  isCorrection: boolean,
): { readonly before: readonly Shown[]; readonly after: readonly Shown[] } {
  const day: Shown = { name: 'testedOn', label: ['日期', 'Day'], kind: 'day', required: true };
  const standard: Shown = {
    name: 'standard',
    label: ['所用计量标准器', 'Main standard that was used'],
    kind: 'choice',
    options: overview.equipment.map((one) => ({ value: one.id, label: `${one.name} ${one.number}` })),
  };
  const after: Shown[] = [
    { name: 'temperature', label: ['温度', 'Temperature'], kind: 'decimal', unit: '℃' },
    { name: 'humidity', label: ['相对湿度', 'Relative humidity'], kind: 'decimal', unit: '%' },
    { name: 'tester', label: ['试验人员', 'Tested by'], hint: ['由他人试验、本人录入时填写', 'Where another person tested'] },
    { name: 'remark', label: ['备注', 'Remark'] },
    ...(isCorrection ? [{ name: 'reason', label: ['更正理由', 'Reason of the correction'] as const, required: true }] : []),
  ];
  switch (entry.kind) {
    case 'repeatability':
      return {
        before: [
          day,
          ...subject(['被测对象（常规）', 'Usual instrument'], true),
          standard,
          {
            name: 'reported',
            label: ['技术报告中的 s', 's of the technical report'],
            kind: 'decimal',
            hint: ['不填时与历次记录的判据比较；首次试验没有判据', 'Blank: held against the records; a first test has no criterion'],
          },
          { name: 'reportedFrom', label: ['该 s 的来源', 'Source of that s'] },
        ],
        after,
      };
    case 'stability':
      return {
        before: [day, ...subject(['核查标准或被测对象', 'Check standard or object'], true), standard, ...stabilityFields(entry)],
        after,
      };
    case 'verification':
      return {
        before: [
          day,
          ...subject(['被测对象', 'Object'], false),
          standard,
          {
            name: 'verification',
            label: ['验证方法', 'Method'],
            kind: 'choice',
            options: options(verificationMethodNames, verificationMethods),
            required: true,
          },
          {
            name: 'k',
            label: ['包含因子 k', 'Coverage factor k'],
            kind: 'decimal',
            required: true,
            hint: ['所有 U 相同', 'The same for every U'],
          },
        ],
        after,
      };
    case 'intermediate-check':
      return {
        before: [
          day,
          {
            name: 'plan',
            label: ['核查计划', 'Plan'],
            kind: 'choice',
            required: true,
            options: overview.plans
              .filter(({ end }) => end === null)
              .map((one) => ({
                value: one.id,
                label: `${one.standard.name} · ${one.objectName} · ${one.quantity} ${one.point} ${one.unit}`,
              })),
          },
        ],
        after,
      };
  }
}
