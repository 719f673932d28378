import type { Service } from '../../platform/context.ts';
import type { entryEndpoints } from './contract.ts';
import { changeService } from './service/change.ts';
import { decideService } from './service/decide.ts';
import { readService } from './service/read.ts';
import { stockService } from './service/stock.ts';
import { submitService } from './service/submit.ts';

export const entryService: Service<typeof entryEndpoints> = {
  ...readService,
  ...submitService,
  ...decideService,
  ...changeService,
  ...stockService,
};
