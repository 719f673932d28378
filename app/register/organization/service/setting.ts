import type { Text } from '../../../kernel/text.ts';
import type { Db } from '../../../platform/context.ts';
import * as store from '../store.ts';

export type Setting = { readonly demonstration: boolean; readonly begunAt: string };

/** Whether this data folder is a demonstration and since when; undefined before its first start has finished. */
export const findSetting = (db: Db): Promise<Setting | undefined> => store.findSetting(db);

/** Writes once, at the first start, which city this is. */
export const markCity = (db: Db, city: { code: string; name: Text }, { demonstration, begunAt }: Setting): Promise<unknown> =>
  store.insertSetting(db, { demonstration, begunAt, cityCode: city.code, cityName: city.name[0], cityNameEn: city.name[1] });
