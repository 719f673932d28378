import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { convert, convertValue, readQuantity } from './conversion.ts';
import { InvalidInput } from './invalid-input.ts';
import { equals, multiply, rational, subtract, toNumber } from './rational.ts';
import { compatible, parseUnit, unitOf, unitName } from './unit.ts';
import { unitsConvert } from './unit/command.ts';
import { prefixes } from './unit/prefix.ts';
import { unitEntries } from './unit/table.ts';

const refused = (text: string, target: string, options = {}) => {
  try {
    convert(text, target, options);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  return assert.fail(`${text} was converted to ${target}`);
};

test('exact factors are those of NIST SP 811 (2008) B.8, of GB 3100 to 3102-1993 and of the acts that define the units', () => {
  const cases: [text: string, target: string, value: string][] = [
    ['12.5 kgf/cm2', 'kPa', '1225.83125'],
    ['1 atm', 'Pa', '101325'],
    ['1 at', 'kPa', '98.0665'],
    ['1 bar', 'kPa', '100'],
    ['1 mmHg', 'Pa', '133.322387415'],
    ['1 mmH2O', 'Pa', '9.80665'],
    ['1 inHg', 'Pa', '3386.388640341'],
    ['1 lbf', 'N', '4.4482216152605'],
    ['1 pdl', 'N', '0.138254954376'],
    ['1 dyn', 'µN', '10'],
    ['1 cal', 'J', '4.184'],
    ['1 cal_IT', 'J', '4.1868'],
    ['1 kcal', 'kJ', '4.184'],
    ['1 Btu', 'J', '1055.05585262'],
    ['1 hp', 'W', '745.69987158227022'],
    ['1 马力', 'W', '735.49875'],
    ['1 kW·h', 'MJ', '3.6'],
    ['1 in', 'mm', '25.4'],
    ['1 ft', 'm', '0.3048'],
    ['1 yd', 'm', '0.9144'],
    ['1 mile', 'km', '1.609344'],
    ['1 n mile', 'm', '1852'],
    ['1 lb', 'kg', '0.45359237'],
    ['1 oz', 'g', '28.349523125'],
    ['1 gal', 'L', '3.785411784'],
    ['1 英加仑', 'L', '4.54609'],
    ['1 bbl', 'L', '158.987294928'],
    ['1 acre', 'm2', '4046.8564224'],
    ['3 亩', 'm2', '2000'],
    ['15 亩', '公顷', '1'],
    ['1 斤', 'g', '500'],
    ['1 两', 'g', '50'],
    ['3 市尺', 'm', '1'],
    ['1 市里', 'm', '500'],
    ['1 Å', 'nm', '0.1'],
    ['1 G', 'mT', '0.1'],
    ['1 Ci', 'GBq', '37'],
    ['1 R', 'C/kg', '0.000258'],
    ['1 rem', 'mSv', '10'],
    ['1 P', 'Pa·s', '0.1'],
    ['1 St', 'mm²/s', '100'],
    ['1 ct', 'mg', '200'],
    ['90 km/h', 'm/s', '25'],
    ['1 kn', 'km/h', '1.852'],
    ['3000 r/min', 'r/s', '50'],
    ['3000 r/min', 'Hz', '50'],
    ['1 eV', 'J', '1.602176634e-19'],
    ['1 g/cm³', 'kg/m³', '1000'],
    ['5 %', '‰', '50'],
    ['180°', 'gon', '200'],
    ['1 kDa', 'Da', '1000'],
    ['1 dB/m', 'dB/km', '1000'],
    ['1 Qg', 'kg', '1e+27'],
    ['1 µm', 'μm', '1'],
    ['−5 ℃', 'K', '268.15'],
    ['1.5×10³ Pa', 'kPa', '1.5'],
    ['1/2 in', 'mm', '12.7'],
    ['5', '%', '500'],
    ['5 10*3/uL', '/L', '5000000000'],
    ['120 1/min', 's⁻¹', '2'],
    ['1 kgce', 'MJ', '29.3076'],
    ['100 mph', 'km/h', '160.9344'],
    ['1 MB', 'byte', '1000000'],
    ['1 KiB', 'bit', '8192'],
    ['25 mm Hg', 'Pa', '3333.059685375'],
    ['1 L·atm', 'J', '101.325'],
    ['5 千克每立方米', '克每升', '5'],
    ['5 \\kilo\\metre\\per\\hour', 'm/h', '5000'],
  ];
  for (const [text, target, value] of cases) {
    assert.deepEqual(convert(text, target), { value, unit: target, exact: true }, `${text} to ${target}`);
  }
});

test('a value without an end has 15 significant digits and says so', () => {
  const cases: [text: string, target: string, value: string][] = [
    ['1 m', 'ft', '3.28083989501312'],
    ['1 psi', 'kPa', '6.89475729316836'],
    ['1 Torr', 'Pa', '133.322368421053'],
    ['1 °', 'rad', '0.0174532925199433'],
    ['12°30′15″', 'rad', '0.218238878551458'],
    ['1 Oe', 'A/m', '79.5774715459477'],
    ['3000 r/min', 'rad/s', '314.159265358979'],
    ['1 pc', 'm', '3.08567758149137e+16'],
    ['1 u', 'kg', '1.66053906892e-27'],
    ['1 亩', 'm2', '666.666666666667'],
    ['1 Np', 'dB', '8.68588963806504'],
  ];
  for (const [text, target, value] of cases)
    assert.deepEqual(convert(text, target), { value, unit: target, exact: false }, `${text} to ${target}`);
});

test('a temperature alone is a point of its scale, in a product or as a difference an interval', () => {
  assert.equal(convert('20 °C', 'K').value, '293.15');
  assert.equal(convert('0 K', '°C').value, '-273.15');
  assert.equal(convert('36.6 ℃', '℉').value, '97.88');
  assert.equal(convert('-40 °F', '°C').value, '-40');
  assert.equal(convert('491.67 °R', '°C').value, '0');
  assert.equal(convert('80 °Ré', '°C').value, '100');
  assert.equal(convert('5 °C', 'K', { difference: true }).value, '5');
  assert.equal(convert('5 Δ°C', '°F').value, '9');
  assert.equal(convert('5 K', 'ΔK').value, '5');
  assert.equal(convert('1 W/(m²·°C)', 'W/(m²·K)').value, '1');
  assert.equal(convert('9 µm/(m·°F)', 'µm/(m·K)').value, '16.2');
  assert.equal(convert('1 mK', 'K').value, '0.001');
  assert.match(refused('-300 °C', 'K').text[0], /绝对零度/);
  assert.match(refused('-5 K', '°C').text[1], /absolute zero/);
  assert.equal(convert('-5 K', 'mK').value, '-5000');
});

test('levels go through their logarithm and know their reference', () => {
  const cases: [text: string, target: string, value: string, options?: { ratio: 'power' | 'field' }][] = [
    ['30 dBm', 'W', '1'],
    ['1 mW', 'dBm', '0'],
    ['1 W', 'dBm', '30'],
    ['0 dBW', 'dBm', '30'],
    ['0 dBV', 'dBµV', '120'],
    ['20 dBV', 'V', '10'],
    ['60 dBµV/m', 'mV/m', '1'],
    ['100 dB(A)', 'Pa', '2'],
    ['2 Pa', 'dB SPL', '100'],
    ['20 dB', '1', '100'],
    ['20 dB', '1', '10', { ratio: 'field' }],
    ['0.001', 'dB', '-30'],
    ['0 Np', 'dB', '0'],
    ['1 B', 'dB', '10'],
    ['7 pH值', 'mol/L', '0.0000001'],
    ['0 dBu', 'V', '0.774596669241483'],
    ['3 dB', '1', '1.99526231496888'],
    ['6 dB', '1', '1.99526231496888', { ratio: 'field' }],
    ['1 Np', '1', '2.71828182845905'],
    ['1 dB', 'Np', '0.115129254649702'],
  ];
  for (const [text, target, value, options] of cases) assert.equal(convert(text, target, options).value, value, `${text} to ${target}`);
  assert.match(refused('94 dB(A)', 'dBm').text[0], /参考量/);
  assert.match(refused('20 dB', 'dBm').text[0], /参考量/);
  assert.match(refused('30 dBm', 'V').text[0], /级的参考量/);
  assert.match(refused('0 W', 'dBm').text[0], /大于 0/);
  assert.match(refused('1000000 dBm', 'W').text[0], /过大/);
});

test('what does not fit is refused with both dimensions, and a hertz is no radian per second', () => {
  assert.match(refused('1 m', 'kg').text[0], /“m”（量纲 L）换算为“kg”（量纲 M）/);
  assert.match(refused('1 N', 'kg').text[1], /L·M·T⁻²/);
  assert.match(refused('5 kg/cm2', 'MPa').text[0], /若指力请写 kgf/);
  assert.match(refused('1 IU', 'CFU').text[0], /由方法定义/);
  assert.match(refused('1 IU', 'mg').text[0], /量纲/);
  assert.match(refused('50 Hz', 'rad/s').text[0], /2π/);
  assert.equal(convert('1 rad/s', 's⁻¹').value, '1');
  assert.equal(convert('1 IU', 'kIU').value, '0.001');
});

test('what is no quantity is refused with its column', () => {
  const cases: [text: string, target: string, column: string][] = [
    ['kPa', 'Pa', 'column 1'],
    ['', 'Pa', 'column 1'],
    ['１ m', 'cm', 'column 1'],
    ['1.2.3 m', 'cm', 'column 1'],
    ['5 Mpaa', 'kPa', 'column 3'],
    ['5 m', 'cmm', 'column 1'],
    ['1e999 m', 'cm', 'column 1'],
    ['5 ft 3 in', 'm', 'column 6'],
    ['12 500 Pa', 'kPa', 'column 3'],
    ['5 1/2 in', 'mm', 'column 2'],
    ['1,000 Pa', 'kPa', 'column 2'],
    ['1/0 in', 'mm', 'column 1'],
    ['120/80 mmHg', 'kPa', 'column 1'],
    ['5×10^9999 m', 'm', 'column 1'],
  ];
  for (const [text, target, column] of cases) assert.equal(refused(text, target).place, column, text);
  assert.throws(() => readQuantity(5 as unknown as string), InvalidInput);
});

const linear = unitEntries.filter(({ scale }) => scale === undefined);
const anyUnit = fc
  .tuple(fc.constantFrom(...linear), fc.constantFrom(undefined, ...prefixes))
  .map(([entry, prefix]) => unitOf(entry, prefix !== undefined && entry.prefixes.includes(prefix.symbol) ? prefix : undefined));
const value = fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n)).map(([top, bottom]) => rational(top, bottom));
const all = linear.map((entry) => unitOf(entry));

