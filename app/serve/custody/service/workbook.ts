import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { frozen, streamWorkbook, workbookFile } from '../../../platform/workbook.ts';
import { requestSteps } from '../../../measure/request/rules/step.ts';
import type { CustodyItem } from '../contract/shapes.ts';
import { conditions, custodyStates, locations } from '../rules.ts';

type Say = (text: Text) => string;
const columns: readonly { readonly text: Text; readonly width: number; readonly cell: (item: CustodyItem, say: Say) => string | number }[] =
  [
    { text: ['收样单号', 'Slip'], width: 18, cell: ({ slip }) => slip.number },
    { text: ['标签号', 'Label'], width: 20, cell: ({ label }) => label },
    { text: ['使用单位', 'Holder'], width: 26, cell: ({ holder }) => holder.name },
    { text: ['器具名称', 'Instrument'], width: 18, cell: ({ instrument }) => instrument.name },
    { text: ['型号规格', 'Model'], width: 14, cell: ({ instrument }) => instrument.model },
    { text: ['出厂编号', 'Serial'], width: 16, cell: ({ instrument }) => instrument.serial },
    { text: ['器具编码', 'Code'], width: 20, cell: ({ instrument }) => instrument.code },
    { text: ['状况', 'Condition'], width: 14, cell: ({ condition }, say) => say(conditions[condition]) },
    { text: ['状况说明', 'Remarks'], width: 20, cell: ({ conditionNote }) => conditionNote ?? '' },
    { text: ['附件', 'Accessories'], width: 16, cell: ({ accessories }) => accessories },
    { text: ['件数', 'Pieces'], width: 8, cell: ({ pieces }) => pieces },
    { text: ['收样日期', 'Received on'], width: 12, cell: ({ receivedOn }) => receivedOn },
    { text: ['收样人', 'Received by'], width: 10, cell: ({ receivedBy }) => receivedBy },
    { text: ['应办结日', 'Due by'], width: 12, cell: ({ dueBy }) => dueBy ?? '' },
    { text: ['进度', 'Step'], width: 12, cell: ({ step }, say) => say(requestSteps[step]) },
    { text: ['状态', 'State'], width: 12, cell: ({ status }, say) => say(custodyStates[status]) },
    {
      text: ['现在何处', 'Where'],
      width: 18,
      cell: ({ location, locationName }, say) => [say(locations[location]), locationName].filter(Boolean).join(' '),
    },
    { text: ['在所（待领）天数', 'Days held or waiting'], width: 12, cell: ({ days }) => days },
    { text: ['领取人', 'Fetched by'], width: 12, cell: ({ ending }) => ending?.fetchedBy ?? '' },
    { text: ['离所时间', 'Left at'], width: 22, cell: ({ leftAt }) => leftAt ?? '' },
    { text: ['证书编号', 'Certificate'], width: 22, cell: ({ certificateNumber }) => certificateNumber ?? '' },
    { text: ['退回理由', 'Reason of return'], width: 22, cell: ({ ending }) => ending?.reason ?? '' },
  ];

/** All that the filter finds, page by page, so that a long register does not stand in memory twice. */
export async function toWorkbook(
  pages: AsyncIterable<readonly CustodyItem[]>,
  { language, today }: Pick<Context, 'language' | 'today'>,
): Promise<Download> {
  const say: Say = (text) => inLanguage(text, language);
  const title = say(['样品流转台账', 'Custody register']);
  const { book, finish } = await streamWorkbook();
  const sheet = book.addWorksheet(title, { views: [frozen(1)] });
  sheet.columns = [
    { header: say(['序号', 'No.']), width: 7 },
    ...columns.map(({ text, width }) => ({ header: say(text), width, style: { numFmt: '@' } })),
  ];
  let number = 0;
  for await (const items of pages) {
    for (const item of items) {
      number += 1;
      sheet.addRow([number, ...columns.map(({ cell }) => cell(item, say))]).commit();
    }
  }
  sheet.commit();
  return workbookFile(`${title} ${today}`, await finish());
}
