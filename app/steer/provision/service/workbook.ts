import type { Download } from '../../../kernel/endpoint.ts';
import { addFramedTable, finishWorkbook, openWorkbook } from '../../../platform/workbook.ts';
import type { ScenarioPage } from '../contract/shapes.ts';
import { options } from '../rules/scenario.ts';
import { costHeader, costRows, orderHeader, orderRows, summaryLines } from './lines.ts';

/** Whole numbers as numbers, so that a reader may compute on. */
const counted = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((words) => (/^\d+$/.test(words) ? Number(words) : words)));

/** Summary, order by month, county by item, and the figures that nobody has confirmed. */
export async function toWorkbook(page: ScenarioPage): Promise<Download> {
  const book = await openWorkbook();
  const summary = book.addWorksheet('概要');
  summary.columns = [{ width: 100 }];
  for (const words of summaryLines(page)) summary.addRow([words]).alignment = { wrapText: true };
  addFramedTable(book, {
    name: '次序',
    header: orderHeader,
    rows: counted(orderRows(page)),
    widths: [6, 12, 22, 16, 10, 10, 14, 14, 12, 34, 60, 10, 14],
  });
  const cell = (region: string, item: string): string => {
    const choice = page.choices.find((one) => one.region === region && one.item === item);
    if (choice === undefined) return '';
    return choice.option === null ? '不配置' : `${options[choice.option][0]} ${choice.inPlace ?? ''}`;
  };
  addFramedTable(book, {
    name: '县×项目',
    header: ['地区', ...page.items.map(({ mark, name }) => `${mark}${name[0]}`)],
    rows: page.counties.map(({ code, name }) => [name[0], ...page.items.map(({ id }) => cell(code, id))]),
    widths: [12, ...page.items.map(() => 14)],
  });
  addFramedTable(book, { name: '未确认的假设', header: costHeader, rows: counted(costRows(page)), widths: [10, 24, 12, 10, 40, 12] });
  return finishWorkbook(book, `能力配置方案 ${page.name} 第${page.version.number}版`);
}
