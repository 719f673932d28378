import { useEffect, useState } from 'react';
import type { ReplyOf } from '../../kernel/endpoint.ts';
import type { Text } from '../../kernel/text.ts';
import type { certificateEndpoints } from '../../measure/certificate/contract.ts';
import { useLanguage } from '../../web/language.ts';

/** The fixed public answers; their form is part of the interface and changes for nobody. */
export type Setting = { demonstration: boolean; city: { code: string; name: Text }; today: string };
export type IndicatorState = 'not-published' | 'not-recorded' | 'on-track' | 'behind' | 'met' | 'met-late' | 'missed';
export type Indicator = {
  id: string;
  goal: { id: string; title: string; titleEn: string };
  clause: string;
  title: string;
  titleEn: string;
  target: number;
  direction: 'at-least' | 'exactly';
  unit: string;
  unitEn: string;
  due: string;
  strength: 'firm' | 'strive';
  value: number | null;
  state: IndicatorState;
  method: string;
};
export type Task = { id: string; title: string; text: string; bodies: string[] };
export type Commitment = { name: string; scope: string; since: string };
export type Counts = { required: number | null; done: number | null; open: number | null };
export type Cell = { item: string; printed: 'done' | 'open'; state: string | null; since: string | null };
export type Capability = {
  list: string;
  items: { id: string; name: string }[];
  counties: { code: string; name: string; printed: Counts; cells: Cell[] }[];
  city: { printed: Counts };
  printedTotal: (string | number | null)[];
};
/** Only `exists` and the number without the check code or the serial number. */
export type Certificate = ReplyOf<(typeof certificateEndpoints)['lookUpCertificate']>;

export type Answer<Reply> = { readonly reply?: Reply; readonly failure?: { readonly status: number }; readonly again: () => void };

/** Reads a public address; undefined while it is on its way. An empty address reads nothing. */
export function useAnswer<Reply>(address: string): Answer<Reply> {
  const language = useLanguage();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{ address: string; reply?: Reply; failure?: { status: number } }>({ address: '' });
  useEffect(() => {
    if (address === '') return undefined;
    const stop = new AbortController();
    const read = async (): Promise<void> => {
      const response = await fetch(address, { signal: stop.signal, headers: { accept: 'application/json', 'accept-language': language } });
      if (response.ok) setState({ address, reply: (await response.json()) as Reply });
      else setState({ address, failure: { status: response.status } });
    };
    read().catch(() => {
      if (!stop.signal.aborted) setState({ address, failure: { status: 0 } });
    });
    return () => stop.abort();
  }, [address, language, turn]);
  const again = (): void => {
    setState({ address: '' });
    setTurn(turn + 1);
  };
  const { address: _of, ...answer } = state;
  return state.address === address ? { ...answer, again } : { again };
}
