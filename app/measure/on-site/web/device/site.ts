/**
 * The work of one person on this device: what stands in its database, shown to the pages and changed only through here. Every change is
 * one transaction, and other pages of this browser hear of it.
 */
import type { Job, Pack } from '../../contract.ts';
import {
  beginRecord,
  finishRecord,
  needsAnotherNumber,
  reopenRecord,
  takeBack,
  writeContent,
  type Content,
  type LocalRecord,
  type Outcome,
  type PhotoNote,
  type Sealed,
} from '../../rules/local.ts';
import { nextNumber, type LocalNumber } from '../../rules/numbers.ts';
import { afterDecision } from '../../rules/queue.ts';
import {
  openDeviceDatabase,
  storeNames,
  WrittenElsewhere,
  type DeviceDatabase,
  type DeviceRow,
  type PackRow,
  type PhotoRow,
  type Stores,
} from './database.ts';
import { newId } from './key.ts';

export type Snapshot = {
  readonly device: DeviceRow | undefined;
  readonly pack: PackRow | undefined;
  readonly jobs: readonly Job[];
  readonly numbers: readonly LocalNumber[];
  readonly records: readonly LocalRecord[];
};

/** No number of the block is left: more are taken along when there is a network. */
export class NumbersUsedUp extends Error {}

export type Site = ReturnType<typeof createSite>;

async function readAll(database: DeviceDatabase): Promise<Snapshot> {
  return database.read(storeNames, async (stores) => {
    const [device, pack, jobs, numbers, records] = await Promise.all([
      stores.get('device', 'own'),
      stores.get('pack', 'own'),
      stores.all('job'),
      stores.all('number'),
      stores.all('record'),
    ]);
    return { device, pack, jobs, numbers, records };
  });
}

/** The record as it is stored, if it is still the one that the page has. */
async function current(stores: Stores, { id, revision }: Pick<LocalRecord, 'id' | 'revision'>): Promise<LocalRecord> {
  const stored = await stores.get('record', id);
  if (stored === undefined || stored.revision !== revision) throw new WrittenElsewhere('written by another page');
  return stored;
}

async function takeNumber(stores: Stores, record: string): Promise<string> {
  const number = nextNumber(await stores.all('number'));
  if (number === undefined) throw new NumbersUsedUp('no number is left');
  stores.put('number', { number, state: 'used', record, reason: null });
  return number;
}

/** Photos that are on the server stay there; here they would only fill the device. */
async function dropPhotos(stores: Stores, record: string): Promise<void> {
  const photos = await stores.all('photo');
  for (const photo of photos) if (photo.record === record) stores.remove('photo', photo.digest);
}

const now = (): string => new Date().toISOString();

