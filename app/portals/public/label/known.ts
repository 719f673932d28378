import { dayInChina } from '@tongheng/seal/verify/day';
import { InvalidTrust, openTrust, type Trust } from '@tongheng/seal/verify/trust';
import { useEffect, useState } from 'react';
import { readKept, readKeptOnly, type KeptAnswer } from '../offline/kept-answers.ts';
import { deviceDay, revocationsAddress, trustAddress } from '../verify/own-lists.ts';

/** The lists that a check rests on, as they are on this device now. */
export type KnownLists = {
  readonly trust: Trust | undefined;
  readonly trustAt: KeptAnswer | undefined;
  readonly revocations: string | undefined;
  /** The city's day by the server's clock; undefined without a network. */
  readonly serverDay: string | undefined;
  /** The day in China by the clock of this device. */
  readonly deviceDay: string;
};

async function openOrNone(text: string | undefined): Promise<Trust | undefined> {
  if (text === undefined) return undefined;
  try {
    return await openTrust(text);
  } catch (error) {
    if (error instanceof InvalidTrust) return undefined;
    throw error;
  }
}

async function readLists(read: typeof readKept): Promise<KnownLists> {
  const [trustAt, revocations] = await Promise.all([read(trustAddress), read(revocationsAddress)]);
  const fresh = [trustAt, revocations].find((one) => one?.isFresh === true);
  return {
    trust: await openOrNone(trustAt?.text),
    trustAt,
    revocations: revocations?.text,
    serverDay: fresh === undefined ? undefined : dayInChina(fresh.at),
    deviceDay: deviceDay(),
  };
}

/** undefined while they are being read. */
export function useKnownLists(): KnownLists | undefined {
  const [known, setKnown] = useState<KnownLists>();
  useEffect(() => {
    let isShown = true;
    const read = (): void => {
      let isAnswered = false;
      // In a market the network is often there and answers nothing: what is kept is judged at once, and anew when an answer comes.
      void readLists(readKeptOnly).then((lists) => {
        if (isShown && !isAnswered && lists.trust !== undefined) setKnown(lists);
      });
      void readLists(readKept).then((lists) => {
        isAnswered = true;
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
