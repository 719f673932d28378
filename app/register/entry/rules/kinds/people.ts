import type { Kind } from '../kind.ts';
import { name } from '../normalize.ts';

const fieldOfTeam = [
  { value: 'resources-environment', text: ['资源与环境', 'Resources and environment'] },
  { value: 'energy', text: ['能源计量', 'Energy metrology'] },
  { value: 'intelligent-measurement', text: ['精密智能测量', 'Precision intelligent measurement'] },
  { value: 'electronics', text: ['电子信息技术', 'Electronics and information technology'] },
  { value: 'biology', text: ['现代生物', 'Modern biology'] },
  { value: 'other', text: ['其他', 'Other'] },
] as const;

export const committee: Kind = {
  words: ['专业技术委员会', 'Technical committee'],
  head: {
    title: ['委员会名称', 'Name of the committee'],
    documentNumber: ['批准文号', 'Document number of approval'],
    issuer: ['批准机关', 'Approved by'],
    since: ['批准日期', 'Approved on'],
  },
  levels: ['city', 'province', 'national'],
  fields: [
    { id: 'host', label: ['秘书处承担单位', 'Host of the secretariat'], type: 'text', required: true },
    { id: 'scope', label: ['工作领域', 'Field of work'], type: 'longText', required: false },
  ],
  evidence: ['主管部门批准成立的文件', 'The document by which the authority approves the committee'],
  submitters: ['technical-manager', 'institute-manager', 'city-regulator', 'responsible-body'],
  duplicates: 'refuse',
  phased: false,
  subjectKey: (content) => name(content.title),
  sample: {
    level: 'province',
    region: '320600',
    title: '示例计量专业技术委员会',
    documentNumber: '示例〔2024〕1号',
    issuer: '示例省市场监督管理局',
    since: '2024-03-01',
    until: null,
    payload: { host: '示例市计量检定测试所', scope: '船舶与海洋工程' },
    phases: [],
  },
};

export const talent: Kind = {
  words: ['人才入选', 'Talent programme'],
  head: {
    title: ['姓名', 'Name of the person'],
    documentNumber: ['入选文号', 'Document number of admission'],
    issuer: ['公布机关', 'Published by'],
    since: ['入选日期', 'Admitted on'],
    until: { label: ['称号有效期至', 'Title valid to'], required: false },
  },
  levels: ['city', 'province', 'ministry', 'national'],
  fields: [
    {
      id: 'programme',
      label: ['人才计划', 'Programme'],
      type: 'choice',
      required: true,
      choices: [
        { value: 'jianghai', text: ['江海英才', 'Jianghai talent'] },
        { value: 'jiangsu-231', text: ['江苏省市场监管“231人才培养工程”', 'Jiangsu market regulation "231" programme'] },
        { value: 'samr-innovation', text: ['市场监管总局科技创新人才计划', 'SAMR innovation talent programme'] },
        { value: 'other', text: ['其他计划', 'Another programme'] },
      ],
    },
    { id: 'programmeName', label: ['计划名称（其他）', 'Name of the programme, if another'], type: 'text', required: false },
    { id: 'employer', label: ['所在单位', 'Employer'], type: 'text', required: true },
    {
      id: 'identityNumber',
      label: ['公民身份号码', 'Identity number'],
      type: 'identity',
      required: false,
      help: ['只用于查重：系统只保存带密钥的摘要和脱敏文本', 'Only to find duplicates: a keyed digest and a masked text are kept'],
    },
    { id: 'speciality', label: ['专业方向', 'Speciality'], type: 'text', required: false },
  ],
  evidence: ['人才计划的入选文件', 'The document of admission to the programme'],
  submitters: ['technical-manager', 'institute-manager', 'county-regulator', 'city-regulator', 'responsible-body'],
  duplicates: 'refuse-same-level',
  phased: false,
  subjectKey: (content, person) => person ?? `${name(content.title)}|${name(content.payload['employer'] ?? '')}`,
  sample: {
    level: 'city',
    region: '320600',
    title: '示例人员',
    documentNumber: '示例人才〔2024〕2号',
    issuer: '示例市人才工作领导小组',
    since: '2024-05-10',
    until: null,
    payload: { programme: 'jianghai', employer: '示例市计量检定测试所', identityNumber: '11010519491231002X', speciality: '几何量计量' },
    phases: [],
  },
};

export const team: Kind = {
  words: ['创新团队', 'Innovation team'],
  head: {
    title: ['团队名称', 'Name of the team'],
    documentNumber: ['认定或组建文号', 'Document number'],
    issuer: ['认定机关', 'Recognized by'],
    since: ['认定日期', 'Recognized on'],
    until: { label: ['建设期至', 'Term ends on'], required: false },
  },
  levels: ['city', 'province', 'ministry', 'national'],
  fields: [
    { id: 'leader', label: ['团队负责人', 'Leader'], type: 'text', required: true },
    { id: 'host', label: ['依托单位', 'Host'], type: 'text', required: true },
    { id: 'field', label: ['专业领域', 'Field'], type: 'choice', required: true, choices: fieldOfTeam },
    { id: 'members', label: ['成员人数', 'Number of members'], type: 'decimal', required: false, unit: ['人', 'people'] },
  ],
  evidence: ['认定或组建团队的文件', 'The document that recognizes or sets up the team'],
  submitters: ['technical-manager', 'institute-manager', 'county-regulator', 'city-regulator', 'responsible-body'],
  duplicates: 'refuse',
  phased: false,
  subjectKey: (content) => name(content.title),
  sample: {
    level: 'city',
    region: '320600',
    title: '示例能源计量创新团队',
    documentNumber: '示例市监〔2024〕3号',
    issuer: '示例市市场监督管理局',
    since: '2024-06-01',
    until: null,
    payload: { leader: '示例人员', host: '示例市计量检定测试所', field: 'energy', members: '8' },
    phases: [],
  },
};
