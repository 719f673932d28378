import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { Text } from '../../../kernel/text.ts';
import { useEndpoint, type EndpointQuery } from '../../../web/endpoint-hooks.ts';
import type { Option } from '../../../web/kit/FilterBar.tsx';
import { useCaller } from '../../../web/session.ts';
import { useRegions } from '../../organization/web/regions.ts';
import { entryEndpoints } from '../contract.ts';

export type Kinds = ReplyOf<typeof entryEndpoints.listKinds>;

export const useKinds = (): EndpointQuery<typeof entryEndpoints.listKinds> => useEndpoint(entryEndpoints.listKinds, {});

/** The regions to choose from; the caller's own is there even where no government of it is registered. */
export function useRegionOptions(): readonly Option[] {
  const own = useCaller().organization.region;
  const regions = useRegions();
  const known = regions.map(({ code, name }) => ({ value: code, label: [`${name[0]} ${code}`, `${name[1]} ${code}`] as Text }));
  return known.some((region) => region.value === own) ? known : [{ value: own, label: own }, ...known];
}
