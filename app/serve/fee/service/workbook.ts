import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { finishWorkbook, frozen, openWorkbook } from '../../../platform/workbook.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/instrument/rules.ts';
import type { Fees, Sum } from '../contract.ts';
import { feeGroupings, priceStates, printYuan, waivedBy } from '../rules.ts';

const kindWords = (kind: string): Text => (kind in instrumentKinds ? instrumentKinds[kind as InstrumentKind].text : [kind, kind]);

/** The sums of a period as a workbook: amounts are numbers in yuan, what has no price is named. */
export async function writeFees(fees: Fees, { language, today }: Pick<Context, 'language' | 'today'>): Promise<Download> {
  const say = (text: Text): string => inLanguage(text, language);
  const book = await openWorkbook();
  const title = say(['免收强制检定费', 'Fees of compulsory verification waived']);
  const sheet = book.addWorksheet(title, { views: [frozen(3)] });
  sheet.columns = [{ width: 34 }, { width: 14 }, { width: 16 }, { width: 18 }, { width: 20 }, { width: 20 }];
  sheet.addRow([`${title} ${fees.from} — ${fees.to}`]).font = { bold: true, size: 14 };
  const lists = fees.lists.map(({ documentNumber, from, to }) => `${documentNumber}（${from}—${to}）`).join('；');
  sheet.addRow([
    say([
      `依据${waivedBy}不收费；金额按出证当日的收费标准计算，不含没有收费标准的。收费标准：${lists === '' ? '未录入' : lists}`,
      `Not charged by ${waivedBy}; by the price list of the day of issue, without what has no price. Price lists: ${lists === '' ? 'none' : lists}`,
    ]),
  ]).alignment = { wrapText: false };
  sheet.addRow(
    [
      feeGroupings[fees.by],
      ['已出证（台件）', 'Documents'],
      ['有收费标准（台件）', 'With a price'],
      ['免收金额（元）', 'Waived (yuan)'],
      priceStates['no-list'],
      priceStates['no-price'],
    ].map((text) => say(text as Text)),
  ).font = { bold: true };
  const write = (name: string, sum: Sum) => {
    const row = sheet.addRow([
      name,
      sum.items,
      sum.priced,
      sum.fen === null ? say(['未知', 'not known']) : Number(printYuan(sum.fen)),
      sum.noList,
      sum.noPrice,
    ]);
    row.getCell(4).numFmt = '#,##0.00';
    return row;
  };
  for (const { key, name, ...sum } of fees.groups) write(name ?? (fees.by === 'kind' ? say(kindWords(key)) : key), sum);
  write(say(['合计', 'Total']), fees.total).font = { bold: true };
  if (fees.missing.length > 0) {
    sheet.addRow([]);
    sheet.addRow([say(['没有收费标准的', 'Without a price'])]).font = { bold: true };
    for (const { state, kind, items } of fees.missing) sheet.addRow([say(kindWords(kind)), items, say(priceStates[state])]);
  }
  return finishWorkbook(book, `${title}-${fees.from}-${fees.to}-${today}`);
}
