/** What follows from a round for a laboratory: proposals to people, never a decision of the program (计量比对管理办法; house). */
import type { Text } from '../../../kernel/text.ts';
import type { LaboratoryResult } from './method.ts';
import type { Duty } from '../rules.ts';

export const consequences = {
  'demand-correction': ['建议要求限期整改', 'Proposal: demand corrective action by a day'],
  'follow-up-round': ['建议纳入后续比对', 'Proposal: take into a follow-up round'],
  'review-measurement-standard': [
    '建议核查相应计量标准，整改期间是否继续开展检定由主管部门决定',
    'Proposal: review the measurement standard; whether it stays in use meanwhile is for the authority to decide',
  ],
  'ask-for-reasons': ['建议要求书面说明未参加的理由', 'Proposal: ask for the reasons in writing'],
  'look-closer': ['建议由实验室自查该测量点', 'Proposal: the laboratory looks into that point itself'],
} as const satisfies Record<string, Text>;
export type Consequence = keyof typeof consequences;
export const consequenceNames = Object.keys(consequences) as [Consequence, ...Consequence[]];

/** @example consequencesOf('missed', 'voluntary') // [] */
export function consequencesOf(result: LaboratoryResult, duty: Duty): Consequence[] {
  if (result === 'unsatisfactory') return ['demand-correction', 'review-measurement-standard', 'follow-up-round'];
  if (result === 'questionable') return ['look-closer'];
  if (result === 'unusable' || result === 'unrevealed')
    return duty === 'mandatory' ? ['ask-for-reasons', 'follow-up-round'] : ['ask-for-reasons'];
  if (result === 'missed') return duty === 'mandatory' ? ['ask-for-reasons', 'follow-up-round'] : [];
  return [];
}

/** A laboratory that had to take part and from which the round has nothing it could use. */
export const isMissing = (result: LaboratoryResult, duty: Duty): boolean =>
  duty === 'mandatory' && (result === 'missed' || result === 'unrevealed');
