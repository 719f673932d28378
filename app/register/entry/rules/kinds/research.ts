import type { Kind } from '../kind.ts';
import { code, name, patent as patentNumber } from '../normalize.ts';

export const project: Kind = {
  words: ['科研项目', 'Research project'],
  head: {
    title: ['项目名称', 'Title of the project'],
    documentNumber: ['立项文号', 'Document number of approval'],
    issuer: ['立项机关', 'Approved by'],
    since: ['立项日期', 'Approved on'],
  },
  levels: ['city', 'province', 'ministry', 'national'],
  fields: [
    { id: 'projectNumber', label: ['项目编号', 'Project number'], type: 'text', required: true },
    { id: 'leader', label: ['项目负责人', 'Leader'], type: 'text', required: true },
    { id: 'host', label: ['承担单位', 'Carried out by'], type: 'text', required: true },
    { id: 'finishBy', label: ['计划完成日期', 'To be finished by'], type: 'day', required: false },
    { id: 'funds', label: ['经费', 'Funds'], type: 'decimal', required: false, unit: ['万元', '10,000 yuan'] },
  ],
  evidence: ['立项批准文件', 'The approval of the project'],
  submitters: ['technical-manager', 'institute-manager', 'county-regulator', 'city-regulator', 'responsible-body'],
  duplicates: 'refuse',
  phased: false,
  subjectKey: (content) => code(content.payload['projectNumber'] ?? ''),
  sample: {
    level: 'city',
    region: '320600',
    title: '示例远程计量方法研究',
    documentNumber: '示例科〔2024〕4号',
    issuer: '示例市科学技术局',
    since: '2024-07-01',
    until: null,
    payload: { projectNumber: 'SL2024001', leader: '示例人员', host: '示例市计量检定测试所', finishBy: '2026-06-30', funds: '30' },
    phases: [],
  },
};

export const patent: Kind = {
  words: ['发明专利', 'Invention patent'],
  head: {
    title: ['发明名称', 'Title of the invention'],
    documentNumber: ['专利号', 'Patent number'],
    issuer: ['授权机关', 'Granted by'],
    since: ['授权公告日', 'Granted on'],
    until: { label: ['权利终止日', 'Right ends on'], required: false },
  },
  levels: [],
  fields: [
    { id: 'owner', label: ['专利权人', 'Owner'], type: 'text', required: true },
    { id: 'inventor', label: ['发明人', 'Inventor'], type: 'text', required: false },
    {
      id: 'field',
      label: ['领域', 'Field'],
      type: 'choice',
      required: true,
      choices: [
        { value: 'intelligent-manufacturing', text: ['智能制造', 'Intelligent manufacturing'] },
        { value: 'other', text: ['其他', 'Other'] },
      ],
    },
    { id: 'classification', label: ['国际专利分类号', 'IPC symbol'], type: 'text', required: false },
  ],
  evidence: ['国家知识产权局授权公告或专利证书', 'The grant published by CNIPA, or the patent certificate'],
  submitters: ['technical-manager', 'institute-manager', 'county-regulator', 'city-regulator', 'responsible-body'],
  duplicates: 'refuse',
  phased: false,
  subjectKey: (content) => patentNumber(content.documentNumber),
  sample: {
    level: null,
    region: '320600',
    title: '一种示例测量装置',
    documentNumber: 'ZL 2099 1 0000001.0',
    issuer: '国家知识产权局',
    since: '2024-08-01',
    until: null,
    payload: { owner: '示例市计量检定测试所', inventor: '示例人员', field: 'intelligent-manufacturing', classification: 'G01B 21/00' },
    phases: [],
  },
};

export const laboratory: Kind = {
  words: ['重点实验室或技术创新中心', 'Key laboratory or innovation centre'],
  head: {
    title: ['名称', 'Name'],
    documentNumber: ['批准筹建文号', 'Document number of approval'],
    issuer: ['批准机关', 'Approved by'],
    since: ['批准筹建日期', 'Approved on'],
  },
  levels: ['city', 'province', 'ministry', 'national'],
  fields: [
    { id: 'host', label: ['依托单位', 'Host'], type: 'text', required: true },
    { id: 'scope', label: ['研究方向', 'Direction of research'], type: 'longText', required: false },
  ],
  evidence: ['批准筹建、验收、授牌文件', 'The documents of approval, acceptance and designation'],
  submitters: ['technical-manager', 'institute-manager', 'county-regulator', 'city-regulator', 'responsible-body'],
  duplicates: 'refuse',
  phased: true,
  subjectKey: (content) => name(content.title),
  sample: {
    level: 'city',
    region: '320600',
    title: '示例市计量重点实验室',
    documentNumber: '示例科〔2023〕5号',
    issuer: '示例市科学技术局',
    since: '2023-05-01',
    until: null,
    payload: { host: '示例市计量检定测试所', scope: '力学计量' },
    phases: [],
  },
};
