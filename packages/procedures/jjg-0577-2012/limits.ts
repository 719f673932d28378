/** The numbers that verdicts on diaphragm gas meters rest on. None was compared with the official text of JJG 577-2012. */
import type { Limits, Sourced } from '../src/edition.ts';
import type { GasNumbers } from '../src/flow/gas-meter.ts';
import { sourced, unknown } from '../src/source.ts';

const r137 = 'own knowledge of OIML R 137-1&2:2012 and GB/T 6968, which JJG 577-2012 follows';
const training = 'renrendoc.com 286225483, training slides on JJG 577: qt 一般为 0.1 qmax; points qmin, 0.2 qmax, qmax';
const place = 'oknoswiat.com id 1287, an article quoting JJG 577-2012 on conditions and corrections';
const losses = 'own knowledge of GB/T 6968-2011, loss of pressure of meters without and with a built-in valve';
const text = 'the official text of JJG 577-2012 was not at hand';

const high = (value: string, source = r137) => sourced(value, source, 'high');
const found = (value: string, source: string) => sourced(value, source, 'found');
const medium = (value: string, source: string) => sourced(value, source, 'medium');

/** Up to and including `upTo` m³/h of qmax, in Pa. */
export type LossBand = { readonly upTo: Sourced<string>; readonly plain: Sourced<string>; readonly withValve: Sourced<string> };
const band = (upTo: string, plain: string, withValve: string): LossBand => ({
  upTo: medium(upTo, losses),
  plain: medium(plain, losses),
  withValve: medium(withValve, losses),
});

export const limits = {
  mpe: { '1.0': { lower: high('2'), upper: high('1') }, '1.5': { lower: high('3'), upper: high('1.5') } },
  transitional: found('0.1', training),
  middle: found('0.2', training),
  inUseFactor: medium('2', 'own knowledge of OIML R 137 and of the JJG 577 family: meters in use have twice the MPE'),
  flowTolerance: unknown(['实际流量与流量点的允许偏差', 'allowed deviation of a flow from its point'], '%', text),
  temperatureDifference: found('1', place),
  uncorrectedDifference: found('0.5', place),
  kelvin: high('273.15', 'by definition of the degree Celsius'),
  household: found('10', place),
  /** In m³/h: the largest meter. */
  flowMost: medium('160', 'ybzhan.cn 113369, on the draft of the next edition: qmax up to 160 m³/h; GB/T 6968 has the same'),
  pressureLoss: [band('16', '200', '250'), band('65', '300', '375'), band('160', '400', '500')],
  /** U of the standard equipment is at most the MPE divided by this. */
  equipmentDivisor: high('3', 'own knowledge of the regulations for gas meters: U of the equipment at most one third of the MPE'),
  environment: {
    small: { least: found('18', place), most: found('22', place) },
    large: { least: found('15', place), most: found('25', place) },
    humidity: { least: found('45', place), most: found('75', place) },
    pressure: { least: found('85', place), most: found('105', place) },
  },
} satisfies GasNumbers & Limits;

export type DiaphragmLimits = Limits & typeof limits;
