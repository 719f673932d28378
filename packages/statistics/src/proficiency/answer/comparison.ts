/** Answers of the weighted mean and of linking. */
import { subtract, whole, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { numberOf, textOf } from '../../sample/decimal-text.ts';
import { sampleOf } from '../../sample/exact-scale.ts';
import type { Entries } from '../../sample/read-input.ts';
import { choiceOf, decimalOf, fieldsOf, flag, listOf, optionalSize, participantsOf, placeOf, size } from '../input.ts';
import { link } from '../linking.ts';
import { referenceValue, rejections } from '../weighted-mean.ts';
import type { Method, Warning } from './report.ts';

const numberAt = (fields: Entries, name: string, place: string): number => numberOf(decimalOf(fields[name], placeOf(place, name)));
const sizeAt = (fields: Entries, name: string, place: string): number => numberOf(size(fields, name, place));

/**
 * Weighted mean, its uncertainty, Birge ratio and consistency of `results` with id, x and u. Throws InvalidInput by the place of a
 * field.
 */
export const weightedMeanAnswer: Method = (fields) => {
  const participants = participantsOf(fields['results'], 'results', 2);
  const sample = sampleOf(participants.map(({ fields: own, place }) => decimalOf(own['x'], placeOf(place, 'x'))));
  const results = participants.map(({ id, fields: own, place }, index) => ({
    id,
    x: sample.offsets[index] ?? 0,
    u: sizeAt(own, 'u', place) / sample.unit,
  }));
  const exclude = fields['exclude'] === undefined ? [] : listOf(fields['exclude'], 'exclude', 0).map(String);
  exclude.forEach((id, index) => {
    if (!results.some((result) => result.id === id))
      throw new InvalidInput(`exclude[${index}]`, [`没有编号 ${id}`, `there is no id ${id}`]);
  });
  const found = referenceValue(results, {
    alpha: numberOf(optionalSize(fields, 'alpha', '') ?? { digits: 5n, scale: 2 }),
    reject: choiceOf(fields['reject'], 'reject', rejections, 'none'),
    exclude,
  });
  const [x, u, uExternal] = [sample.location(found.x), sample.spread(found.u), sample.spread(found.uExternal)];
  const warnings: Warning[] = [];
  if (!found.isConsistent) {
    warnings.push({
      id: 'inconsistent',
      text: [
        `结果与其不确定度不一致（χ² 检验 p = ${textOf(found.p, 3)}），加权平均值不宜直接用作参考值`,
        `the results do not agree within their uncertainties (chi-square p = ${textOf(found.p, 3)}): the weighted mean should not serve as reference value as it is`,
      ],
    });
  }
  return {
    title: ['加权平均值与等效度', 'weighted mean and degrees of equivalence'],
    answer: {
      x,
      u,
      chiSquare: textOf(found.chiSquare),
      dof: found.dof,
      p: textOf(found.p),
      birge: textOf(found.birge),
      uExternal,
      consistent: found.isConsistent,
      rejected: found.rejected,
      equivalence: found.equivalence.map(({ id, d, u: own, En, isContributor }) => ({
        id,
        d: sample.spread(d),
        u: sample.spread(own),
        U: sample.spread(2 * own),
        En: textOf(En),
        contributor: isContributor,
        verdict: Math.abs(En) <= 1 ? 'satisfactory' : 'unsatisfactory',
      })),
    },
    rows: [
      [['加权平均值', 'weighted mean'], x],
      [['标准不确定度', 'standard uncertainty'], u],
      [`χ² (ν = ${found.dof})`, textOf(found.chiSquare, 5), `p = ${textOf(found.p, 3)}`],
      [['伯奇比', 'Birge ratio'], textOf(found.birge, 4)],
      ...found.equivalence.map(({ id, d, u: own, En }) => [
        id,
        `d = ${textOf(Number(sample.spread(d)), 5)}`,
        `U(d) = ${textOf(Number(sample.spread(2 * own)), 3)}`,
        `En = ${textOf(En, 3)}`,
      ]),
    ],
    warnings,
  };
};

/**
 * `reference` {x, u}, `linking` [{id, x, ux, y, uy, r, contributor}], `results` [{id, x, u}] of the regional comparison, `ue` for the
 * instability of the travelling standards. A linking laboratory contributed to the reference value unless it says not.
 */
export const linkAnswer: Method = (fields) => {
  const reference = fieldsOf(fields['reference'], 'reference');
  const linking = participantsOf(fields['linking'], 'linking');
  const regional = participantsOf(fields['results'], 'results');
  // Counted from the reference value and from the first regional result, so that large common parts cost no digits.
  const [origin, first] = [decimalOf(reference['x'], 'reference.x'), linking[0]];
  const regionalOrigin = first === undefined ? origin : decimalOf(first.fields['y'], placeOf(first.place, 'y'));
  const from = (zero: Decimal, fields: Entries, name: string, place: string): number =>
    numberOf(subtract(decimalOf(fields[name], placeOf(place, name)), zero));
  const found = link({
    reference: { x: 0, u: sizeAt(reference, 'u', 'reference') },
    linking: linking.map(({ id, fields: own, place }) => ({
      id,
      x: from(origin, own, 'x', place),
      uX: sizeAt(own, 'ux', place),
      y: from(regionalOrigin, own, 'y', place),
      uY: sizeAt(own, 'uy', place),
      r: own['r'] === undefined ? 0 : numberAt(own, 'r', place),
      isContributor: flag(own['contributor'], `${place}.contributor`, true),
    })),
    regional: regional.map(({ id, fields: own, place }) => ({ id, y: from(regionalOrigin, own, 'x', place), uY: sizeAt(own, 'u', place) })),
    uTransfer: numberOf(optionalSize(fields, 'ue', '', 'zero') ?? { digits: 0n, scale: 0 }),
  });
  // Σw(x − y) − x_R of the values as they were given.
  const step = sampleOf([subtract(whole(0), regionalOrigin)]).restore(found.step);
  const warnings: Warning[] =
    found.p !== null && found.p < 0.05
      ? [
          {
            id: 'linking-inconsistent',
            text: [
              `各连接实验室给出的差值不一致（p = ${textOf(found.p, 3)}），请检查传递标准的稳定性`,
              `the linking laboratories disagree about the step (p = ${textOf(found.p, 3)}): check the stability of the travelling standards`,
            ],
          },
        ]
      : [];
  return {
    title: ['区域比对与关键比对的连接', 'linking of a regional to a key comparison'],
    answer: {
      step,
      u: textOf(found.uStep),
      weights: found.weights.map(({ id, weight }) => ({ id, weight: textOf(weight) })),
      chiSquare: found.chiSquare === null ? null : textOf(found.chiSquare),
      p: found.p === null ? null : textOf(found.p),
      equivalence: found.equivalence.map(({ id, d, u, U, En }) => ({
        id,
        d: textOf(d),
        u: textOf(u),
        U: textOf(U),
        En: textOf(En),
        verdict: Math.abs(En) <= 1 ? 'satisfactory' : 'unsatisfactory',
      })),
    },
    rows: [
      [['连接修正值', 'step'], step, `u = ${textOf(found.uStep, 3)}`],
      ...found.equivalence.map(({ id, d, U, En }) => [id, `d = ${textOf(d, 5)}`, `U(d) = ${textOf(U, 3)}`, `En = ${textOf(En, 3)}`]),
    ],
    warnings,
  };
};
