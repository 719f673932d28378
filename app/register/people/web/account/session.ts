import { useMemo } from 'react';
import { useEndpoint, type EndpointQuery } from '../../../../web/endpoint-hooks.ts';
import type { Caller } from '../../../../web/session.ts';
import { peopleEndpoints } from '../../contract.ts';

type Session = { session: EndpointQuery<typeof peopleEndpoints.readSession>; caller: Caller | undefined };

/** Who is signed in, asked once and kept until it changes. */
export function useSession(): Session {
  const session = useEndpoint(peopleEndpoints.readSession, {}, { staleMilliseconds: Infinity });
  const caller = useMemo<Caller | undefined>(
    () => (session.data === undefined ? undefined : { ...session.data, permits: new Set(session.data.permits) }),
    [session.data],
  );
  return { session, caller };
}
