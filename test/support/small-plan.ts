import type { AnnexTable, PlanDocument } from '../../app/steer/plan/contract/document.ts';

const header = (year: number): string[] => ['地区', `到${year}年要求完成总数（项）`, '目前已完成数量（项）', `到${year}年待完成数量（项）`];

const basic: AnnexTable = {
  id: 'basic',
  heading: 'a1-0',
  note: 'a1-1',
  itemsHeader: '基本能力名称',
  header: header(2029),
  items: [
    { id: 'B1', mark: '①', name: '衡器' },
    { id: 'B2', mark: '②', name: '民用水表' },
    { id: 'B3', mark: '③', name: '压力表和真空表' },
    { id: 'B4', mark: '④', name: '心电图机' },
  ],
  rows: [
    { cells: ['市级', '4', '4', '0'] },
    { cells: ['东县', '4', '4', '0'] },
    { cells: ['西县', '4', '2', '2'] },
    { cells: ['南区', '4', '3', '1'] },
  ],
  total: { cells: ['合计', '16', '13', '3'] },
};

const enhanced: AnnexTable = {
  id: 'enhanced',
  heading: 'a2-0',
  note: 'a2-1',
  itemsHeader: '提升能力名称',
  header: header(2030),
  items: [
    { id: 'E1', mark: '①', name: '谷物容重器' },
    { id: 'E2', mark: '②', name: '充电桩' },
  ],
  rows: [
    { cells: ['市级', '2', '1', '1'] },
    { cells: ['东县', '2', '1', '1'] },
    { cells: ['西县', '2', '0', '2'] },
    { cells: ['南区', '2', '2', '0'] },
  ],
  total: { cells: ['合计', '8', '4', '4'] },
};

const region = (code: string, level: 'city' | 'county', zh: string, en: string) => ({
  code,
  level,
  name: [zh, en] as [string, string],
  annexName: zh,
});

const sentence = (id: string, clause: string, text: string) => ({ id, clause, text, textEn: `Sentence ${id}.` });

const method: [string, string] = ['登记', 'Entered.'];
const common = { direction: 'exactly', strength: 'firm', method } as const;

/** The plan of an invented city, with another shape than the built-in one and without a mistake. A fresh copy each time. */
export function smallPlan(): PlanDocument {
  const plan: PlanDocument = {
    id: 'small-2028-2030',
    city: { code: '990000', name: ['甲市', 'Jia'] },
    title: ['甲市计量行动计划', 'Plan of Jia'],
    documentNumber: '甲政发〔2028〕1号',
    issuedBy: '甲市人民政府',
    issuedOn: '2028-01-31',
    period: { from: '2028-01-01', to: '2030-12-31' },
    baseline: '2028-01',
    regions: [
      region('990000', 'city', '市级', 'City level'),
      region('990001', 'county', '东县', 'East'),
      region('990002', 'county', '西县', 'West'),
      region('990003', 'county', '南区', 'South'),
    ],
    sentences: [
      sentence('2.1-0', '二（一）', '（一）能力提升。'),
      sentence('2.1-1', '二（一）', '到2030年底，建立社会公用计量标准30项，建成国家智能仪表产业计量测试中心。'),
      sentence('2.1-2', '二（一）', '到2029年底，各县（区）4项民生计量基本能力全部配置到位；到2030年底，2项民生计量提升能力全部配置到位。'),
      sentence('3.1-0', '三（一）', '（一）建设平台。'),
      sentence('3.1-1', '三（一）', '建成国家智能仪表产业计量测试中心,建立社会公用计量标准30项。'),
      sentence('3.1-2', '三（一）', '(责任单位:市市场监督管理局、市财政局)'),
      sentence('3.2-0', '三（二）', '（二）补齐短板。'),
      sentence('3.2-1', '三（二）', '到2029年底4项民生计量基本能力全部配置到位，鼓励各县（区）加大投入。'),
      sentence('3.2-2', '三（二）', '（责任单位：各县（市、区）人民政府、市市场监督管理局）'),
      sentence('a-1', '附件', '附件：任务分解表'),
      sentence('a-2', '附件', '附件'),
      sentence('a-3', '附件', '任务分解表'),
      sentence('a1-0', '附件1', '1.民生计量基本能力'),
      sentence('a1-1', '附件1', '注：民生计量基本能力：西县缺失民用水表、心电图机2项；南区缺失压力表和真空表1项。'),
      sentence('a2-0', '附件2', '2.民生计量提升能力'),
      sentence('a2-1', '附件2', '注：民生计量提升能力：东县、南区具备充电桩检定能力，南区具备谷物容重器检定能力'),
    ],
    bodies: [
      { id: 'market-regulation', name: '市市场监督管理局' },
      { id: 'finance', name: '市财政局' },
      { id: 'county-governments', name: '各县（市、区）人民政府' },
    ],
    goals: [
      {
        id: 'G1',
        clause: '二（一）',
        indicators: [
          {
            ...common,
            id: 'G1-1',
            title: ['社会公用计量标准', 'Public measurement standards'],
            target: 30,
            unit: ['项', 'standards'],
            due: '2030-12-31',
            sentence: '2.1-1',
            phrase: '建立社会公用计量标准30项',
            subject: '社会公用计量标准',
            counting: { rule: 'entries', kind: 'standard', distinct: 'subject', countsWhen: 'accepted', window: 'stock' },
          },
          {
            ...common,
            id: 'G1-2',
            title: ['国家智能仪表产业计量测试中心', 'National centre'],
            target: 1,
            unit: ['个', 'centres'],
            due: '2030-12-31',
            sentence: '2.1-1',
            phrase: '建成国家智能仪表产业计量测试中心',
            subject: '国家智能仪表产业计量测试中心',
            counting: { rule: 'entries', kind: 'centre', distinct: 'subject', countsWhen: 'designated', window: 'stock' },
          },
          {
            ...common,
            id: 'G1-3',
            title: ['基本能力', 'Basic capabilities'],
            target: 12,
            unit: ['格', 'cells'],
            due: '2029-12-31',
            sentence: '2.1-2',
            phrase: '4项民生计量基本能力全部配置到位',
            subject: '民生计量基本能力',
            counting: { rule: 'cells', list: 'basic' },
          },
        ],
      },
    ],
    tasks: [
      { id: 'T1', clause: '三（一）', bodies: ['market-regulation', 'finance'] },
      { id: 'T2', clause: '三（二）', bodies: ['county-governments', 'market-regulation'] },
    ],
    safeguards: [],
    definitions: [],
    tables: [basic, enhanced],
  };
  return structuredClone(plan);
}
