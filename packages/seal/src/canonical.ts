/**
 * The canonical form of a JSON value after RFC 8785: names in code unit order, no white space, numbers as ECMAScript prints them.
 * A field that is undefined is left out.
 *
 * @example canonical({ b: 1, a: ['计量', null] }) // '{"a":["计量",null],"b":1}'
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a canonical form holds no NaN and no infinity');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = value as { readonly [name: string]: unknown };
  const names = Object.keys(fields)
    .filter((name) => fields[name] !== undefined)
    .sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(fields[name])}`).join(',')}}`;
}
