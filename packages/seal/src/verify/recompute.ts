/**
 * The results of a record computed again from its raw readings by the edition that it names. What this program cannot judge (an edition it
 * does not have, another revision of the calculation) is null with its reason, never a difference.
 */
import type { Calculation, Check } from '@tongheng/procedures/calculation';
import { editionText, findProcedure, validityEnd } from '@tongheng/procedures/registry';
import { canonical } from '../canonical.ts';
import { toHex, toUtf8 } from '../encoding.ts';
import type { CertificateRecord, OlderRecord } from '../record.ts';
import { sha256 } from '../signature.ts';
import type { Answer } from './answer.ts';
import { answerOf, type Places } from './reasons.ts';

/** One value that differs: where, what the record says, what its readings give; null: there is none. */
export type Difference = { readonly place: string; readonly recorded: string | null; readonly computed: string | null };

export type Recomputation = { readonly answer: Answer; readonly differences: readonly Difference[] };

const digestOf = (text: string): string => toHex(sha256(toUtf8(text)));

const texts = (value: unknown): Readonly<Record<string, string>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, string>) : {};

const printed = (value: unknown): string | null =>
  value === undefined || value === null ? null : typeof value === 'string' ? value : canonical(value);

/** Values and checks by their id; the facts of a check one by one. */
function* leavesOf(calculation: Partial<Calculation>): Generator<readonly [place: string, value: unknown]> {
  yield ['conclusion', calculation.conclusion ?? null];
  yield ['document', calculation.document ?? null];
  yield ['confirmed', calculation.confirmed ?? null];
  for (const { id, ...value } of calculation.values ?? []) yield [`values.${id}`, `${value.value} ${value.unit}`.trim()];
  for (const check of calculation.checks ?? [])
    for (const part of [
      'value',
      'limit',
      'lower',
      'unit',
      'verdict',
      'clause',
      'comparison',
      'confirmed',
    ] as const satisfies readonly (keyof Check)[])
      if (check[part] !== undefined) yield [`checks.${check.id}.${part}`, check[part]];
}

/** What differs between two calculations, by place; an order that differs is named as `order`. */
function differencesOf(recorded: Partial<Calculation>, computed: Calculation): Difference[] {
  if (canonical(recorded) === canonical(computed)) return [];
  const [left, right] = [new Map(leavesOf(recorded)), new Map(leavesOf(computed))];
  const found: Difference[] = [];
  for (const place of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [printed(left.get(place)), printed(right.get(place))];
    if (one !== other) found.push({ place, recorded: one, computed: other });
  }
  return found.length > 0 ? found : [{ place: 'order', recorded: digestOf(canonical(recorded)), computed: digestOf(canonical(computed)) }];
}

type Calculated = {
  readonly edition: string;
  readonly digest: unknown;
  readonly revision: unknown;
  readonly kind: string;
  readonly validUntil: string | null;
  readonly nameplate: Readonly<Record<string, string>>;
  readonly testedOn: string;
  readonly result: Partial<Calculation>;
  readonly resultDigest: unknown;
  readonly conclusion: unknown;
  readonly input: Parameters<NonNullable<ReturnType<typeof findProcedure>>['calculate']>[0];
};

function readingsOf({ kind, validUntil, instrument, procedure, verification }: CertificateRecord | OlderRecord): Calculated {
  const run = verification as Readonly<Record<string, unknown>>;
  const rule = procedure as Readonly<Record<string, unknown>>;
  return {
    edition: procedure.edition,
    digest: rule['digest'] ?? null,
    revision: rule['calculationRevision'] ?? null,
    kind,
    validUntil,
    nameplate: instrument.nameplate,
    testedOn: verification.testedOn,
    result: (run['result'] ?? {}) as Partial<Calculation>,
    resultDigest: run['resultDigest'] ?? null,
    conclusion: run['conclusion'] ?? null,
    input: {
      kind: verification.kind,
      instrument: instrument.nameplate,
      environment: run['environment'],
      readings: run['readings'],
      adopted: texts(rule['adopted']),
    },
  };
}

/** A last day may be earlier than the regulation allows (the institute's own rule), never later. */
function lastDay({ edition, nameplate, testedOn, validUntil, kind }: Calculated): Difference[] {
  if (kind !== 'certificate') return [];
  let end: string | null;
  try {
    end = validityEnd(edition, nameplate, testedOn, { convention: 'same-day' });
  } catch {
    return [];
  }
  const isLater = end !== null && (validUntil === null || validUntil > end);
  return isLater ? [{ place: 'validUntil', recorded: validUntil, computed: end }] : [];
}

const most = 5;
const placesOf = (found: readonly Difference[]): Places[string] => {
  const line = (none: string): string =>
    found
      .slice(0, most)
      .map(({ place, recorded, computed }) => `${place} ${recorded ?? none} → ${computed ?? none}`)
      .join('; ') + (found.length > most ? '; …' : '');
  return [
    `${line('无')}${found.length > most ? `（共 ${found.length} 处）` : ''}`,
    `${line('none')}${found.length > most ? ` (${found.length})` : ''}`,
  ];
};

/**
 * Computes a record again and compares results, verdict and last day.
 *
 * @param record of any format that was ever issued
 */
export function recompute(record: CertificateRecord | OlderRecord): Recomputation {
  const given = readingsOf(record);
  const procedure = findProcedure(given.edition);
  const none = (answer: Answer): Recomputation => ({ answer, differences: [] });
  if (given.input.readings === null || given.input.readings === undefined) return none(answerOf('recomputation.noReadings'));
  if (procedure === undefined) return none(answerOf('recomputation.unknownEdition', { edition: given.edition }));
  const { number, calculationRevision } = procedure.edition;
  // Records of format 1 do not say by which revision they were computed; the digest of the data decides for them.
  if (given.revision !== null && given.revision !== calculationRevision) {
    const places = { edition: number, theirs: printed(given.revision) ?? '', ours: calculationRevision };
    return none(answerOf('recomputation.otherRevision', places));
  }
  const computed = procedure.calculate(given.input);
  const found = [...differencesOf(given.result, computed), ...lastDay(given)];
  if (given.kind !== 'calibration' && given.conclusion !== computed.conclusion)
    found.push({ place: 'verdict', recorded: printed(given.conclusion), computed: computed.conclusion });
  const digest = digestOf(canonical(given.result));
  if (given.resultDigest !== null && given.resultDigest !== digest)
    found.push({ place: 'resultDigest', recorded: printed(given.resultDigest), computed: digest });
  if (found.length === 0)
    return none(answerOf('recomputation.same', { edition: number, count: computed.values.length + computed.checks.length }));
  const places = { edition: number, places: placesOf(found) };
  const isOtherData = given.digest !== digestOf(editionText(given.edition) ?? '');
  return { answer: answerOf(isOtherData ? 'recomputation.otherData' : 'recomputation.differs', places), differences: found };
}
