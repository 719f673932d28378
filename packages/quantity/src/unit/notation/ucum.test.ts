/** UCUM against an independent implementation (the UCUM library of the National Library of Medicine): factors, dimensions, prefixes, refusals. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mock, test } from 'node:test';
import { InvalidInput } from '../../invalid-input.ts';
import { convert } from '../../conversion.ts';
import { toNumber } from '../../rational.ts';
import { parseUnit, unitFactor } from '../../unit.ts';
import type { Unit } from '../../unit.ts';
import { unitEntries } from '../table.ts';

type Peer = {
  readonly csCode_: string;
  readonly magnitude_: number;
  readonly dim_: { readonly dimVec_: readonly number[] | null };
  readonly isMetric_: boolean;
  readonly isSpecial_: boolean;
  readonly isArbitrary_: boolean;
  readonly source_: string;
};
type Utilities = {
  validateUnitString(code: string): { readonly status: string };
  getSpecifiedUnit(code: string, mode: string): { readonly unit: Peer | null };
  convertUnitTo(from: string, value: number, to: string): { readonly status: string; readonly toVal: number | null };
};
const require = createRequire(import.meta.url);
const { UnitTables, UcumLhcUtils } = require('@lhncbc/ucum-lhc') as {
  UnitTables: { getInstance(): { allUnitsByDef(): readonly Peer[] } };
  UcumLhcUtils: { getInstance(): Utilities };
};
const peer = UcumLhcUtils.getInstance();
const everyPeer = UnitTables.getInstance().allUnitsByDef();
const own = everyPeer.filter(({ source_: source }) => source === 'UCUM');

// The library prints what it refuses.
mock.method(console, 'log', () => undefined);

/** Constants that UCUM 2.1 still has with CODATA 1986 values or with rounded ones, and what it defines otherwise than SP 811. */
const otherValue: Readonly<Record<string, number>> = {
  u: 2e-6,
  AU: 1e-10,
  pc: 1e-6,
  '[h]': 1e-5,
  '[k]': 2e-5,
  '[eps_0]': 1e-9,
  '[mu_0]': 1e-9,
  '[e]': 1e-6,
  eV: 1e-6,
  '[m_e]': 1e-6,
  '[m_p]': 1e-6,
  '[G]': 3e-4,
  Torr: 3e-6,
  'm[Hg]': 3e-6,
  "[in_i'Hg]": 3e-6,
  '[PRU]': 3e-6,
  "[wood'U]": 3e-6,
  'cal_[15]': 1e-4,
};
/** Reciprocals: UCUM writes 1/m and 1/s, the library keeps the unit below the line. */
const reciprocal = new Set(['[diop]', '[mesh_i]', 'Bd']);
/** UCUM writes 1 ph = 10⁻⁴ lx; a phot is 1 lm/cm², 10⁴ lx (SI Brochure, 8th edition, table 9). The library takes [LPF] as 1, its table says 100. */
const mistaken = new Set(['ph', '[LPF]']);
/** Functions of another unit are compared by conversion below; the retired homeopathic logarithms and bit_s are not kept here. */
const left = new Set(["[hp'_X]", "[hp'_C]", "[hp'_M]", "[hp'_Q]", 'bit_s']);
const special = new Set(['Cel', '[degF]', '[degRe]', "[p'diop]", '%[slope]', '[pH]', 'Np', '[m/s2/Hz^(1/2)]', '10*', '10^']);

const avogadro = 6.0221367e23;
/** Our factor in the library's basis: gram, coulomb, and the mole as a number. */
function inPeerBasis(unit: Unit): number {
  const exponent = (place: number) => toNumber(unit.dimension[place]!);
  return unitFactor(unit).number * 1000 ** exponent(1) * avogadro ** exponent(5);
}
const peerDimension = ({ dimension, marks }: Unit): number[] => {
  const [length, mass, time, current, temperature, , light] = dimension.map(toNumber);
  return [length!, time! - current!, mass!, marks['angle'] === undefined ? 0 : toNumber(marks['angle']), temperature!, current!, light!];
};

