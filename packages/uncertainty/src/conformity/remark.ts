/** Sentences that keep a statement of conformity from being used for what it does not say. */
import type { Conformity } from './decision.ts';
import type { ConformityInput } from './input.ts';

export type Remark = readonly [zh: string, en: string];

const guardBands: Remark = [
  '保护带用于校准和风险分级；检定按简单接受判定（JJF 1094），不得因保护带判为不合格。',
  'Guard bands are for calibration and triage; verification decides by simple acceptance (JJF 1094), and a guard band never fails an instrument there.',
];
const ratioTooLarge: Remark = [
  'U 大于最大允许误差绝对值的 1/3，不满足 JJF 1094 中不计不确定度影响的条件，不宜据此作出检定结论。',
  'U is more than a third of the maximum permissible error: the condition of JJF 1094 for leaving uncertainty out of account is not met, and no verification should be concluded from this.',
];
const agreementMissing: Remark = [
  '共担风险的前提是双方约定测量不确定度的上限；未给出 maximumU。',
  'Sharing the risk presumes that the parties have agreed on a largest uncertainty; maximumU was not given.',
];
const agreementBroken: Remark = [
  'U 超过双方约定的上限，共担风险的前提不成立。',
  'U exceeds what the parties agreed on: the risk is not shared as agreed.',
];
const priorNotUsed: Remark = [
  '合格概率和特定风险仅由测量得出；结合先验信息的结果见 posterior 和总体风险。',
  'Probability and specific risks come from the measurement alone; what the prior adds stands in posterior and in the global risks.',
];
const unconfirmed: Remark = [
  '该保护带系数引自二手资料，尚未与标准原文核对。',
  'The factor of this guard band was taken from a second source and has not been compared with the official text.',
];

/** What has to be said beside a statement of conformity, in Chinese and English; none where all is plain. */
export function remarksOn(input: ConformityInput, { agreed, guard, verification }: Conformity): readonly Remark[] {
  return [
    ...(input.rule === 'guarded' ? [guardBands] : []),
    ...(guard?.confirmed === false ? [unconfirmed] : []),
    ...(input.purpose === 'verification' && verification.met === false ? [ratioTooLarge] : []),
    ...(input.rule === 'shared' && agreed === null ? [agreementMissing] : []),
    ...(agreed?.met === false ? [agreementBroken] : []),
    ...(input.prior ? [priorNotUsed] : []),
  ];
}
