import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PlanDocument } from '../contract/document.ts';
import { readPlanText } from '../contract/read-plan.ts';

export const planFile = fileURLToPath(new URL('../../../../data/plans/nantong-2023-2025.json', import.meta.url));
let read: PlanDocument | undefined;

/** The plan document this city runs on, read once; the next plan is one more file. */
export function cityPlan(): PlanDocument {
  read ??= readPlanText(readFileSync(planFile, 'utf8'));
  return read;
}
