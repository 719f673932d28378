import type { Download } from '../../../kernel/endpoint.ts';
import type { Context } from '../../../platform/context.ts';
import { registerWorkbook, type WorkbookColumn } from '../../../platform/workbook.ts';
import type { Comparison, Standing } from '../contract.ts';
import { comparisonStates, correctionStates, duties } from '../rules.ts';
import { results } from '../rules/method.ts';

const rounds: readonly WorkbookColumn<Comparison>[] = [
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

const standings: readonly WorkbookColumn<Standing>[] = [
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

export const roundsWorkbook = (items: readonly Comparison[], ctx: Context): Promise<Download> =>
  registerWorkbook(['计量比对', 'Comparisons'], rounds, items, ctx);
export const standingsWorkbook = (items: readonly Standing[], ctx: Context): Promise<Download> =>
  registerWorkbook(['参加比对情况', 'Standing in comparisons'], standings, items, ctx);
