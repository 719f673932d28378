import type { Context } from '../../../../platform/context.ts';
import { cardsOf } from '../../../../register/file/service.ts';
import type { DenominatorVersion, Figures } from '../../contract/denominator.ts';
import type { Indicator, Measured } from '../../contract/shapes.ts';
import type { Counted } from '../../rules/denominator/count.ts';
import { lastDayOf, sayDefinition, stateOf, type Definition } from '../../rules/denominator/definition.ts';
import { toNumber, type Fraction } from '../../rules/value.ts';
import type { SharesOnDay } from './figure.ts';
import type { DecidedVersion } from './versions.ts';

export const words = (text: readonly [string, string]): [string, string] => [text[0], text[1]];

export const toMeasured = (fraction: Fraction | null): Measured | null =>
  fraction === null ? null : { value: toNumber(fraction, true), numerator: fraction.numerator, denominator: fraction.denominator };

export const toFigures = (counted: Counted | null): Figures | null =>
  counted === null
    ? null
    : { unweighted: toMeasured(counted.unweighted), weighted: toMeasured(counted.weighted), unknownDemand: counted.unknownDemand };

/** The denominator and both figures of a reading, as every page shows them. */
export function toShares(shares: SharesOnDay | null): Indicator['shares'] {
  if (shares === null) return null;
  const { version, definition } = shares.version;
  return {
    version,
    statement: words(sayDefinition(definition)),
    reported: definition.reported,
    judgedBy: shares.judgedBy,
    ...(toFigures(shares.counted) ?? { unweighted: null, weighted: null, unknownDemand: 0 }),
  };
}

/** The parts of a definition as they are chosen. */
const partsOf = (definition: Definition) =>
  definition.rule === 'demandServed'
    ? {
        chosen: definition.chosen,
        catalogue: null,
        edition: null,
        level: null,
        weight: null,
        months: definition.months,
        threshold: definition.threshold,
      }
    : {
        chosen: definition.chosen,
        catalogue: definition.catalogue,
        edition: words(definition.edition),
        level: definition.level,
        weight: definition.weight,
        months: definition.months,
        threshold: null,
      };

/** One version of a history, with the figures of a day under it. */
export async function toVersion(
  ctx: Context,
  versions: readonly DecidedVersion[],
  version: DecidedVersion,
  counted: Counted | null,
): Promise<DenominatorVersion> {
  const { row, definition } = version;
  return {
    id: version.id,
    version: version.version,
    ...partsOf(definition),
    reported: definition.reported,
    entries: definition.rule === 'demandServed' ? [] : definition.items.map(({ key }) => key),
    statement: words(sayDefinition(definition)),
    holdsFrom: version.holdsFrom,
    holdsUntil: lastDayOf(versions, version) ?? null,
    state: stateOf(versions, version, ctx.today),
    documentNumber: row?.documentNumber ?? null,
    files: row === null ? [] : await cardsOf(ctx, row.files),
    reason: row?.reason ?? null,
    person: row?.person ?? null,
    recordedAt: row?.recordedAt ?? null,
    effect: (row?.effect ?? null) as DenominatorVersion['effect'],
    figures: toFigures(counted),
  };
}
