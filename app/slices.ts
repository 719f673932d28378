import { capabilityEndpoints } from './measure/capability/contract.ts';
import { capabilityService } from './measure/capability/service.ts';
import { certificateEndpoints } from './measure/certificate/contract.ts';
import { certificateCrontab, certificateJobs } from './measure/certificate/jobs.ts';
import { certificateService } from './measure/certificate/service.ts';
import { comparisonEndpoints } from './measure/comparison/contract.ts';
import { comparisonCrontab, comparisonJobs } from './measure/comparison/jobs.ts';
import { comparisonService } from './measure/comparison/service.ts';
import { measurementStandardEndpoints } from './measure/measurement-standard/contract.ts';
import { measurementStandardService } from './measure/measurement-standard/service.ts';
import { onSiteEndpoints } from './measure/on-site/contract.ts';
import { onSiteService } from './measure/on-site/service.ts';
import { qualificationEndpoints } from './measure/qualification/contract.ts';
import { qualificationService } from './measure/qualification/service.ts';
import { requestEndpoints } from './measure/request/contract.ts';
import { requestCrontab, requestJobs } from './measure/request/jobs.ts';
import { requestService } from './measure/request/service.ts';
import { signingKeyEndpoints } from './measure/signing-key/contract.ts';
import { signingKeyService } from './measure/signing-key/service.ts';
import { standardEndpoints } from './measure/standard/contract.ts';
import { standardService } from './measure/standard/service.ts';
import { traceabilityEndpoints } from './measure/traceability/contract.ts';
import { traceabilityCrontab, traceabilityJobs } from './measure/traceability/jobs.ts';
import { traceabilityService } from './measure/traceability/service.ts';
import { transparencyEndpoints } from './measure/transparency/contract.ts';
import { transparencyCrontab, transparencyJobs } from './measure/transparency/jobs.ts';
import { transparencyService } from './measure/transparency/service.ts';
import { uncertaintyEndpoints } from './measure/uncertainty/contract.ts';
import { uncertaintyService } from './measure/uncertainty/service.ts';
import { verificationEndpoints } from './measure/verification/contract.ts';
import { verificationService } from './measure/verification/service.ts';
import { slice, type Jobs, type Slice } from './platform/context.ts';
import { calendarEndpoints } from './register/calendar/contract.ts';
import { calendarService } from './register/calendar/service.ts';
import { catalogueEndpoints } from './register/catalogue/contract.ts';
import { catalogueService } from './register/catalogue/service.ts';
import { coverageEndpoints } from './register/coverage/contract.ts';
import { coverageService } from './register/coverage/service.ts';
import { designationEndpoints } from './register/designation/contract.ts';
import { designationService } from './register/designation/service.ts';
import { divisionEndpoints } from './register/division/contract.ts';
import { divisionService } from './register/division/service.ts';
import { entryEndpoints } from './register/entry/contract.ts';
import { entryService } from './register/entry/service.ts';
import { eventEndpoints } from './register/event/contract.ts';
import { eventService } from './register/event/service.ts';
import { fileEndpoints } from './register/file/contract.ts';
import { fileService } from './register/file/service.ts';
import { instrumentEndpoints } from './register/instrument/contract.ts';
import { instrumentService } from './register/instrument/service.ts';
import { ledgerImportEndpoints } from './register/ledger-import/contract.ts';
import { ledgerImportCrontab, ledgerImportJobs } from './register/ledger-import/jobs.ts';
import { ledgerImportService } from './register/ledger-import/service.ts';
import { organizationEndpoints } from './register/organization/contract.ts';
import { organizationService } from './register/organization/service.ts';
import { peopleEndpoints } from './register/people/contract.ts';
import { peopleService } from './register/people/service.ts';
import { placeEndpoints } from './register/place/contract.ts';
import { placeService } from './register/place/service.ts';
import { custodyEndpoints } from './serve/custody/contract.ts';
import { custodyService } from './serve/custody/service.ts';
import { feeEndpoints } from './serve/fee/contract.ts';
import { feeService } from './serve/fee/service.ts';
import { reminderEndpoints } from './serve/reminder/contract.ts';
import { reminderCrontab, reminderJobs } from './serve/reminder/jobs.ts';
import { reminderService } from './serve/reminder/service.ts';
import { roundEndpoints } from './serve/round/contract.ts';
import { roundCrontab, roundJobs } from './serve/round/jobs.ts';
import { roundService } from './serve/round/service.ts';
import { scheduleEndpoints } from './serve/schedule/contract.ts';
import { scheduleService } from './serve/schedule/service.ts';
import { workloadEndpoints } from './serve/workload/contract.ts';
import { workloadService } from './serve/workload/service.ts';
import { provisionEndpoints } from './steer/provision/contract.ts';
import { provisionJobs } from './steer/provision/jobs.ts';
import { provisionService } from './steer/provision/service.ts';
import { indicatorEndpoints } from './steer/indicator/contract.ts';
import { indicatorService } from './steer/indicator/service.ts';
import { planEndpoints } from './steer/plan/contract/endpoints.ts';
import { planService } from './steer/plan/service.ts';
import { assessmentEndpoints } from './steer/assessment/contract.ts';
import { assessmentService } from './steer/assessment/service.ts';
import { taskEndpoints } from './steer/task/contract.ts';
import { taskCrontab, taskJobs } from './steer/task/jobs.ts';
import { taskService } from './steer/task/service.ts';
import { ecqsEndpoints } from './serve/ecqs/contract.ts';
import { ecqsService } from './serve/ecqs/service.ts';

