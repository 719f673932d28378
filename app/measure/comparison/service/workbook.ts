import Excel from 'exceljs';
import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import type { Comparison, Standing } from '../contract.ts';
import { comparisonStates, correctionStates, duties } from '../rules.ts';
import { results } from '../rules/method.ts';

type Column<Item> = {
  readonly text: Text;
  readonly width: number;
  readonly cell: (item: Item, say: (text: Text) => string) => string | number;
};

const rounds: readonly Column<Comparison>[] = [
  { text: ['名称', 'Title'], width: 32, cell: (it) => it.title },
  { text: ['参量', 'Quantity'], width: 12, cell: (it) => it.quantity },
  { text: ['依据文件', 'Based on'], width: 26, cell: (it) => it.documentNumber },
  { text: ['参加要求', 'Duty'], width: 12, cell: (it, say) => say(duties[it.duty]) },
  { text: ['组织方', 'Organiser'], width: 28, cell: (it) => it.organizer.name },
  { text: ['主导实验室', 'Pilot laboratory'], width: 28, cell: (it) => it.pilot?.name ?? '' },
  { text: ['参比实验室数', 'Participants'], width: 12, cell: (it) => it.members },
  { text: ['提交截止', 'Sealed until'], width: 22, cell: (it) => it.commitUntil ?? '' },
  { text: ['揭示期限', 'Revealed until'], width: 22, cell: (it) => it.revealUntil ?? '' },
  { text: ['状态', 'State'], width: 12, cell: (it, say) => say(comparisonStates[it.state]) },
];

const standings: readonly Column<Standing>[] = [
  { text: ['机构', 'Institute'], width: 32, cell: (it) => it.organization.name },
  { text: ['比对', 'Comparison'], width: 32, cell: (it) => it.comparison.title },
  { text: ['参加要求', 'Duty'], width: 12, cell: (it, say) => say(duties[it.duty]) },
  {
    text: ['结论', 'Result'],
    width: 16,
    cell: (it, say) => (it.result === null ? say(['未公开', 'not published']) : say(results[it.result])),
  },
  {
    text: ['应参加而无结果', 'Had to take part, gave nothing'],
    width: 16,
    cell: (it, say) => say(it.isMissing ? ['是', 'yes'] : ['否', 'no']),
  },
  {
    text: ['整改', 'Corrective action'],
    width: 14,
    cell: (it, say) => (it.correction === null ? '' : say(correctionStates[it.correction])),
  },
  { text: ['结果公开时间', 'Results opened'], width: 22, cell: (it) => it.openedAt },
];

async function print<Item>(title: Text, columns: readonly Column<Item>[], items: readonly Item[], ctx: Context): Promise<Download> {
  const say = (text: Text): string => inLanguage(text, ctx.language);
  const name = say(title);
  const book = new Excel.Workbook();
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = [{ width: 6 }, ...columns.map(({ width }) => ({ width }))];
  sheet.addRow([say([`${title[0]} 截至${ctx.today}`, `${title[1]} as of ${ctx.today}`])]).font = { bold: true, size: 14 };
  sheet.addRow([say(['序号', 'No.']), ...columns.map(({ text }) => say(text))]).font = { bold: true };
  items.forEach((item, index) => sheet.addRow([index + 1, ...columns.map(({ cell }) => cell(item, say))]));
  sheet.eachRow((row) => (row.alignment = { wrapText: row.number > 2, vertical: 'top' }));
  return {
    name: `${name} ${ctx.today}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: new Uint8Array(await book.xlsx.writeBuffer()),
  };
}

export const roundsWorkbook = (items: readonly Comparison[], ctx: Context): Promise<Download> =>
  print(['计量比对', 'Comparisons'], rounds, items, ctx);
export const standingsWorkbook = (items: readonly Standing[], ctx: Context): Promise<Download> =>
  print(['参加比对情况', 'Standing in comparisons'], standings, items, ctx);
