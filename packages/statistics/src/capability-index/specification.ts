/** Limits that a product has to keep, with an optional target; one of the two limits may be missing. */
import { add, compare, type Decimal } from '@tongheng/quantity/decimal';
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { readDecimal, readFields } from '../control-chart/read-input.ts';

export type SpecificationInput = { readonly lower?: Decimal; readonly upper?: Decimal; readonly target?: Decimal };

const given = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/**
 * Reads `lower`, `upper` and `target`, each optional text or number in the unit of the readings. Throws InvalidInput at `place` where
 * both limits are missing, cross, or the target lies outside.
 * @example readSpecification({ lower: '9.0' }, 'specification').upper // undefined
 */
export function readSpecification(value: unknown, place: string): SpecificationInput {
  const fields = readFields(value, place);
  const read = (name: string): Decimal | undefined => (given(fields[name]) ? readDecimal(fields[name], `${place}.${name}`) : undefined);
  const [lower, upper, target] = [read('lower'), read('upper'), read('target')];
  if (lower === undefined && upper === undefined)
    throw new InvalidInput(place, ['至少需要一个规范限 lower 或 upper', 'needs at least one of lower and upper']);
  if (lower !== undefined && upper !== undefined && compare(lower, upper) >= 0)
    throw new InvalidInput(place, ['规范下限必须小于规范上限', 'lower must be less than upper']);
  const outside =
    target !== undefined && ((lower !== undefined && compare(target, lower) < 0) || (upper !== undefined && compare(target, upper) > 0));
  if (outside) throw new InvalidInput(`${place}.target`, ['目标值在规范限之外', 'the target lies outside the specification']);
  return {
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
    ...(target === undefined ? {} : { target }),
  };
}

/** The middle of a two-sided specification, exactly. */
export function middleOf({ lower, upper }: SpecificationInput): Decimal | undefined {
  if (lower === undefined || upper === undefined) return undefined;
  const sum = add(lower, upper);
  return { digits: sum.digits * 5n, scale: sum.scale + 1 };
}
