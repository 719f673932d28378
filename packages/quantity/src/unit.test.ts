import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { InvalidInput } from './invalid-input.ts';
import { equals, rational } from './rational.ts';
import * as unit from './unit.ts';
import { indexFor, namesOf, notations, printedName } from './unit/catalogue.ts';
import { prefixes } from './unit/prefix.ts';
import { unitEntries } from './unit/table.ts';
import { plain } from './unit/written.ts';
import type { Named } from './unit/written.ts';

const { parseUnit, printUnit } = unit;
const one = rational(1);
const refusal = (text: string, options = {}) => {
  try {
    parseUnit(text, options);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  return assert.fail(`“${text}” was read`);
};
const equivalent = (a: unit.Unit, b: unit.Unit, why: string) => {
  assert.ok(unit.compatible(a, b), why);
  assert.ok(equals(unit.unitFactor(a).value, unit.unitFactor(b).value), why);
  const scales = ({ terms }: unit.Unit) =>
    terms.flatMap(({ entry }) => (entry.scale === undefined ? [] : [JSON.stringify(entry.scale)])).sort();
  assert.deepEqual(scales(a), scales(b), why);
};
const same = (texts: readonly string[]) => {
  const [first, ...others] = texts.map((text) => parseUnit(text));
  for (const [index, other] of others.entries()) equivalent(first!, other, `${texts[0]} and ${texts[index + 1]}`);
};

test('a unit is read in SI symbols, Chinese names, UCUM and D-SI', () => {
  same(['N·m', 'N m', 'N.m', 'N*m', '牛米', '牛顿米', '牛·米', '\\newton\\metre']);
  same(['m/s²', 'm/s2', 'm/s^2', 'm s-2', 'm·s⁻²', 'm/s/s', '米每二次方秒', '米/秒²', 'm.s-2', '\\metre\\per\\second\\tothe{2}']);
  same(['kg/m³', '千克每立方米', '公斤每立方米', '千克/立方米', 'g/L', 'kg/m3', '\\kilogram\\per\\metre\\tothe{3}', 'kg.m-3']);
  same(['km/h', '千米每小时', '千米每时', '公里每小时', '\\kilo\\metre\\per\\hour']);
  same(['J/(kg·K)', 'J·kg⁻¹·K⁻¹', '焦每千克开', '焦耳每千克开尔文', '焦/(千克·开)', 'J/(kg.K)', 'J/kg/K']);
  same(['kgf/cm2', 'kgf/cm²', '千克力每平方厘米', '公斤力每平方厘米', 'at']);
  same(['K⁻¹', '1/K', '每开', '/K', '\\kelvin\\tothe{-1}']);
  same(['m²', '㎡', '平方米', 'm2', '\\metre\\tothe{2}']);
  same(['kW·h', 'kWh', '千瓦时', '千瓦小时', 'kW.h']);
  same(['mmHg', '毫米汞柱', 'mm[Hg]', '\\mmHg']);
  same(['in', '英寸', '[in_i]']);
  same(['10³/µL', '10*3/uL', '10*3/uL{cells}', '10^3/µL']);
  same(['1', '', '{annotation}', '\\one']);
  same(['L/(100 km)', 'L/100 km', 'L/(100·km)']);
  same(['V/Hz^(1/2)', 'V/Hz^0.5', 'V/√Hz', '伏每平方根赫', '\\volt\\per\\hertz\\tothe{0.5}']);
  same(['r/min', '转每分', '转/分', 'rpm']);
});

test('signs that look alike are one sign', () => {
  same(['\u00b5m', '\u03bcm', '微米', 'um'.replace('u', '\u00b5')]);
  same(['\u2126', '\u03a9', '欧']);
  same(['°C', '℃', '摄氏度', 'Cel']);
  same(['\u00c5', '\u212b', '埃']);
  same(['K', '\u212a']);
  same(['m/s', 'm／s', 'm∕s']);
  same(['N·m', 'N⋅m', 'N•m', 'N∙m']);
});

test('an SI symbol comes before a UCUM code, and a name without prefix before one with it', () => {
  assert.equal(printUnit(parseUnit('Gs')), 'Gs');
  assert.equal(unit.printDimension(parseUnit('Gs').dimension), 'T');
  assert.equal(unit.printDimension(parseUnit('a').dimension), 'T');
  assert.equal(unit.printDimension(parseUnit('min').dimension), 'T');
  assert.equal(unit.printDimension(parseUnit('cd').dimension), 'J');
  assert.equal(printUnit(parseUnit('分米')), 'dm');
  assert.equal(printUnit(parseUnit('分·米')), 'min·m');
});

test('dimensions are those of the SI Brochure, tables 4 and 5', () => {
  const cases: [text: string, dimension: string][] = [
    ['N', 'L·M·T⁻²'],
    ['Pa', 'L⁻¹·M·T⁻²'],
    ['V', 'L²·M·T⁻³·I⁻¹'],
    ['F', 'L⁻²·M⁻¹·T⁴·I²'],
    ['Ω', 'L²·M·T⁻³·I⁻²'],
    ['Wb', 'L²·M·T⁻²·I⁻¹'],
    ['H', 'L²·M·T⁻²·I⁻²'],
    ['lx', 'L⁻²·J'],
    ['kat', 'T⁻¹·N'],
    ['W/(m²·K)', 'M·T⁻³·Θ⁻¹'],
    ['J/(mol·K)', 'L²·M·T⁻²·Θ⁻¹·N⁻¹'],
    ['rad', '1'],
    ['dB', '1'],
    ['%', '1'],
    ['V/Hz^(1/2)', 'L²·M·T^(-5/2)·I⁻¹'],
  ];
  for (const [text, dimension] of cases) assert.equal(unit.printDimension(parseUnit(text).dimension), dimension, text);
});

test('units are printed as the rules of the SI and of the 1984 instructions have it', () => {
  const cases: [text: string, symbol: string, chinese: string, ucum: string][] = [
    ['kg m-3', 'kg/m³', '千克每立方米', 'kg/m3'],
    ['J kg-1 K-1', 'J/(kg·K)', '焦每千克开', 'J/(kg.K)'],
    ['s-1', 's⁻¹', '每秒', '/s'],
    ['m4', 'm⁴', '四次方米', 'm4'],
    ['kg m s-2', 'kg·m/s²', '千克米每二次方秒', 'kg.m/s2'],
    ['min m', 'min·m', '分·米', 'min.m'],
  ];
  for (const [text, symbol, chinese, ucum] of cases) {
    assert.deepEqual(
      [printUnit(parseUnit(text)), printUnit(parseUnit(text), 'chinese'), printUnit(parseUnit(text), 'ucum')],
      [symbol, chinese, ucum],
    );
  }
  assert.equal(printUnit(parseUnit('m s-2'), 'dsi'), '\\metre\\per\\second\\tothe{2}');
  assert.throws(() => printUnit(parseUnit('in'), 'dsi'), InvalidInput);
  assert.throws(() => printUnit(parseUnit('亩')), InvalidInput);
  assert.equal(unit.unitName(parseUnit('亩')), '亩');
});

test('what is no unit is refused with its column and the nearest unit', () => {
  const cases: [text: string, column: number, meant: string | undefined][] = [
    ['Mpa', 1, 'MPa'],
    ['N·Mpa', 3, 'MPa'],
    ['KG', 1, 'kg'],
    ['kwh', 1, 'kWh'],
    ['Nm', 1, 'N·m'],
    ['newton', 1, 'N'],
    ['sec', 1, 's'],
    ['m//s', 3, undefined],
    ['千克每立方米的', 7, undefined],
    ['mm[Hgg]', 1, 'mm[Hg]'],
    ['\\kilo\\meters', 1, '\\kilo\\metre'],
    ['kkg', 1, 'kg'],
    ['m)', 2, undefined],
    ['(m', 1, undefined],
    ['m/', 3, undefined],
    ['m⁰', 1, undefined],
    ['J/kg·K', 5, undefined],
    ['ft 3 in', 4, undefined],
    ['0 m', 1, undefined],
    ['m^999', 1, undefined],
  ];
  for (const [text, column, meant] of cases) {
    const { place, text: sentences } = refusal(text);
    assert.equal(place, `column ${column}`, text);
    if (meant === undefined) assert.doesNotMatch(sentences[1], /did you mean/, text);
    else assert.match(sentences[1], new RegExp(`did you mean “${meant.replace(/[\\[\]]/g, '\\$&')}”`), text);
  }
  assert.equal(refusal('Mpa', { place: 'inputs.p.unit' }).place, 'inputs.p.unit, column 1');
  assert.equal(refusal('m\u00a0Mpa').place, 'column 3');
  assert.equal(refusal('℃·Mpa').place, 'column 3');
  assert.throws(() => parseUnit(5 as unknown as string), InvalidInput);
  refusal('m'.repeat(201));
  refusal('('.repeat(100));
  refusal('((m^99)^99)');
});

test('whatever is written is read or refused with its place, and at once', () => {
  const alphabet = fc.constantFrom(...Array.from('mskgAKNPa·/()^-²⁻13 10*.{}[]\\每平方千克米秒°CΩµ%dB'));
  const started = process.hrtime.bigint();
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 60 }),
        fc.array(alphabet, { maxLength: 60 }).map((signs) => signs.join('')),
      ),
      (text) => {
        try {
          const found = parseUnit(text);
          assert.equal(found.dimension.length, 7);
        } catch (error) {
          assert.ok(error instanceof InvalidInput, String(error));
          const column = Number(/column (\d+)/.exec(error.place)?.[1]);
          assert.ok(column >= 1 && column <= text.length + 1, `${text}: ${error.place}`);
        }
      },
    ),
    { numRuns: 500 },
  );
  assert.ok(process.hrtime.bigint() - started < 20_000_000_000n);
});