test('there and back is exactly the same value, for every unit and every unit like it', () => {
  fc.assert(
    fc.property(anyUnit, value, fc.nat(), (from, own, choice) => {
      const fitting = all.filter((unit) => compatible(unit, from));
      const to = fitting[choice % fitting.length]!;
      if (
        [from, to].some(({ marks }) => marks['turn'] !== undefined || marks['angle'] !== undefined) ||
        /hertz/.test(from.terms[0]!.entry.en)
      )
        return;
      const there = convertValue(own, from, to);
      const back = convertValue(there.value, to, from);
      if (there.exact) assert.ok(equals(back.value, own), `${unitName(from)} to ${unitName(to)}`);
      else if (own.top !== 0n)
        assert.ok(Math.abs(toNumber(subtract(multiply(back.value, rational(own.bottom, own.top)), rational(1)))) < 1e-50);
    }),
    { numRuns: 500 },
  );
});

test('points of temperature scales there and back are exactly the same', () => {
  const scales = ['°C', '°F', 'K', '°R', '°Ré', 'mK'].map((text) => parseUnit(text));
  fc.assert(
    fc.property(fc.constantFrom(...scales), fc.constantFrom(...scales), fc.bigInt(0n, 10n ** 9n), (from, to, thousandths) => {
      const own = convertValue(rational(thousandths, 1000), parseUnit('K'), from).value;
      assert.ok(equals(convertValue(convertValue(own, from, to).value, to, from).value, own));
    }),
  );
});

