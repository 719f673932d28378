import { instrumentEndpoints } from '../../../register/instrument/contract.ts';
import { isCode, plainCode } from '../../../register/instrument/rules.ts';
import { call } from '../../../web/client.ts';
import { readScanned } from '../rules/scanned.ts';

/** What a scanned label names: an instrument, by its id or by the code for life that the ledger knows, or words to search for. */
export async function readLabel(scanned: string): Promise<ReturnType<typeof readScanned>> {
  const wanted = readScanned(scanned);
  if (!('q' in wanted) || !isCode(wanted.q)) return wanted;
  const code = plainCode(wanted.q);
  const { items } = await call(instrumentEndpoints.listInstruments, { query: { q: code, limit: 2 } });
  const found = items.find((instrument) => instrument.code === code);
  return found === undefined ? wanted : { instrument: found.id };
}
