import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type ProblemAnswer } from '../../../web/client.ts';
import { verificationEndpoints, type Verification } from '../contract.ts';
import { mostRigRows } from '../rules/rig-sheet.ts';

const atOnce = 8;

/** The technician's open records of one edition and kind, whole, in the order of their serial numbers. */
export function useRigRecords(
  edition: string,
  kind: string,
  session: string | undefined,
): UseQueryResult<readonly Verification[], ProblemAnswer> {
  return useQuery<readonly Verification[], ProblemAnswer>({
    queryKey: ['rig', edition, kind, session],
    // What is being typed is the truth on this page: it is not asked for again behind the technician's back.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: async ({ signal }) => {
      const query = { mine: 'true', edition, kind, limit: mostRigRows, ...(session === undefined ? {} : { session }) } as const;
      const lists = await Promise.all(
        (['drafted', 'returned'] as const).map((status) =>
          call(verificationEndpoints.listVerifications, { query: { ...query, status } as never }, { signal }),
        ),
      );
      const cards = lists.flatMap(({ items }) => items).slice(0, mostRigRows);
      const records: Verification[] = [];
      for (let from = 0; from < cards.length; from += atOnce) {
        const some = cards.slice(from, from + atOnce);
        records.push(
          ...(await Promise.all(some.map(({ id }) => call(verificationEndpoints.readVerification, { params: { id } }, { signal })))),
        );
      }
      return records.sort((a, b) => a.instrument.serial.localeCompare(b.instrument.serial, 'en', { numeric: true }));
    },
  });
}
