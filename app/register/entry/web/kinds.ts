import type { ReplyOf } from '../../../kernel/endpoint.ts';
import type { EndpointQuery } from '../../../web/endpoint-hooks.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { useSay } from '../../../web/language.ts';
import { entryEndpoints } from '../contract.ts';

export type Kinds = ReplyOf<typeof entryEndpoints.listKinds>;

export const useKinds = (): EndpointQuery<typeof entryEndpoints.listKinds> => useEndpoint(entryEndpoints.listKinds, {});

/** The name of a region, or its code where no government of it is registered. */
export function useRegionName(): (code: string) => string {
  const say = useSay();
  const { data } = useKinds();
  return (code) => {
    const region = data?.regions.find((one) => one.code === code);
    return region === undefined ? code : say(region.name);
  };
}
