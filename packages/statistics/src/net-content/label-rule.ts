/**
 * What a label has to say, as data: 定量包装商品计量监督管理办法 (SAMR order 70, 2023), articles on the statement of net content, annexes 1 and 2.
 * A public copy misprints the lower end of dm² as 1 cm²; it is 1 dm².
 */
import type { QuantityKind, Text } from './quantity-unit.ts';
import type { Confidence } from './rule.ts';

/** Units to be chosen below a nominal quantity, in the unit of the tables (g, mL, m, cm²); null: above the last. */
export type UnitChoice = { readonly below: string | null; readonly symbols: readonly string[] };

export const unitChoices: Readonly<Record<Exclude<QuantityKind, 'count'>, readonly UnitChoice[]>> = {
  mass: [
    { below: '1000', symbols: ['g'] },
    { below: null, symbols: ['kg'] },
  ],
  volume: [
    { below: '1000', symbols: ['mL'] },
    { below: null, symbols: ['L'] },
  ],
  length: [
    { below: '1', symbols: ['mm', 'cm'] },
    { below: null, symbols: ['m'] },
  ],
  area: [
    { below: '100', symbols: ['mm²', 'cm²'] },
    { below: '10000', symbols: ['dm²'] },
    { below: null, symbols: ['m²'] },
  ],
};

/** Least height of the characters in millimetres up to a nominal quantity in g or mL; other kinds have one height. */
export const characterHeights: readonly { readonly upTo: string | null; readonly millimetres: string }[] = [
  { upTo: '50', millimetres: '2' },
  { upTo: '200', millimetres: '3' },
  { upTo: '1000', millimetres: '4' },
  { upTo: null, millimetres: '6' },
];
export const otherCharacterHeight = '2';

/** What is written on labels and is no legal unit of the annex, with what to write instead. */
export const wrongUnits: Readonly<Record<string, string>> = {
  KG: 'kg',
  Kg: 'kg',
  kG: 'kg',
  K: 'kg',
  G: 'g',
  gr: 'g',
  gm: 'g',
  gram: 'g',
  grams: 'g',
  公斤: '千克',
  市斤: '千克',
  斤: '千克',
  两: '克',
  ML: 'mL',
  Ml: 'mL',
  mI: 'mL',
  CC: 'mL',
  cc: 'mL',
  公升: '升',
  立升: '升',
  Lt: 'L',
  MM: 'mm',
  CM: 'cm',
  Cm: 'cm',
  M: 'm',
  公分: '厘米',
  公尺: '米',
  英寸: '厘米',
  尺: '米',
  oz: 'g',
  lb: 'kg',
  平米: '平方米',
  平方: '平方米',
};

export type LabelCheckId = 'words' | 'quantity' | 'unit' | 'unit-choice' | 'agreement' | 'height' | 'multipack' | 'drained';

export const labelClauses: Readonly<Record<LabelCheckId, { readonly clause: Text; readonly confidence: Confidence }>> = {
  words: { clause: ['净含量的标注由“净含量”、数字和法定计量单位组成', 'statement of 净含量, number and legal unit'], confidence: 'H' },
  quantity: { clause: ['净含量的标注由“净含量”、数字和法定计量单位组成', 'statement of 净含量, number and legal unit'], confidence: 'H' },
  unit: { clause: ['法定计量单位', 'legal units'], confidence: 'H' },
  'unit-choice': { clause: ['附表 1 计量单位的选择', 'annex 1, choice of the unit'], confidence: 'H' },
  agreement: { clause: ['标注净含量', 'the declared net content'], confidence: 'H' },
  height: { clause: ['附表 2 标注字符高度', 'annex 2, height of characters'], confidence: 'H' },
  multipack: { clause: ['同一包装内含有多件定量包装商品的标注', 'statement on a package of several'], confidence: 'H' },
  drained: { clause: ['固、液两相物质另标沥干物（固形物）', 'solid in liquid: the drained quantity as well'], confidence: 'H' },
};
