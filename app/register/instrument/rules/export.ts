/** The ledger as a table for other programs: its columns in the usual order, every cell a text. */
import { editionFor, findProcedure } from '@tongheng/procedures/registry';
import type { Text } from '../../../kernel/text.ts';
import { instrumentKinds, type InstrumentKind } from '../../catalogue/rules/kinds.ts';
import { instrumentStates, type InstrumentStatus } from './life-cycle.ts';
import type { Parameters } from './nameplate.ts';
import { resultOrigins, type ResultOrigin } from './result.ts';
import { standingOf, standings, validities, type Validity } from './standing.ts';
import { instrumentUses, type InstrumentUse } from './use.ts';

export const exportFormats = ['xlsx', 'csv', 'csv-gbk'] as const;
export type ExportFormat = (typeof exportFormats)[number];
/** Rows of one export; more are to be exported part by part. */
export const mostExported = 100_000;

export const labelSizes = ['40x30', '50x30'] as const;
export type LabelSize = (typeof labelSizes)[number];

/** What a row of the export is made of. */
export type Exported = {
  readonly code: string;
  readonly kind: InstrumentKind;
  readonly name: string;
  readonly model: string;
  readonly serial: string;
  readonly maker: string;
  readonly holderName: string;
  readonly holderCreditCode: string | null;
  readonly region: string;
  readonly townshipName: string | null;
  readonly villageName: string | null;
  readonly place: string;
  readonly placeName: string | null;
  readonly use: InstrumentUse;
  readonly parameters: Parameters;
  readonly measuringRange: string | null;
  readonly accuracyClass: string | null;
  readonly typeApproval: string | null;
  readonly identificationCode: string | null;
  readonly oldNumber: string | null;
  readonly ecqsNumber: string | null;
  readonly manufacturedOn: string | null;
  readonly inUseSince: string | null;
  readonly status: InstrumentStatus;
  readonly validity: Validity | null;
  readonly verdict: 'pass' | 'fail' | null;
  readonly verifiedOn: string | null;
  readonly certificateNumber: string | null;
  readonly verifiedBy: string | null;
  readonly dueOn: string | null;
  readonly resultOrigin: ResultOrigin | null;
  readonly demonstration: boolean;
};

type Cell = (row: Exported, today: string) => Text | string | null | undefined;
type Column = { readonly id: string; readonly label: Text; readonly width: number; readonly cell: Cell };

const verdicts = { pass: ['合格', 'Pass'], fail: ['不合格', 'Fail'] } as const satisfies Record<string, Text>;

/** The interval of a periodic verification in months; undefined where no edition says it. */
export function intervalOf(kind: InstrumentKind, parameters: Parameters, day: string): Text | undefined {
  const edition = editionFor(kind, day);
  const rule = edition === undefined ? undefined : findProcedure(edition.id)?.validity(parameters);
  const months = rule?.form === 'periodic' ? rule.months.value : null;
  return months === null ? undefined : [`${months} 个月`, `${months} months`];
}