test('levels there and back agree to 40 digits', () => {
  const pairs = [
    ['dBm', 'W'],
    ['dBV', 'mV'],
    ['dB(A)', 'Pa'],
    ['Np', 'dB'],
    ['dB', '1'],
    ['Np', '1'],
    ['pH值', 'mol/L'],
    ['%[slope]', '°'],
  ] as const;
  fc.assert(
    fc.property(fc.constantFrom(...pairs), fc.integer({ min: -5000, max: 5000 }), ([a, b], hundredths) => {
      const [own, from, to] = [rational(hundredths, 100), parseUnit(a), parseUnit(b)];
      const back = convertValue(convertValue(own, from, to).value, to, from).value;
      assert.ok(Math.abs(toNumber(subtract(back, own))) < 1e-40, `${hundredths} ${a}`);
    }),
  );
});

test('the command answers the value, and says what is no legal unit', () => {
  const { answer, exitCode, text } = unitsConvert('12.5 kgf/cm2', 'kPa');
  assert.deepEqual(answer, { value: '1225.83125', unit: 'kPa', exact: true });
  assert.equal(exitCode, 0);
  assert.match(text[0], /12.5 kgf\/cm2 = 1225.83125 kPa\n“kgf\/cm²”不是我国法定计量单位/);
  assert.match(unitsConvert('1 m', 'ft').text[1], /≈ 3.28083989501312 ft \(15 significant digits\)/);
  assert.throws(() => unitsConvert('1 dB', '1', { ratio: 'amplitude' as 'field' }), InvalidInput);
});
