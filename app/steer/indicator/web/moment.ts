import { useAsOf } from '../../../web/kit/AsOfBar.tsx';

/** The day of the figures and what was known at the end of a day, as the contracts take them. */
export function useMoment(): { asOf?: string; knownAt?: string } {
  const { asOf, knownOn } = useAsOf();
  return { ...(asOf === undefined ? {} : { asOf }), ...(knownOn === undefined ? {} : { knownAt: `${knownOn}T23:59:59.999+08:00` }) };
}
