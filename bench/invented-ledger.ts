/** The words from which a ledger of any size is made; every name of a firm is invented. Two runs with one seed make the same city. */

/** Random numbers that repeat: mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <Item>(items: readonly Item[], random: () => number): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** Positions by Zipf's law: the first is drawn far more often than the last. */
export function zipfOf(count: number, exponent: number): (random: () => number) => number {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let n = 0; n < count; n += 1) {
    sum += 1 / (n + 1) ** exponent;
    sums[n] = sum;
  }
  return (random) => {
    const at = random() * sum;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The city with its counties and a zone; townships get the codes that follow. */
export const regions = [
  { code: '320600', name: '南通', townships: 2 },
  { code: '320613', name: '崇川', townships: 15 },
  { code: '320612', name: '通州', townships: 13 },
  { code: '320614', name: '海门', townships: 11 },
  { code: '320623', name: '如东', townships: 13 },
  { code: '320681', name: '启东', townships: 12 },
  { code: '320682', name: '如皋', townships: 14 },
  { code: '320685', name: '海安', townships: 11 },
  { code: '320671', name: '开发区', townships: 5 },
] as const;

const first = Array.from('金银宝鑫盛兴隆昌顺和泰安康福瑞祥丰裕华美佳新东南江海通达文明德信诚义永恒益民惠利');
const second = Array.from('源达发隆盛兴旺来运通海江河山峰岭林森园庭轩阁坊斋堂记顺和润泽丰登凯越翔鹏龙凤鸣春夏秋');
export const brand = (random: () => number): string => pick(first, random) + pick(second, random);
export const townshipName = (random: () => number, n: number): string =>
  `${pick(first, random)}${pick(second, random)}${['镇', '街道', '乡'][n % 3] ?? '镇'}`;

/** Trades with their share among holders, and how a name ends. */
export const trades = [
  ['超市', '有限公司', 16],
  ['水产经营部', '', 10],
  ['餐饮店', '', 12],
  ['蔬菜批发部', '', 9],
  ['农贸市场摊位', '', 14],
  ['便利店', '', 10],
  ['大药房', '有限公司', 5],
  ['卫生室', '', 5],
  ['卫生院', '', 1],
  ['口腔诊所', '', 2],
  ['眼镜店', '', 2],
  ['加油站', '', 1],
  ['物业管理', '有限公司', 4],
  ['纺织', '有限公司', 4],
  ['机械制造', '有限公司', 4],
  ['粮食收购点', '', 1],
] as const;

const scaleModels = ['ACS', 'TCS', 'XK3190', 'ACS-JJ', 'DS', 'SCS', 'QL', 'PR'];
/** Kinds with their share, the names that holders give them, beginnings of models, and how they are verified. */
export const kinds = [
  [
    'price-computing-scale',
    34,
    ['电子计价秤', '电子秤', '计价秤', '电子计价秤（双面显示）', '水产防水电子秤'],
    scaleModels,
    'periodic',
    'trade',
  ],
  ['water-meter', 16, ['水表', '冷水水表', '智能水表', '远传水表'], ['LXS', 'LXSY', 'LXSZ', 'LXC'], 'limited-use', 'trade'],
  [
    'single-phase-energy-meter',
    14,
    ['单相电能表', '单相费控智能电能表', '电子式单相电能表'],
    ['DDZY', 'DDS', 'DDZY-Z'],
    'limited-use',
    'trade',
  ],
  ['diaphragm-gas-meter', 9, ['膜式燃气表', '家用膜式燃气表', 'IC卡膜式燃气表'], ['G1.6', 'G2.5', 'G4', 'JB'], 'limited-use', 'trade'],
  [
    'pressure-gauge',
    8,
    ['压力表', '一般压力表', '耐震压力表', '电接点压力表'],
    ['Y-60', 'Y-100', 'Y-150', 'YN-100', 'YX-150'],
    'periodic',
    'safety',
  ],
  ['digital-indicating-scale', 4, ['电子台秤', '电子汽车衡', '电子地上衡', '电子吊秤'], scaleModels, 'periodic', 'trade'],
  [
    'automated-sphygmomanometer',
    3,
    ['电子血压计', '无创自动测量血压计', '臂式电子血压计'],
    ['HEM', 'YE', 'AOJ', 'BP'],
    'periodic',
    'medical',
  ],
  ['electronic-clinical-thermometer', 2, ['电子体温计', '医用电子体温计'], ['MT', 'DT', 'TDB'], 'periodic', 'medical'],
  ['infrared-ear-thermometer', 1.5, ['红外耳温计', '红外耳温枪'], ['TH', 'IRT', 'ET'], 'periodic', 'medical'],
  ['three-phase-energy-meter', 1.5, ['三相电能表', '三相四线电能表'], ['DTZY', 'DTS', 'DSZY'], 'limited-use', 'trade'],
  ['sphygmomanometer', 1, ['血压计', '血压表', '台式血压计'], ['XJ11D', 'TXJ-10'], 'periodic', 'medical'],
  ['fuel-dispenser', 1, ['燃油加油机', '税控燃油加油机', '加油枪'], ['SK', 'RT', 'JDK', 'CMD'], 'periodic', 'trade'],
  ['ac-charger', 0.9, ['交流充电桩', '电动汽车交流充电桩'], ['EVA', 'JLC', 'AC7'], 'periodic', 'trade'],
  ['dc-charger', 0.5, ['非车载充电机', '直流充电桩'], ['EVD', 'ZLC', 'DC120'], 'periodic', 'trade'],
  ['taximeter-installed', 0.5, ['出租汽车计价器', '出租车计价器'], ['TXM', 'CJ', 'SD'], 'periodic', 'trade'],
  ['non-self-indicating-scale', 0.5, ['机械台秤', '案秤', '地中衡'], ['TGT', 'AGT', 'ZGT'], 'periodic', 'trade'],
  ['analogue-indicating-scale', 0.4, ['弹簧度盘秤', '指针秤'], ['ATZ', 'TTZ'], 'periodic', 'trade'],
  ['digital-electrocardiograph', 0.3, ['数字心电图机', '十二道心电图机'], ['ECG', 'SE', 'CM'], 'periodic', 'medical'],
  ['focimeter', 0.2, ['焦度计', '自动焦度计'], ['LM', 'JD', 'CCQ'], 'periodic', 'medical'],
  ['eye-refractometer', 0.2, ['验光仪', '电脑验光仪'], ['AR', 'FA', 'RM'], 'periodic', 'medical'],
  ['phoropter', 0.1, ['综合验光仪'], ['VT', 'CV'], 'periodic', 'medical'],
  ['trial-lens-case', 0.2, ['验光镜片箱'], ['JSC', 'TLC'], 'periodic', 'medical'],
  ['glass-clinical-thermometer', 0.4, ['玻璃体温计'], ['口腔型', '腋下型'], 'first-only', 'medical'],
  ['grain-density-tester', 0.2, ['谷物容重器', '容重器'], ['GHCS', 'HGT'], 'periodic', 'trade'],
  ['precision-pressure-gauge', 0.3, ['精密压力表'], ['YB-150', 'YB-100'], 'periodic', 'safety'],
  ['diagnostic-x-ray', 0.1, ['医用诊断X射线机', 'DR摄影系统'], ['DR', 'XG'], 'periodic', 'medical'],
] as const;

/** Serial numbers as they stand on nameplates: years and numbers, letters with numbers, long numbers, numbers with strokes. */
export function serialOf(random: () => number, n: number): string {
  const number = (digits: number): string => String(Math.floor(random() * 10 ** digits)).padStart(digits, '0');
  switch (n % 6) {
    case 0:
      return `20${12 + Math.floor(random() * 14)}${number(6)}`;
    case 1:
      return `S${number(8)}`;
    case 2:
      return `${pick(['NT', 'HA', 'JS', 'WX'], random)}-${number(4)}-${number(4)}`;
    case 3:
      return number(12);
    case 4:
      return `${pick(['A', 'B', 'K', 'Z'], random)}${pick(['C', 'D', 'X'], random)}${number(7)}`;
    default:
      return number(7);
  }
}
