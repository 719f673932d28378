import type { Service } from '../../platform/context.ts';
import type { placeEndpoints } from './contract.ts';
import { importService } from './service/import.ts';
import { recordService } from './service/record.ts';

export { findPlace } from './service/place.ts';

export const placeService: Service<typeof placeEndpoints> = { ...recordService, ...importService };
