import { changeEndpoints } from './contract/change.ts';
import { documentEndpoints } from './contract/document.ts';
import { dossierEndpoints } from './contract/dossier.ts';
import { examinationEndpoints } from './contract/examination.ts';
import { forecastEndpoints } from './contract/forecast.ts';
import { performanceEndpoints } from './contract/performance.ts';
import { registerEndpoints } from './contract/register.ts';

export { measurementStandardProblems } from './contract/problems.ts';
export { type MeasurementStandard } from './contract/shapes.ts';

export const measurementStandardEndpoints = {
  ...dossierEndpoints,
  ...examinationEndpoints,
  ...changeEndpoints,
  ...registerEndpoints,
  ...forecastEndpoints,
  ...performanceEndpoints,
  ...documentEndpoints,
};
