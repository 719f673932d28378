import { printQuery } from '../kernel/address.ts';
import { useLocation, useParams, useRouter } from '@tanstack/react-router';

/** The part of an address after `?` as the contracts read it: texts, and lists where a name is repeated. */
export type Search = Readonly<Record<string, string | readonly string[]>>;

export function readSearch(text: string): Record<string, string | string[]> {
  const search: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const earlier = search[name];
    search[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return search;
}

/** Goes to another page of the workplace, as a link would. */
export function useGo(): (href: string) => void {
  const { history } = useRouter();
  return (href) => history.push(href);
}

/** The filters of a page live in its address, so that every filtered list is a link. */
export function useSearchState(): [Search, (changes: Readonly<Record<string, unknown>>) => void] {
  const { history } = useRouter();
  const { pathname, searchStr } = useLocation();
  const search = readSearch(searchStr);
  return [search, (changes) => history.push(pathname + printQuery({ ...search, ...changes }))];
}

export const usePathname = (): string => useLocation().pathname;

/** A parameter of the page's path: `:id` of '/requests/:id'. */
export function usePathParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  return params[name] ?? '';
}
