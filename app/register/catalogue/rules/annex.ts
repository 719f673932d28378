import type { Text } from '../../../kernel/text.ts';
import { instrumentKindNames, kindOf, type AnnexItem, type InstrumentKind } from './kinds.ts';

/** The 22 items of people's-livelihood metrology 民生计量: 13 basic and 9 enhanced ones, as the plan's annex names them. */
export const annexItems = {
  B1: ['玻璃体温计', 'Glass clinical thermometer'],
  B2: ['衡器', 'Weighing instrument'],
  B3: ['燃油加油机', 'Fuel dispenser'],
  B4: ['水表', 'Water meter'],
  B5: ['膜式燃气表', 'Diaphragm gas meter'],
  B6: ['无创自动测量血压计', 'Non-invasive automated sphygmomanometer'],
  B7: ['血压计', 'Sphygmomanometer'],
  B8: ['弹性元件式一般压力表、压力真空表和真空表', 'Elastic-element general pressure, pressure-vacuum and vacuum gauge'],
  B9: ['弹性元件式精密压力表和真空表', 'Elastic-element precision pressure and vacuum gauge'],
  B10: ['出租汽车计价器（使用）', 'Taximeter (in use)'],
  B11: ['出租汽车计价器（本机）', 'Taximeter (bench)'],
  B12: ['单相电能表', 'Single-phase electricity meter'],
  B13: ['心电图机', 'Electrocardiograph'],
  E1: ['红外耳温计', 'Infrared ear thermometer'],
  E2: ['医用电子体温计', 'Clinical electronic thermometer'],
  E3: ['谷物容重器', 'Grain test-weight instrument'],
  E4: ['数字心电图机', 'Digital electrocardiograph'],
  E5: ['医用诊断 X 射线辐射源', 'Medical diagnostic X-ray source'],
  E6: ['验光镜片箱', 'Trial lens case'],
  E7: ['验光仪、综合验光仪', 'Eye refractometer, phoropter'],
  E8: ['三相电能表', 'Three-phase electricity meter'],
  E9: ['电动汽车交（直）流充电桩', 'AC and DC charging equipment for electric vehicles'],
} as const satisfies Record<AnnexItem, Text>;
export const annexItemNames = Object.keys(annexItems) as [AnnexItem, ...AnnexItem[]];

/** The kinds of instruments that make up an item. */
export const kindsOfItem = (item: AnnexItem): InstrumentKind[] => instrumentKindNames.filter((kind) => kindOf(kind).items.includes(item));