/** Every unit with every prefix that is allowed somewhere. */
const everyNamed: readonly Named[] = unitEntries.flatMap((entry) => [undefined, ...prefixes].map((prefix) => ({ prefix, entry })));

test('names without prefix belong to one unit only', () => {
  for (const notation of notations) {
    const seen = new Map<string, string>();
    for (const entry of unitEntries) {
      for (const name of namesOf({ prefix: undefined, entry }, notation)) {
        assert.equal(seen.get(name), undefined, `${notation} ${name}: ${entry.en}`);
        seen.set(name, entry.en);
      }
    }
  }
});

test('only known combinations of prefix and symbol are hidden by another unit', () => {
  const hidden = notations.map((notation) =>
    everyNamed
      .filter(
        (named) => namesOf(named, notation).length > 0 && namesOf(named, notation)[0] !== '' && printedName(named, notation) === undefined,
      )
      .map((named) => namesOf(named, notation)[0]),
  );
  assert.deepEqual(hidden, hiddenNames);
});
/** The metric horsepower hides the petasiemens; in UCUM, har is the hectare. */
const hiddenNames: string[][] = [['PS'], [], ['har'], []];

for (const notation of notations) {
  test(`each unit with each prefix is printed and read back: ${notation}`, () => {
    let count = 0;
    for (const named of everyNamed) {
      const name = printedName(named, notation);
      if (name === undefined) continue;
      const own = { ...parseUnit(''), ...plain(one, [{ ...named, exponent: one }]) };
      const printed = printUnit(own, notation);
      const back = parseUnit(printed, { notation });
      const named2 = back.terms[0];
      if (notation === 'chinese' && named.entry.zh[0]!.startsWith('=')) {
        assert.ok(back.terms.length > 0, printed);
      } else {
        assert.equal(named2?.entry, named.entry, printed);
        assert.equal(named2?.prefix, named.prefix, printed);
      }
      count += 1;
    }
    assert.ok(count > 200, String(count));
  });
}

