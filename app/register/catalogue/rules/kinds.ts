/**
 * The kinds of instruments that the ledger knows. A kind says to which entry of the national catalogue and to which items of the
 * plan's annex it belongs; its procedures are those editions that name it in `applies`, and no table repeats that.
 */
import type { Edition } from '@tongheng/procedures/edition';
import { editions } from '@tongheng/procedures/registry';
import type { Text } from '../../../kernel/text.ts';

export type AnnexItem = `B${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13}` | `E${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

type Kind = {
  readonly text: Text;
  /** First-level entry of the catalogue, by name. */
  readonly entry: string;
  readonly items: readonly AnnexItem[];
  /** What it is commonly used for (计量法 article 9). */
  readonly use: 'trade' | 'safety' | 'medical';
  /** What whoever registers one should know. */
  readonly hint?: Text;
};

// A public report (163.com, KGD8DR7R0534DDHN): the production has ended, not the use.
const mercury: Text = [
  '含汞的自 2026-01-01 起禁止生产，在用的可继续使用；无汞的不受影响',
  'Those with mercury are not made since 2026-01-01; those in use may stay in use; others are not concerned',
];

export const instrumentKinds = {
  'price-computing-scale': {
    text: ['电子计价秤', 'Price-computing scale'],
    entry: '非自动衡器',
    items: ['B2'],
    use: 'trade',
  },
  'digital-indicating-scale': {
    text: ['其他数字指示秤', 'Other digital indicating scale'],
    entry: '非自动衡器',
    items: ['B2'],
    use: 'trade',
    hint: ['电子台秤、电子汽车衡等，不计价的', 'Platform scales, weighbridges and the like that compute no price'],
  },
  'analogue-indicating-scale': {
    text: ['模拟指示秤', 'Analogue indicating scale'],
    entry: '非自动衡器',
    items: ['B2'],
    use: 'trade',
    hint: ['以度盘指针指示的秤', 'With a pointer on a dial'],
  },
  'non-self-indicating-scale': {
    text: ['非自行指示秤', 'Non-self-indicating scale'],
    entry: '非自动衡器',
    items: ['B2'],
    use: 'trade',
    hint: ['机械台秤、案秤、地中衡等', 'Mechanical platform and counter scales, mechanical weighbridges'],
  },
  'glass-clinical-thermometer': {
    text: ['玻璃体温计', 'Glass clinical thermometer'],
    entry: '体温计',
    items: ['B1'],
    use: 'medical',
    hint: mercury,
  },
  'infrared-ear-thermometer': {
    text: ['红外耳温计', 'Infrared ear thermometer'],
    entry: '体温计',
    items: ['E1'],
    use: 'medical',
  },
  'electronic-clinical-thermometer': {
    text: ['医用电子体温计', 'Clinical electronic thermometer'],
    entry: '体温计',
    items: ['E2'],
    use: 'medical',
  },
  'fuel-dispenser': {
    text: ['燃油加油机', 'Fuel dispenser'],
    entry: '加油机',
    items: ['B3'],
    use: 'trade',
  },
  'lpg-dispenser': {
    text: ['液化石油气加气机', 'LPG dispenser'],
    entry: '加气机',
    items: [],
    use: 'trade',
  },
  'cng-dispenser': {
    text: ['压缩天然气加气机', 'CNG dispenser'],
    entry: '加气机',
    items: [],
    use: 'trade',
  },
  'lng-dispenser': {
    text: ['液化天然气加气机', 'LNG dispenser'],
    entry: '加气机',
    items: [],
    use: 'trade',
  },
  'water-meter': {
    text: ['水表', 'Water meter'],
    entry: '水表',
    items: ['B4'],
    use: 'trade',
  },
  'diaphragm-gas-meter': {
    text: ['膜式燃气表', 'Diaphragm gas meter'],
    entry: '燃气表',
    items: ['B5'],
    use: 'trade',
  },
  'ultrasonic-gas-meter': {
    text: ['超声波燃气表', 'Ultrasonic gas meter'],
    entry: '燃气表',
    items: [],
    use: 'trade',
  },
  'automated-sphygmomanometer': {
    text: ['无创自动测量血压计', 'Non-invasive automated sphygmomanometer'],
    entry: '血压计（表）',
    items: ['B6'],
    use: 'medical',
  },
  sphygmomanometer: {
    text: ['血压计（血压表）', 'Sphygmomanometer'],
    entry: '血压计（表）',
    items: ['B7'],
    use: 'medical',
    hint: mercury,
  },
  'pressure-gauge': {
    text: ['一般压力表、压力真空表和真空表', 'General pressure, pressure-vacuum and vacuum gauge'],
    entry: '压力仪表',
    items: ['B8'],
    use: 'safety',
  },
  'precision-pressure-gauge': {
    text: ['精密压力表和真空表', 'Precision pressure and vacuum gauge'],
    entry: '压力仪表',
    items: ['B9'],
    use: 'safety',
  },
  'taximeter-installed': {
    text: ['出租汽车计价器（装车后）', 'Taximeter, installed'],
    entry: '出租汽车计价器',
    items: ['B10'],
    use: 'trade',
  },
  taximeter: {
    text: ['出租汽车计价器（本机）', 'Taximeter, on the bench'],
    entry: '出租汽车计价器',
    items: ['B11'],
    use: 'trade',
  },
  'single-phase-energy-meter': {
    text: ['单相电能表', 'Single-phase energy meter'],
    entry: '电能表',
    items: ['B12'],
    use: 'trade',
  },
  'three-phase-energy-meter': {
    text: ['三相电能表', 'Three-phase energy meter'],
    entry: '电能表',
    items: ['E8'],
    use: 'trade',
  },
  electrocardiograph: {
    text: ['心电图机', 'Electrocardiograph'],
    entry: '心脑电测量仪器',
    items: ['B13'],
    use: 'medical',
  },
  'digital-electrocardiograph': {
    text: ['数字心电图机', 'Digital electrocardiograph'],
    entry: '心脑电测量仪器',
    items: ['E4'],
    use: 'medical',
  },
  'grain-density-tester': {
    text: ['谷物容重器', 'Grain test-weight instrument'],
    entry: '谷物容重器',
    items: ['E3'],
    use: 'trade',
  },
  'diagnostic-x-ray': {
    text: ['医用诊断 X 射线辐射源', 'Medical diagnostic X-ray source'],
    entry: '医用诊断 X 射线设备',
    items: ['E5'],
    use: 'medical',
  },
  'trial-lens-case': {
    text: ['验光镜片箱', 'Trial lens case'],
    entry: '验光仪器',
    items: ['E6'],
    use: 'medical',
  },
  'eye-refractometer': {
    text: ['验光仪', 'Eye refractometer'],
    entry: '验光仪器',
    items: ['E7'],
    use: 'medical',
  },
  phoropter: {
    text: ['综合验光仪', 'Phoropter'],
    entry: '验光仪器',
    items: ['E7'],
    use: 'medical',
  },
  focimeter: {
    text: ['焦度计', 'Focimeter'],
    entry: '焦度计',
    items: [],
    use: 'medical',
  },
  'ac-charger': {
    text: ['电动汽车交流充电桩', 'AC charging spot for electric vehicles'],
    entry: '电动汽车充电桩',
    items: ['E9'],
    use: 'trade',
  },
  'dc-charger': {
    text: ['电动汽车非车载充电机', 'Off-board DC charger for electric vehicles'],
    entry: '电动汽车充电桩',
    items: ['E9'],
    use: 'trade',
  },
} as const satisfies Record<string, Kind>;

export type InstrumentKind = keyof typeof instrumentKinds;
export const instrumentKindNames = Object.keys(instrumentKinds) as [InstrumentKind, ...InstrumentKind[]];

/** Widened, so that a hint may be asked of each. */
export const kindOf = (kind: InstrumentKind): Kind => instrumentKinds[kind];

/** The editions that name a kind, the newest first. */
export function editionsOf(kind: InstrumentKind): readonly Edition[] {
  const fromOf = ({ applies }: Edition): string => applies.find(({ instrument }) => instrument === kind)?.from.value ?? '';
  return editions.filter((edition) => fromOf(edition) !== '').sort((one, other) => (fromOf(one) < fromOf(other) ? 1 : -1));
}