const columns: readonly Column[] = [
  { id: 'name', label: ['器具名称', 'Name'], width: 20, cell: ({ name }) => name },
  { id: 'model', label: ['型号规格', 'Model'], width: 16, cell: ({ model }) => model },
  { id: 'serial', label: ['出厂编号', 'Serial number'], width: 18, cell: ({ serial }) => serial },
  { id: 'measuringRange', label: ['测量范围', 'Measuring range'], width: 18, cell: ({ measuringRange }) => measuringRange },
  { id: 'accuracyClass', label: ['准确度等级', 'Accuracy class'], width: 12, cell: ({ accuracyClass }) => accuracyClass },
  { id: 'place', label: ['安装地点', 'Place of use'], width: 24, cell: ({ place }) => place },
  {
    id: 'period',
    label: ['检定周期', 'Interval'],
    width: 10,
    cell: ({ kind, parameters }, today) => intervalOf(kind, parameters, today),
  },
  { id: 'verifiedOn', label: ['上次检定日期', 'Last verified on'], width: 14, cell: ({ verifiedOn }) => verifiedOn },
  { id: 'dueOn', label: ['有效期至', 'Valid until'], width: 14, cell: ({ dueOn }) => dueOn },
  { id: 'certificateNumber', label: ['证书编号', 'Certificate number'], width: 22, cell: ({ certificateNumber }) => certificateNumber },
  {
    id: 'verdict',
    label: ['上次检定结论', 'Last verdict'],
    width: 12,
    cell: ({ verdict }) => (verdict === null ? null : verdicts[verdict]),
  },
  { id: 'verifiedBy', label: ['检定机构', 'Verified by'], width: 24, cell: ({ verifiedBy }) => verifiedBy },
  {
    id: 'resultOrigin',
    label: ['结果来源', 'Whose word it is'],
    width: 20,
    cell: ({ resultOrigin }) => (resultOrigin === null ? null : resultOrigins[resultOrigin]),
  },
  {
    id: 'standing',
    label: ['检定状态', 'Standing'],
    width: 16,
    cell: (row, today) => (row.status === 'in-use' ? standings[standingOf(row, today)] : null),
  },
  { id: 'status', label: ['器具状态', 'State'], width: 10, cell: ({ status }) => instrumentStates[status] },
  { id: 'kind', label: ['器具种类', 'Kind'], width: 20, cell: ({ kind }) => instrumentKinds[kind].text },
  { id: 'maker', label: ['生产厂家', 'Maker'], width: 24, cell: ({ maker }) => maker },
  { id: 'holderName', label: ['使用单位', 'Holder'], width: 26, cell: ({ holderName }) => holderName },
  {
    id: 'creditCode',
    label: ['统一社会信用代码', 'Unified social credit code'],
    width: 22,
    cell: ({ holderCreditCode }) => holderCreditCode,
  },
  { id: 'region', label: ['使用地点行政区划', 'Region of use'], width: 12, cell: ({ region }) => region },
  { id: 'township', label: ['乡镇（街道）', 'Township'], width: 16, cell: ({ townshipName }) => townshipName },
  { id: 'village', label: ['村（社区）', 'Village'], width: 16, cell: ({ villageName }) => villageName },
  { id: 'placeName', label: ['使用场所', 'Recorded place'], width: 22, cell: ({ placeName }) => placeName },
  { id: 'use', label: ['用途', 'Use'], width: 12, cell: ({ use }) => instrumentUses[use] },
  {
    id: 'validity',
    label: ['检定管理方式', 'How it is verified'],
    width: 24,
    cell: ({ validity }) => (validity === null ? null : validities[validity]),
  },
  { id: 'manufacturedOn', label: ['出厂日期', 'Date of manufacture'], width: 12, cell: ({ manufacturedOn }) => manufacturedOn },
  { id: 'inUseSince', label: ['启用日期', 'In use since'], width: 12, cell: ({ inUseSince }) => inUseSince },
  { id: 'typeApproval', label: ['型式批准证书编号', 'Type approval number'], width: 20, cell: ({ typeApproval }) => typeApproval },
  { id: 'code', label: ['器具编码', 'Code for life'], width: 20, cell: ({ code }) => code },
  {
    id: 'identificationCode',
    label: ['器具标识码', 'Identification code'],
    width: 20,
    cell: ({ identificationCode }) => identificationCode,
  },
  { id: 'oldNumber', label: ['原编号', 'Earlier number'], width: 16, cell: ({ oldNumber }) => oldNumber },
  { id: 'ecqsNumber', label: ['e-CQS 器具编号', 'e-CQS number'], width: 20, cell: ({ ecqsNumber }) => ecqsNumber },
  {
    id: 'remark',
    label: ['备注', 'Remark'],
    width: 12,
    cell: ({ demonstration }) => (demonstration ? ['演示记录', 'demonstration record'] : null),
  },
];

const numberColumn = { id: 'number', label: ['序号', 'No.'], width: 8 } as const;
export const exportColumns: readonly { readonly id: string; readonly label: Text; readonly width: number }[] = [numberColumn, ...columns];

/** One row as texts in the order of the columns; what is not known is left empty. */
export const exportCells = (row: Exported, number: number, today: string, language: 0 | 1): string[] => [
  String(number),
  ...columns.map(({ cell }) => {
    const said = cell(row, today);
    return typeof said === 'string' ? said : (said?.[language] ?? '');
  }),
];

/** A row of CSV by RFC 4180. A text that a spreadsheet would take for a formula is marked as text, as one would type it there. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells
    .map((cell) => (/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell))
    .join(',')}\r\n`;
