/**
 * Documents that are printed from the records of a measurement standard. Their sections are those of the annexes of JJF 1033 as far as they
 * are known from practice; none has been compared with the official text, so each document carries its confidence and says so in print.
 */
import type { Text } from '../../../kernel/text.ts';
import type { Confidence } from '../../../kernel/confidence.ts';

type Paper = { readonly title: Text; readonly source: Text; readonly confidence: Confidence };

export const papers = {
  application: {
    title: ['计量标准考核（复查）申请书', 'Application for examination or re-examination'],
    source: ['JJF 1033-2023 附录：计量标准考核（复查）申请书', 'JJF 1033-2023, annex: application'],
    confidence: 'M',
  },
  'technical-report': {
    title: ['计量标准技术报告', 'Technical report of the measurement standard'],
    source: ['JJF 1033-2023 附录：计量标准技术报告', 'JJF 1033-2023, annex: technical report'],
    confidence: 'M',
  },
  repeatability: {
    title: ['检定或校准结果的重复性试验记录', 'Records of repeatability'],
    source: ['JJF 1033-2023 附录：重复性试验记录（参考格式）', 'JJF 1033-2023, annex: record of repeatability'],
    confidence: 'M',
  },
  stability: {
    title: ['计量标准的稳定性考核记录', 'Records of stability'],
    source: ['JJF 1033-2023 附录：稳定性考核记录（参考格式）', 'JJF 1033-2023, annex: record of stability'],
    confidence: 'M',
  },
  history: {
    title: ['计量标准履历书', 'History of the measurement standard'],
    source: ['JJF 1033-2023 附录：计量标准履历书（参考格式）', 'JJF 1033-2023, annex: history'],
    confidence: 'M',
  },
} as const satisfies Record<string, Paper>;
export type PaperName = keyof typeof papers;
export const paperNames = Object.keys(papers) as [PaperName, ...PaperName[]];

/** Parts that a person writes. Figures do not belong here: they come from the records. */
export const reportSections = {
  purpose: ['建立计量标准的目的', 'Purpose'],
  principle: ['计量标准的工作原理及其组成', 'Principle and composition'],
  traceability: ['量值溯源和传递框图的说明', 'Traceability and dissemination'],
  conclusion: ['结论', 'Conclusion'],
  remarks: ['附加说明', 'Remarks'],
  opinion: ['建标单位意见', 'Opinion of the applicant'],
  facilities: ['环境设施', 'Facilities'],
  repairs: ['计量标准器及配套设备修理记录', 'Repairs of the equipment'],
  usage: ['计量标准使用记录', 'Use of the measurement standard'],
} as const satisfies Record<string, Text>;
export type ReportSection = keyof typeof reportSections;
export const reportSectionNames = Object.keys(reportSections) as [ReportSection, ...ReportSection[]];

/** Which parts a document needs. */
export const sectionsOf: Readonly<Record<PaperName, readonly ReportSection[]>> = {
  application: ['facilities', 'opinion'],
  'technical-report': ['purpose', 'principle', 'traceability', 'conclusion', 'remarks'],
  repeatability: [],
  stability: [],
  history: ['repairs', 'usage'],
};

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly label: string; readonly width: number }[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'chart'; readonly svg: string; readonly caption: string }
  | { readonly kind: 'page' };

/** A document before it is a file: Chinese, as the forms are. */
export type PaperContent = {
  readonly title: string;
  readonly subject: string;
  readonly institute: string;
  readonly day: string;
  /** Printed across each page; null in real use. */
  readonly mark: readonly [zh: string, en: string] | null;
  readonly cover: readonly (readonly [label: string, value: string])[];
  readonly blocks: readonly Block[];
};

/** What is not recorded prints as a stroke, as the forms ask for. */
export const filled = (value: string | null | undefined): string =>
  value === null || value === undefined || value.trim() === '' ? '/' : value;
export const joined = (parts: readonly (string | null | undefined)[], between = ' '): string =>
  filled(parts.filter((part): part is string => part !== null && part !== undefined && part.trim() !== '').join(between));

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const subheading = (text: string): Block => ({ kind: 'subheading', text });
export const note = (text: string): Block => ({ kind: 'note', text });
export const facts = (rows: readonly (readonly [string, string | null])[]): Block => ({
  kind: 'facts',
  rows: rows.map(([label, value]) => [label, filled(value)] as const),
});
/** Long texts keep their paragraphs. */
export const prose = (text: string | undefined): Block[] =>
  filled(text)
    .split(/\n+/)
    .map((part) => ({ kind: 'paragraph', text: part.trim() === '' ? '/' : part.trim() }));

/** A table with its row numbers; one row of strokes where there is nothing. */
export function table(columns: readonly (readonly [label: string, width: number])[], rows: readonly (readonly (string | null)[])[]): Block {
  const shown = rows.length === 0 ? [columns.map(() => null)] : rows;
  return {
    kind: 'table',
    columns: columns.map(([label, width]) => ({ label, width })),
    rows: shown.map((row) => columns.map((_, index) => filled(row[index]))),
  };
}
