/**
 * The inspection rules that are known, as data. A rule that was used is never changed; a later edition stands beside it.
 * JJF 1070-2023 has its place and no table: its sampling plan has not been seen in a confirmed text, so it refuses to decide.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { quoted } from '../sample/read-input.ts';
import type { NetContentRule, PlanLine } from './rule.ts';

const largeLots: readonly PlanLine[] = [
  { from: 100, to: 500, n: 50, lambda: '0.379', t1: 3, t2: 0 },
  { from: 501, to: 3200, n: 80, lambda: '0.295', t1: 5, t2: 0 },
  { from: 3201, to: null, n: 125, lambda: '0.234', t1: 7, t2: 0 },
];

const chinese = '定量包装商品净含量计量检验规则';

export const netContentRules: readonly NetContentRule[] = [
  {
    id: 'jjf-1070-2005',
    number: 'JJF 1070-2005',
    title: [chinese, 'Rules of Metrological Testing for Net Quantity of Products in Prepackages with Fixed Content'],
    inForce: { from: '2006-01-01', to: '2024-10-11' },
    followedBy: {
      number: 'JJF 1070-2023',
      from: '2024-10-12',
      note: ['其抽样表尚未经官方文本确认', 'its sampling table has not been confirmed against the official text'],
    },
    plan: {
      lines: [
        { from: 1, to: 10, n: 'all', lambda: null, t1: 0, t2: 0 },
        { from: 11, to: 50, n: 10, lambda: '1.028', t1: 0, t2: 0 },
        // Printed 0.848, while t(0.995; 12)/√13 = 0.8472: the table decides, not the formula behind it.
        { from: 51, to: 99, n: 13, lambda: '0.848', t1: 1, t2: 0 },
        ...largeLots,
      ],
      clause: ['附表 4 计量检验抽样方案', 'annex 4, sampling plan'],
      provenance: {
        source: ['JJF 1070-2005 抽样表的公开副本', 'public copy of the sampling table of JJF 1070-2005'],
        confidence: 'H',
        confirmed: false,
      },
    },
    rounding: {
      direction: 'half-even',
      provenance: {
        source: [
          '附表 3：修约至 0.1 g 或 1 g；修约方法按 GB/T 8170-2008',
          'annex 3: rounded to 0.1 g or 1 g; the way of rounding is that of GB/T 8170-2008',
        ],
        confidence: 'M',
        confirmed: false,
      },
    },
    hasLabelRules: true,
    provenance: {
      source: ['JJF 1070-2005 发布公告的公开目录', 'announcement of JJF 1070-2005, from public listings'],
      confidence: 'H',
      confirmed: false,
    },
  },
  {
    id: 'jjf-1070-2023',
    number: 'JJF 1070-2023',
    title: [chinese, 'Rules of Metrological Testing for Net Quantity of Products in Prepackages with Fixed Content'],
    inForce: { from: '2024-10-12', to: null },
    followedBy: null,
    plan: null,
    rounding: {
      direction: 'half-even',
      provenance: { source: ['沿用 2005 年版', 'as in the edition of 2005'], confidence: 'L', confirmed: false },
    },
    hasLabelRules: true,
    provenance: {
      source: ['市场监管总局 2024 年第 13 号公告；2023-10-12 发布', 'SAMR announcement 2024 No. 13; issued 2023-10-12'],
      confidence: 'H',
      confirmed: false,
    },
  },
  {
    id: 'oiml-r87-2004',
    number: 'OIML R 87:2004',
    title: ['预包装商品的量', 'Quantity of product in prepackages'],
    inForce: { from: null, to: null },
    followedBy: {
      number: 'OIML R 87:2016',
      from: null,
      note: ['其抽样方案不同，本程序未收录', 'its sampling plan is another one and is not held here'],
    },
    plan: {
      lines: largeLots,
      clause: ['OIML R 87:2004 抽样方案', 'OIML R 87:2004, sampling plans'],
      provenance: {
        source: [
          '自有知识；修正因子与 t(0.995; n − 1)/√n 三位小数一致',
          'own knowledge; factors agree with t(0.995; n − 1)/√n to three decimals',
        ],
        confidence: 'H',
        confirmed: false,
      },
    },
    rounding: {
      direction: 'up',
      provenance: {
        source: ['OIML R 87:2004 表 2：向上修约至 0.1 或 1', 'OIML R 87:2004, table 2: rounded up to the next 0.1 or 1'],
        confidence: 'M',
        confirmed: false,
      },
    },
    hasLabelRules: false,
    provenance: {
      source: ['OIML R 87 2004 年版；2016 年版抽样方案不同', 'OIML R 87, edition 2004; the edition of 2016 has another plan'],
      confidence: 'H',
      confirmed: false,
    },
  },
];

/** The rule of an input, which has to be named. */
export function readRule(value: unknown, place: string): NetContentRule {
  const known = netContentRules.map(({ id }) => id).join(', ');
  if (value === undefined || value === null)
    throw new InvalidInput(place, [`没有指明检验规则，可用：${known}`, `the rule is not named; known are: ${known}`]);
  const rule = netContentRules.find(({ id }) => id === value);
  if (rule !== undefined) return rule;
  const written = quoted(value);
  throw new InvalidInput(place, [`没有检验规则“${written}”，可用：${known}`, `there is no rule "${written}"; known are: ${known}`]);
}