const term = fc.record({
  named: fc.constantFrom(...everyNamed.filter(({ prefix, entry }) => prefix === undefined || entry.prefixes.includes(prefix.symbol))),
  exponent: fc.constantFrom(-3, -2, -1, 1, 2, 3),
});
const compound = fc.uniqueArray(term, { minLength: 1, maxLength: 4, selector: ({ named }) => `${named.prefix?.symbol} ${named.entry.en}` });

test('products and quotients are printed and read back in each notation that has the names', () => {
  let printedCount = 0;
  fc.assert(
    fc.property(compound, fc.integer({ min: -6, max: 6 }), (parts, ten) => {
      const written = parts.reduce(
        (product, { named, exponent }) => unit.multiplyUnits(product, unit.raiseUnit(unit.unitOf(named.entry, named.prefix), exponent)),
        unit.multiplyUnits(unit.unitOne, unit.unitNumber(rational(10n ** BigInt(Math.abs(ten)), 1n))),
      );
      for (const notation of notations) {
        let text: string;
        try {
          text = printUnit(written, notation);
        } catch (error) {
          assert.ok(error instanceof InvalidInput);
          continue;
        }
        equivalent(written, parseUnit(text, { notation }), `${notation}: ${text}`);
        printedCount += 1;
      }
    }),
    { numRuns: 400 },
  );
  assert.ok(printedCount > 400);
});

