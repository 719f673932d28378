import type { Context } from '../../../platform/context.ts';
import { regionNameOf } from '../../organization/rules.ts';
import type { Lookup } from '../rules/row.ts';
import * as store from '../store/surroundings.ts';

export type Surroundings = {
  readonly lookup: Lookup;
  /** For the lists of the template: code and name. */
  readonly regions: readonly string[];
  readonly townships: readonly string[];
};

/** What the city knows of its regions and townships, by every way in which they are written. */
export async function surroundingsOf(ctx: Pick<Context, 'db' | 'today'>): Promise<Surroundings> {
  const regions = new Map<string, string>();
  const townships = new Map<string, string>();
  const listed: string[] = [];
  for (const { region, name, nameEn } of await store.listRegions(ctx.db)) {
    regions.set(region, region);
    listed.push(name === null ? region : `${region} ${regionNameOf({ name, nameEn })[0]}`);
    if (name === null) continue;
    for (const word of regionNameOf({ name, nameEn })) {
      regions.set(word, region);
      if (/[市县区]$/.test(word) && word.length > 2) regions.set(word.slice(0, -1), region);
    }
  }
  const all = await store.listTownships(ctx.db, ctx.today);
  const often = new Map<string, number>();
  for (const { name } of all) often.set(name, (often.get(name) ?? 0) + 1);
  for (const { code, region, name } of all) {
    regions.set(region, region);
    townships.set(code, code);
    townships.set(`${region}${name}`, code);
    if (often.get(name) === 1) townships.set(name, code);
  }
  return { lookup: { today: ctx.today, regions, townships }, regions: listed, townships: all.map(({ code, name }) => `${code} ${name}`) };
}
