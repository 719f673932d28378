import type { Text } from '../../../kernel/text.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { tilesOfNantong } from '../../../web/kit/county-tiles.ts';
import { useSay } from '../../../web/language.ts';
import { organizationEndpoints } from '../contract.ts';
import { regionNameOf } from '../rules.ts';

type Region = { readonly code: string; readonly name: Text };

/** Where a region stands in the city's own order: the city first, then its divisions as the map names them. */
const placeOf = (code: string): number => {
  const place = tilesOfNantong.findIndex((tile) => tile.code === code);
  return place < 0 ? (code.endsWith('00') ? -1 : tilesOfNantong.length) : place;
};

/** The city and its divisions, named after their governments. */
export function useRegions(): readonly Region[] {
  const governments = useEndpoint(
    organizationEndpoints.listOrganizations,
    { query: { kind: 'government', limit: 200 } },
    { staleMilliseconds: 600_000 },
  );
  return (governments.data?.items ?? [])
    .map((government) => ({ code: government.region, name: regionNameOf(government) }))
    .sort((one, other) => placeOf(one.code) - placeOf(other.code));
}

/** A region's name, or its code where no government of it is registered. */
export function useRegionName(): (code: string) => string {
  const say = useSay();
  const regions = useRegions();
  return (code) => {
    const region = regions.find((each) => each.code === code);
    return region === undefined ? code : say(region.name);
  };
}
