import { randomUUID } from 'node:crypto';

/**
 * A UUID of version 7 (RFC 9562 §5.7).
 * @param at milliseconds since 1970-01-01T00:00:00Z, below 2⁴⁸
 * @param random a UUID of version 4; its 74 random bits stay
 * @example idAt(0x017f22e279b0, 'f81d4fae-7dec-4cc3-98c4-dc0c0c07398f') // '017f22e2-79b0-7cc3-98c4-dc0c0c07398f'
 */
export function idAt(at: number, random: string): string {
  const time = at.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

/** The id of a new row. Rows written together stand together in every index that holds their ids, in the order of this machine's clock (decision 39). */
export const newId = (): string => idAt(Date.now(), randomUUID());
