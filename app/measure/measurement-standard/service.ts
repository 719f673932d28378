import type { Service } from '../../platform/context.ts';
import type { measurementStandardEndpoints } from './contract.ts';
import { changeService } from './service/change.ts';
import { dossierService } from './service/dossier.ts';
import { examinationService } from './service/examination.ts';
import { forecastService } from './service/forecast.ts';
import { registerService } from './service/register.ts';

export { measurementStandardsOn, type MeasurementStandardOnDay } from './service/finding.ts';

export const measurementStandardService: Service<typeof measurementStandardEndpoints> = {
  ...dossierService,
  ...examinationService,
  ...changeService,
  ...registerService,
  ...forecastService,
};
