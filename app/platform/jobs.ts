import { Logger, run, runOnce, type Runner, type RunnerOptions, type TaskList } from 'graphile-worker';
import type { Caller } from '../kernel/caller.ts';
import { cityDay } from './clock.ts';
import type { Context, EventToRecord, Jobs } from './context.ts';
import type { Database } from './database.ts';
import { saveEvents } from './events.ts';
import type { FileStore } from './files.ts';
import type { KeyDevice } from './key-device.ts';
import { newId } from './row-id.ts';
import { enqueue } from './queue.ts';
import type { SealService } from './seal-service.ts';
import { noSecrets, type Secrets } from './secret.ts';

export const systemCaller: Caller = {
  personId: '',
  name: '系统',
  roles: [],
  permits: new Set(),
  organizationId: '',
  region: '',
  scope: { kind: 'city' },
  sessionId: '',
};

export type JobOptions = {
  readonly database: Database;
  readonly files: FileStore;
  readonly secrets?: Secrets;
  readonly keyDevice?: KeyDevice | undefined;
  readonly sealService?: SealService | undefined;
  readonly clock: () => Date;
  readonly demonstration: boolean;
  readonly publicUrl: string;
  readonly jobs: Jobs;
  /** cron lines of graphile-worker: when a job starts by itself */
  readonly crontab: string;
  /** Told when a job fails; it is tried again later by itself. */
  readonly onFailure?: (message: string) => void;
};

/** Runs a job as the system, in a transaction of its own, with its events. */
export async function perform(task: string, payload: Readonly<Record<string, unknown>>, options: JobOptions): Promise<void> {
  const handler = options.jobs[task];
  if (handler === undefined) throw new Error(`no job ${task}`);
  const at = options.clock();
  const events: EventToRecord[] = [];
  await options.database.db.transaction().execute(async (db) => {
    const ctx: Context = {
      caller: systemCaller,
      now: at.toISOString(),
      today: cityDay(at),
      db,
      apart: options.database.db,
      language: 'zh',
      demonstration: options.demonstration,
      publicUrl: options.publicUrl,
      files: options.files,
      secrets: options.secrets ?? noSecrets,
      keyDevice: options.keyDevice,
      sealService: options.sealService,
      newId,
      record: (event) => void events.push(event),
      later: (name, more, settings) => enqueue(db, name, more, settings),
      session: { set: () => undefined, clear: () => undefined },
      client: { address: '', agent: 'job' },
      upload: new Uint8Array(),
    };
    await handler(payload, ctx);
    if (events.length > 0) await saveEvents(db, events, systemCaller, ctx.now);
  });
}

const tasksOf = (options: JobOptions): TaskList =>
  Object.fromEntries(
    Object.keys(options.jobs).map((task) => [
      task,
      (payload: unknown) => perform(task, (payload ?? {}) as Record<string, unknown>, options),
    ]),
  );

const loggerOf = ({ onFailure }: JobOptions): Logger =>
  new Logger(() => (level, message) => {
    if (level === 'error') onFailure?.(message);
  });

const settingsOf = (options: JobOptions): RunnerOptions => ({
  pgPool: options.database.pool,
  concurrency: 2,
  noHandleSignals: true,
  logger: loggerOf(options),
  taskList: tasksOf(options),
});

/** Starts the worker on the application's login. */
export const startJobs = (options: JobOptions): Promise<Runner> =>
  run({ ...settingsOf(options), ...(options.crontab === '' ? { parsedCronItems: [] } : { crontab: options.crontab }) });

/** Does all that is due now and returns: for a story, a test, a command that waits for its own jobs. */
export const finishJobs = (options: JobOptions): Promise<void> => runOnce({ ...settingsOf(options), concurrency: 1, parsedCronItems: [] });
