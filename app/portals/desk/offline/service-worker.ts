/**
 * Lets parts of the platform start without a network: the workplace on site, and the public pages that check a label or a certificate. It is
 * registered once for each of these places and keeps for it the files of the program and the empty page, nothing else: no answer of the server
 * and nobody's data. Those stand in the device's database, by person; the public lists are kept by their pages, with their date.
 */
type Extendable = { readonly waitUntil: (work: Promise<unknown>) => void };
type Fetching = Extendable & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
declare const self: {
  readonly location: Location;
  readonly registration: { readonly scope: string };
  readonly addEventListener: {
    (kind: 'install' | 'activate', listener: (event: Extendable) => void): void;
    (kind: 'fetch', listener: (event: Fetching) => void): void;
  };
  readonly clients: { readonly claim: () => Promise<void> };
};
/** What starts at one place without a network. */
type Shell = {
  /** The address of the empty page, which is the same for every address of the place. */
  readonly page: string;
  readonly files: readonly string[];
  /** A digest of the list and of this program. */
  readonly version: string;
};
/** Written in by the build: the shell of each place, by the path that the worker was registered for. */
declare const shells: Readonly<Record<string, Shell>>;

const place = new URL(self.registration.scope).pathname;
const shell = shells[place] ?? { page: place, files: [], version: 'none' };
const prefix = `tongheng-shell${place.replace(/\//g, '-')}-`;
const cacheName = `${prefix}${shell.version}`;
/** As caches were named when the workplace was the only place. */
const older = /^tongheng-shell-[0-9a-f]{16}$/;
/** A network that is there and answers nothing is worse than none: after this the shell starts from the device. */
const patienceMilliseconds = 4000;

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([new Request(shell.page, { cache: 'no-store', credentials: 'omit' }), ...shell.files]);
  const page = await cache.match(shell.page);
  // A page of another build would ask for files that are not kept: better no shell than half of one.
  const text = (await page?.text()) ?? '';
  if (!shell.files.some((file) => file.endsWith('.js') && text.includes(file))) {
    await caches.delete(cacheName);
    throw new Error('the page is not of this build');
  }
}

async function dropOlder(): Promise<void> {
  const isOurs = (name: string): boolean => name.startsWith(prefix) || (place === '/desk' && older.test(name));
  const names = (await caches.keys()).filter((name) => isOurs(name) && name !== cacheName);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

const kept = async (what: Request | string): Promise<Response | undefined> => (await caches.open(cacheName)).match(what);

/** From the network while there is one, so that a new version comes at once; else as it was kept. */
async function openPage(request: Request): Promise<Response> {
  const fetched = fetch(request).catch(() => undefined);
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), patienceMilliseconds);
  });
  const first = await Promise.race([fetched, late]);
  if (first !== undefined && first.status < 500) return first;
  return (await kept(shell.page)) ?? (await fetched) ?? Response.error();
}

const openFile = async (request: Request): Promise<Response> => (await kept(request)) ?? fetch(request);

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (shell.files.includes(pathname)) event.respondWith(openFile(request));
});

export {};
