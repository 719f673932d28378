/** How a round is judged: the reference value, the scores and what they mean. */
import type { Text } from '../../../kernel/text.ts';

export const referenceKinds = {
  pilot: ['主导实验室的测量结果', 'Result of the pilot laboratory'],
  'weighted-mean': ['加权平均值', 'Weighted mean'],
  'robust-mean': ['稳健平均值（算法 A）', 'Robust mean (algorithm A)'],
} as const satisfies Record<string, Text>;
export type ReferenceKind = keyof typeof referenceKinds;
export const referenceKindNames = Object.keys(referenceKinds) as [ReferenceKind, ...ReferenceKind[]];

export const scoreKinds = {
  en: ['En（JJF 1117）', 'En (JJF 1117)'],
  z: ['z', 'z'],
  'z-prime': ['z′', 'z′'],
  zeta: ['ζ', 'ζ'],
} as const satisfies Record<string, Text>;
export type ScoreKind = keyof typeof scoreKinds;
export const scoreKindNames = Object.keys(scoreKinds) as [ScoreKind, ...ScoreKind[]];

export type Method = {
  readonly reference: ReferenceKind;
  /** The first decides; the others stand beside it. */
  readonly scores: readonly ScoreKind[];
  /** Common coverage factor of En. */
  readonly k: string;
};

/** What a round says of a laboratory as a whole: the worst of its points. */
export const results = {
  satisfactory: ['满意', 'Satisfactory'],
  questionable: ['有问题', 'Questionable'],
  unsatisfactory: ['不满意', 'Unsatisfactory'],
  reference: ['提供参考值', 'Gives the reference'],
  'not-scored': ['未评分', 'Not scored'],
  unusable: ['结果无法使用', 'Unusable results'],
  unrevealed: ['未揭示', 'Not revealed'],
  missed: ['未提交结果', 'No results'],
} as const satisfies Record<string, Text>;
export type LaboratoryResult = keyof typeof results;
export const resultNames = Object.keys(results) as [LaboratoryResult, ...LaboratoryResult[]];

export const notes = {
  inconsistent: [
    '各实验室结果不一致（χ² 检验，显著性水平 5 %），参考值须谨慎使用',
    'The results do not agree within their uncertainties (chi-square test at 5 %): use the reference value with care',
  ],
  'few-laboratories': [
    '参加计算的实验室少于 12 个，稳健估计的可靠性有限',
    'Fewer than 12 laboratories: a robust estimate is of limited reliability',
  ],
  'use-z-prime': [
    'u(x_pt) 大于 0.3 σ_pt，应采用 z′（ISO 13528:2022，9.2.1）',
    'u(x_pt) is larger than 0.3 σ_pt: z′ should be used (ISO 13528:2022, 9.2.1)',
  ],
  'correlation-neglected': [
    '稳健平均值含本实验室结果，其相关性未计入 En',
    'The robust mean contains the laboratory’s own result; En neglects that correlation',
  ],
  'no-reference': ['没有可用的参考值，该点不评分', 'There is no usable reference value: the point is not scored'],
  'no-sigma': ['未给出 σ_pt 且无法由结果估计，z 类比分数未计算', 'σ_pt is neither given nor estimated: z scores are not computed'],
  'no-variance': ['比分数的分母不大于零，未计算', 'The denominator of a score is not greater than zero: it is not computed'],
} as const satisfies Record<string, Text>;
export type Note = keyof typeof notes;
export const noteNames = Object.keys(notes) as [Note, ...Note[]];
