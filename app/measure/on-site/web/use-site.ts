import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { RunResult } from '../rules/delivery-run.ts';
import { pauseAfter, queueOf } from '../rules/queue.ts';
import { useCaller } from '../../../web/session.ts';
import { DeviceFull, WrittenElsewhere } from './device/database.ts';
import { deliverAll } from './device/deliver.ts';
import { canSign } from './device/key.ts';
import { openSite, type Site, type Snapshot } from './device/site.ts';

export type SiteState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'unavailable'; readonly why: string }
  | { readonly kind: 'open'; readonly site: Site };

/** The signed-in person's work on this device. */
export function useSite(): SiteState {
  const { person } = useCaller();
  const [state, setState] = useState<SiteState>(() => (canSign() ? { kind: 'opening' } : { kind: 'unavailable', why: 'insecure' }));
  useEffect(() => {
    let current = true;
    if (!canSign()) return undefined;
    openSite(person.id).then(
      (site) => {
        if (current) setState({ kind: 'open', site });
      },
      (error: unknown) => {
        if (current) setState({ kind: 'unavailable', why: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      current = false;
    };
  }, [person.id]);
  return state;
}

export const useSnapshot = (site: Site): Snapshot => useSyncExternalStore(site.subscribe, site.snapshot);

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export const useOnline = (): boolean => useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);

export type DeliveryState = {
  readonly running: boolean;
  readonly stoppedBy: RunResult['stoppedBy'];
  readonly deliver: () => Promise<void>;
};

/** Delivers by itself: when the page opens, when the network returns, when a record is finished, and again after a pause. */
export function useDelivery(site: Site): DeliveryState {
  const { records } = useSnapshot(site);
  const online = useOnline();
  const [running, setRunning] = useState(false);
  const [stoppedBy, setStoppedBy] = useState<RunResult['stoppedBy']>(null);
  const failures = useRef(0);
  const underWay = useRef<Promise<void> | undefined>(undefined);
  const [again, setAgain] = useState(0);
  const count = queueOf(records).length;

  const deliver = useCallback((): Promise<void> => {
    const run = async (): Promise<void> => {
      setRunning(true);
      try {
        const result = await deliverAll(site);
        if (result === undefined) return;
        setStoppedBy(result.stoppedBy);
        failures.current = result.stoppedBy === null ? 0 : failures.current + 1;
      } catch {
        // A device that is full or a database that broke off: the records stay as they were and are sent again.
        failures.current += 1;
        setStoppedBy('server');
      } finally {
        setRunning(false);
        underWay.current = undefined;
        setAgain((n) => n + 1);
      }
    };
    return (underWay.current ??= run());
  }, [site]);

  useEffect(() => {
    if (!online) return undefined;
    void deliver();
    return undefined;
  }, [online, count, deliver]);
  useEffect(() => {
    if (again === 0 || failures.current === 0 || stoppedBy === 'session') return undefined;
    const timer = setTimeout(() => void deliver(), pauseAfter(failures.current));
    return () => clearTimeout(timer);
  }, [again, stoppedBy, deliver]);
  return { running, stoppedBy: count === 0 ? null : stoppedBy, deliver };
}

export type Trouble = 'full' | 'elsewhere' | { readonly why: string } | undefined;

export const troubleOf = (error: unknown): Trouble =>
  error instanceof DeviceFull
    ? 'full'
    : error instanceof WrittenElsewhere
      ? 'elsewhere'
      : { why: error instanceof Error ? error.message : String(error) };
