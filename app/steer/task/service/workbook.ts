import type { Download } from '../../../kernel/endpoint.ts';
import type { Context } from '../../../platform/context.ts';
import { registerWorkbook, type WorkbookColumn } from '../../../platform/workbook.ts';
import type { TaskItem } from '../contract/shapes.ts';
import { itemStates, timings } from '../rules/states.ts';

const columns: readonly WorkbookColumn<TaskItem>[] = [
  { text: ['任务', 'Task'], width: 8, cell: (item) => item.task },
  { text: ['分解事项', 'Work item'], width: 36, cell: (item) => item.title },
  { text: ['应取得的成果', 'Result'], width: 36, cell: (item) => item.result },
  { text: ['承担单位', 'Carried out by'], width: 24, cell: (item) => item.organization.name },
  { text: ['共同责任单位', 'With'], width: 24, cell: (item) => item.partners.map((partner) => partner.name).join('、') },
  { text: ['县（市、区）代码', 'County code'], width: 12, cell: (item) => item.county ?? '' },
  { text: ['指标', 'Indicator'], width: 8, cell: (item) => item.indicator ?? '' },
  { text: ['开始', 'Begins'], width: 12, cell: (item) => item.startOn },
  { text: ['原期限', 'First due'], width: 12, cell: (item) => item.firstDueOn },
  { text: ['现期限', 'Due'], width: 12, cell: (item) => item.dueOn },
  { text: ['状态', 'State'], width: 12, cell: (item, say) => say(itemStates[item.state]) },
  { text: ['期限情况', 'Timing'], width: 14, cell: (item, say) => say(timings[item.timing]) },
  { text: ['逾期天数', 'Days late'], width: 10, cell: (item) => item.daysLate },
  { text: ['最近报告日期', 'Last reported'], width: 12, cell: (item) => item.lastReport?.doneOn ?? '' },
  { text: ['最近报告', 'Last report'], width: 40, cell: (item, say) => item.lastReport?.text ?? say(['未报告', 'none']) },
  { text: ['所报困难', 'Obstacle'], width: 32, cell: (item) => item.lastReport?.obstacle ?? '' },
];

/** All filtered items as a workbook in the reader's language. */
export const toWorkbook = (items: readonly TaskItem[], ctx: Pick<Context, 'language' | 'today'>): Promise<Download> =>
  registerWorkbook(['任务分解事项', 'Work items'], columns, items, ctx);
