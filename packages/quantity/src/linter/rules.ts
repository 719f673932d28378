/**
 * The rules of the linter as data: what each refuses, and the document that says so.
 * H: known with certainty; M: probable wording or clause; L: weak. None of the clauses has been compared with the official print,
 * so none is `confirmed`.
 */
export type RuleSource = {
  readonly document: string;
  readonly clause: string;
  readonly confidence: 'H' | 'M' | 'L';
  readonly confirmed: boolean;
};

export type Rule = { readonly title: readonly [zh: string, en: string]; readonly source: RuleSource };

const source = (document: string, clause: string, confidence: 'H' | 'M' | 'L'): RuleSource => ({
  document,
  clause,
  confidence,
  confirmed: false,
});

const order = '国务院关于在我国统一实行法定计量单位的命令 (1984-02-27)';
const quantities = 'GB 3101-1993 有关量、单位和符号的一般原则';
const units = 'GB 3100-1993 国际单位制及其应用';

export const rules = {
  'not-legal-unit': {
    title: ['非法定计量单位', 'not a legal unit of measurement'],
    source: source(order, '中华人民共和国法定计量单位', 'H'),
  },
  'unit-case': { title: ['单位符号大小写错误', 'wrong case of a unit symbol'], source: source(quantities, '3.4', 'H') },
  'micro-sign': { title: ['微的符号应为 μ', 'the symbol of micro is μ'], source: source(units, '表 4', 'H') },
  'stacked-prefix': { title: ['词头不得重叠使用', 'prefixes are not stacked'], source: source(units, '6.3', 'H') },
  'prefix-alone': { title: ['词头不得单独使用', 'a prefix does not stand alone'], source: source(units, '6.3', 'H') },
  'unit-plural': { title: ['单位符号没有复数形式', 'a unit symbol has no plural'], source: source(quantities, '3.4', 'H') },
  'unit-full-stop': { title: ['单位符号后不附加圆点', 'no full stop after a unit symbol'], source: source(quantities, '3.4', 'H') },
  'product-dot': { title: ['相乘的单位用居中圆点', 'a product of units takes a raised dot'], source: source(quantities, '3.2', 'M') },
  'double-solidus': {
    title: ['组合单位中的斜线不得多于一条', 'at most one solidus in a compound unit'],
    source: source(quantities, '3.2', 'H'),
  },
  'mixed-symbol': {
    title: ['单位符号与单位名称不得混用', 'symbols and names of units are not mixed'],
    source: source(quantities, '3.3', 'M'),
  },
  'missing-space': {
    title: ['数值与单位符号之间应留一空隙', 'a space stands between number and unit symbol'],
    source: source(quantities, '3.4', 'H'),
  },
  'range-unit': {
    title: ['范围的两个数值都应带单位', 'both ends of a range carry the unit'],
    source: source('GB/T 1.1', '量和单位的表示', 'M'),
  },
  'product-unit': {
    title: ['尺寸相乘时每个数值都应带单位', 'each factor of a size carries the unit'],
    source: source('GB/T 1.1', '量和单位的表示', 'H'),
  },
  'tolerance-unit': {
    title: ['带公差的数值应加括号或各带单位', 'a value with tolerance stands in brackets'],
    source: source('GB/T 1.1', '量和单位的表示', 'H'),
  },
  'split-temperature': {
    title: ['“摄氏度”不得拆开书写', 'the name 摄氏度 is not split'],
    source: source(units, '表 2 摄氏度', 'H'),
  },
  'weight-or-mass': {
    title: ['表示质量时宜用“质量”', 'the quantity is called mass'],
    source: source('GB 3102.3-1993 力学的量和单位', '3-1', 'L'),
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;
