/**
 * In which quantities a required standard of a regulation is used, and how its values are realised. The units come from the measurement models of
 * the editions (packages/procedures); a test holds them against every worked example. A role that is not here is not known, and no unit is refused.
 */
import type { Text } from '../../../kernel/text.ts';
import { printRange, unitOrNone, type StandardRange } from './range.ts';
import { compatible } from '@tongheng/quantity/unit';

/**
 * continuous: every value of the range · combined: weights, of which loads are made up · nominal: material measures one by one, whose actual value
 * lies beside the nominal one.
 */
export type Realisation = 'continuous' | 'combined' | 'nominal';
export type RoleUse = { readonly units: readonly string[]; readonly realisation: Realisation };

const continuous = (...units: string[]): RoleUse => ({ units, realisation: 'continuous' });
const nominal = (...units: string[]): RoleUse => ({ units, realisation: 'nominal' });
const weights: RoleUse = { units: ['kg'], realisation: 'combined' };
const pressure = continuous('kPa');
const temperature = continuous('°C');
const power = ['m⁻¹', 'cm/m', '°'] as const;
const energy = continuous('A', 'V', 'W', 'kW·h', 'Hz', '1');
const facility = continuous('m³/h', 'L', 'kg', 'kg/min');

const uses: Readonly<Record<string, RoleUse>> = {
  'jjg-0013:weights': weights,
  'jjg-0014:weights': weights,
  'jjg-0264:weights': weights,
  'jjg-0539:weights': weights,
  'jjg-1204:weights': weights,
  'jjg-0049:pressure-standard': pressure,
  'jjg-0052:pressure-standard': pressure,
  'jjg-0270:pressure': pressure,
  'jjg-0692:pressure': pressure,
  'jjg-0162:pressure-test': pressure,
  'jjg-0577:tightness-tester': pressure,
  'jjg-1190:tightness-tester': pressure,
  'jjg-0111:thermometer': temperature,
  'jjg-0111:bath': temperature,
  'jjg-1162:thermometer': temperature,
  'jjg-1162:bath': temperature,
  'jjg-1164:blackbody': temperature,
  'jjg-0443:thermometer': temperature,
  'jjg-0443:metal-measure': nominal('L'),
  'jjg-0162:water-meter-equipment': facility,
  'jjg-0577:gas-meter-equipment': facility,
  'jjg-1190:gas-meter-equipment': facility,
  'jjg-0996:cng-dispenser-standard': facility,
  'jjg-0997:lpg-dispenser-standard': facility,
  'jjg-1114:lng-dispenser-standard': facility,
  'jjg-0264:standard-tester': continuous('g/L'),
  'jjg-0517:distance-device': continuous('km'),
  'jjg-0517:stopwatch': continuous('s'),
  'jjg-0579:reference-focimeter': continuous(...power),
  'jjg-1097:reference-focimeter': continuous(...power),
  'jjg-0580:standard-lenses': nominal(...power),
  'jjg-0892:reference-eyes': nominal('m⁻¹'),
  'jjg-0892:cylinder-eye': nominal('m⁻¹', '°'),
  'jjg-0892:pupil-distance-standard': nominal('mm'),
  'jjg-0596:meter-test-equipment': energy,
  'jjg-0596:withstand-tester': continuous('V'),
  'jjg-1148:charger-calibrator': energy,
  'jjg-1149:charger-calibrator': energy,
  'jjg-0744:kv-meter': continuous('kV'),
  'jjg-1097:luminance-meter': continuous('cd/m²', 'lx'),
};

export const roleUseOf = (role: string): RoleUse | undefined => uses[role];

const serves = ({ units }: RoleUse, range: StandardRange): boolean => {
  const own = unitOrNone(range.to.unit);
  return own !== undefined && units.some((unit) => compatible(own, unitOrNone(unit) ?? own));
};

/** Which range is of no quantity that any of the roles asks for; undefined where one is, or where a role is not known. */
export function foreignRange(roles: readonly string[], ranges: readonly StandardRange[]): StandardRange | undefined {
  const known = roles.map(roleUseOf);
  if (known.length === 0 || known.some((use) => use === undefined)) return undefined;
  return ranges.find((range) => !known.some((use) => use !== undefined && serves(use, range)));
}

export const foreignWords = (roles: readonly string[], range: StandardRange): Text => {
  const units = [...new Set(roles.flatMap((role) => roleUseOf(role)?.units ?? []))].filter((unit) => unit !== '1').join('、');
  return [
    `${printRange(range)} 不是所登记用途要求的量（应能换算为 ${units}）`,
    `${printRange(range)} is of another quantity than its roles ask for (convertible to ${units})`,
  ];
};
