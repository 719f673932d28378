import type { Download } from '../../../kernel/endpoint.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/instrument/rules.ts';
import { openPaper, type Paper } from '../../../register/instrument/service/paper.ts';
import { roundProblems } from '../contract/problems.ts';
import { listItems, type ListedItem } from '../store/item.ts';
import type { RoundRow } from '../store/round.ts';

const chineseDay = (day: string): string => `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;

function daysWords(items: readonly ListedItem[]): string {
  const days = [...new Set(items.flatMap(({ day }) => day ?? []))].sort();
  const [first, last] = [days[0], days[days.length - 1]];
  if (first === undefined || last === undefined) return '具体时间另行通知';
  return first === last ? `时间为 ${chineseDay(first)}` : `时间为 ${chineseDay(first)}至 ${chineseDay(last)}（以下表为准）`;
}

const where: Readonly<Record<string, string>> = {
  'on-site': '届时本机构派员上门检定，请安排人员在场，提供电源与工作场地，备好器具',
  institute: '请按下表日期将器具送至本机构，随带以往检定证书',
  'meter-lot': '请按下表日期将表计成批送至本机构，并附清单',
};

/** One holder's notice: by what law, when, what, free of charge, nothing to file. It is a draft until the institute signs it. */
function printNotice(page: Paper, row: RoundRow, items: readonly ListedItem[], today: string): void {
  const [first] = items;
  page.font('bold').fontSize(18).fillColor('#1b2733').text('集中检定通知书', { align: 'center' });
  page.font('regular').fontSize(10).fillColor('#a32020').text('（拟稿，经检定机构签发并加盖印章后有效）', { align: 'center' });
  page.moveDown(1).fontSize(12).fillColor('#1b2733');
  page.text(`${first?.holderName ?? ''}：`, { lineGap: 6 });
  const contact =
    row.setting.contactName === null
      ? ''
      : `联系人：${row.setting.contactName}${row.setting.contactPhone === null ? '' : `，电话 ${row.setting.contactPhone}`}。`;
  // 计量法 article 9: instruments for trade, safety, health care and environmental monitoring are verified compulsorily; 财税〔2017〕20号: free of charge.
  page.text(
    `根据《中华人民共和国计量法》第九条，贵单位下列 ${items.length} 台（件）计量器具属强制检定范围。本机构将组织“${row.name}”，${daysWords(items)}。${where[row.way] ?? ''}。`,
    { indent: 24, lineGap: 6 },
  );
  page.text('本次检定的申请由本机构代为提交，贵单位无需另行申报；强制检定不收取检定费（财税〔2017〕20号）。', { indent: 24, lineGap: 6 });
  page.text(`器具有增减、停用或地点变更的，请及时告知。${contact}`, { indent: 24, lineGap: 6 });
  page.moveDown(0.6).fontSize(9.5);
  items.forEach((item, index) =>
    page.text(
      `${index + 1}. ${item.code}　${instrumentKinds[item.kind as InstrumentKind]?.text[0] ?? item.kind}　${item.model}　${item.serial}　${item.place}　${item.day ?? '时间另行通知'}`,
      { lineGap: 3 },
    ),
  );
  page.moveDown(1.5).fontSize(12);
  page.text(row.instituteName, { align: 'right', lineGap: 6 }).text(`拟稿日期 ${chineseDay(today)}`, { align: 'right' });
}

/** The notices of a round, one for each holder; a holder gets the own one only. */
export async function noticeOf(ctx: Context, row: RoundRow, holder: string | undefined): Promise<Download> {
  const { rows } = await listItems(ctx.db, ctx.caller.scope, row.id, { state: 'in', holder, limit: 20_000 });
  const byHolder = new Map<string, ListedItem[]>();
  for (const item of rows) byHolder.set(item.holderId, [...(byHolder.get(item.holderId) ?? []), item]);
  if (byHolder.size === 0) throw new Problem(roundProblems.empty);
  const name = `${row.name} 通知书（拟稿）`;
  const { page, finish } = await openPaper({ size: 'A4', margin: 64, title: name, at: ctx.now });
  [...byHolder.values()]
    .sort(([one], [other]) => (one?.holderName ?? '').localeCompare(other?.holderName ?? ''))
    .forEach((items, index) => {
      if (index > 0) page.addPage();
      printNotice(page, row, items, ctx.today);
    });
  return { name: `${name}.pdf`, type: 'application/pdf', bytes: await finish() };
}
