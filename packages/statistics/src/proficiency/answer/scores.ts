/** Answers of z, z′, ζ, En and of the comparison after JJF 1117. */
import { divideExactly, multiply, parse, whole, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { numberOf, textOf } from '../../sample/decimal-text.ts';
import type { Entries } from '../../sample/read-input.ts';
import { decimalOf, fieldsOf, flag, optionalSize, participantsOf, placeOf, size } from '../input.ts';
import { comparisonScore, enScore, needsZPrime, zetaScore, zPrimeScore, zScore, type Score, type Verdict } from '../score.ts';
import type { Method, Report, Text, Warning } from './report.ts';

type Participant = ReturnType<typeof participantsOf>[number];

export const verdictWords: Readonly<Record<Verdict, Text>> = {
  satisfactory: ['满意', 'satisfactory'],
  questionable: ['有问题', 'questionable'],
  unsatisfactory: ['不满意', 'unsatisfactory'],
};

const titles: Readonly<Record<string, Text>> = {
  z: ['z 比分数（ISO 13528:2022，9.4）', 'z scores (ISO 13528:2022, 9.4)'],
  'z-prime': ['z′ 比分数（ISO 13528:2022，9.5）', "z' scores (ISO 13528:2022, 9.5)"],
  zeta: ['ζ 比分数（ISO 13528:2022，9.6）', 'zeta scores (ISO 13528:2022, 9.6)'],
  en: ['En 值（ISO 13528:2022，9.7）', 'En scores (ISO 13528:2022, 9.7)'],
  'jjf-1117': ['归一化偏差 En（JJF 1117-2010）', 'normalized error En (JJF 1117-2010)'],
};

function scoresOf(
  method: string,
  participants: readonly Participant[],
  compute: (participant: Participant) => Score,
  warnings: readonly Warning[],
): Report {
  const scores = participants.map((participant) => {
    try {
      return { id: participant.id, ...compute(participant) };
    } catch (error) {
      if (error instanceof InvalidInput && error.place === '') throw new InvalidInput(participant.place, error.text);
      throw error;
    }
  });
  return {
    title: titles[method] ?? [method, method],
    answer: { scores: scores.map(({ id, score, verdict }) => ({ id, score: textOf(score), verdict })) },
    rows: scores.map(({ id, score, verdict }) => [id, textOf(score, 4), verdictWords[verdict]]),
    warnings,
  };
}

const xOf = ({ fields, place }: Participant): Decimal => decimalOf(fields['x'], placeOf(place, 'x'));

function conversionFactor(fields: Entries, place: string): Decimal | undefined {
  return optionalSize(fields, 'k', place);
}

/** The expanded uncertainty as it was given, or k·u where a coverage factor k stands beside u; never with a k that nobody wrote. */
function expandedOf(fields: Entries, place: string, k: Decimal | undefined): Decimal {
  const given = optionalSize(fields, 'U', place, 'zero');
  if (given !== undefined) return given;
  const [u, factor] = [optionalSize(fields, 'u', place, 'zero'), conversionFactor(fields, place) ?? k];
  if (u !== undefined && factor !== undefined) return multiply(u, factor);
  throw new InvalidInput(placeOf(place, 'U'), [
    '缺少扩展不确定度 U（或 u 与包含因子 k）',
    'the expanded uncertainty U is missing (or u with a coverage factor k)',
  ]);
}

/** The standard uncertainty as it was given, or U/k where a coverage factor k stands beside U. */
function standardOf(fields: Entries, place: string, k: Decimal | undefined): Decimal {
  const given = optionalSize(fields, 'u', place, 'zero');
  if (given !== undefined) return given;
  const [U, factor] = [optionalSize(fields, 'U', place, 'zero'), conversionFactor(fields, place) ?? k];
  if (U !== undefined && factor !== undefined) return divideExactly(U, factor) ?? parse(textOf(numberOf(U) / numberOf(factor)));
  throw new InvalidInput(placeOf(place, 'u'), [
    '缺少标准不确定度 u（或 U 与包含因子 k）',
    'the standard uncertainty u is missing (or U with a coverage factor k)',
  ]);
}

const useZPrime: Warning = {
  id: 'use-z-prime',
  text: [
    'u(x_pt) 大于 0.3 σ_pt，指定值的不确定度不可忽略，应改用 z′ 比分数（ISO 13528:2022，9.2.1）',
    "u(x_pt) is larger than 0.3 σ_pt: the uncertainty of the assigned value is not negligible; use z' scores (ISO 13528:2022, 9.2.1)",
  ],
};

type Kind = 'z' | 'z-prime' | 'zeta' | 'en';

/**
 * The method of one score: what `results` are against `assigned`, each with its verdict (ISO 13528:2022, clause 9; JJF 1117-2010). It
 * throws InvalidInput by the place of a field.
 */
export const scoreAnswer =
  (method: Kind): Method =>
  (fields) => {
    const assigned = fieldsOf(fields['assigned'], 'assigned');
    const participants = participantsOf(fields['results'], 'results');
    const reference = decimalOf(assigned['x'], 'assigned.x');
    const k = conversionFactor(fields, '');
    if (method === 'z') {
      const sigma = size(assigned, 'sigma', 'assigned');
      const hasU = assigned['u'] !== undefined || (assigned['U'] !== undefined && (assigned['k'] !== undefined || k !== undefined));
      const warnings = hasU && needsZPrime(standardOf(assigned, 'assigned', k), sigma) ? [useZPrime] : [];
      return scoresOf(method, participants, (own) => zScore(xOf(own), reference, sigma), warnings);
    }
    if (method === 'z-prime') {
      const [sigma, u] = [size(assigned, 'sigma', 'assigned'), standardOf(assigned, 'assigned', k)];
      return scoresOf(method, participants, (own) => zPrimeScore(xOf(own), reference, sigma, u), []);
    }
    if (method === 'zeta') {
      const u = standardOf(assigned, 'assigned', k);
      return scoresOf(method, participants, (own) => zetaScore(xOf(own), reference, standardOf(own.fields, own.place, k), u), []);
    }
    const U = expandedOf(assigned, 'assigned', k);
    return scoresOf(method, participants, (own) => enScore(xOf(own), reference, expandedOf(own.fields, own.place, k), U), []);
  };

/** `k` is 2 unless given; `ue` the transfer instability, for all or for one; `correlated` when the reference contains the results. */
export const comparisonAnswer: Method = (fields) => {
  const assigned = fieldsOf(fields['assigned'], 'assigned');
  const k = conversionFactor(fields, '') ?? whole(2);
  const reference = decimalOf(assigned['x'], 'assigned.x');
  const uReference = standardOf(assigned, 'assigned', k);
  const uTransfer = optionalSize(fields, 'ue', '', 'zero') ?? whole(0);
  const correlated = flag(fields['correlated'], 'correlated', false);
  return scoresOf(
    'jjf-1117',
    participantsOf(fields['results'], 'results'),
    (own) =>
      comparisonScore(xOf(own), reference, {
        u: standardOf(own.fields, own.place, k),
        uReference,
        uTransfer: optionalSize(own.fields, 'ue', own.place, 'zero') ?? uTransfer,
        k,
        correlated: flag(own.fields['correlated'], `${own.place}.correlated`, correlated),
      }),
    [],
  );
};
