/** Named results: frozen intermediates with their own budget, which archives hold and other evaluations start from. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { optionalText, requireId, requireObject } from './definition.ts';
import type { Name } from './elementary.ts';
import type { Result } from './influence.ts';
import { asUncertain, Uncertain, type Quantity } from './uncertain.ts';

/** A quantity that stands for a named result. */
export const quantityOfResult = (result: Result): Uncertain => new Uncertain(result.value, { result }, []);

/**
 * The same quantity as a named result: budgets can show it as one line, and archives keep it under its identifier. It stays correlated with
 * everything that shares its influences.
 * @throws InvalidInput where the identifier is taken by something that it depends on
 * @example const gauge = result(add(standard, difference), { id: 'certificate 2026-0200/length', label: 'gauge block 12', unit: 'nm' })
 */
export function result(quantity: Quantity, name: Name): Uncertain {
  const from = asUncertain(quantity, 'result');
  const fields = requireObject(name, 'result');
  const id = requireId(fields['id'], 'id');
  const { components } = from;
  const own = from.result === undefined ? [] : [from.result];
  if ([...own, ...components.results.items, ...components.influences.items].some((item) => item.id === id))
    throw new InvalidInput('id', [
      `“${id}”已是它所依据的量的标识，结果需要自己的标识`,
      `"${id}" names something that this depends on; the result needs an identifier of its own`,
    ]);
  const through = own.length === 0 ? components : new Uncertain(from.value, undefined, [{ of: from, slope: 1 }]).components;
  return quantityOfResult({
    id,
    value: from.value,
    label: optionalText(fields['label'], 'label'),
    unit: optionalText(fields['unit'], 'unit'),
    components: through,
  });
}
