import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import { finishWorkbook, frozen, landscape, openWorkbook } from '../../../platform/workbook.ts';
import type { PlanDocument } from '../contract/document.ts';
import type { Difference } from '../contract/endpoints.ts';
import { ruleWords } from '../rules/finding-words.ts';
import { resolutions } from '../rules/settlement.ts';

const headings: readonly { text: Text; width: number }[] = [
  { text: ['序号', 'No.'], width: 6 },
  { text: ['规则', 'Rule'], width: 12 },
  { text: ['来源', 'Source'], width: 14 },
  { text: ['行', 'Row'], width: 24 },
  { text: ['列', 'Column'], width: 20 },
  { text: ['印刷', 'Printed'], width: 18 },
  { text: ['对齐后', 'Aligned'], width: 10 },
  { text: ['重算', 'Recomputed'], width: 18 },
  { text: ['说明', 'What does not agree'], width: 64 },
  { text: ['处理', 'Settlement'], width: 14 },
  { text: ['理由', 'Reason'], width: 40 },
  { text: ['依据文号', 'Document number'], width: 24 },
  { text: ['处理人', 'Settled by'], width: 24 },
  { text: ['日期', 'Day'], width: 12 },
];

const blank: Text = ['（空白）', '(blank)'];
const absent: Text = ['（无此格）', '(no such cell)'];

/** Figures stay text, as they are printed in the document. */
function cells(difference: Difference, number: number, language: Language): (string | number)[] {
  const say = (text: Text): string => inLanguage(text, language);
  const printed = difference.printed === null ? say(absent) : difference.printed === '' ? say(blank) : difference.printed;
  const { settlement, place } = difference;
  return [
    number,
    say(ruleWords[difference.rule]),
    say(place.source),
    say(place.row),
    say(place.column),
    printed,
    difference.aligned ?? '',
    difference.recomputed ?? '',
    say(difference.text),
    say(resolutions[difference.resolution].text),
    settlement?.reason ?? '',
    settlement?.documentNumber ?? '',
    settlement === null ? '' : `${settlement.by.name}（${settlement.by.organization}）`,
    settlement?.at.slice(0, 10) ?? '',
  ];
}

/** The differences as a workbook, in the reader's language, with the document and the day on top. */
export async function toWorkbook(
  plan: PlanDocument,
  differences: readonly Difference[],
  { language, today }: { readonly language: Language; readonly today: string },
): Promise<Download> {
  const say = (text: Text): string => inLanguage(text, language);
  const title = say(['待核实差异', 'Differences to be settled']);
  const book = await openWorkbook();
  const sheet = book.addWorksheet(title, {
    views: [frozen(3)],
    pageSetup: landscape,
  });
  sheet.columns = headings.map(({ width }) => ({ width }));
  sheet.addRow([`${say(plan.title)} ${plan.documentNumber} · ${title}`]).font = { bold: true, size: 14 };
  sheet.addRow([today]);
  sheet.addRow(headings.map(({ text }) => say(text))).font = { bold: true };
  differences.forEach((difference, index) => sheet.addRow(cells(difference, index + 1, language)));
  sheet.eachRow((row) => (row.alignment = { wrapText: row.number > 3, vertical: 'top' }));
  return finishWorkbook(book, `${title} ${today}`);
}
