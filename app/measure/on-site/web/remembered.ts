import { useEffect, useState } from 'react';
import type { Caller } from '../../../web/session.ts';

/**
 * Who works on this device, kept so that the pages of work on site start when nobody can be asked. Only a person who has registered the
 * device is remembered, and only until the sign-out. In the browser's database, since local storage is written to the disk with a delay
 * that a killed browser does not live to see.
 */
const databaseName = 'tongheng.on-site';
const storeName = 'caller';

function open(): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    if (!('indexedDB' in window)) return resolve(undefined);
    const opening = indexedDB.open(databaseName, 1);
    opening.addEventListener('upgradeneeded', () => void opening.result.createObjectStore(storeName));
    opening.addEventListener('success', () => resolve(opening.result));
    // Without storage there is no work without a network; the page says so.
    opening.addEventListener('error', () => resolve(undefined));
    return undefined;
  });
}

async function change(work: (store: IDBObjectStore) => void): Promise<void> {
  const database = await open();
  if (database === undefined) return;
  await new Promise<void>((resolve) => {
    const transaction = database.transaction(storeName, 'readwrite', { durability: 'strict' });
    for (const end of ['complete', 'abort'] as const) transaction.addEventListener(end, () => resolve());
    work(transaction.objectStore(storeName));
  });
  database.close();
}

export const rememberCaller = (caller: Caller): Promise<void> =>
  change((store) => void store.put({ ...caller, permits: [...caller.permits] }, 'own'));

export const forgetCaller = (): Promise<void> => change((store) => void store.delete('own'));

export async function rememberedCaller(): Promise<Caller | undefined> {
  const database = await open();
  if (database === undefined) return undefined;
  const kept = await new Promise<(Omit<Caller, 'permits'> & { permits: readonly string[] }) | undefined>((resolve) => {
    const request = database.transaction(storeName).objectStore(storeName).get('own');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => resolve(undefined));
  });
  database.close();
  return kept === undefined ? undefined : { ...kept, permits: new Set(kept.permits) };
}

/** Whoever signs in here now sees nothing of the person before. */
export async function forgetOthers({ person }: Caller): Promise<void> {
  const kept = await rememberedCaller();
  if (kept !== undefined && kept.person.id !== person.id) await forgetCaller();
}

export type Remembered = { readonly isRead: boolean; readonly caller: Caller | undefined };

export function useRememberedCaller(): Remembered {
  const [remembered, setRemembered] = useState<Remembered>({ isRead: false, caller: undefined });
  useEffect(() => {
    let current = true;
    const show = (caller: Caller | undefined): void => {
      if (current) setRemembered({ isRead: true, caller });
    };
    rememberedCaller().then(show, () => show(undefined));
    return () => {
      current = false;
    };
  }, []);
  return remembered;
}
