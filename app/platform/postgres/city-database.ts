import type { Text } from '../../kernel/text.ts';
import { StartProblem } from '../start-problem.ts';
import { attachCluster, startCluster } from './cluster.ts';
import { inspectDatabase, prepareDatabase } from './database.ts';
import type { DatabaseUrls } from './database.ts';
import { claimFolder } from './folder-claim.ts';

export type CityDatabase = DatabaseUrls & {
  /** true when the database came with the program, false when the person brought one. */
  readonly embedded: boolean;
  /** Resolves when the embedded PostgreSQL ends; never for one of the person's own. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
};

export type CityDatabaseOptions = {
  /** The data folder of this city. */
  readonly folder: string;
  /** DATABASE_URL and DATABASE_OWNER_URL, if the person has a PostgreSQL of their own. */
  readonly environment: { readonly DATABASE_URL?: string | undefined; readonly DATABASE_OWNER_URL?: string | undefined };
  readonly progress?: (text: Text) => void;
};

const never = new Promise<void>(() => undefined);

function ownDatabase({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }: CityDatabaseOptions['environment']): DatabaseUrls | undefined {
  if (appUrl === undefined && ownerUrl === undefined) return undefined;
  if (appUrl === undefined || ownerUrl === undefined) throw new StartProblem('databaseUrlMissing');
  return { ownerUrl, appUrl };
}

const databaseName = 'tongheng';

/** The database of a city for the server: the person's own, inspected, or the embedded one, started. The folder is claimed. */
export async function openCityDatabase({ folder, environment, progress }: CityDatabaseOptions): Promise<CityDatabase> {
  const own = ownDatabase(environment);
  if (own !== undefined) {
    const release = claimFolder(folder);
    try {
      await inspectDatabase(own);
    } catch (error) {
      release();
      throw error;
    }
    return { ...own, embedded: false, ended: never, close: async () => release() };
  }
  const cluster = await startCluster({ folder, durable: true, ...(progress === undefined ? {} : { progress }) });
  try {
    const urls = await prepareDatabase(cluster, databaseName);
    return { ...urls, embedded: true, ended: cluster.ended, close: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

/** The same for a command that works beside a running server, such as a backup; where none runs, for as long as it takes. */
export async function reachCityDatabase(options: CityDatabaseOptions): Promise<CityDatabase> {
  const own = ownDatabase(options.environment);
  if (own !== undefined) return { ...own, embedded: false, ended: never, close: () => Promise.resolve() };
  const running = attachCluster(options.folder);
  if (running === undefined) return openCityDatabase(options);
  const urls = await prepareDatabase(running, databaseName);
  return { ...urls, embedded: true, ended: running.ended, close: running.stop };
}
