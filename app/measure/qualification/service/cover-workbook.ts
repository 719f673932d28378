import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { finishWorkbook, frozen, landscape, openWorkbook } from '../../../platform/workbook.ts';
import { annexItems } from '../../../register/catalogue/rules/annex.ts';
import { instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import type { CoverBoard } from '../contract/cover.ts';
import { activities } from '../rules.ts';
import { coverBases, coverStates } from '../rules/cover.ts';

/** The whole cover of an institute as a workbook in the reader's language: one block of columns per day. */
export async function coverWorkbook(board: CoverBoard, { language }: Pick<Context, 'language'>): Promise<Download> {
  const say = (text: Text): string => inLanguage(text, language);
  const title = say(['岗位覆盖与单点风险', 'Cover and single points of failure']);
  const [first = ''] = board.days;
  const book = await openWorkbook();
  const sheet = book.addWorksheet(title.slice(0, 31), {
    views: [frozen(2)],
    pageSetup: landscape,
  });
  sheet.addRow([`${board.institute?.name ?? ''} ${title} ${first}`]).font = { bold: true, size: 14 };
  const heads = board.days.flatMap((day) => [
    `${day} ${say(['状态', 'State'])}`,
    `${day} ${say(activities.test)}`,
    `${day} ${say(activities.check)}`,
    `${day} ${say(activities.approve)}`,
    `${day} ${say(['单点', 'Single points'])}`,
  ]);
  const lead = [
    ['序号', 'No.'],
    ['民生项目', 'Item'],
    ['器具种类', 'Kind'],
    ['规程', 'Regulation'],
    ['依据', 'Basis'],
    ['区划代码', 'Regions'],
  ] as const;
  const rest = [
    ['状态变差之日', 'Worse from'],
    ['届时状态', 'State then'],
    ['九十日内到期', 'Ending within 90 days'],
  ] as const;
  sheet.addRow([...lead.map(say), ...heads, ...rest.map(say)]).font = { bold: true };
  const names = (persons: readonly { readonly name: string }[]): string => persons.map(({ name }) => name).join('、');
  board.rows.forEach((row, index) =>
    sheet.addRow([
      index + 1,
      row.items.map((item) => `${item} ${say(annexItems[item])}`).join('、'),
      say(instrumentKinds[row.kind].text),
      row.regulation?.toUpperCase().replace(/-0*/, ' ') ?? '',
      row.bases.map((basis) => say(coverBases[basis])).join('、'),
      row.regions.join('、'),
      ...row.covers.flatMap((cover) => [
        say(coverStates[cover.state]),
        names(cover.test),
        names(cover.check),
        names(cover.approve),
        names(cover.singlePoints),
      ]),
      row.falls?.day ?? '',
      row.falls === null ? '' : say(coverStates[row.falls.state]),
      row.ending.map(({ person, activity, lastDay }) => `${person.name} ${say(activities[activity])} ${lastDay}`).join('；'),
    ]),
  );
  sheet.columns.forEach((column, index) => (column.width = index === 0 ? 6 : 18));
  sheet.eachRow((row) => (row.alignment = { wrapText: row.number > 2, vertical: 'top' }));
  return finishWorkbook(book, `${title} ${first}`);
}
