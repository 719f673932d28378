import type { Service } from '../../platform/context.ts';
import type { onSiteEndpoints } from './contract.ts';
import { decisionService } from './service/decision.ts';
import { deliveryService } from './service/delivery.ts';
import { deviceService } from './service/device.ts';
import { takingService } from './service/taking.ts';

export const onSiteService: Service<typeof onSiteEndpoints> = {
  ...deviceService,
  ...takingService,
  ...deliveryService,
  ...decisionService,
};
