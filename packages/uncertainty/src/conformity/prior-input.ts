/** The prior in the file of `conformity`, in the words of the model file: a distribution with mean and spread, or with limits. */
import { add, compare, multiply, parse, subtract, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { numberOf } from './decimal-number.ts';
import { entry, isGiven, readChoice, readDecimal, readFreedom, readPositive, type Given } from './input-value.ts';
import { arcsinePrior, rectangularPrior, studentPrior, triangularPrior, type Prior } from './prior.ts';

const shapes = ['normal', 't', 'rectangular', 'triangular', 'arcsine'] as const;
type Shape = (typeof shapes)[number];

export type PriorRequest = {
  readonly shape: Shape;
  readonly mean: Decimal;
  /** u of a normal distribution, scale of t, half-width of the others. */
  readonly spread: Decimal;
  readonly dof: number;
};

const half = parse('0.5');

function readLimits(given: Given): { mean: Decimal; spread: Decimal } {
  if (entry(given, 'lower') === undefined && entry(given, 'upper') === undefined) {
    return { mean: readDecimal(entry(given, 'mean'), 'prior.mean'), spread: readPositive(entry(given, 'halfWidth'), 'prior.halfWidth') };
  }
  const lower = readDecimal(entry(given, 'lower'), 'prior.lower');
  const upper = readDecimal(entry(given, 'upper'), 'prior.upper');
  if (compare(lower, upper) >= 0) {
    throw new InvalidInput('prior.upper', ['上限应大于下限', 'the upper limit must be greater than the lower one']);
  }
  return { mean: multiply(add(lower, upper), half), spread: multiply(subtract(upper, lower), half) };
}

/**
 * The field `prior`: normal by default, with `mean` and `u`; t with `mean`, `scale` and `dof`; others by limits, or by `mean` and
 * `halfWidth`. Numbers are in the unit of the measured value. Throws InvalidInput with the path of the field.
 */
export function readPrior(value: unknown): PriorRequest {
  if (!isGiven(value)) throw new InvalidInput('prior', ['应为一个对象', 'an object is expected']);
  const shape = readChoice<Shape>(entry(value, 'distribution'), 'prior.distribution', shapes, 'normal');
  const allowed = { normal: ['mean', 'u'], t: ['mean', 'scale', 'dof'] } as const;
  const keys: readonly string[] = shape === 'normal' || shape === 't' ? allowed[shape] : ['mean', 'halfWidth', 'lower', 'upper'];
  const unread = Object.keys(value).find((key) => key !== 'distribution' && !keys.includes(key));
  if (unread !== undefined) {
    throw new InvalidInput(`prior.${unread}`, [
      `该分布的参数为 ${keys.join('、')}`,
      `this distribution has the parameters ${keys.join(', ')}`,
    ]);
  }
  if (shape === 'normal' || shape === 't') {
    const spread = shape === 'normal' ? 'u' : 'scale';
    return {
      shape,
      mean: readDecimal(entry(value, 'mean'), 'prior.mean'),
      spread: readPositive(entry(value, spread), `prior.${spread}`),
      dof: readFreedom(entry(value, 'dof'), 'prior.dof'),
    };
  }
  return { shape, ...readLimits(value), dof: Infinity };
}

/** The prior with its values counted from an origin. */
export function priorFrom({ shape, mean, spread, dof }: PriorRequest, origin: Decimal): Prior {
  const [centre, width] = [numberOf(subtract(mean, origin)), numberOf(spread)];
  if (shape === 'rectangular') return rectangularPrior(centre, width);
  if (shape === 'triangular') return triangularPrior(centre, width);
  return shape === 'arcsine' ? arcsinePrior(centre, width) : studentPrior(centre, width, dof);
}
