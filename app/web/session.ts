import { createContext, useContext } from 'react';

/** Who is at the desk, as far as the pages need it. */
export type Caller = {
  readonly person: { readonly id: string; readonly name: string };
  readonly organization: { readonly id: string; readonly name: string; readonly kind: string; readonly region: string };
  readonly roles: readonly string[];
  readonly permits: ReadonlySet<string>;
  readonly demonstration: boolean;
};

export const CallerContext = createContext<Caller | undefined>(undefined);

export function useCaller(): Caller {
  const caller = useContext(CallerContext);
  if (caller === undefined) throw new Error('a page of the workplace was shown without a session');
  return caller;
}

/** Whether the caller holds a permit; the server decides again. */
export const usePermit = (permit: string): boolean => useCaller().permits.has(permit);
