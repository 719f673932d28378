import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { addRegister, finishWorkbook, frozen, openWorkbook, type WorkbookColumn } from '../../../platform/workbook.ts';
import {
  findingOutcomes,
  performanceKinds,
  performanceVerdicts,
  type PerformanceKind,
  type PerformanceVerdict,
} from '../rules/performance.ts';
import { daysOf, groupsOf } from '../rules/performance-series.ts';
import type { Owner, RecordRow } from '../store/performance.ts';
import { answerOf, conditionsOf, testOf, toCard } from './performance-view.ts';

const columns: readonly WorkbookColumn<RecordRow>[] = [
  { text: ['考核种类', 'Kind'], width: 16, cell: (row, say) => say(performanceKinds[row.kind as PerformanceKind]) },
  { text: ['日期', 'Day'], width: 12, cell: (row) => row.testedOn },
  { text: ['参数', 'Quantity'], width: 14, cell: (row) => row.quantity },
  { text: ['测量点', 'Point'], width: 14, cell: (row) => row.point },
  { text: ['单位', 'Unit'], width: 8, cell: (row) => row.unit },
  {
    text: ['被测对象或核查标准', 'Object'],
    width: 24,
    cell: (row) => [row.objectName, row.objectModel, row.objectNumber].filter((one) => one !== null).join(' '),
  },
  {
    text: ['环境条件', 'Environment'],
    width: 22,
    cell: (row) =>
      conditionsOf(row)
        .map(({ quantity, value, unit }) => `${quantity} ${value} ${unit}`.trim())
        .join('，'),
  },
  {
    text: ['读数', 'Readings'],
    width: 48,
    cell: (row) =>
      groupsOf(testOf(row))
        .map((group) => group.join('  '))
        .join('\n'),
  },
  { text: ['结果', 'Value'], width: 14, cell: (row) => answerOf(row).value ?? '' },
  { text: ['限值', 'Limit'], width: 14, cell: (row) => answerOf(row).limit ?? '' },
  { text: ['结论', 'Verdict'], width: 10, cell: (row, say) => say(performanceVerdicts[row.verdict as PerformanceVerdict]) },
  { text: ['依据', 'Clause'], width: 30, cell: (row, say) => say(answerOf(row).clause) },
  { text: ['试验人员', 'Tested by'], width: 10, cell: (row) => row.tester ?? row.recordedBy },
  { text: ['复核人员', 'Confirmed by'], width: 10, cell: (row) => row.confirmedBy ?? '' },
  {
    text: ['不符合项处置', 'Settlement'],
    width: 28,
    cell: (row, say) => {
      const { settlement, openFinding } = toCard(row);
      if (settlement !== null) return `${say(findingOutcomes[settlement.outcome])} ${settlement.citation ?? ''} ${settlement.reason}`;
      return openFinding ? say(['待处置', 'to be settled']) : '';
    },
  },
  { text: ['备注', 'Remark'], width: 24, cell: (row) => row.remark ?? '' },
];

const numbers = /^-?\d+(?:\.\d+)?$/;

/** The live records as a workbook; readings stay text with their zeros, and stand one by one on a sheet of their own for charts. */
export async function toWorkbook(owner: Owner, rows: readonly RecordRow[], { language, today }: Context): Promise<Download> {
  const say = (text: Text): string => inLanguage(text, language);
  const title = say(['性能考核记录', 'Records of performance']);
  const book = await openWorkbook();
  const heading = `${owner.name} ${title} ${today}${owner.demonstration ? ` ${say(['演示·无效', 'DEMONSTRATION'])}` : ''}`;
  addRegister(book, language, { title, heading, columns, rows });
  const readings = book.addWorksheet(say(['读数', 'Readings']), { views: [frozen(1)] });
  readings.addRow([
    say(['日期', 'Day']),
    say(['参数', 'Quantity']),
    say(['测量点', 'Point']),
    say(['读数', 'Reading']),
    say(['数值', 'Number']),
    say(['单位', 'Unit']),
  ]).font = { bold: true };
  for (const row of rows) {
    const days = daysOf(testOf(row), row.testedOn);
    groupsOf(testOf(row)).forEach((group, index) =>
      group.forEach((text) =>
        readings.addRow([days[index] ?? row.testedOn, row.quantity, row.point, text, numbers.test(text) ? Number(text) : null, row.unit]),
      ),
    );
  }
  readings.columns.forEach((column) => (column.width = 14));
  return finishWorkbook(book, `${owner.name} ${title} ${today}`);
}
