/** Which rows a caller may reach: the whole city, a region's subtree, one organization, or nothing. */
export type Scope =
  | { readonly kind: 'city' }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'organization'; readonly organization: string }
  | { readonly kind: 'none' };

/** What a row says about whose it is: its organizations (holder, institute, submitter …) and its region (GB/T 2260). */
export type Belonging = { readonly organizations: readonly (string | null | undefined)[]; readonly region: string | null };

/**
 * True when a row lies inside a scope. A region's subtree is its code's prefix: 320600 covers 320685 (GB/T 2260).
 *
 * @example reaches({ kind: 'region', region: '320600' }, { organizations: [], region: '320685' }) // true
 */
export function reaches(scope: Scope, row: Belonging): boolean {
  switch (scope.kind) {
    case 'city':
      return true;
    case 'region':
      return row.region !== null && row.region.startsWith(regionPrefix(scope.region));
    case 'organization':
      return row.organizations.includes(scope.organization);
    case 'none':
      return false;
  }
}

/** The digits of a region code that its subtree shares: '320600' → '3206', '320685' → '320685'. */
export const regionPrefix = (region: string): string => region.replace(/(00)+$/, '');
