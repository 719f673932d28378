import { both } from '../../../kernel/text.ts';

export const effectiveTexts = both({
  view: ['看法', 'View'],
  nominal: ['名义能力', 'Nominal'],
  effective: ['有效能力', 'Effective'],
  effectiveToday: ['当日有效', 'Effective on the day'],
  basis: [
    '在用 {nominal} 格，其中不能有效开展 {ineffective}、未接入记录 {unrecorded}',
    '{nominal} in use, {ineffective} of them not effective, {unrecorded} not recorded',
  ],
  lead: [
    '有效：标准有效、设备在期、获指定、检定与核验人员各一、规程已采用、环境有记录，当日同时具备',
    'Effective: standard valid, equipment in date, designated, tester and checker, procedure adopted, environment recorded, all on the day',
  ],
  unrecordedNote: [
    '未接入记录：只凭文件为在用，或承担机构尚无任何前提记录；既不算有效，也不认定为无效',
    'Not recorded: in use by the document only, or nothing is recorded of its body; neither effective nor found ineffective',
  ],
  falls: ['{day} 起失去', 'falls on {day}'],
  noFall: ['两年内不失去', 'does not fall within what is recorded'],
  why: ['为什么不能有效开展', 'Why it is not effective'],
  whenFalls: ['何日失去', 'When it falls'],
  ends: ['各前提到何日为止', 'Until when each precondition holds'],
  endDay: ['首个不具备之日', 'First day without it'],
  precondition: ['前提', 'Precondition'],
  scope: ['承担范围内的器具', 'Kinds in its scope'],
  outOfScope: ['未获指定的器具', 'Kinds outside its scope'],
  forecast: ['如不处理，有效格数的走势', 'How many stay effective if nothing is done'],
  day: ['自', 'From'],
  cells: ['有效格数', 'Effective cells'],
  soonest: ['最先失去的', 'First to fall'],
  nothingFalls: ['没有将失去的格', 'No effective cell falls'],
  lost: ['缺少', 'For want of'],
  nextThing: ['处理', 'Mend it'],
  exportEffective: ['导出 Excel（含当日有效）', 'Export Excel with the effective column'],
  atStake: ['能力矩阵中以其为依据的能力格', 'Cells of the matrix that rest on it'],
  atStakeNone: [
    '按已登记的前提，停用该标准器不使任何能力格失去有效',
    'By what is recorded no cell stops being effective without this standard',
  ],
  atStakeList: [
    '{name}：{day} 有效 {before} 格，停用后 {after} 格（在用 {n} 格）',
    '{name}: {before} cells effective on {day}, {after} without it ({n} in use)',
  ],
  atStakeUnrecorded: [
    '该地区另有 {n} 格仅依据文件、没有机构记录，无法判断是否受影响',
    '{n} more cells of the region rest on the document alone: whether they are concerned cannot be told',
  ],
  stakeFalls: ['停用后失去', 'would fall'],
  stakeFallen: ['已不能有效开展', 'fallen already'],
  stakeInstitute: ['机构', 'Institute'],
  stakeNobody: ['未登记机构', 'no body recorded'],
});