test('every unit of UCUM is read, with the factor and dimension of the other implementation', () => {
  let compared = 0;
  for (const { csCode_: code, magnitude_: magnitude, dim_: dim, isSpecial_: isSpecial } of own) {
    if (left.has(code)) {
      assert.throws(() => parseUnit(code, { notation: 'ucum' }), InvalidInput, code);
      continue;
    }
    const unit = parseUnit(code, { notation: 'ucum' });
    if (special.has(code) || mistaken.has(code) || isSpecial) continue;
    const factor = reciprocal.has(code) ? 1 / inPeerBasis(unit) : inPeerBasis(unit);
    const difference = Math.abs(factor / magnitude - 1);
    const allowed = otherValue[code] ?? 1e-12;
    assert.ok(difference <= allowed, `${code}: ${factor} against ${magnitude}`);
    if (otherValue[code] !== undefined) assert.ok(difference > 1e-13, `${code} no longer differs`);
    if (!reciprocal.has(code))
      assert.deepEqual(
        peerDimension(unit).map((value) => value + 0),
        [...(dim.dimVec_ ?? [])],
        code,
      );
    compared += 1;
  }
  assert.ok(compared > 270, String(compared));
});

test('every compound that laboratories use in UCUM (LOINC) is read with the same factor', () => {
  let compared = 0;
  for (const { csCode_: code, magnitude_: magnitude, source_: source } of everyPeer) {
    if (source !== 'LOINC' || /\[LPF\]|dB|Cel|\[deg|\[pH\]|\[diop\]/.test(code) || peer.validateUnitString(code).status !== 'valid')
      continue;
    const unit = parseUnit(code, { notation: 'ucum' });
    const rough = /\[Hg\]|\[mu_0\]|eV|u(?![A-Za-z])|Torr|PRU|wood/.test(code) ? 5e-6 : 1e-12;
    assert.ok(Math.abs(inPeerBasis(unit) / magnitude - 1) <= rough, `${code}: ${inPeerBasis(unit)} against ${magnitude}`);
    compared += 1;
  }
  assert.ok(compared > 300, String(compared));
});

const prefixes = ['Y', 'Z', 'E', 'P', 'T', 'G', 'M', 'k', 'h', 'da', 'd', 'c', 'm', 'u', 'n', 'p', 'f', 'a', 'z', 'y'];

test('prefixes stand before metric units and no others, with the same factor', () => {
  for (const { csCode_: code, isMetric_: isMetric, isSpecial_: isSpecial } of own) {
    if (left.has(code) || /^10[*^]$/.test(code)) continue;
    // The library has m, s, g, rad, K, C, cd as base units, which are metric by the specification.
    const metric = isMetric || ['m', 's', 'g', 'rad', 'K', 'C', 'cd'].includes(code);
    for (const prefix of metric ? prefixes : ['k', 'm']) {
      const name = prefix + code;
      const alone = own.some((other) => other.csCode_ === name);
      if (alone || shadowed.has(name)) continue;
      if (!metric) {
        assert.throws(() => parseUnit(name, { notation: 'ucum' }), InvalidInput, `${name} is not metric`);
        continue;
      }
      const unit = parseUnit(name, { notation: 'ucum' });
      assert.equal(unit.terms[0]?.prefix?.ucum, prefix, name);
      const found = isSpecial ? null : peer.getSpecifiedUnit(name, 'validate').unit;
      if (found !== null && !reciprocal.has(code) && !mistaken.has(code)) {
        assert.ok(
          Math.abs(inPeerBasis(unit) / found.magnitude_ - 1) <= (otherValue[code] ?? 1e-12),
          `${name}: ${inPeerBasis(unit)} against ${found.magnitude_}`,
        );
      }
    }
  }
});
/** Read as another metric unit: deka-something against deci-a-something, and the like. */
const shadowed = new Set<string>(['dar', 'har']);

test('prefixes of 2022 and binary prefixes are read, though the other implementation lacks the first', () => {
  assert.equal(convert('1 Qm', 'm').value, '1e+30');
  assert.equal(unitFactor(parseUnit('Rm', { notation: 'ucum' })).number, 1e27);
  assert.equal(unitFactor(parseUnit('qm', { notation: 'ucum' })).number, 1e-30);
  assert.equal(unitFactor(parseUnit('KiBy', { notation: 'ucum' })).number, 8192);
});

test('what the specification refuses is refused', () => {
  const wrong = [
    'm//s',
    'm s',
    '[foo]',
    'kkg',
    'm/',
    'm..s',
    'm2.',
    '(m',
    'm)',
    '{a}{b',
    'm{a}2',
    'm--2',
    'k',
    '1.5m',
    'm/(s',
    'm²',
    'µm',
    'KG',
    '2m',
    '[in_i',
    'm[',
  ];
  for (const code of wrong) {
    assert.throws(() => parseUnit(code, { notation: 'ucum' }), InvalidInput, code);
    assert.notEqual(peer.validateUnitString(code).status, 'valid', code);
  }
});

test('what the specification allows is read as the other implementation reads it', () => {
  const right = [
    '/m',
    'm/s/s',
    'm/(s.kg)',
    '10*3/uL',
    '10^-3',
    'm{a}',
    '{cells}/uL',
    '100.kPa',
    'm+2',
    'm-2',
    'kg.m/s2',
    'mol/(L.s)',
    'g%',
    '/(12.h)',
    'mm[Hg]',
    'm.2',
  ];
  for (const code of right) {
    const found = peer.getSpecifiedUnit(code, 'validate').unit;
    assert.ok(found !== null, code);
    assert.ok(Math.abs(inPeerBasis(parseUnit(code, { notation: 'ucum' })) / found.magnitude_ - 1) < 5e-6, code);
  }
});

test('temperatures, levels and other functions convert as in the other implementation', () => {
  const cases: [value: number, from: string, to: string][] = [
    [36.6, 'Cel', 'K'],
    [36.6, 'Cel', '[degF]'],
    [98.6, '[degF]', 'Cel'],
    [-40, '[degF]', 'K'],
    [300, 'K', '[degF]'],
    [491.67, '[degR]', 'K'],
    [3, 'B[W]', 'W'],
    [2, 'B[V]', 'V'],
    [30, 'dB[V]', 'mV'],
    [5, 'B[kW]', 'W'],
    [100, 'W', 'B[W]'],
    [2, 'Np', '1'],
    [10, '1', 'Np'],
    [2, 'B', '1'],
  ];
  // The other implementation answers −38.63 °Ré, leaving out the size of the degree: 80 °Ré is 100 °C.
  assert.equal(convert('100 Cel', '[degRe]').value, '80');
  // And it takes the angle of a slope in radians where degrees were asked for.
  assert.equal(Number(convert('100 %[slope]', 'deg').value), 45);
  assert.equal(Number(convert('45 deg', "[p'diop]").value), 100);
  for (const [value, from, to] of cases) {
    const expected = peer.convertUnitTo(from, value, to);
    assert.equal(expected.status, 'succeeded', `${from} to ${to}`);
    const found = Number(convert(`${value} ${from}`, to).value);
    assert.ok(
      Math.abs(found - expected.toVal!) <= 1e-9 * Math.abs(expected.toVal!),
      `${value} ${from} to ${to}: ${found} against ${expected.toVal}`,
    );
  }
});

test('every UCUM code of the tables is known to the other implementation', () => {
  const lacking = unitEntries.flatMap(({ ucum }) => ucum).filter((code) => peer.validateUnitString(code).status !== 'valid');
  assert.deepEqual(lacking, []);
});
