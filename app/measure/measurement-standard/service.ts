import type { Service } from '../../platform/context.ts';
import type { measurementStandardEndpoints } from './contract.ts';
import { changeService } from './service/change.ts';
import { documentService } from './service/document.ts';
import { dossierService } from './service/dossier.ts';
import { examinationService } from './service/examination.ts';
import { forecastService } from './service/forecast.ts';
import { performanceService } from './service/performance.ts';
import { registerService } from './service/register.ts';

export { keeperDuties } from './service/due.ts';
export { dossiersWithMain } from './service/main-equipment.ts';
export { measurementStandardsOn } from './service/finding.ts';

export const measurementStandardService: Service<typeof measurementStandardEndpoints> = {
  ...dossierService,
  ...examinationService,
  ...changeService,
  ...registerService,
  ...forecastService,
  ...performanceService,
  ...documentService,
};
