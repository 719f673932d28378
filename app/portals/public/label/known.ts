import { dayInChina } from '@tongheng/seal/verify/day';
import { InvalidTrust, readTrust, type Trust } from '@tongheng/seal/verify/trust';
import { useEffect, useState } from 'react';
import { readKept, type KeptAnswer } from '../offline/kept-answers.ts';

export const trustAddress = '/api/public/trust';
export const revocationsAddress = '/api/public/revocations';

/** The lists that a check rests on, as they are on this device now. */
export type KnownLists = {
  readonly trust: Trust | undefined;
  readonly trustAt: KeptAnswer | undefined;
  readonly revocations: string | undefined;
  /** The city's day by the server's clock; undefined without a network. */
  readonly serverDay: string | undefined;
  /** The day that this device takes it to be. */
  readonly deviceDay: string;
};

function readOrNone(text: string | undefined): Trust | undefined {
  if (text === undefined) return undefined;
  try {
    return readTrust(text);
  } catch (error) {
    if (error instanceof InvalidTrust) return undefined;
    throw error;
  }
}

function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

async function readLists(): Promise<KnownLists> {
  const [trustAt, revocations] = await Promise.all([readKept(trustAddress), readKept(revocationsAddress)]);
  const fresh = [trustAt, revocations].find((one) => one?.isFresh === true);
  return {
    trust: readOrNone(trustAt?.text),
    trustAt,
    revocations: revocations?.text,
    serverDay: fresh === undefined ? undefined : dayInChina(fresh.at),
    deviceDay: today(),
  };
}

/** undefined while they are being read. */
export function useKnownLists(): KnownLists | undefined {
  const [known, setKnown] = useState<KnownLists>();
  useEffect(() => {
    let isShown = true;
    const read = (): void => {
      void readLists().then((lists) => {
        if (isShown) setKnown(lists);
      });
    };
    read();
    // The network came back: what was judged by kept lists is judged anew.
    addEventListener('online', read);
    return () => {
      isShown = false;
      removeEventListener('online', read);
    };
  }, []);
  return known;
}