function createSite(database: DeviceDatabase, first: Snapshot) {
  let snapshot = first;
  const listeners = new Set<() => void>();
  const channel = 'BroadcastChannel' in window ? new BroadcastChannel(`tongheng.on-site.${database.personId}`) : undefined;
  const refresh = async (): Promise<void> => {
    snapshot = await readAll(database);
    for (const listener of listeners) listener();
  };
  channel?.addEventListener('message', () => void refresh());

  /** All of it is on the disk before anybody is told. */
  async function change<Result>(work: (stores: Stores) => Promise<Result>, safe = true): Promise<Result> {
    const result = await database.change(storeNames, work, safe);
    await refresh();
    channel?.postMessage('changed');
    return result;
  }
  const changeRecord = (record: LocalRecord, next: (stored: LocalRecord, stores: Stores) => LocalRecord | Promise<LocalRecord>) =>
    change(async (stores) => {
      const changed = await next(await current(stores, record), stores);
      stores.put('record', changed);
      return changed;
    });

  return {
    personId: database.personId,
    snapshot: (): Snapshot => snapshot,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh,

    keepDevice: (device: DeviceRow) => change(async (stores) => stores.put('device', device, 'own')),

    /** The device was ended at the server: its key signs nothing more, its free numbers are voided. Records stay, and get new numbers. */
    forgetDevice: () =>
      change(async (stores) => {
        stores.remove('device', 'own');
        for (const { number, state } of await stores.all('number')) if (state !== 'used') stores.remove('number', number);
      }),

    /** What was taken along replaces what was there; jobs on which something was written stay. */
    keepPack: ({ jobs, numbers, ...pack }: Pack) =>
      change(async (stores) => {
        const begun = new Set((await stores.all('record')).map(({ item }) => item));
        const kept = new Set<string>(jobs.map(({ item }) => item));
        for (const { item } of await stores.all('job')) if (!kept.has(item) && !begun.has(item)) stores.remove('job', item);
        for (const job of jobs) if (!begun.has(job.item)) stores.put('job', job);
        const known = new Set((await stores.all('number')).map(({ number }) => number));
        for (const number of numbers) if (!known.has(number)) stores.put('number', { number, state: 'free', record: null, reason: null });
        stores.put('pack', pack, 'own');
      }),

    /** A record begins with its number, in one transaction: neither stands here without the other. */
    begin: (job: Job, edition: string, content: Content) =>
      change(async (stores) => {
        const there = (await stores.all('record')).find(({ item }) => item === job.item);
        if (there !== undefined) return there;
        const id = newId();
        const recordNumber = job.recordNumber ?? (await takeNumber(stores, id));
        const record = beginRecord({ id, item: job.item, recordNumber, edition, content, at: now() });
        stores.put('record', record);
        return record;
      }),

    /** What was typed; not waited for by the disk, since the next key stroke brings it again. */
    async write(record: LocalRecord, content: Content): Promise<LocalRecord> {
      const changed = await database.change(['record'], async (stores) => {
        const next = writeContent(await current(stores, record), content, now());
        stores.put('record', next);
        return next;
      });
      snapshot = { ...snapshot, records: snapshot.records.map((one) => (one.id === changed.id ? changed : one)) };
      for (const listener of listeners) listener();
      channel?.postMessage('changed');
      return changed;
    },

    addPhoto: (record: LocalRecord, note: PhotoNote, blob: Blob) =>
      changeRecord(record, (stored, stores) => {
        const photo: PhotoRow = { digest: note.digest, record: record.id, blob, file: null };
        stores.put('photo', photo);
        const others = stored.content.photos.filter(({ digest }) => digest !== note.digest);
        return writeContent(stored, { ...stored.content, photos: [...others, note] }, now());
      }),

    removePhoto: (record: LocalRecord, digest: string) =>
      changeRecord(record, (stored, stores) => {
        stores.remove('photo', digest);
        return writeContent(stored, { ...stored.content, photos: stored.content.photos.filter((one) => one.digest !== digest) }, now());
      }),

    photosOf: (record: string): Promise<PhotoRow[]> =>
      database.read(['photo'], async (stores) => (await stores.all('photo')).filter((photo) => photo.record === record)),
    keepFile: (photo: PhotoRow, file: string) =>
      database.change(['photo'], async (stores) => stores.put('photo', { ...photo, file }), true),

    finish: (record: LocalRecord, sealed: Sealed) => changeRecord(record, (stored) => finishRecord(stored, sealed)),
    takeBack: (record: LocalRecord) => changeRecord(record, (stored) => takeBack(stored, now())),
    reopen: (record: LocalRecord) =>
      changeRecord(record, async (stored, stores) => {
        const number = needsAnotherNumber(stored) ? await takeNumber(stores, stored.id) : stored.recordNumber;
        return reopenRecord(stored, number, now());
      }),

    /** A record that is given up: its number is explained when there is a network, the instrument can be begun anew. */
    drop: (record: LocalRecord, reason: string) =>
      change(async (stores) => {
        const stored = await current(stores, record);
        if (stored.state !== 'local') throw new RangeError(`a record that is ${stored.state} is not given up`);
        const number = await stores.get('number', stored.recordNumber);
        if (number !== undefined) stores.put('number', { ...number, state: 'void', record: null, reason });
        await dropPhotos(stores, stored.id);
        stores.remove('record', stored.id);
      }),

    forgetNumbers: (numbers: readonly string[]) =>
      change(async (stores) => {
        for (const number of numbers) stores.remove('number', number);
      }),

    /** What the manager has decided about records that waited for it. */
    settle: (outcomes: ReadonlyMap<string, Outcome>) =>
      change(async (stores) => {
        for (const record of await stores.all('record')) {
          const outcome = outcomes.get(record.sealed?.delivery ?? '');
          const settled = outcome === undefined ? record : afterDecision(record, outcome);
          if (settled !== record) stores.put('record', settled);
        }
      }),

    /** What is on the server leaves the device; with `untouched` also the jobs on which nothing was written. What is not delivered stays. */
    clearDelivered: (untouched: boolean) =>
      change(async (stores) => {
        const records = await stores.all('record');
        const done = records.filter(({ state }) => state === 'delivered' || state === 'set-aside');
        for (const { id, item } of done) {
          await dropPhotos(stores, id);
          stores.remove('record', id);
          stores.remove('job', item);
        }
        const begun = new Set(records.map(({ item }) => item));
        if (untouched) for (const { item } of await stores.all('job')) if (!begun.has(item)) stores.remove('job', item);
      }),

    list: (): Promise<readonly LocalRecord[]> => database.read(['record'], (stores) => stores.all('record')),
    async put(record: LocalRecord, fromRevision: number): Promise<boolean> {
      return change(async (stores) => {
        const stored = await stores.get('record', record.id);
        if (stored?.revision !== fromRevision) return false;
        stores.put('record', record);
        if (record.state === 'delivered') await dropPhotos(stores, record.id);
        return true;
      });
    },
  };
}

const opened = new Map<string, Promise<Site>>();

/** The work of this person on this device; opened once in a page. */
export function openSite(personId: string): Promise<Site> {
  const known = opened.get(personId);
  if (known !== undefined) return known;
  const opening = openDeviceDatabase(personId).then(async (database) => createSite(database, await readAll(database)));
  opened.set(personId, opening);
  opening.catch(() => opened.delete(personId));
  return opening;
}
