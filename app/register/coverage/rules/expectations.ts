/**
 * What usually stands at a place of a kind, so that a place without any record is found. Practice, not law: the catalogue under mandatory
 * management says which instruments are verified, nobody prescribes that each place has them. Kinds of places that are not named have none.
 */
import type { InstrumentKind } from '../../catalogue/rules/kinds.ts';
import type { PlaceKind } from '../../place/rules.ts';

export type Expectation = {
  readonly place: PlaceKind;
  /** At least one of these. */
  readonly anyOf: readonly InstrumentKind[];
  readonly source: string;
  readonly confidence: 'practice';
};

const expect = (place: PlaceKind, anyOf: readonly InstrumentKind[], source: string): Expectation => ({
  place,
  anyOf,
  source,
  confidence: 'practice',
});

const clinics = '基层医疗机构的常用器具，惯例';

export const expectations: readonly Expectation[] = [
  expect('market', ['price-computing-scale', 'digital-indicating-scale', 'non-self-indicating-scale'], '集贸市场经营者用秤结算，惯例'),
  expect('supermarket', ['price-computing-scale', 'digital-indicating-scale'], '商超散装商品用秤结算，惯例'),
  expect('village-clinic', ['sphygmomanometer', 'automated-sphygmomanometer'], clinics),
  expect('township-hospital', ['sphygmomanometer', 'automated-sphygmomanometer'], clinics),
  expect('township-hospital', ['electrocardiograph', 'digital-electrocardiograph'], clinics),
  expect('hospital', ['sphygmomanometer', 'automated-sphygmomanometer'], '医院的常用器具，惯例'),
  expect('hospital', ['electrocardiograph', 'digital-electrocardiograph'], '医院的常用器具，惯例'),
  expect('fuel-station', ['fuel-dispenser'], '加油站以加油机结算'),
  expect('gas-station', ['lpg-dispenser', 'cng-dispenser', 'lng-dispenser'], '加气站以加气机结算'),
  expect('grain-depot', ['digital-indicating-scale', 'grain-density-tester'], '粮食收购称重、测容重，惯例'),
  expect('optician', ['focimeter', 'eye-refractometer', 'trial-lens-case', 'phoropter'], '眼镜店验光、配镜，惯例'),
  expect(
    'meter-lot',
    ['water-meter', 'diaphragm-gas-meter', 'ultrasonic-gas-meter', 'single-phase-energy-meter', 'three-phase-energy-meter'],
    '表计批次即由表计组成',
  ),
  expect('charging-station', ['ac-charger', 'dc-charger'], '充电站以充电桩结算'),
];

/** The kinds of places of which something is expected. */
export const expectingKinds = [...new Set(expectations.map(({ place }) => place))];

export const expectedAt = (place: PlaceKind): readonly Expectation[] => expectations.filter((one) => one.place === place);
