import { useEffect, useState } from 'react';

/** Keeps the program on this device, once, when a technician first opens the pages of work on site. */
export async function keepProgram(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/desk' });
    await navigator.serviceWorker.ready;
    return true;
  } catch {
    return false;
  }
}

export type Room = { readonly usedBytes: number; readonly restBytes: number; readonly persisted: boolean };

async function measureRoom(): Promise<Room | undefined> {
  const { storage } = navigator;
  if (storage === undefined) return undefined;
  const persisted = (await storage.persisted()) || (await storage.persist());
  const { usage = 0, quota = 0 } = await storage.estimate();
  return { usedBytes: usage, restBytes: Math.max(0, quota - usage), persisted };
}

/** Whether the program is kept, and how much room the device has left. */
export function useOfflineProgram(changes: unknown): { readonly ready: boolean; readonly room: Room | undefined } {
  const [ready, setReady] = useState(() => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null);
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    void keepProgram().then((kept) => {
      if (kept) setReady(true);
    });
  }, []);
  useEffect(() => {
    let current = true;
    measureRoom().then(
      (measured) => {
        if (current) setRoom(measured);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [changes]);
  return { ready, room };
}
