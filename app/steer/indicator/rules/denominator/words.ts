import type { Text } from '../../../../kernel/text.ts';

/** What makes the denominator of the catalogue coverage (G3-4). */
export const coverageSets = {
  catalogue: ['目录全部：实行强制检定的全部序号', 'The whole catalogue: every number under compulsory verification'],
  ledger: [
    '台账有器具：当日台账中至少有一台在用器具的序号',
    'In the ledger: numbers of which at least one instrument is in use in the city that day',
  ],
  demanded: [
    '期内有需求：期内至少有一台器具申请检定的序号',
    'Demanded: numbers of which at least one instrument was requested in the period',
  ],
  listed: ['逐项列明：文件逐个列出的序号', 'Listed: numbers that the document names one by one'],
} as const satisfies Record<string, Text>;
export type CoverageSet = keyof typeof coverageSets;
export const coverageSetNames = Object.keys(coverageSets) as [CoverageSet, ...CoverageSet[]];

/** What makes the denominator of the demand that is served (G3-5). */
export const demandSets = {
  decided: ['已处理的需求：已受理、不予受理或已转送的器具', 'Decided demand: instruments accepted, refused or referred'],
  submitted: ['已提出的需求：申请过的器具，待受理的也计', 'Submitted demand: instruments requested, those that wait included'],
} as const satisfies Record<string, Text>;
export type DemandSet = keyof typeof demandSets;
export const demandSetNames = Object.keys(demandSets) as [DemandSet, ...DemandSet[]];

export type DenominatorSet = CoverageSet | DemandSet;
export const denominatorSetNames = [...coverageSetNames, ...demandSetNames] as [DenominatorSet, ...DenominatorSet[]];
export const denominatorSets: Readonly<Record<DenominatorSet, Text>> = { ...coverageSets, ...demandSets };

export const catalogueLevels = {
  entry: ['一级序号（大类）', 'First-level numbers'],
  item: ['二级序号（种别）', 'Second-level numbers'],
} as const satisfies Record<string, Text>;
export type CatalogueLevel = keyof typeof catalogueLevels;
export const catalogueLevelNames = Object.keys(catalogueLevels) as [CatalogueLevel, ...CatalogueLevel[]];

/** By what demand a number of the catalogue is weighted. */
export const demandWeights = {
  ledger: ['台账在用器具数', 'instruments in use in the ledger'],
  requests: ['期内申请检定的器具数', 'instruments requested in the period'],
} as const satisfies Record<string, Text>;
export type DemandWeight = keyof typeof demandWeights;
export const demandWeightNames = Object.keys(demandWeights) as [DemandWeight, ...DemandWeight[]];

/** Both are always shown; one of them is held against the target. */
export const measures = {
  unweighted: ['不加权', 'Unweighted'],
  weighted: ['按需求加权', 'Weighted by demand'],
} as const satisfies Record<string, Text>;
/** The same where there is little room. */
export const shortMeasures = {
  unweighted: ['不加权', 'unweighted'],
  weighted: ['加权', 'weighted'],
} as const satisfies Record<string, Text>;
export type Measure = keyof typeof measures;
export const measureNames = Object.keys(measures) as [Measure, ...Measure[]];

/** Where a version stands on a day. */
export const denominatorStates = {
  holding: ['现行', 'Holding'],
  scheduled: ['尚未施行', 'Not yet in force'],
  ended: ['已被后一版代替', 'Replaced by a later version'],
  'never-held': ['未曾施行', 'Replaced before it came into force'],
  'plan-method': ['规划方法（未经决定）', 'Method of the plan, not decided'],
} as const satisfies Record<string, Text>;
export type DenominatorState = keyof typeof denominatorStates;
export const denominatorStateNames = Object.keys(denominatorStates) as [DenominatorState, ...DenominatorState[]];

/** Why an item stands in the denominator or not, and whether it counts in the numerator. */
export const itemVerdictStates = {
  covered: ['已覆盖', 'Covered'],
  uncovered: ['未覆盖', 'Not covered'],
  satisfied: ['已满足', 'Satisfied'],
  unsatisfied: ['未满足', 'Not satisfied'],
  'no-instrument': ['台账无在用器具', 'No instrument in use'],
  'not-demanded': ['期内无需求', 'Not demanded in the period'],
  'unknown-demand': ['有无器具未知', 'Not known whether there are any'],
  'not-compulsory': ['不实行强制检定', 'Not under compulsory verification'],
  'mode-unknown': ['管理方式未查明', 'Mode not established'],
  'not-begun': ['当日尚未施行', 'Not yet in force that day'],
} as const satisfies Record<string, Text>;
export type ItemVerdict = keyof typeof itemVerdictStates;
export const itemVerdictNames = Object.keys(itemVerdictStates) as [ItemVerdict, ...ItemVerdict[]];

const inDenominator: ReadonlySet<ItemVerdict> = new Set(['covered', 'uncovered', 'satisfied', 'unsatisfied']);
export const standsIn = (verdict: ItemVerdict): boolean => inDenominator.has(verdict);
export const countsIn = (verdict: ItemVerdict): boolean => verdict === 'covered' || verdict === 'satisfied';
