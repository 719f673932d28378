import type { Service } from '../../platform/context.ts';
import type { assessmentEndpoints } from './contract.ts';
import { briefingService } from './service/briefing.ts';
import { commendationService } from './service/commendation.ts';
import { evaluationService } from './service/evaluation.ts';
import { practiceService } from './service/practice.ts';

export const assessmentService: Service<typeof assessmentEndpoints> = {
  ...briefingService,
  ...evaluationService,
  ...practiceService,
  ...commendationService,
};
