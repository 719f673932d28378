import type { Text } from '../../../kernel/text.ts';

/** The words of figures that stand in page and workbook alike. */
export const figureWords = {
  open: ['在办', 'Open'],
  toDecide: ['待受理', 'To be decided'],
  late: ['逾期', 'Late'],
  dueSoon: ['5 个工作日内到期', 'Due within 5 working days'],
  stopped: ['期限中止', 'Clock stopped'],
  oldest: ['最长等待', 'Longest wait'],
  overdue: ['已过有效期', 'Overdue'],
  neverVerified: ['未检定', 'Never verified'],
  failed: ['不合格或修复待检', 'Failed or repaired'],
  due: ['到期未申请', 'Due, not requested'],
  accepted: ['已受理未办结', 'Accepted, not done'],
  capacity: ['台位能力', 'Places on benches'],
  noCapacity: ['未录入能力', 'Capacity not recorded'],
  booked: ['已排期', 'Booked'],
  testers: ['可检人数', 'Testers'],
  known: ['已知到期', 'Known'],
  estimated: ['预计再检（估算）', 'Again (estimate)'],
} as const satisfies Record<string, Text>;
