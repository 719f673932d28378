import type { Service } from '../../platform/context.ts';
import type { planEndpoints } from './contract/endpoints.ts';
import { definitionService } from './service/definition.ts';
import { differenceService } from './service/difference.ts';
import { textService } from './service/text.ts';

export const planService: Service<typeof planEndpoints> = { ...textService, ...differenceService, ...definitionService };
