import { dayInChina } from '@tongheng/seal/verify/day';
import { useEffect, useState } from 'react';
import { readKept } from '../offline/kept-answers.ts';

export const trustAddress = '/api/public/trust';
export const revocationsAddress = '/api/public/revocations';

export type OwnLists = {
  /** Texts of the platform's lists; null: none was ever read on this device. */
  readonly trust: string | null;
  readonly revocations: string | null;
  /** The day by the server's clock where it was heard, else by the device's. */
  readonly today: string;
  readonly listedOn: string | null;
};

/** The day of this device's clock in China, where certificates name their days. */
export const deviceDay = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The platform's own lists, as they are now or as they were kept. */
export function useOwnLists(): OwnLists {
  const [lists, setLists] = useState<OwnLists>(() => ({ trust: null, revocations: null, today: deviceDay(), listedOn: null }));
  useEffect(() => {
    let isShown = true;
    void Promise.all([readKept(trustAddress), readKept(revocationsAddress)]).then(([trust, revocations]) => {
      if (!isShown) return;
      const fresh = [trust, revocations].find((one) => one?.isFresh === true);
      setLists({
        trust: trust?.text ?? null,
        revocations: revocations?.text ?? null,
        today: (fresh === undefined ? undefined : dayInChina(fresh.at)) ?? deviceDay(),
        listedOn: trust === undefined ? null : (dayInChina(trust.at) ?? null),
      });
    });
    return () => {
      isShown = false;
    };
  }, []);
  return lists;
}
