import type { Service } from '../../../platform/context.ts';
import type { impactEndpoints } from '../contract/impact.ts';
import { caseService } from './impact-case.ts';
import { recordService } from './impact-record.ts';
import { viewService } from './impact-view.ts';

export const impactService: Service<typeof impactEndpoints> = { ...recordService, ...viewService, ...caseService };
