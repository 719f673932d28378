import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Option } from '../../../web/kit/FilterBar.tsx';
import { organizationEndpoints } from '../../../register/organization/contract.ts';

/** Who may hold a capability: institutes and authorised companies such as a grid company. */
export function useBodies(): Option[] {
  const institutes = useEndpoint(organizationEndpoints.listOrganizations, { query: { kind: 'institute', limit: 200 } });
  const companies = useEndpoint(organizationEndpoints.listOrganizations, { query: { kind: 'authorised-company', limit: 200 } });
  return [...(institutes.data?.items ?? []), ...(companies.data?.items ?? [])].map((body) => ({ value: body.id, label: body.name }));
}
