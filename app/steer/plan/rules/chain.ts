type Link = { readonly id: string; readonly supersedes: string | null };

/**
 * Records of which each supersedes the one before it, the one in force first.
 *
 * @example chainOf([{ id: 'a', supersedes: null }, { id: 'b', supersedes: 'a' }]).map((each) => each.id) // ['b', 'a']
 */
export function chainOf<Linked extends Link>(records: readonly Linked[]): Linked[] {
  const after = new Map(records.map((record) => [record.supersedes, record]));
  const chain: Linked[] = [];
  for (let link = after.get(null); link !== undefined; link = after.get(link.id)) chain.unshift(link);
  return chain;
}
