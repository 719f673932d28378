import { useRegions } from '../../../register/organization/web/regions.ts';
import type { Option } from '../../../web/kit/FilterBar.tsx';

/** The city and its counties, in the city's order. */
export const useRegionOptions = (): readonly Option[] => useRegions().map(({ code, name }) => ({ value: code, label: name }));
