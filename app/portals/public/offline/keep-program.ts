import { useEffect, useState } from 'react';

/** Where public pages start without a network; the build lists what each needs (vite.config.ts). */
export const offlinePlaces = ['/Q', '/q', '/verify'] as const;
export type OfflinePlace = (typeof offlinePlaces)[number];

/** ready: starts without a network · keeping: being taken along · none: this browser or address allows no such thing. */
export type ProgramState = 'ready' | 'keeping' | 'none';

async function keepProgram(place: OfflinePlace): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    const registration = await navigator.serviceWorker.register('/sw.js', { scope: place });
    if (registration.active !== null) return true;
    const worker = registration.installing ?? registration.waiting;
    if (worker === null) return false;
    return await new Promise((resolve) => {
      worker.addEventListener('statechange', () => {
        if (worker.state === 'activated') resolve(true);
        if (worker.state === 'redundant') resolve(false);
      });
    });
  } catch {
    return false;
  }
}

/** Keeps the program of this page on the device, so that it starts without a network from the second time on. */
export function useKeptProgram(place: OfflinePlace): ProgramState {
  const [state, setState] = useState<ProgramState>('keeping');
  useEffect(() => {
    let isShown = true;
    void keepProgram(place).then((kept) => {
      if (isShown) setState(kept ? 'ready' : 'none');
    });
    return () => {
      isShown = false;
    };
  }, [place]);
  return state;
}
