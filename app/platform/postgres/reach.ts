import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Text } from '../../kernel/text.ts';
import { StartProblem } from '../start-problem.ts';
import { startCluster } from './cluster.ts';
import { inspectDatabase, loginOf, prepareDatabase, type DatabaseUrls } from './database.ts';
import { keepPasswords } from './passwords.ts';
import { findData } from './place.ts';

export type ReachedDatabase = { readonly ownerUrl: string; readonly appRole: string; readonly close: () => Promise<void> };

export type ReachOptions = {
  readonly folder: string;
  /** The city's own PostgreSQL, where it has one. */
  readonly own?: DatabaseUrls | undefined;
  readonly progress: (text: Text) => void;
};

/** The owner's address of an embedded database that a server is running on this folder, or undefined. */
function runningOwnerUrl(folder: string): string | undefined {
  const data = findData(folder);
  if (data === undefined || !existsSync(join(data, 'postmaster.pid'))) return undefined;
  const [, , , , socket = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  const { owner } = keepPasswords(folder, false);
  return `postgresql://tongheng_owner:${encodeURIComponent(owner)}@localhost/tongheng?host=${encodeURIComponent(socket)}`;
}

/** Reaches a city's database as its owner, whether its server runs or not: for backup, restore and migration. */
export async function reachDatabase(options: ReachOptions): Promise<ReachedDatabase> {
  const { own } = options;
  if (own !== undefined) {
    await inspectDatabase(own);
    return { ownerUrl: own.ownerUrl, appRole: loginOf(own.appUrl), close: async () => undefined };
  }
  const folder = resolve(options.folder);
  try {
    const cluster = await startCluster({ folder, durable: true, progress: options.progress });
    const urls = await prepareDatabase(cluster, 'tongheng');
    return { ownerUrl: urls.ownerUrl, appRole: loginOf(urls.appUrl), close: () => cluster.stop() };
  } catch (error) {
    const running = error instanceof StartProblem && error.code === 'folderInUse' ? runningOwnerUrl(folder) : undefined;
    if (running === undefined) throw error;
    return { ownerUrl: running, appRole: 'tongheng_app', close: async () => undefined };
  }
}
