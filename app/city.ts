import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readPlanText } from './steer/plan/contract/read-plan.ts';
import type { PlanDocument } from './steer/plan/contract/document.ts';

const root = join(import.meta.dirname, '..');

/** The plan document this city runs on; the next plan is one more file. */
export const planFile = join(root, 'data/plans/nantong-2023-2025.json');
export const organizationsFile = join(root, 'data/organizations/nantong.json');
export const pagesFolder = join(root, 'dist');

export async function readCityPlan(): Promise<PlanDocument> {
  return readPlanText(await readFile(planFile, 'utf8'));
}

type FirstOrganization = { kind: string; name: string; nameEn?: string | null; region: string; body?: string };

export async function readVersion(): Promise<string> {
  return (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** What a fresh city knows: its governments and bureaus, and the bodies the plan names. */
export async function readFirstOrganizations(plan: PlanDocument): Promise<FirstOrganization[]> {
  const { organizations } = JSON.parse(await readFile(organizationsFile, 'utf8')) as { organizations: FirstOrganization[] };
  const bodies = plan.bodies.map((body) => ({
    kind: 'body',
    name: body.name,
    nameEn: body.nameEn ?? null,
    region: plan.city.code,
    body: body.id,
  }));
  return [...organizations, ...bodies];
}
