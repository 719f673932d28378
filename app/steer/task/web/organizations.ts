import type { OrganizationKind } from '../../../register/organization/rules.ts';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { useRegions } from '../../../register/organization/web/regions.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Option } from '../../../web/kit/FilterBar.tsx';

const ofKind = (kind: OrganizationKind) => ({ query: { kind, ended: 'false' as const, limit: 200 } });

/** Whoever can carry out an item of the plan: bodies it names, governments, authorities, institutes. */
export function useExecutors(): readonly Option[] {
  const bodies = useEndpoint(organizationEndpoints.listOrganizations, ofKind('body'));
  const governments = useEndpoint(organizationEndpoints.listOrganizations, ofKind('government'));
  const bureaus = useEndpoint(organizationEndpoints.listOrganizations, ofKind('bureau'));
  const institutes = useEndpoint(organizationEndpoints.listOrganizations, ofKind('institute'));
  return [bodies, governments, bureaus, institutes].flatMap(({ data }) =>
    (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
}

/** The counties in the city's order; the city itself is none. */
export function useCountyOptions(): readonly Option[] {
  return useRegions()
    .filter(({ code }) => !code.endsWith('00'))
    .map(({ code, name }) => ({ value: code, label: name }));
}
