/** How numbers stand in an explanation: signs that cannot be overlooked, digits as they were written. */
import { print } from '@tongheng/quantity/decimal';
import type { Decimal } from '@tongheng/quantity/decimal';

/** The digits as they were written. @example written({ digits: 150n, scale: 2 }) // '1.50' */
export const written = (value: Decimal): string => print(value);

/** With its sign, zero without one. @example signed({ digits: 5n, scale: 1 }) // '+0.5' */
export const signed = (value: Decimal): string => (value.digits > 0n ? `+${print(value)}` : print(value));

/** To be subtracted, a negative one in brackets. @example minus({ digits: -5n, scale: 1 }) // '− (-0.5)' */
export const minus = (value: Decimal): string => (value.digits < 0n ? `− (${print(value)})` : `− ${print(value)}`);

/** A unit as it stands in an English sentence: only money has a Chinese one. @example englishUnit('元/kg') // 'yuan/kg' */
export const englishUnit = (unit: string): string => unit.replace('元', 'yuan');
