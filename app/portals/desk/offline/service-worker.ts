/**
 * Lets the workplace start without a network. It keeps the files of the program and the empty page, nothing else: no answer of the
 * server and nobody's data; those stand in the device's database, by person.
 */
type Extendable = { readonly waitUntil: (work: Promise<unknown>) => void };
type Fetching = Extendable & { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
declare const self: {
  readonly location: Location;
  readonly addEventListener: {
    (kind: 'install' | 'activate', listener: (event: Extendable) => void): void;
    (kind: 'fetch', listener: (event: Fetching) => void): void;
  };
  readonly clients: { readonly claim: () => Promise<void> };
};
/** Written in by the build: what the shell and the pages of work on site consist of, and a digest of that list. */
declare const shellFiles: readonly string[];
declare const shellVersion: string;

const prefix = 'tongheng-shell-';
const cacheName = `${prefix}${shellVersion}`;
const shellPage = '/desk';
/** A network that is there and answers nothing is worse than none: after this the shell starts from the device. */
const patienceMilliseconds = 4000;

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([new Request(shellPage, { cache: 'no-store', credentials: 'omit' }), ...shellFiles]);
  const page = await cache.match(shellPage);
  // A page of another build would ask for files that are not kept: better no shell than half of one.
  const text = (await page?.text()) ?? '';
  if (!shellFiles.some((file) => file.endsWith('.js') && text.includes(file))) {
    await caches.delete(cacheName);
    throw new Error('the page is not of this build');
  }
}

async function dropOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** From the network while there is one, so that a new version comes at once; else as it was kept. */
async function openPage(request: Request): Promise<Response> {
  const fetched = fetch(request).catch(() => undefined);
  const late = new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), patienceMilliseconds);
  });
  const first = await Promise.race([fetched, late]);
  if (first !== undefined && first.status < 500) return first;
  return (await caches.match(shellPage)) ?? (await fetched) ?? Response.error();
}

const openFile = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);

self.addEventListener('install', (event) => event.waitUntil(keepShell()));
self.addEventListener('activate', (event) => event.waitUntil(dropOlder()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (shellFiles.includes(pathname)) event.respondWith(openFile(request));
});

export {};
