import type { Service } from '../../platform/context.ts';
import type { placeEndpoints } from './contract.ts';
import { importService } from './service/import.ts';
import { recordService } from './service/record.ts';

export { findPlace, findPlaces, listPlaces } from './service/place.ts';
export { recordPlaces } from './service/record.ts';

export const placeService: Service<typeof placeEndpoints> = { ...recordService, ...importService };
