/**
 * Shapes of JSON that is read from strangers: every field is named, of one type and bounded; a field that is not named is refused as one
 * that is missing is, with the place where it stands. What has the shape is given back with its names in the order of the canonical form, so
 * that a record is checked and put in order in one pass.
 */
import { keepsNoOrder } from './canonical.ts';

/** A text that is not what it claims to be; `place` says where, such as 'verification.testedOn'. */
export class InvalidRecord extends Error {
  readonly place: string;
  readonly #why: string;
  constructor(place: string, why: string) {
    super(`${place === '' ? 'record' : place}: ${why}`);
    this.name = 'InvalidRecord';
    this.place = place;
    this.#why = why;
  }
  /** The same as whoever holds the value at `name` sees it. */
  under(name: string | number): InvalidRecord {
    return new InvalidRecord(this.place === '' ? String(name) : `${name}.${this.place}`, this.#why);
  }
}

/** What a pass noticed: whether the engine prints some names in another order than they were set in. */
export type Pass = { hasOddNames: boolean };
/** A pass that has noticed nothing yet. */
export const newPass = (): Pass => ({ hasOddNames: false });

/** A copy of the value with its names in order when it has the shape, else throws InvalidRecord with the place below the value. */
export type Shape<T> = (value: unknown, pass: Pass) => T;
export type Shaped<S> = S extends Shape<infer T> ? T : never;

const refuse = (why: string, place = ''): never => {
  throw new InvalidRecord(place, why);
};

const under = (name: string | number, error: unknown): unknown => (error instanceof InvalidRecord ? error.under(name) : error);

/** The shape for a value that stands at a place of its own. */
export const at =
  <T>(place: string, shape: Shape<T>) =>
  (value: unknown): T => {
    try {
      return shape(value, newPass());
    } catch (error) {
      throw under(place, error);
    }
  };

/** A text of at most so many characters; not empty unless that is said. */
export const text =
  (most: number, least = 1): Shape<string> =>
  (value) =>
    typeof value === 'string' && value.length <= most && value.length >= least
      ? value
      : refuse(`is no text of ${least} to ${most} characters`);

/** A text of one form, such as a digest. */
export const formed =
  (form: RegExp, name: string): Shape<string> =>
  (value) =>
    typeof value === 'string' && value.length <= 100 && form.test(value) ? value : refuse(`is no ${name}`);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lastOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : ([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);

/** A day of the calendar, 'YYYY-MM-DD'. */
export const day: Shape<string> = (value) => {
  const [, year, month, date] = (typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null) ?? [];
  const isDay = year !== undefined && Number(date) >= 1 && Number(date) <= lastOf(Number(year), Number(month));
  return isDay ? (value as string) : refuse('is no day');
};

/** True or false. */
export const flag: Shape<boolean> = (value) => (typeof value === 'boolean' ? value : refuse('is neither true nor false'));

/** A count from 0 to a million; measured values are never numbers of JSON. */
export const count: Shape<number> = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000 ? value : refuse('is no count');

/** One of a closed list of words. */
export const oneOf =
  <const Words extends readonly string[]>(...words: Words): Shape<Words[number]> =>
  (value) =>
    words.includes(value as string) ? (value as Words[number]) : refuse(`is none of ${words.join(', ')}`);

/** The shape, or null where the fact is not recorded. */
export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, pass) =>
    value === null ? null : shape(value, pass);

type Kinds = {
  readonly string?: Shape<unknown>;
  readonly list?: Shape<unknown>;
  readonly boolean?: Shape<unknown>;
  readonly number?: Shape<unknown>;
};

/** A value whose type of JSON says which shape it has. */
export const byType =
  <K extends Kinds>(kinds: K): Shape<Shaped<NonNullable<K[keyof K]>>> =>
  (value, pass) => {
    const name = Array.isArray(value) ? 'list' : typeof value;
    const shape = (kinds as Readonly<Record<string, Shape<unknown> | undefined>>)[name];
    return (shape === undefined ? refuse(`is none of ${Object.keys(kinds).join(', ')}`) : shape(value, pass)) as never;
  };

/** A list of at most so many of one shape. */
export const list =
  <T>(shape: Shape<T>, most: number): Shape<readonly T[]> =>
  (value, pass) => {
    if (!Array.isArray(value) || value.length > most) return refuse(`is no list of at most ${most}`);
    const copy: T[] = [];
    try {
      for (const one of value as unknown[]) copy.push(shape(one, pass));
    } catch (error) {
      throw under(copy.length, error);
    }
    return copy;
  };

const isPlain = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

const isInOrder = (names: readonly string[]): boolean => names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name);

/** An object whose names are free and whose values are of one shape. */
export const map =
  <T>(shape: Shape<T>, most: number): Shape<Readonly<Record<string, T>>> =>
  (value, pass) => {
    if (!isPlain(value)) return refuse('is no object');
    const names = Object.keys(value);
    if (names.length > most) return refuse(`has more than ${most} fields`);
    if (!isInOrder(names)) names.sort();
    const copy: Record<string, T> = {};
    for (const name of names) {
      if (name.length > 120 || name === '__proto__') refuse('has a name that is not allowed');
      if (keepsNoOrder(name)) pass.hasOddNames = true;
      try {
        copy[name] = shape(value[name], pass);
      } catch (error) {
        throw under(name, error);
      }
    }
    return copy;
  };

type Fields = { readonly [name: string]: Shape<unknown> };

/** Names the field that is not of the format, else the one that is missing. */
function refuseOthers(names: readonly string[], shapes: Fields): void {
  const strange = names.find((name) => !Object.prototype.hasOwnProperty.call(shapes, name));
  if (strange !== undefined) refuse('is no field of this format', strange.slice(0, 60));
  const missing = Object.keys(shapes).find((name) => !names.includes(name));
  if (missing !== undefined) refuse('is missing', missing);
}

/** An object with exactly these fields. */
export function fields<F extends Fields>(shapes: F): Shape<{ readonly [Name in keyof F]: Shaped<F[Name]> }> {
  const known = Object.entries<Shape<unknown>>(shapes).sort(([a], [b]) => (a < b ? -1 : 1));
  return (value, pass) => {
    if (!isPlain(value)) return refuse('is no object');
    const names = Object.keys(value);
    if (names.length !== known.length) refuseOthers(names, shapes);
    const copy: Record<string, unknown> = {};
    for (const [name, shape] of known) {
      const one = value[name];
      if (one === undefined) refuseOthers(names, shapes);
      try {
        copy[name] = shape(one, pass);
      } catch (error) {
        throw under(name, error);
      }
    }
    return copy as never;
  };
}
