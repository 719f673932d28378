import type { Service } from '../../platform/context.ts';
import type { traceabilityEndpoints } from './contract.ts';
import { chainService } from './service/chain.ts';
import { findingService } from './service/chain-finding.ts';
import { foundPointService } from './service/found-points.ts';
import { impactService } from './service/impact.ts';
import { referenceService } from './service/reference.ts';

export const traceabilityService: Service<typeof traceabilityEndpoints> = {
  ...chainService,
  ...findingService,
  ...referenceService,
  ...impactService,
  ...foundPointService,
};
