/** What of some instruments can be requested: one request for each region and kind, and what is left out, with why. */
import type { Text } from '../../../kernel/text.ts';

export const leftOutReasons = {
  open: ['已在未办结的申请中', 'Stands in a request that is still open'],
  'not-in-use': ['不在用（封存、维修、遗失或报废）', 'Not in use'],
  'not-designated': ['该地区此类器具尚未指定检定机构', 'No institute is designated for this kind in this region'],
} as const satisfies Record<string, Text>;
export type LeftOut = keyof typeof leftOutReasons;
export const leftOutNames = Object.keys(leftOutReasons) as [LeftOut, ...LeftOut[]];

type Candidate = { readonly region: string; readonly kind: string; readonly status: string; readonly openRequestId: string | null };
export type Group<C, D> = { readonly region: string; readonly kind: string; readonly designation: D; readonly instruments: C[] };

/** Splits instruments by region and kind; `designations` answers who is designated, undefined for nobody. */
export function splitForRequests<C extends Candidate, D>(
  candidates: readonly C[],
  designationOf: (region: string, kind: string) => D | undefined,
): { readonly groups: Group<C, D>[]; readonly leftOut: { readonly instrument: C; readonly why: LeftOut }[] } {
  const groups = new Map<string, Group<C, D>>();
  const leftOut: { instrument: C; why: LeftOut }[] = [];
  for (const instrument of candidates) {
    const { region, kind, status, openRequestId } = instrument;
    const designation = designationOf(region, kind);
    const why: LeftOut | undefined =
      openRequestId !== null ? 'open' : status !== 'in-use' ? 'not-in-use' : designation === undefined ? 'not-designated' : undefined;
    if (why !== undefined || designation === undefined) {
      leftOut.push({ instrument, why: why ?? 'not-designated' });
      continue;
    }
    const group = groups.get(`${region} ${kind}`) ?? { region, kind, designation, instruments: [] };
    group.instruments.push(instrument);
    groups.set(`${region} ${kind}`, group);
  }
  return { groups: [...groups.values()], leftOut };
}
