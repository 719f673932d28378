import type { AnyEndpoint } from './endpoint.ts';

type Parts = { readonly params?: Readonly<Record<string, unknown>>; readonly query?: Readonly<Record<string, unknown>> };

/** `?a=1&b=x`, or nothing; a list repeats its name; what is undefined, null or empty is left out. */
export function printQuery(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null && one !== '')
      .map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Where an endpoint stands, its parameters still by name. */
export const pathOf = ({ path, atRoot }: Pick<AnyEndpoint, 'path' | 'atRoot'>): string => (atRoot === true ? path : `/api${path}`);

/**
 * The address of a call, its parameters and query filled in.
 *
 * @example addressOf({ path: '/people/:id' }, { params: { id: '7' }, query: { q: '王' } }) // '/api/people/7?q=%E7%8E%8B'
 */
export function addressOf(endpoint: Pick<AnyEndpoint, 'path' | 'atRoot' | 'takesRest'>, { params, query }: Parts): string {
  const path = pathOf(endpoint).replace(/:(\w+)(\/)?/g, (_whole, name: string, more: string | undefined) => {
    const encoded = encodeURIComponent(String(params?.[name]));
    return more === undefined && endpoint.takesRest === true ? encoded.replace(/%2F/g, '/') : `${encoded}${more ?? ''}`;
  });
  return `${path}${printQuery(query ?? {})}`;
}
