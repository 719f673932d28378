/**
 * 计量标准的更换: what may be noted, what is reported, what needs the approval of the authority and what needs an examination. Known from
 * practice with JJF 1033; the clauses were not compared with the printed text, so that each row carries its confidence and a person sees it.
 */
import type { Confidence } from '../../../kernel/confidence.ts';
import type { Text } from '../../../kernel/text.ts';

export const changeTopics = {
  'main-equipment': ['计量标准器更换', 'Main standard'],
  'auxiliary-equipment': ['主要配套设备更换', 'Auxiliary equipment'],
  procedure: ['规程规范更换', 'Procedure'],
  person: ['检定或校准人员变动', 'Staff'],
  'responsible-person': ['计量标准负责人变动', 'Responsible person'],
  environment: ['环境条件及设施变化', 'Environment and facilities'],
  range: ['测量范围或准确度变化', 'Range or accuracy'],
  place: ['存放地点变化', 'Place'],
  keeper: ['建标单位名称变化', 'Name of the keeper'],
  suspension: ['封存', 'Suspension'],
  resumption: ['恢复使用', 'Resumption'],
  withdrawal: ['撤销', 'Withdrawal'],
} as const satisfies Record<string, Text>;
export type ChangeTopic = keyof typeof changeTopics;
export const changeTopicNames = Object.keys(changeTopics) as [ChangeTopic, ...ChangeTopic[]];

export const changeEffects = {
  accuracy: ['不确定度、准确度等级或最大允许误差有变化', 'Uncertainty, class or maximum permissible error changes'],
  scope: ['测量范围或开展的项目有变化', 'The range or the items change'],
  none: ['主要计量特性与项目均无变化', 'Neither characteristics nor items change'],
  consumable: ['更换的是易耗品，特性无变化', 'A consumable, without effect on the characteristics'],
  substance: ['技术要求或方法有实质变化', 'Requirements or method change in substance'],
  wording: ['技术要求和方法无实质变化', 'Requirements and method stay in substance'],
  major: ['重大变化（如搬迁、固定改移动）', 'A major change, such as another place'],
  minor: ['一般变化，仍满足要求', 'A minor change within the requirements'],
} as const satisfies Record<string, Text>;
export type ChangeEffect = keyof typeof changeEffects;
export const changeEffectNames = Object.keys(changeEffects) as [ChangeEffect, ...ChangeEffect[]];

export const treatments = {
  record: ['记入履历书', 'Noted in the history'],
  report: ['向主持考核部门报告', 'Reported to the authority'],
  approval: ['填写申报表，报主持考核部门审核批准', 'Declared, for the approval of the authority'],
  're-examination': ['申请复查考核', 'A re-examination is to be applied for'],
  'first-examination': ['按新建计量标准申请考核', 'A first examination is to be applied for'],
} as const satisfies Record<string, Text>;
export type Treatment = keyof typeof treatments;
export const treatmentNames = Object.keys(treatments) as [Treatment, ...Treatment[]];

export const changeStates = {
  recorded: ['已记载', 'Recorded'],
  reported: ['已申报', 'Reported'],
  approved: ['已批准', 'Approved'],
  refused: ['未批准', 'Refused'],
  'awaiting-examination': ['待考核', 'Awaiting examination'],
  examined: ['已考核', 'Examined'],
} as const satisfies Record<string, Text>;
export type ChangeState = keyof typeof changeStates;
export const changeStateNames = Object.keys(changeStates) as [ChangeState, ...ChangeState[]];

/** @public printed to docs/generated/life-cycles.md */
export const changeLifeCycle = {
  recorded: {},
  reported: { approve: 'approved', refuse: 'refused' },
  approved: {},
  refused: {},
  'awaiting-examination': { examine: 'examined' },
  examined: {},
} as const satisfies Record<ChangeState, Readonly<Record<string, ChangeState>>>;

type Rule = {
  readonly topics: readonly ChangeTopic[];
  readonly effect: ChangeEffect;
  readonly treatment: Treatment;
  readonly source: string;
  readonly confidence: Confidence;
};
const source = 'JJF 1033（计量标准的更换）';
const equipment = ['main-equipment', 'auxiliary-equipment'] as const;

/** Every admitted pair of what was changed and what it means. */
export const changeRules: readonly Rule[] = [
  { topics: equipment, effect: 'accuracy', treatment: 'first-examination', source, confidence: 'M' },
  { topics: equipment, effect: 'scope', treatment: 're-examination', source, confidence: 'M' },
  { topics: equipment, effect: 'none', treatment: 'approval', source, confidence: 'M' },
  { topics: equipment, effect: 'consumable', treatment: 'record', source, confidence: 'M' },
  { topics: ['procedure'], effect: 'substance', treatment: 're-examination', source, confidence: 'M' },
  { topics: ['procedure'], effect: 'wording', treatment: 'record', source, confidence: 'M' },
  { topics: ['person', 'responsible-person'], effect: 'none', treatment: 'record', source, confidence: 'M' },
  { topics: ['environment', 'place'], effect: 'major', treatment: 'report', source, confidence: 'M' },
  { topics: ['environment', 'place'], effect: 'minor', treatment: 'record', source, confidence: 'L' },
  { topics: ['range'], effect: 'accuracy', treatment: 'first-examination', source, confidence: 'M' },
  { topics: ['range'], effect: 'scope', treatment: 're-examination', source, confidence: 'M' },
  { topics: ['keeper'], effect: 'none', treatment: 'report', source, confidence: 'M' },
  { topics: ['suspension', 'resumption', 'withdrawal'], effect: 'none', treatment: 'approval', source, confidence: 'M' },
];

export const changeRule = (topic: ChangeTopic, effect: ChangeEffect): Rule | undefined =>
  changeRules.find((rule) => rule.topics.includes(topic) && rule.effect === effect);
export const effectsOfTopic = (topic: ChangeTopic): ChangeEffect[] =>
  changeRules.filter((rule) => rule.topics.includes(topic)).map(({ effect }) => effect);

/** How a change begins, by what it needs. @example firstChangeState('approval') // 'reported' */
export const firstChangeState = (treatment: Treatment): ChangeState =>
  treatment === 'record' ? 'recorded' : treatment === 'report' || treatment === 'approval' ? 'reported' : 'awaiting-examination';
