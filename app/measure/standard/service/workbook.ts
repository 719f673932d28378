import type { Download } from '../../../kernel/endpoint.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { registerWorkbook, type WorkbookColumn } from '../../../platform/workbook.ts';
import type { Standard } from '../contract.ts';
import { rangeBases } from '../rules/range.ts';
import { accuracyLine, certificateKinds, standardStates } from '../rules.ts';

/** Filled and uploaded again it states the ranges of many standards at once. */
export const judgedByColumn: Text = ['用于判定的范围', 'Ranges to judge by'];

const columns: readonly WorkbookColumn<Standard>[] = [
  { text: ['编号', 'Number'], width: 14, cell: (it) => it.number },
  { text: ['名称', 'Name'], width: 24, cell: (it) => it.name },
  { text: ['型号规格', 'Model'], width: 16, cell: (it) => it.model },
  { text: ['出厂编号', 'Serial number'], width: 16, cell: (it) => it.serial },
  { text: ['测量范围', 'Range'], width: 20, cell: (it) => it.range },
  { text: judgedByColumn, width: 26, cell: (it) => it.ranges.items.map(({ text }) => text).join('；') },
  { text: ['范围来源', 'Source of the ranges'], width: 16, cell: (it, say) => say(rangeBases[it.ranges.basis]) },
  { text: ['准确度', 'Accuracy'], width: 22, cell: (it) => accuracyLine(it.certificate) },
  { text: ['用于', 'Serves as'], width: 26, cell: (it) => it.roles.join('、') },
  { text: ['证书种类', 'Kind of certificate'], width: 12, cell: (it, say) => say(certificateKinds[it.certificate.kind]) },
  { text: ['证书编号', 'Certificate'], width: 20, cell: (it) => it.certificate.number },
  { text: ['溯源机构', 'Issued by'], width: 24, cell: (it) => it.certificate.issuer },
  { text: ['检定或校准日期', 'Calibrated on'], width: 14, cell: (it) => it.certificate.calibratedOn },
  { text: ['有效期至', 'Valid until'], width: 12, cell: (it) => it.certificate.validUntil },
  { text: ['剩余天数', 'Days left'], width: 10, cell: (it) => it.daysLeft },
  { text: ['状态', 'State'], width: 10, cell: (it, say) => say(standardStates[it.state]) },
  { text: ['机构', 'Institute'], width: 28, cell: (it) => it.institute.name },
];

/** The filtered standards as a workbook in the reader's language. */
export const toWorkbook = (standards: readonly Standard[], ctx: Pick<Context, 'language' | 'today'>): Promise<Download> =>
  registerWorkbook(['标准器台账', 'Register of standards'], columns, standards, ctx);
