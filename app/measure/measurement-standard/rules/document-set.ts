/** 文件集 of a measurement standard: the 18 kinds of JJF 1033, 4.5. Known from practice, not compared with the printed text (confidence H). */
import type { Text } from '../../../kernel/text.ts';

export const documentSetSource = { source: 'JJF 1033 4.5', confidence: 'H' } as const;

export const documentKinds = {
  'examination-certificate': ['计量标准考核证书', 'Examination certificate'],
  'public-certificate': ['社会公用计量标准证书', 'Certificate of the public measurement standard'],
  application: ['计量标准考核（复查）申请书', 'Application for examination or re-examination'],
  'technical-report': ['计量标准技术报告', 'Technical report'],
  repeatability: ['检定或校准结果的重复性试验记录', 'Records of repeatability'],
  stability: ['计量标准的稳定性考核记录', 'Records of stability'],
  'change-report': ['计量标准更换申报表', 'Report of a change'],
  'suspension-report': ['计量标准封存（或撤销）申报表', 'Report of a suspension or withdrawal'],
  history: ['计量标准履历书', 'History of the measurement standard'],
  'hierarchy-scheme': ['国家计量检定系统表', 'Hierarchy scheme'],
  procedure: ['计量检定规程或计量技术规范', 'Verification regulation or calibration specification'],
  'operating-procedure': ['计量标准操作程序', 'Operating procedure'],
  manual: ['计量标准器及主要配套设备使用说明书', 'Manuals of the equipment'],
  'equipment-certificate': ['计量标准器及主要配套设备的检定或校准证书', 'Certificates of the equipment'],
  competence: ['检定或校准人员能力证明', 'Evidence of the competence of the staff'],
  management: ['实验室的相关管理制度', 'Rules of the laboratory'],
  'record-copy': ['开展检定或校准工作的原始记录及相应的检定或校准证书副本', 'Original records and copies of certificates'],
  other: ['可以证明计量标准具有相应测量能力的其他技术资料', 'Other evidence of the measurement capability'],
} as const satisfies Record<string, Text>;
export type DocumentKind = keyof typeof documentKinds;
export const documentKindNames = Object.keys(documentKinds) as [DocumentKind, ...DocumentKind[]];

/** JJF 1033 names the rules of the laboratory one by one (number known, wording not compared). */
export const managementRuleCount = 8;

/** Kinds that exist only where there was an occasion: nobody lacks a report of a change that never happened. */
const occasional: readonly DocumentKind[] = ['change-report', 'suspension-report', 'other'];
/** Kinds that come out of the examination, and cannot be missing before it. */
const afterwards: readonly DocumentKind[] = ['examination-certificate', 'public-certificate'];

export type DocumentState = 'present' | 'missing' | 'omitted' | 'later' | 'occasional';
export const documentStates = {
  present: ['齐备', 'Present'],
  missing: ['缺', 'Missing'],
  omitted: ['不适用', 'Not applicable'],
  later: ['考核后取得', 'After the examination'],
  occasional: ['发生时填写', 'When there is an occasion'],
} as const satisfies Record<DocumentState, Text>;

/** How a kind of document stands in a dossier. */
export function documentState(
  document: DocumentKind,
  filed: { readonly omitted: boolean } | undefined,
  standard: { readonly kind: string; readonly examined: boolean },
): DocumentState {
  if (filed !== undefined) return filed.omitted ? 'omitted' : 'present';
  if (document === 'public-certificate' && standard.kind !== 'public') return 'omitted';
  if (occasional.includes(document)) return 'occasional';
  return afterwards.includes(document) && !standard.examined ? 'later' : 'missing';
}
