import type { Service } from '../../platform/context.ts';
import type { transparencyEndpoints } from './contract.ts';
import { addressService } from './service/address.ts';
import { deskService } from './service/desk.ts';
import { witnessService } from './service/witness.ts';

export const transparencyService: Service<typeof transparencyEndpoints> = { ...addressService, ...deskService, ...witnessService };
