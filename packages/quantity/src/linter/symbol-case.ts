/**
 * What a wrongly written symbol is meant to be (GB 3101-1993, 3.4): KG is kg, Mpa is MPa, um is μm. Letters that are also words, sizes or
 * codes (5G, 10M, 3A) are symbols only where the passage speaks of what they measure.
 */
import { isLegal, meantByLowerCase, normalised, stacked } from './legal-symbols.ts';
import type { RuleId } from './rules.ts';
import type { Topic } from './topics.ts';

export type Misspelling = {
  readonly rule: RuleId;
  readonly symbol: string;
  /** One of these must be spoken of near by. */
  readonly when?: readonly Topic[];
  /** None of these may be. */
  readonly unless?: readonly Topic[];
};

type Case = readonly [symbol: string, when?: readonly Topic[] | undefined, unless?: readonly Topic[] | undefined];

/** Spellings that depend on the passage; an empty symbol is no misspelling at all. */
const special: ReadonlyMap<string, Case> = new Map<string, Case>(
  Object.entries<Case>({
    G: ['g', ['weight'], ['data']],
    M: ['m', ['length'], ['data', 'resistor']],
    MM: ['mm', undefined, ['money']],
    Mm: ['mm'],
    Cm: ['cm'],
    T: ['t', ['load'], ['magnetism', 'database', 'data']],
    S: ['s', ['seconds']],
    H: ['h', ['clock'], ['inductor']],
    HZ: ['Hz'],
    C: ['℃', ['air']],
    c: ['℃', ['air']],
    v: ['V', undefined, ['versus']],
    w: ['W', undefined, ['viewers']],
    a: ['A', ['electric']],
    n: ['N', ['force']],
    j: ['J', ['physics']],
    k: ['K', ['heatK'], ['thousand', 'resistor']],
    f: ['F', ['capacitor']],
    kn: ['kN', ['force']],
    Kn: ['kN'],
    KN: ['kN'],
    NM: ['N·m', undefined],
    MA: ['mA', undefined, ['degrees']],
    Ma: ['mA', ['electric']],
    Ka: ['kA', ['electric']],
    ka: ['kA', ['electric']],
    MS: ['ms', ['clock']],
    Ms: ['ms', ['clock']],
    MN: [''],
    Mn: [''],
    mn: [''],
    MT: [''],
    Mt: [''],
    PF: ['pF', ['capacitor']],
    Pf: ['pF', ['capacitor']],
    pf: ['pF', ['capacitor']],
    NF: ['nF', ['capacitor']],
    nf: ['nF', ['capacitor']],
    UF: ['μF', ['capacitor']],
    MF: ['mF', ['capacitor']],
    mf: ['mF', ['capacitor']],
    MH: ['mH', ['inductor']],
    mh: ['mH', ['inductor']],
    CD: ['cd', ['light']],
    Cd: [''],
    EV: ['eV', ['physics', 'radiation', 'wave']],
    ev: ['eV', ['physics', 'radiation', 'wave']],
    Ev: ['eV', ['physics', 'radiation', 'wave']],
    LM: ['lm', ['light']],
    Lm: ['lm', ['light']],
    GY: ['Gy', ['radiation']],
    gy: ['Gy', ['radiation']],
    SV: ['Sv', ['radiation']],
    sv: ['Sv', ['radiation']],
    ML: ['mL', undefined, ['learning']],
    DB: ['dB', undefined, ['database']],
    Db: ['dB', undefined, ['database']],
    db: ['dB', undefined, ['database']],
    Min: ['min', undefined, ['maximum']],
    MIN: ['min', undefined, ['maximum']],
    DM: ['dm', ['length']],
    DL: ['dL', ['weight']],
    CL: ['cL', ['weight']],
    RAD: ['rad'],
    TEX: ['tex'],
    VAR: [''],
    Var: [''],
    mW: ['mW'],
    MM2: ['mm²'],
    MBIT: [''],
    MOL: ['mol'],
    '°c': ['℃'],
    '°F': [''],
    oC: ['℃'],
    ºc: ['℃'],
    ω: ['Ω'],
    kω: ['kΩ'],
    KΩ: ['kΩ'],
    Kω: ['kΩ'],
    NM3: ['m³'],
  }),
);

const factorCase: ReadonlyMap<string, string> = new Map(
  Object.entries({
    M: 'm',
    H: 'h',
    S: 's',
    G: 'g',
    T: 't',
    MIN: 'min',
    Min: 'min',
    R: 'r',
    KM: 'km',
    J: 'J',

    D: 'd',
    CM: 'cm',
    DAY: 'd',
    C: '℃',
    n: 'N',
    w: 'W',
    v: 'V',
  }),
);

const plurals =
  /^(kg|KG|Kg|mg|cm|CM|Cm|mm|MM|km|KM|Km|ml|mL|ML|min|Min|MIN|kW|kw|KW|kV|kv|MW|Hz|hz|kHz|MHz|GHz|dB|db|Pa|kPa|MPa|mol|g|L|kWh|kwh|KWH|KWh)[sS]$/;

/** A letter u that stands for μ: um, uL, uF, uSv. */
const micro = /^u([mgslLAVFHWSJ]|Sv|sv|mol|Pa|Ω|Gy|Wb)$/;

/**
 * The misspelling of one symbol, or undefined where it is right or no unit.
 * @param alone false in a compound or with an exponent, where a capital M can only be a metre
 */
export function misspelling(letters: string, alone: boolean): Misspelling | undefined {
  const symbol = normalised(letters);
  const factor = alone ? undefined : factorCase.get(symbol);
  if (factor !== undefined) {
    return factor === symbol ? undefined : { rule: 'unit-case', symbol: factor };
  }
  const found = special.get(symbol);
  if (found !== undefined) {
    const [meant, when, unless] = found;
    // In a compound a is the year and c never a degree: only the passage could tell, and it is about the whole.
    if (!alone && when !== undefined && symbol.length === 1) return undefined;
    if (meant === '' || meant === symbol) return undefined;
    return {
      rule: 'unit-case',
      symbol: meant,
      ...(when === undefined || !alone ? {} : { when }),
      ...(unless === undefined || !alone ? {} : { unless }),
    };
  }
  if (isLegal(symbol)) return undefined;
  const plural = plurals.exec(symbol);
  if (plural) return { rule: 'unit-plural', symbol: meantByLowerCase.get((plural[1] ?? '').toLowerCase()) ?? plural[1] ?? '' };
  const joined = stacked(symbol);
  if (joined !== undefined) return { rule: 'stacked-prefix', symbol: joined };
  const small = micro.exec(symbol);
  if (small)
    return {
      rule: 'micro-sign',
      symbol: `μ${small[1] === 'sv' ? 'Sv' : (small[1] ?? '')}`,
      ...(symbol === 'us' ? { when: ['seconds', 'clock'] as const } : {}),
    };
  const meant = meantByLowerCase.get(symbol.toLowerCase());
  if (meant === undefined || meant === symbol) return undefined;
  return { rule: 'unit-case', symbol: meant };
}
