import Excel from 'exceljs';
import type { Download } from '../../../kernel/endpoint.ts';
import type { ScenarioPage } from '../contract/shapes.ts';
import { options } from '../rules/scenario.ts';
import { costHeader, costRows, orderHeader, orderRows, summaryLines } from './lines.ts';

const line = { style: 'thin', color: { argb: 'FF5B6673' } } as const;
const framed: Partial<Excel.Borders> = { top: line, left: line, bottom: line, right: line };

function addTable(
  book: Excel.Workbook,
  name: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = widths.map((width) => ({ width }));
  sheet.addRow([...header]).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((words) => (/^\d+$/.test(words) ? Number(words) : words)));
  sheet.eachRow((row) => row.eachCell((cell) => Object.assign(cell, { border: framed, alignment: { vertical: 'top', wrapText: true } })));
}

/** Summary, order by month, county by item, and the figures that nobody has confirmed. */
export async function toWorkbook(page: ScenarioPage): Promise<Download> {
  const book = new Excel.Workbook();
  const summary = book.addWorksheet('概要');
  summary.columns = [{ width: 100 }];
  for (const words of summaryLines(page)) summary.addRow([words]).alignment = { wrapText: true };
  addTable(book, '次序', orderHeader, orderRows(page), [6, 12, 22, 16, 10, 10, 14, 14, 12, 34, 60, 10, 14]);
  const cell = (region: string, item: string): string => {
    const choice = page.choices.find((one) => one.region === region && one.item === item);
    if (choice === undefined) return '';
    return choice.option === null ? '不配置' : `${options[choice.option][0]} ${choice.inPlace ?? ''}`;
  };
  addTable(
    book,
    '县×项目',
    ['地区', ...page.items.map(({ mark, name }) => `${mark}${name[0]}`)],
    page.counties.map(({ code, name }) => [name[0], ...page.items.map(({ id }) => cell(code, id))]),
    [12, ...page.items.map(() => 14)],
  );
  addTable(book, '未确认的假设', costHeader, costRows(page), [10, 24, 12, 10, 40, 12]);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  return {
    name: `能力配置方案 ${page.name} 第${page.version.number}版.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes,
  };
}
