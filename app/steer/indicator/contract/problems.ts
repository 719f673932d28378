import { problems } from '../../../kernel/problem.ts';

export const indicatorProblems = problems('indicator', {
  noDenominator: {
    kind: 'conflict',
    text: ['该指标的口径由规划确定，没有需要决定的分母', 'The plan fixes how this indicator is counted; there is no denominator to decide'],
    next: ['只有目录覆盖率与需求满足率需要决定分母', 'Only the coverage of the catalogue and the demand served need a denominator'],
  },
  otherSet: {
    kind: 'invalid',
    text: ['该指标没有这种分母', 'This indicator has no such denominator'],
    next: ['请从列出的几种中选择', 'Choose one of those listed'],
  },
  denominatorIncomplete: {
    kind: 'invalid',
    text: ['分母口径没有填全', 'The denominator is not complete'],
    next: ['请补全所列各项', 'Fill in what is listed'],
  },
  catalogueMissing: {
    kind: 'invalid',
    text: ['没有这一版目录', 'There is no such edition of the catalogue'],
    next: ['请选择已记载的一版', 'Choose a recorded edition'],
  },
  emptyDenominator: {
    kind: 'invalid',
    text: ['按此口径分母为空，无法计算', 'Nothing stands in this denominator; no share can be computed'],
    next: ['请改选分母，或列出至少一个序号', 'Choose another denominator, or list at least one number'],
  },
  passedDay: {
    kind: 'invalid',
    text: ['已施行过的口径不能对过去的日期更改', 'A denominator that has held is not changed for days that have passed'],
    next: ['请从今天或以后的日期起施行', 'Let it hold from today or a later day'],
  },
  sameDenominator: {
    kind: 'conflict',
    text: ['与该日施行的口径相同', 'It is the denominator that holds on that day already'],
    next: ['无需重复决定', 'Nothing to decide'],
  },
  versionMissing: {
    kind: 'notFound',
    text: ['没有这一版口径', 'There is no such version of the denominator'],
    next: ['请从口径沿革中选择', 'Choose one from the history of the denominator'],
  },
  future: {
    kind: 'invalid',
    text: ['快照的日期不能晚于今天', 'A snapshot cannot be of a day to come'],
    next: ['请选择今天或以前的日期', 'Choose today or an earlier day'],
  },
  snapshotMissing: {
    kind: 'invalid',
    text: ['按快照公开须选定一份快照', 'Publishing a snapshot needs the snapshot'],
    next: ['请选择一份快照，或改为实时公开', 'Choose a snapshot, or publish live'],
  },
  notInSnapshots: {
    kind: 'invalid',
    text: ['快照不含待核实差异，不能按快照公开', 'Snapshots hold no differences, so those cannot be published by one'],
    next: ['请选择实时公开或撤回', 'Publish live, or withdraw'],
  },
  notPublished: {
    kind: 'conflict',
    text: ['尚未公开，无可撤回', 'Nothing is published that could be withdrawn'],
    next: ['请核对公开状态', 'Check what is published'],
  },
  published: {
    kind: 'conflict',
    text: ['已按这种方式公开', 'It is published like this already'],
    next: ['无需重复决定', 'Nothing to decide'],
  },
  otherCounty: {
    kind: 'forbidden',
    text: ['只能登记本县（市、区）的分解目标', 'Only the targets of your own county can be recorded'],
    next: ['请由牵头部门登记', 'Ask the plan office to record it'],
  },
  notShared: {
    kind: 'invalid',
    text: ['地区不在本规划之内', 'The region is not in this plan'],
    next: ['请选择规划所列的市级或县（市、区）', 'Choose the city or one of the counties of the plan'],
  },
});
