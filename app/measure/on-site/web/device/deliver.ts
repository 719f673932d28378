import { call, ProblemAnswer, upload } from '../../../../web/client.ts';
import { fileEndpoints } from '../../../../register/file/contract.ts';
import { onSiteEndpoints, type Delivery } from '../../contract.ts';
import type { LocalRecord, Outcome, Sealed } from '../../rules/local.ts';
import { runDeliveries, type RunResult } from '../../rules/delivery-run.ts';
import { readStatus, type Answer } from '../../rules/queue.ts';
import type { Site } from './site.ts';

const outcomeOf = ({ state, refusals, verification, networkCheck }: Delivery): Outcome => ({ state, refusals, verification, networkCheck });

const answerOf = (error: unknown): Answer => {
  if (error instanceof ProblemAnswer) return readStatus(error.status, error.title);
  throw error;
};

/** Each photo once: its key is its digest, and the file it became is noted before the next one goes. */
async function sendPhotos(site: Site, record: LocalRecord): Promise<Answer | undefined> {
  for (const photo of await site.photosOf(record.id)) {
    if (photo.file !== null) continue;
    try {
      const name = `${record.recordNumber}-${photo.digest.slice(0, 8)}.${photo.blob.type === 'image/png' ? 'png' : 'jpg'}`;
      const { id } = await upload(fileEndpoints.uploadFile, { query: { name } }, photo.blob, { key: `photo-${photo.digest}` });
      await site.keepFile(photo, id);
    } catch (error) {
      return answerOf(error);
    }
  }
  return undefined;
}

async function send(site: Site, device: string, sealed: Sealed, record: LocalRecord): Promise<Answer> {
  const files = await site.photosOf(record.id);
  const photos = files.flatMap(({ digest, file }) => (file === null ? [] : [{ digest, file: file as never }]));
  const body = { id: sealed.delivery as never, device: device as never, payload: sealed.payload, signature: sealed.signature, photos };
  try {
    return { kind: 'outcome', outcome: outcomeOf(await call(onSiteEndpoints.deliverRecord, { body }, { key: sealed.delivery })) };
  } catch (error) {
    return answerOf(error);
  }
}

/** The device that signed it, which may be an earlier key of this browser. */
const signedBy = (sealed: Sealed): string => (JSON.parse(sealed.payload) as { device: string }).device;

async function settleDecided(site: Site): Promise<void> {
  if (!site.snapshot().records.some(({ state }) => state === 'conflict')) return;
  const { items } = await call(onSiteEndpoints.listDeliveries, { query: { mine: 'true', limit: 200 } });
  await site.settle(new Map(items.filter(({ state }) => state !== 'conflict').map((one) => [one.id, outcomeOf(one)])));
}

/** Delivers what is queued. Of several pages of one browser only one does it at a time. */
export async function deliverAll(site: Site): Promise<RunResult | undefined> {
  const run = async (): Promise<RunResult> => {
    const result = await runDeliveries({
      list: () => site.list(),
      put: (record, fromRevision) => site.put(record, fromRevision),
      sendPhotos: (record) => sendPhotos(site, record),
      send: (sealed, record) => send(site, signedBy(sealed), sealed, record),
    });
    if (result.stoppedBy === null) await settleDecided(site).catch(() => undefined);
    return result;
  };
  if (!('locks' in navigator)) return run();
  return navigator.locks.request(`tongheng.on-site.deliver.${site.personId}`, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : run(),
  );
}