test('products, quotients and powers of units have the dimension and factor of their parts', () => {
  const newtonMetre = unit.multiplyUnits(parseUnit('N'), parseUnit('m'));
  equivalent(newtonMetre, parseUnit('J'), 'N·m');
  equivalent(unit.divideUnits(newtonMetre, parseUnit('s')), parseUnit('W'), 'J/s');
  equivalent(unit.raiseUnit(parseUnit('km'), 2), parseUnit('km²'), 'km²');
  equivalent(unit.raiseUnit(parseUnit('m2'), rational(1, 2)), parseUnit('m'), '√m²');
  equivalent(unit.coherentUnit(parseUnit('kPa').dimension), parseUnit('Pa'), 'coherent');
  const large = parseUnit('Pa55');
  assert.ok(unit.sameDimension(unit.coherentUnit(large.dimension), large), 'exponents beyond those of a text');
  assert.ok(unit.sameDimension(parseUnit('Gy'), parseUnit('Sv')));
  assert.equal(unit.sameDimension(parseUnit('N'), parseUnit('kg')), false);
  assert.equal(unit.compatible(parseUnit('IU'), parseUnit('CFU')), false);
  assert.equal(unit.sameDimension(parseUnit('IU'), parseUnit('CFU')), true);
});

test('each unit has its names, a source in law and a factor', () => {
  for (const entry of unitEntries) {
    const named = unit.unitOf(entry);
    assert.ok(entry.zh.length > 0 && entry.en !== '' && entry.law.source !== '', entry.en);
    assert.ok(unit.unitFactor(named).number > 0, entry.en);
  }
  assert.ok(unitEntries.length > 250);
  assert.ok(indexFor('symbol').size > 1000);
});

test('the status in China is that of the weakest part', () => {
  const status = (text: string) => unit.legalStatus(parseUnit(text))?.status;
  for (const text of ['m', 'kPa', '°C', 'N·m', 'kg/m³']) assert.equal(status(text), 'legal', text);
  for (const text of ['L', 'km/h', 'r/min', 't', 'n mile', 'dB', 'hm²', 'eV', 'tex']) assert.equal(status(text), 'permitted', text);
  for (const text of ['斤', '亩', 'in', 'kgf/cm2', 'mmHg', 'cal', 'Å', 'G', 'Ci', 'ppm', '马力', 'atm'])
    assert.equal(status(text), 'not-legal', text);
  assert.equal(status(''), undefined);
});

test('degC and degF are degrees where the sign cannot be typed', () => {
  assert.equal(printUnit(parseUnit('1/degC')), printUnit(parseUnit('1/°C')));
  assert.equal(printUnit(parseUnit('degF')), '°F');
  assert.equal(printUnit(parseUnit('[degF]')), '°F');
  assert.throws(() => parseUnit('m·degCx'), /column 3/);
});
