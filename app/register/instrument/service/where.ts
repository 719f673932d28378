import { Problem } from '../../../kernel/problem.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { divisionFaults } from '../../division/service.ts';
import { findPlace } from '../../place/service.ts';
import { instrumentProblems } from '../contract/problems.ts';
import type { Where } from '../store/change.ts';

type Said = Omit<Where, 'region'> & { readonly region: string | null };

/**
 * Where an instrument is used, with what a recorded place already says of itself, or a refusal of what does not fit: a township of
 * another county, a place that is closed.
 */
export async function checkedWhere(ctx: Context, said: Said, otherwise: string): Promise<Where> {
  const place = said.placeId === null ? undefined : await findPlace(ctx, said.placeId);
  if (said.placeId !== null && (place === undefined || place.state === 'closed'))
    refuse(ctx, 'placeId', ['没有这个使用场所，或已关闭', 'There is no such place, or it is closed']);
  const region = said.region ?? place?.region ?? otherwise;
  if (place !== undefined && place.region !== region)
    refuse(ctx, 'region', [`${place.name}不在这个区县`, `${place.name} lies in another county`]);
  const own = said.township === null && said.village === null && place !== undefined;
  const where = {
    region,
    township: own ? (place.township?.code ?? null) : said.township,
    village: own ? (place.village?.code ?? null) : said.village,
    place: said.place,
    placeId: said.placeId,
    ...(said.longitude === null && said.latitude === null
      ? { longitude: place?.longitude ?? null, latitude: place?.latitude ?? null }
      : { longitude: said.longitude, latitude: said.latitude }),
  };
  if ((where.longitude === null) !== (where.latitude === null))
    refuse(ctx, where.longitude === null ? 'longitude' : 'latitude', ['经度与纬度须同时填写', 'Longitude and latitude stand together']);
  // What the place register says of itself was checked there, and a township that has ended since does not bar a registration.
  if (own) return where;
  const [fault] = await divisionFaults(ctx, where);
  if (fault !== undefined) refuse(ctx, fault.field, fault.text);
  return where;
}

function refuse(ctx: Context, field: string, text: readonly [string, string]): never {
  throw new Problem(instrumentProblems.placeUnknown, { issues: [{ path: [field], message: inLanguage(text, ctx.language) }] });
}
