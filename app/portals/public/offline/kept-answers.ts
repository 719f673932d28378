/**
 * Public lists that a check without a network needs: trusted keys and what has ended. Each is kept as it was answered, with the instant; a newer
 * answer takes its place. A page that shows one says from when it is.
 */

export type KeptAnswer = {
  readonly text: string;
  /** The instant of the answer by the server's clock, ISO; by the device's where the server states none. */
  readonly at: string;
  /** Whether it came from the server just now. */
  readonly isFresh: boolean;
};

const cacheName = 'tongheng-public-answers';
const atHeader = 'x-answered-at';
const patienceMilliseconds = 4000;
/** No list is longer; what is longer is not kept and not read. */
const mostCharacters = 20_000_000;

const open = async (): Promise<Cache | undefined> => {
  try {
    // Missing where the page is not served by https.
    return await caches.open(cacheName);
  } catch {
    return undefined;
  }
};

async function ask(address: string): Promise<KeptAnswer | undefined> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patienceMilliseconds);
  try {
    const response = await fetch(address, { signal: stop.signal, cache: 'no-store', headers: { accept: 'application/json, text/plain' } });
    if (!response.ok) return undefined;
    const text = await response.text();
    const told = Date.parse(response.headers.get('date') ?? '');
    return text.length > mostCharacters
      ? undefined
      : { text, at: new Date(Number.isNaN(told) ? Date.now() : told).toISOString(), isFresh: true };
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** The answer as it was kept, without asking anybody; undefined where it was never answered on this device. */
export async function readKeptOnly(address: string): Promise<KeptAnswer | undefined> {
  const kept = await (await open())?.match(address);
  const at = kept?.headers.get(atHeader);
  return kept === undefined || at === null || at === undefined ? undefined : { text: await kept.text(), at, isFresh: false };
}

/** The answer of a public address, or as it was kept; undefined where it was never answered on this device. */
export async function readKept(address: string): Promise<KeptAnswer | undefined> {
  const fresh = await ask(address);
  if (fresh === undefined) return readKeptOnly(address);
  try {
    await (await open())?.put(address, new Response(fresh.text, { headers: { [atHeader]: fresh.at } }));
  } catch {
    // A full device: the answer holds for this time.
  }
  return fresh;
}
