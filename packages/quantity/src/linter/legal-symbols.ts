/**
 * The symbols that may stand after a number, as pairs of unit and prefix: SI with its 20 older prefixes where they are in use, and the units
 * that the order of 1984 permits beside it (GB 3100-1993, tables 1 to 5), also byte, bit, var, V·A and W·h.
 */
const pairs: Readonly<Record<string, string>> = {
  m: ' k h d c m μ n p f',
  g: ' k h d c m μ n p f',
  s: ' m μ n p f',
  A: ' k m μ n p f',
  K: ' m μ',
  mol: ' k m μ n p',
  cd: ' k m',
  rad: ' m μ',
  sr: ' ',
  Hz: ' k M G T m',
  N: ' k M m μ',
  Pa: ' G M k h m μ',
  J: ' k M G T m μ',
  W: ' k M G T m μ n p',
  C: ' k m μ n p',
  V: ' k M m μ n',
  F: ' m μ n p f',
  Ω: ' k M G T m μ',
  S: ' k m μ n',
  Wb: ' m μ',
  T: ' m μ n',
  H: ' m μ n',
  '℃': ' ',
  '°C': ' m',
  lm: ' k',
  lx: ' k m',
  Bq: ' k M G T m',
  Gy: ' k c m μ',
  Sv: ' m μ n',
  kat: ' m μ n',
  min: ' ',
  h: ' ',
  d: ' ',
  a: ' ',
  r: ' k',
  kn: ' ',
  t: ' k M G',
  u: ' ',
  L: ' k h d c m μ n p',
  l: ' k h d c m μ n p',
  eV: ' k M G T m',
  dB: ' m',
  Np: ' ',
  tex: ' d k m',
  var: ' k M G',
  VA: ' k M m',
  V·A: ' k M',
  Wh: ' k M G T m',
  Ah: ' k m μ',
  Nm: ' k M m',
  Ncm: ' ',
  Vs: ' ',
  bit: ' k M G T',
  b: ' k M G T',
  B: ' k K M G T P',
  byte: ' k M G T',
  '°': ' ',
  '′': ' ',
  '″': ' ',
};

export const symbols: ReadonlySet<string> = new Set(
  Object.entries(pairs).flatMap(([unit, prefixes]) => prefixes.split(' ').map((prefix) => prefix + unit)),
);

/** Levels of sound and of radio that take a letter after dB. */
const level = /^dB(?:[AaCmicdWVu]|FS|SPL|HL)?$/;

/** μ and Ω have two code points each; ℃ and the squared forms of CJK Compatibility are read as the letters they stand for. */
const squared: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '㎏': 'kg',
    '㎎': 'mg',
    '㎍': 'μg',
    '㎜': 'mm',
    '㎝': 'cm',
    '㎞': 'km',
    '㎛': 'μm',
    '㎚': 'nm',
    '㎡': 'm²',
    '㎥': 'm³',
    '㎠': 'cm²',
    '㎤': 'cm³',
    '㎟': 'mm²',
    '㎣': 'mm³',
    '㎢': 'km²',
    '㎖': 'mL',
    '㎕': 'μL',
    '㎘': 'kL',
    '㎾': 'kW',
    '㎽': 'mW',
    '㎿': 'MW',
    '㎸': 'kV',
    '㎹': 'MV',
    '㎷': 'mV',
    '㎃': 'mA',
    '㎂': 'μA',
    '㎐': 'Hz',
    '㎑': 'kHz',
    '㎒': 'MHz',
    '㎓': 'GHz',
    '㎩': 'Pa',
    '㎪': 'kPa',
    '㎫': 'MPa',
    '㏈': 'dB',
    '㏄': 'cc',
    '㎈': 'cal',
    '㎉': 'kcal',
    '㏋': 'hp',
    '㏒': 'log',
  }),
);

/**
 * Unit symbols in one form: signs of the compatibility block and squared units of Chinese keyboards as they are typed elsewhere.
 * @example normalised('㎡') // 'm²'
 */
export const normalised = (letters: string): string => {
  let text = letters;
  if (/[µΩÅ℧]/.test(text)) text = text.replace(/µ/g, 'μ').replace(/Ω/g, 'Ω').replace(/Å/g, 'Å').replace(/℧/g, 'S');
  return squared.get(text) ?? text;
};

/** Whether a symbol, with or without prefix, may stand after a number (GB 3100-1993, tables 1 to 5). @example isLegal('Mpa') // false */
export const isLegal = (symbol: string): boolean =>
  symbols.has(symbol) || level.test(symbol) || symbol === 'm²' || symbol === 'm³' || isSquare(symbol);

const isSquare = (symbol: string): boolean => /[²³]$/.test(symbol) && symbols.has(symbol.slice(0, -1));

/** Lower-case spelling to the symbol that is meant by it in practice. Single letters depend on what is measured and stand elsewhere. */
const meant =
  'kg mg km cm dm mm mL dL cL μL μg μm ng kW mW kV mV kVA kvar kWh Wh MWh GWh Ah mAh Pa kPa MPa hPa GPa Hz kHz MHz GHz THz dB mA kA ' +
  'kN kJ MJ kΩ MΩ mΩ mol mmol μmol kmol cd lm lx Wb Bq kBq MBq GBq Gy kGy mGy cGy Sv mSv μSv eV keV MeV GeV nF pF μF mF mH min tex mT μs ms μA μV ' +
  'kV·A kcd rad Nm kNm VA mVA kbit Mbit Gbit var Mvar';

export const meantByLowerCase: ReadonlyMap<string, string> = new Map(meant.split(' ').map((symbol) => [symbol.toLowerCase(), symbol]));

const stackable = new Set('m g s A F H V W J N Pa Hz L l'.split(' '));

/** What two prefixes together stand for; combinations of ASCII letters that begin ordinary words are not among them. */
const stackedPrefix: ReadonlyMap<string, string> = new Map([
  ['mμ', 'n'],
  ['μm', 'n'],
  ['μμ', 'p'],
  ['nμ', 'f'],
  ['kμ', 'm'],
  ['μk', 'm'],
  ['mm', 'μ'],
  ['kM', 'G'],
  ['Mk', 'G'],
  ['kk', 'M'],
  ['kG', 'T'],
  ['mk', ''],
]);

/** Two prefixes before a unit (mμm, μμF), or `mμ` without one. @example stacked('mμm') // 'nm' */
export function stacked(symbol: string): string | undefined {
  if (symbol === 'mμ') return 'nm';
  const joined = stackedPrefix.get(symbol.slice(0, 2));
  const unit = symbol.slice(2);
  return joined === undefined || !stackable.has(unit) || isLegal(symbol) ? undefined : joined + unit;
}
