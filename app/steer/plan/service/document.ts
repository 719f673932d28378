import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanDocument } from '../contract/document.ts';
import { readPlanText } from '../contract/read-plan.ts';

/** The plan document this city runs on; the next plan is one more file. */
export const planFile = join(import.meta.dirname, '../../../../data/plans/nantong-2023-2025.json');

let reading: Promise<PlanDocument> | undefined;

/** The city's plan. The file cannot change under a running server, so it is read and checked once. */
export const planDocument = (): Promise<PlanDocument> => (reading ??= readFile(planFile, 'utf8').then(readPlanText));