/** Every slice in ladder order, its contract with its handlers: the server, the documentation and the coverage tests read it. */
export const slices: readonly Slice[] = [
  slice(eventEndpoints, eventService),
  slice(organizationEndpoints, organizationService),
  slice(peopleEndpoints, peopleService),
  slice(fileEndpoints, fileService),
  slice(calendarEndpoints, calendarService),
  slice(divisionEndpoints, divisionService),
  slice(catalogueEndpoints, catalogueService),
  slice(designationEndpoints, designationService),
  slice(placeEndpoints, placeService),
  slice(instrumentEndpoints, instrumentService),
  slice(coverageEndpoints, coverageService),
  slice(ledgerImportEndpoints, ledgerImportService),
  slice(entryEndpoints, entryService),
  slice(uncertaintyEndpoints, uncertaintyService),
  slice(standardEndpoints, standardService),
  slice(qualificationEndpoints, qualificationService),
  slice(measurementStandardEndpoints, measurementStandardService),
  slice(signingKeyEndpoints, signingKeyService),
  slice(transparencyEndpoints, transparencyService),
  slice(requestEndpoints, requestService),
  slice(custodyEndpoints, custodyService),
  slice(scheduleEndpoints, scheduleService),
  slice(verificationEndpoints, verificationService),
  slice(onSiteEndpoints, onSiteService),
  slice(certificateEndpoints, certificateService),
  slice(traceabilityEndpoints, traceabilityService),
  slice(comparisonEndpoints, comparisonService),
  slice(ecqsEndpoints, ecqsService),
  slice(roundEndpoints, roundService),
  slice(feeEndpoints, feeService),
  slice(workloadEndpoints, workloadService),
  slice(reminderEndpoints, reminderService),
  slice(capabilityEndpoints, capabilityService),
  slice(provisionEndpoints, provisionService),
  slice(planEndpoints, planService),
  slice(indicatorEndpoints, indicatorService),
  slice(taskEndpoints, taskService),
  slice(assessmentEndpoints, assessmentService),
];

/** Every background job, and when those start that start by themselves (cron, the city's time is UTC+8). */
export const jobs: Jobs = {
  ...ledgerImportJobs,
  ...transparencyJobs,
  ...requestJobs,
  ...certificateJobs,
  ...traceabilityJobs,
  ...comparisonJobs,
  ...roundJobs,
  ...reminderJobs,
  ...provisionJobs,
  ...taskJobs,
};
export const crontab = [
  ledgerImportCrontab,
  transparencyCrontab,
  requestCrontab,
  certificateCrontab,
  traceabilityCrontab,
  comparisonCrontab,
  roundCrontab,
  reminderCrontab,
  taskCrontab,
].join('\n');
