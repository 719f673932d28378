/** Mass with its unit as written on a nameplate. Units: t, kg, g, mg (法定计量单位), exact powers of ten of each other. */
import { DecimalError, parse, timesPowerOfTen } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';
import type { Text } from './edition.ts';

export type MassUnit = 't' | 'kg' | 'g' | 'mg';
const powerOfGram: Record<MassUnit, number> = { t: 6, kg: 3, g: 0, mg: -3 };
export const massUnits: readonly MassUnit[] = ['t', 'kg', 'g', 'mg'];

/** Whether a text is one of t, kg, g, mg, written so. @example isMassUnit('KG') // false */
export const isMassUnit = (text: unknown): text is MassUnit => typeof text === 'string' && (massUnits as readonly string[]).includes(text);

/** The same mass in another unit. @example print(convertMass(parse('5'), 'g', 'kg')) // '0.005' */
export const convertMass = (value: Decimal, from: MassUnit, to: MassUnit): Decimal =>
  timesPowerOfTen(value, powerOfGram[from] - powerOfGram[to]);

export type Mass = { readonly value: Decimal; readonly unit: MassUnit };
export type MassRefusal = { readonly reason: string; readonly text: Text };

/** @example readMass('15 kg') // { value: 15, unit: 'kg' } */
export function readMass(text: string): Mass | MassRefusal {
  const parts = /^(\S*?)\s?([^\d\s.,+-]*)$/.exec(text);
  const [number = '', unit = ''] = parts ? [parts[1], parts[2]] : [text];
  if (parts && unit === '')
    return { reason: 'unit-missing', text: ['缺少单位，例如“15 kg”', 'the unit is missing; write for example "15 kg"'] };
  if (parts && !isMassUnit(unit)) {
    return {
      reason: 'unit-unknown',
      text: [`不认识的质量单位“${unit}”，可用 t、kg、g、mg`, `unknown unit of mass "${unit}"; t, kg, g and mg are known`],
    };
  }
  try {
    return { value: parse(number), unit: unit as MassUnit };
  } catch (error) {
    if (error instanceof DecimalError) return { reason: error.reason, text: error.text };
    throw error;
  }
}

/** Whether reading a mass gave one, and not a reason why it is none. */
export const isMass = (mass: Mass | MassRefusal): mass is Mass => 'unit' in mass;
