import type { Kind } from '../kind.ts';
import { name } from '../normalize.ts';

const regulators = ['county-regulator', 'city-regulator', 'responsible-body'] as const;

const namedHead: Kind['head'] = {
  title: ['名称', 'Name'],
  documentNumber: ['命名或认定文号', 'Document number'],
  issuer: ['命名机关', 'Named by'],
  since: ['命名日期', 'Named on'],
  until: { label: ['有效期至', 'Valid to'], required: false },
};

export const centre: Kind = {
  words: ['产业计量测试中心或数据中心', 'Industry metrology centre or data centre'],
  head: {
    title: ['中心名称', 'Name of the centre'],
    documentNumber: ['批准筹建文号', 'Document number of approval'],
    issuer: ['批准机关', 'Approved by'],
    since: ['批准筹建日期', 'Approved on'],
  },
  levels: ['city', 'province', 'ministry', 'national'],
  fields: [
    {
      id: 'centre',
      label: ['对应的规划项目', 'Which centre of the plan'],
      type: 'choice',
      required: true,
      choices: [
        {
          value: 'national-ship',
          text: ['国家船舶智能制造产业计量测试中心', 'National Metrology and Testing Centre for the Intelligent Shipbuilding Industry'],
        },
        {
          value: 'provincial-transformer',
          text: ['江苏省变压器产业计量测试中心', 'Jiangsu Metrology and Testing Centre for the Transformer Industry'],
        },
        { value: 'data-branch', text: ['国家计量数据中心南通分中心', 'Nantong Branch of the National Metrology Data Centre'] },
        { value: 'other', text: ['其他中心', 'Another centre'] },
      ],
    },
    { id: 'host', label: ['建设单位', 'Host'], type: 'text', required: true },
  ],
  evidence: ['批准筹建、验收、授牌文件', 'The documents of approval, acceptance and designation'],
  submitters: ['technical-manager', 'institute-manager', ...regulators],
  duplicates: 'refuse',
  phased: true,
  subjectKey: (content) => {
    const centreCode = content.payload['centre'] ?? 'other';
    return centreCode === 'other' ? name(content.title) : centreCode;
  },
  sample: {
    level: 'province',
    region: '320600',
    title: '示例省产业计量测试中心',
    documentNumber: '示例市监计〔2023〕6号',
    issuer: '示例省市场监督管理局',
    since: '2023-04-01',
    until: null,
    payload: { centre: 'other', host: '示例市计量检定测试所' },
    phases: [],
  },
};

export const park: Kind = {
  words: ['仪器仪表产业园', 'Instrument industry park'],
  head: namedHead,
  levels: ['city', 'province', 'national'],
  fields: [
    { id: 'operator', label: ['运营单位', 'Operator'], type: 'text', required: true },
    { id: 'address', label: ['地址', 'Address'], type: 'text', required: false },
  ],
  evidence: ['主管部门的批准或认定文件', 'The approval or recognition by the authority'],
  submitters: regulators,
  duplicates: 'refuse',
  phased: false,
  subjectKey: (content) => name(content.title),
  sample: {
    level: 'province',
    region: '320685',
    title: '示例仪器仪表产业园',
    documentNumber: '示例工信〔2024〕7号',
    issuer: '示例省工业和信息化厅',
    since: '2024-09-01',
    until: null,
    payload: { operator: '示例园区管理委员会' },
    phases: [],
  },
};

export const cultureBase: Kind = {
  words: ['计量文化基地或宣传阵地', 'Metrology culture base or site'],
  head: namedHead,
  levels: ['city', 'province', 'national'],
  fields: [
    { id: 'host', label: ['建设单位', 'Host'], type: 'text', required: true },
    { id: 'address', label: ['地址', 'Address'], type: 'text', required: false },
    { id: 'theme', label: ['主题', 'Theme'], type: 'text', required: false },
  ],
  evidence: ['主管部门的命名文件', 'The document of the authority that names it'],
  submitters: ['institute-manager', ...regulators],
  duplicates: 'refuse-same-level',
  phased: false,
  subjectKey: (content) => name(content.title),
  sample: {
    level: 'city',
    region: '320682',
    title: '示例计量文化宣传阵地',
    documentNumber: '示例市监〔2024〕8号',
    issuer: '示例市市场监督管理局',
    since: '2024-05-20',
    until: null,
    payload: { host: '示例县计量检定测试所', theme: '度量衡历史' },
    phases: [],
  },
};

export const demonstrationCounty: Kind = {
  words: ['计量惠民示范县（市、区）', 'Demonstration county'],
  head: { ...namedHead, title: ['县（市、区）名称', 'Name of the county'] },
  levels: ['city', 'province'],
  fields: [{ id: 'measures', label: ['主要惠民举措', 'Main measures'], type: 'longText', required: false }],
  evidence: ['主管部门的命名文件', 'The document of the authority that names the county'],
  submitters: regulators,
  duplicates: 'refuse-same-level',
  phased: false,
  subjectKey: (content) => content.region,
  sample: {
    level: 'province',
    region: '320685',
    title: '示例县',
    documentNumber: '示例市监计〔2025〕9号',
    issuer: '示例省市场监督管理局',
    since: '2025-05-20',
    until: null,
    payload: {},
    phases: [],
  },
};
