/**
 * Complex quantities: a real and an imaginary part that are uncertain quantities, so that a complex result keeps its identity as real ones do
 * (GUM Supplement 2, JCGM 102 3 and 6; Hall, Metrologia 41 (2004) 409). Their 2 × 2 covariance comes from the influences they share.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { Reading } from '../type-a/readings.ts';
import { covarianceMatrix } from '../uncertain/covariance.ts';
import { requireId, requireObject } from '../uncertain/definition.ts';
import { ensemble, jointly, type Name } from '../uncertain/elementary.ts';
import { result } from '../uncertain/result.ts';
import { asUncertain, constant, Uncertain, type Quantity } from '../uncertain/uncertain.ts';

export type Complex = { readonly real: Uncertain; readonly imaginary: Uncertain };
/** A complex or real quantity, an exact complex number [re, im], or an exact real number. */
export type ComplexQuantity = Complex | Quantity | readonly [re: number, im: number];

/** A complex quantity of two real ones. @example complex(resistance, reactance) */
export const complex = (real: Quantity, imaginary: Quantity): Complex => ({
  real: asUncertain(real, 'real'),
  imaginary: asUncertain(imaginary, 'imaginary'),
});

/** @throws InvalidInput naming the operation */
export function asComplex(quantity: ComplexQuantity, place: string): Complex {
  if (quantity instanceof Uncertain || typeof quantity === 'number') return { real: asUncertain(quantity, place), imaginary: constant(0) };
  if (Array.isArray(quantity)) {
    const [re, im] = quantity as readonly [number, number];
    return { real: asUncertain(re, `${place}[0]`), imaginary: asUncertain(im, `${place}[1]`) };
  }
  const { real, imaginary } = requireObject(quantity, place);
  if (real instanceof Uncertain && imaginary instanceof Uncertain) return { real, imaginary };
  throw new InvalidInput(place, ['应为复数量', 'a complex quantity is expected']);
}

/** The estimate as [re, im]. */
export const complexValue = ({ real, imaginary }: Complex): readonly [re: number, im: number] => [real.value, imaginary.value];

/** Covariance matrix of real and imaginary part, in the square of their unit. @throws InvalidInput as `covariance` does */
export const covarianceOf = ({ real, imaginary }: Complex): number[][] => covarianceMatrix([real, imaginary]);

/** Covariance matrix of [re a, im a, re b, im b] (JCGM 102 6.2). */
export const jointCovariance = (a: Complex, b: Complex): number[][] => covarianceMatrix([a.real, a.imaginary, b.real, b.imaginary]);

/** Identifiers of the two parts of a complex quantity. */
const partsOf = (id: string): readonly [re: string, im: string] => [`${id}/re`, `${id}/im`];

export type ComplexStatement = Name & {
  readonly value: readonly [re: number, im: number];
  /** Of real and imaginary part, in the square of the unit. */
  readonly covariance: readonly [readonly [number, number], readonly [number, number]];
  /** Of the covariance matrix as a whole; default infinite. */
  readonly dof?: number | null | undefined;
};

function named({ id, label, unit }: Name): readonly [Name, Name] {
  const [re, im] = partsOf(requireId(id, 'id'));
  return [
    { id: re, label: label === undefined ? undefined : `Re ${label}`, unit },
    { id: im, label: label === undefined ? undefined : `Im ${label}`, unit },
  ];
}

/**
 * An elementary complex quantity; its parts are the influences "id/re" and "id/im".
 * @throws InvalidInput where the covariance is not symmetric and positive semi-definite
 * @example elementaryComplex({ id: 'VNA 7/directivity', value: [0.001, -0.002], covariance: [[1e-8, 0], [0, 1e-8]] })
 */
export function elementaryComplex(statement: ComplexStatement): Complex {
  const { value, covariance: matrix, dof } = statement;
  const [re, im] = named(statement);
  if (!Array.isArray(value) || value.length !== 2)
    throw new InvalidInput('value', ['复数的估计值应为 [实部, 虚部]', 'a complex estimate is [real part, imaginary part]']);
  const [real, imaginary] = jointly(
    [
      { ...re, value: value[0], dof },
      { ...im, value: value[1], dof },
    ],
    matrix,
  );
  return { real: real as Uncertain, imaginary: imaginary as Uncertain };
}

export type ComplexSeries = Name & { readonly readings: readonly (readonly [re: Reading, im: Reading])[] };

/**
 * Means of complex readings, of one quantity or of several read together: covariances from the readings, n − 1 degrees of freedom for all
 * of them together (JCGM 102 5.3.2; Willink and Hall, Metrologia 39 (2002) 361).
 * @throws InvalidInput naming the reading
 * @example complexEnsemble([{ id: 'job 4/S11', readings: [[0.0242, -0.0101], [-0.0023, 0.2229], [0.0599, 0.0601]] }])
 */
export function complexEnsemble(members: readonly ComplexSeries[]): Complex[] {
  if (!Array.isArray(members) || members.length === 0)
    throw new InvalidInput('members', ['应为至少一个量的列表', 'a list of one quantity or more is expected']);
  const parts = ensemble(
    members.flatMap((member: ComplexSeries, index) => {
      const { readings } = member;
      const at = !Array.isArray(readings) ? -1 : readings.findIndex((reading: unknown) => !Array.isArray(reading) || reading.length !== 2);
      if (at >= 0 || !Array.isArray(readings))
        throw new InvalidInput(`members[${index}].readings${at < 0 ? '' : `[${at}]`}`, [
          '复数读数应为 [实部, 虚部]',
          'a complex reading is [real part, imaginary part]',
        ]);
      const [re, im] = named(member);
      return [
        { ...re, readings: member.readings.map(([one]) => one) },
        { ...im, readings: member.readings.map(([, other]) => other) },
      ];
    }),
  );
  return members.map((_, index) => ({ real: parts[2 * index] as Uncertain, imaginary: parts[2 * index + 1] as Uncertain }));
}

/**
 * A complex quantity as two named results "id/re" and "id/im", which archives hold like any other.
 * @example save(partsOfComplex(complexResult(impedance, { id: 'certificate 9/Z', unit: 'Ω' })))
 */
export function complexResult(quantity: ComplexQuantity, name: Name): Complex {
  const { real, imaginary } = asComplex(quantity, 'complexResult');
  const [re, im] = named(name);
  return { real: result(real, re), imaginary: result(imaginary, im) };
}

/** Real and imaginary part as a list, for `save` and for `covarianceMatrix`. */
export const partsOfComplex = ({ real, imaginary }: Complex): readonly [Uncertain, Uncertain] => [real, imaginary];

/** The complex result of an identifier among the results of an archive. @throws InvalidInput where it has no such */
export function complexFrom(results: ReadonlyMap<string, Uncertain>, id: string): Complex {
  const [re, im] = partsOf(requireId(id, 'id'));
  const [real, imaginary] = [results.get(re), results.get(im)];
  if (real !== undefined && imaginary !== undefined) return { real, imaginary };
  throw new InvalidInput(id, [`存档中没有复数结果“${id}”`, `the archive has no complex result "${id}"`]);
}
