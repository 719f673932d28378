import type { AnnexItem } from '../contract/document.ts';

/** Printed documents mix full-width and half-width marks within one name; that is typography, not another name. */
export const fold = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/：/g, ':')
    .replace(/，/g, ',')
    .replace(/；/g, ';')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

const isSubsequence = (short: string, long: string): boolean => {
  let at = 0;
  for (const char of long) if (char === short[at]) at += 1;
  return at === short.length;
};

/** True when one character was changed, added or left out. */
export function differsByOne(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  const longer = one.length >= other.length ? one : other;
  const shorter = one.length >= other.length ? other : one;
  return longer.slice(start + 1) === shorter.slice(longer.length === shorter.length ? start + 1 : start);
}

export type NameMatch = { readonly item: AnnexItem | null; readonly exact: boolean };

/**
 * Which item of the list a name printed elsewhere means. A shortened name counts when only one item can be meant
 * (电能表 for 单相电能表); a name that fits two items means neither.
 */
export function matchItem(name: string, items: readonly AnnexItem[]): NameMatch {
  const wanted = fold(name);
  const exact = items.find((item) => fold(item.name) === wanted);
  if (exact) return { item: exact, exact: true };
  const ways: readonly ((item: AnnexItem) => boolean)[] = [
    (item) => (item.aliases ?? []).some((alias) => fold(alias) === wanted),
    (item) => wanted.length >= 2 && fold(item.name).includes(wanted),
    (item) => fold(item.name).length >= 2 && wanted.includes(fold(item.name)),
    (item) => wanted.length >= 4 && differsByOne(fold(item.name), wanted),
    (item) => wanted.length >= 3 && isSubsequence(wanted, fold(item.name)),
  ];
  for (const way of ways) {
    const [item, ...others] = items.filter(way);
    if (item) return { item: others.length === 0 ? item : null, exact: false };
  }
  return { item: null, exact: false };
}
