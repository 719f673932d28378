import type { Service } from '../../platform/context.ts';
import type { feeEndpoints } from './contract.ts';
import { listService } from './service/list.ts';
import { sumService } from './service/sum.ts';

export const feeService: Service<typeof feeEndpoints> = { ...listService, ...sumService };
