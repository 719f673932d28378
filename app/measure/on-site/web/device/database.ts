/**
 * What a person has on this device: a database of their own, so that whoever signs in here afterwards finds nothing of it. Chromium keeps
 * the key in it without ever handing it out.
 */
import type { Pack, Job } from '../../contract.ts';
import type { LocalRecord } from '../../rules/local.ts';
import type { LocalNumber } from '../../rules/numbers.ts';

export type DeviceRow = { readonly id: string; readonly name: string; readonly publicKey: string; readonly keys: CryptoKeyPair };
export type PackRow = Omit<Pack, 'jobs' | 'numbers'>;
export type PhotoRow = { readonly digest: string; readonly record: string; readonly blob: Blob; readonly file: string | null };

type Rows = { device: DeviceRow; pack: PackRow; job: Job; number: LocalNumber; record: LocalRecord; photo: PhotoRow };
export type StoreName = keyof Rows;
const keyOf: Readonly<Record<StoreName, string | null>> = {
  device: null,
  pack: null,
  job: 'item',
  number: 'number',
  record: 'id',
  photo: 'digest',
};
export const storeNames = Object.keys(keyOf) as StoreName[];

const prefix = 'tongheng.on-site.';
const shape = 1;

/** The device has no room left for what was to be written; everything written before is still there. */
export class DeviceFull extends Error {}
/** Another page of this browser has written the record meanwhile. */
export class WrittenElsewhere extends Error {}

/** A disk that is full says so at once or when the transaction is to be written: by a name, in every browser. */
function translated(error: unknown): Error {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return new DeviceFull(error.message);
  return error instanceof Error ? error : new Error('the database of the device broke off');
}

export const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(translated(request.error)));
  });

export type Stores = {
  readonly get: <Name extends StoreName>(name: Name, key: string) => Promise<Rows[Name] | undefined>;
  readonly all: <Name extends StoreName>(name: Name) => Promise<Rows[Name][]>;
  readonly put: <Name extends StoreName>(name: Name, row: Rows[Name], key?: string) => void;
  readonly remove: (name: StoreName, key: string) => void;
};

export type DeviceDatabase = {
  readonly personId: string;
  /**
   * Does work in one transaction: all of it is written or nothing. `safe` waits until the disk has it, for what must outlive a power cut.
   * Inside, only the stores may be awaited: a transaction ends when nothing is asked of it.
   */
  readonly change: <Result>(names: readonly StoreName[], work: (stores: Stores) => Promise<Result>, safe?: boolean) => Promise<Result>;
  readonly read: <Result>(names: readonly StoreName[], work: (stores: Stores) => Promise<Result>) => Promise<Result>;
  readonly close: () => void;
};

const storesOf = (transaction: IDBTransaction): Stores => ({
  get: (name, key) => answerOf(transaction.objectStore(name).get(key)),
  all: (name) => answerOf(transaction.objectStore(name).getAll()),
  put: (name, row, key) => void transaction.objectStore(name).put(row, keyOf[name] === null ? (key ?? 'own') : undefined),
  remove: (name, key) => void transaction.objectStore(name).delete(key),
});

function within<Result>(
  database: IDBDatabase,
  names: readonly StoreName[],
  mode: IDBTransactionMode,
  work: (stores: Stores) => Promise<Result>,
  safe: boolean,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const options = safe ? { durability: 'strict' as const } : {};
    const transaction = database.transaction([...names], mode, options);
    let result: { value: Result } | undefined;
    let failure: unknown;
    transaction.addEventListener('complete', () => {
      if (result === undefined) reject(new Error('the transaction ended before its work'));
      else resolve(result.value);
    });
    transaction.addEventListener('abort', () => reject(translated(failure ?? transaction.error)));
    work(storesOf(transaction)).then(
      (value) => {
        result = { value };
      },
      (error: unknown) => {
        failure = error;
        try {
          transaction.abort();
        } catch {
          reject(translated(error));
        }
      },
    );
  });
}

export function openDeviceDatabase(personId: string): Promise<DeviceDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(`${prefix}${personId}`, shape);
    opening.addEventListener('upgradeneeded', () => {
      for (const name of storeNames)
        if (!opening.result.objectStoreNames.contains(name))
          opening.result.createObjectStore(name, keyOf[name] === null ? {} : { keyPath: keyOf[name] });
    });
    opening.addEventListener('error', () => reject(translated(opening.error)));
    opening.addEventListener('success', () => {
      const database = opening.result;
      database.addEventListener('versionchange', () => database.close());
      resolve({
        personId,
        change: (names, work, safe = false) => within(database, names, 'readwrite', work, safe),
        read: (names, work) => within(database, names, 'readonly', work, false),
        close: () => database.close(),
      });
    });
  });
}
