import { setImmediate } from 'node:timers/promises';
import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { frozen, streamWorkbook, workbookFile } from '../../../platform/workbook.ts';
import { instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import type { Request, RequestItem } from '../contract.ts';
import { placesDone, requestOrigins, requestStates, verificationKinds } from '../rules.ts';
import { clockWords, lateByInstitute } from '../rules/period.ts';
import { requestSteps } from '../rules/step.ts';

type Say = (text: Text) => string;
export type Column<Row> = { readonly text: Text; readonly width: number; readonly cell: (row: Row, say: Say) => string | number };

export const requestColumns: readonly Column<Request>[] = [
  { text: ['使用单位', 'Holder'], width: 28, cell: ({ holder }) => holder.name },
  { text: ['器具种类', 'Kind of instrument'], width: 18, cell: (it, say) => say(instrumentKinds[it.instrumentKind].text) },
  { text: ['台（件）数', 'Instruments'], width: 10, cell: (it) => it.instrumentCount },
  { text: ['区划', 'Region'], width: 10, cell: (it) => it.region },
  { text: ['检定类别', 'Kind of verification'], width: 12, cell: (it, say) => say(verificationKinds[it.verificationKind]) },
  { text: ['检定地点', 'Where'], width: 12, cell: (it, say) => say(placesDone[it.whereDone]) },
  { text: ['状态', 'State'], width: 14, cell: (it, say) => say(requestStates[it.status]) },
  { text: ['已办结', 'Served'], width: 8, cell: (it) => it.servedCount },
  { text: ['已撤回', 'Withdrawn'], width: 8, cell: (it) => it.withdrawnCount },
  { text: ['期限', 'Period'], width: 22, cell: (it, say) => (it.clock === null ? '' : say(clockWords(it.clock))) },
  { text: ['超期台数', 'Overdue'], width: 10, cell: (it) => it.overdueCount },
  { text: ['按期申请未按期完成台数', 'Requested in time, not done in time'], width: 14, cell: (it) => it.lateCount },
  { text: ['受理机构', 'Institute'], width: 28, cell: ({ institute }) => institute.name },
  { text: ['指定文号', 'Designation'], width: 20, cell: ({ designation }) => designation.documentNumber },
  { text: ['来源', 'Filed by'], width: 18, cell: (it, say) => say(requestOrigins[it.origin]) },
  { text: ['e-CQS 预约单号', 'e-CQS reservation'], width: 18, cell: (it) => it.ecqsNumber ?? '' },
  { text: ['申请时间', 'Submitted'], width: 20, cell: (it) => it.submittedAt },
  { text: ['理由', 'Reason'], width: 24, cell: (it) => it.reason ?? '' },
];

export const itemColumns: readonly Column<RequestItem>[] = [
  { text: ['器具编码', 'Code'], width: 20, cell: ({ instrument }) => instrument.code },
  { text: ['名称', 'Name'], width: 20, cell: ({ instrument }) => instrument.name },
  { text: ['型号', 'Model'], width: 14, cell: ({ instrument }) => instrument.model },
  { text: ['出厂编号', 'Serial number'], width: 16, cell: ({ instrument }) => instrument.serial },
  { text: ['制造单位', 'Maker'], width: 20, cell: ({ instrument }) => instrument.maker },
  { text: ['使用地点', 'Place'], width: 24, cell: ({ instrument }) => instrument.place },
  { text: ['进度', 'Progress'], width: 14, cell: (it, say) => say(requestSteps[it.step]) },
  { text: ['自', 'Since'], width: 20, cell: (it) => it.stepSince },
  { text: ['期限', 'Period'], width: 24, cell: (it, say) => say(clockWords(it.clock)) },
  { text: ['申请时有效期至', 'Due when requested'], width: 14, cell: (it) => it.askedDueOn ?? '' },
  { text: ['按期情况', 'In time'], width: 26, cell: (it, say) => (it.isLate ? say(lateByInstitute) : '') },
];

const rowsPerTurn = 500;

/** All rows of a list as people read them, written page by page: what has been written does not stay in memory as rows. */
export async function toWorkbook<Row>(
  title: Text,
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  { language, today }: Pick<Context, 'language' | 'today'>,
): Promise<Download> {
  const say: Say = (text) => inLanguage(text, language);
  const { book, finish } = await streamWorkbook();
  const sheet = book.addWorksheet(say(title), { views: [frozen(1)] });
  sheet.columns = [{ header: say(['序号', 'No.']), width: 6 }, ...columns.map(({ text, width }) => ({ header: say(text), width }))];
  let index = 0;
  for await (const page of pages) {
    for (const row of page) {
      index += 1;
      sheet.addRow([index, ...columns.map(({ cell }) => cell(row, say))]).commit();
      if (index % rowsPerTurn === 0) await setImmediate();
    }
  }
  sheet.commit();
  return workbookFile(`${say(title)}-${today}`, await finish());
}
