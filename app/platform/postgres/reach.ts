import { resolve } from 'node:path';
import type { Text } from '../../kernel/text.ts';
import { attachCluster, startCluster } from './cluster.ts';
import { inspectDatabase, loginOf, prepareDatabase, type DatabaseUrls } from './database.ts';

export type ReachedDatabase = { readonly ownerUrl: string; readonly appRole: string; readonly close: () => Promise<void> };

export type ReachOptions = {
  readonly folder: string;
  /** The city's own PostgreSQL, where it has one. */
  readonly own?: DatabaseUrls | undefined;
  /** Refuses while a server runs on the folder: a restore changes what that server relies on. */
  readonly alone?: boolean;
  readonly progress: (text: Text) => void;
};

/** Reaches a city's database as its owner, whether its server runs or not: for backup, restore and migration. */
export async function reachDatabase({ folder, own, alone = false, progress }: ReachOptions): Promise<ReachedDatabase> {
  if (own !== undefined) {
    await inspectDatabase(own);
    return { ownerUrl: own.ownerUrl, appRole: loginOf(own.appUrl), close: () => Promise.resolve() };
  }
  const cluster = (alone ? undefined : attachCluster(folder)) ?? (await startCluster({ folder: resolve(folder), durable: true, progress }));
  try {
    const { ownerUrl, appUrl } = await prepareDatabase(cluster, 'tongheng');
    return { ownerUrl, appRole: loginOf(appUrl), close: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
