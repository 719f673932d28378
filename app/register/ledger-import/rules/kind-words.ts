import type { Text } from '../../../kernel/text.ts';
import { instrumentKindNames, instrumentKinds, type InstrumentKind } from '../../catalogue/rules/kinds.ts';
import { bareKey, wordKey } from './tidy.ts';

/** What the trade calls a kind besides its name in the catalogue; a word of several kinds stands at each and is then asked back. */
const aliases: Readonly<Partial<Record<InstrumentKind, readonly string[]>>> = {
  'price-computing-scale': ['计价秤', '电子计价秤', '条码计价秤', '条码秤', '电子秤', '电子案秤'],
  'digital-indicating-scale': [
    '数字指示秤',
    '电子台秤',
    '电子汽车衡',
    '汽车衡',
    '电子地上衡',
    '电子地中衡',
    '电子吊秤',
    '电子平台秤',
    '电子秤',
    '电子案秤',
    '地磅',
    '婴儿秤',
    '体重秤',
  ],
  'analogue-indicating-scale': ['度盘秤', '弹簧度盘秤', '模拟指示秤'],
  'non-self-indicating-scale': ['台秤', '机械台秤', '案秤', '机械案秤', '杠杆秤', '机械地中衡', '非自行指示秤'],
  'glass-clinical-thermometer': ['玻璃体温计', '水银体温计', '玻璃水银体温计', '体温计'],
  'infrared-ear-thermometer': ['红外耳温计', '耳温计', '耳温枪'],
  'electronic-clinical-thermometer': ['电子体温计', '医用电子体温计', '体温计'],
  'fuel-dispenser': ['加油机', '燃油加油机', '税控燃油加油机', '电脑加油机'],
  'lpg-dispenser': ['液化石油气加气机', 'LPG加气机', '加气机'],
  'cng-dispenser': ['压缩天然气加气机', 'CNG加气机', '加气机'],
  'lng-dispenser': ['液化天然气加气机', 'LNG加气机', '加气机'],
  'water-meter': ['水表', '冷水水表', '旋翼式水表', '饮用冷水水表', '远传水表', 'IC卡水表'],
  'diaphragm-gas-meter': ['膜式燃气表', '膜式煤气表', '燃气表', '煤气表'],
  'ultrasonic-gas-meter': ['超声波燃气表', '超声燃气表', '燃气表'],
  'automated-sphygmomanometer': ['电子血压计', '无创自动测量血压计', '全自动电子血压计', '血压计'],
  sphygmomanometer: ['血压表', '水银血压计', '台式血压计', '血压计（表）', '血压计'],
  'pressure-gauge': [
    '压力表',
    '一般压力表',
    '真空表',
    '压力真空表',
    '弹簧管压力表',
    '电接点压力表',
    '氧气压力表',
    '乙炔压力表',
    '氨压力表',
  ],
  'precision-pressure-gauge': ['精密压力表', '精密真空表'],
  'taximeter-installed': ['出租汽车计价器', '出租车计价器', '计价器'],
  taximeter: ['出租汽车计价器', '出租车计价器', '计价器'],
  'single-phase-energy-meter': ['单相电能表', '单相电度表', '单相智能电能表', '电能表', '电度表', '电表'],
  'three-phase-energy-meter': ['三相电能表', '三相电度表', '三相智能电能表', '电能表', '电度表', '电表'],
  electrocardiograph: ['心电图机', '心电图仪'],
  'digital-electrocardiograph': ['数字心电图机', '数字心电图仪'],
  'grain-density-tester': ['谷物容重器', '容重器'],
  'diagnostic-x-ray': ['医用诊断X射线机', '医用诊断X射线设备', '诊断X射线机', 'DR', 'X光机', '医用X光机'],
  'trial-lens-case': ['验光镜片箱', '镜片箱'],
  'eye-refractometer': ['验光仪', '电脑验光仪', '验光机'],
  phoropter: ['综合验光仪', '综合验光台'],
  focimeter: ['焦度计', '自动焦度计', '查片仪'],
  'ac-charger': ['交流充电桩', '电动汽车交流充电桩', '交流桩', '充电桩'],
  'dc-charger': ['直流充电桩', '非车载充电机', '电动汽车非车载充电机', '直流桩', '充电桩'],
};

function index(keyOf: (word: string) => string): ReadonlyMap<string, readonly InstrumentKind[]> {
  const found = new Map<string, InstrumentKind[]>();
  const add = (word: string, kind: InstrumentKind): void => {
    const key = keyOf(word);
    const kinds = found.get(key) ?? [];
    if (key !== '' && !kinds.includes(kind)) found.set(key, [...kinds, kind]);
  };
  for (const kind of instrumentKindNames) for (const word of aliases[kind] ?? []) add(word, kind);
  // The words of the catalogue are exact: they stand for their own kind alone.
  for (const kind of instrumentKindNames) for (const word of [...instrumentKinds[kind].text, kind]) found.set(keyOf(word), [kind]);
  return found;
}

const exact = index(wordKey);
const bare = index(bareKey);

/**
 * The kinds that a name may mean: one when it is certain, several when the name leaves it open, none when it is unknown.
 *
 * @example kindsOf('水表') // ['water-meter']
 */
export function kindsOf(name: string): readonly InstrumentKind[] {
  return exact.get(wordKey(name)) ?? bare.get(bareKey(name)) ?? [];
}

export const kindWords = (kinds: readonly InstrumentKind[]): Text => [
  kinds.map((kind) => instrumentKinds[kind].text[0]).join('、'),
  kinds.map((kind) => instrumentKinds[kind].text[1]).join(', '),
];
