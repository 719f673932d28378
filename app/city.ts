import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlanDocument } from './steer/plan/contract/document.ts';

const root = join(import.meta.dirname, '..');

export const organizationsFile = join(root, 'data/organizations/nantong.json');
export const pagesFolder = join(root, 'dist');

const divisionsFile = join(root, 'data/divisions/3206.csv');

/** Townships and villages with what they were taken from; `data/divisions/README.md` tells how sure they are. */
export const readFirstDivisions = async (): Promise<{ file: Uint8Array; source: string }> => ({
  file: await readFile(divisionsFile),
  source: '国家统计局《统计用区划代码和城乡划分代码》2023年（公开副本，待核对）',
});

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
