import type { Db } from '../../../platform/context.ts';
import * as store from '../store.ts';

/** Whether this data folder is a demonstration; undefined before the first start has finished. */
export const isDemonstrationCity = async (db: Db): Promise<boolean | undefined> => (await store.findSetting(db))?.demonstration;

export const markCity = (db: Db, setting: { demonstration: boolean; at: string }): Promise<unknown> => store.insertSetting(db, setting);
