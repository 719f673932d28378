import { randomUUID } from 'node:crypto';
import { runDeliveries, type DeliveryPorts } from '../app/measure/on-site/rules/delivery-run.ts';
import type { Content, LocalRecord } from '../app/measure/on-site/rules/local.ts';
import { readStatus, type Answer } from '../app/measure/on-site/rules/queue.ts';
import type { City } from '../test/support/city.ts';
import { deck, dice } from '../test/support/interruptions.ts';
import { marketDay } from '../test/support/on-site-page.ts';
import { DiskFull, type PocketDevice } from '../test/support/pocket-device.ts';

/** The device is switched off: whatever it was doing ends here, and what was written stays. */
class SwitchedOff extends Error {}

const whileWriting = [
  'switched off after begin',
  'switched off after a change',
  'disk full at a change',
  'written by another page',
] as const;
const onTheWay = [
  'lost',
  'answer lost after commit',
  'arrives twice',
  'arrives twice at the same moment',
  'session ended',
  'server busy',
  'switched off before sending',
  'switched off before the answer is written',
  'disk full when the answer is written',
] as const;
type OnTheWay = (typeof onTheWay)[number];

type Work = {
  readonly city: City;
  readonly device: PocketDevice;
  readonly content: Partial<Content>;
  readonly items: readonly string[];
  readonly seed: number;
};

/**
 * Verifies these instruments with a device without a browser: the same queue and the same records as in one, a disk that is text, and the
 * real server with its database, asked over its own HTTP layer. Every instrument is interrupted once while its record is written and once
 * on its way; answers what happened.
 */
export async function workOnPocketDevice({ city, device, content, items, seed }: Work): Promise<string[]> {
  const roll = dice(seed);
  const [dealWriting, dealWay] = [deck(whileWriting, roll), deck(onTheWay, roll)];
  const played: string[] = [];
  let fate: OnTheWay | undefined;

  const post = (body: object, cookie: string) =>
    city.app.inject({
      method: 'POST',
      url: '/api/on-site/deliveries',
      headers: { cookie, 'idempotency-key': randomUUID(), 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
  const cookie = city.cookieOf('technician');
  const ports: DeliveryPorts = {
    list: async () => device.records(),
    put: async (record, from) => {
      if (fate === 'disk full when the answer is written' && record.state !== 'queued') {
        fate = undefined;
        throw new DiskFull('no room');
      }
      if (fate === 'switched off before the answer is written' && record.state !== 'queued') {
        fate = undefined;
        throw new SwitchedOff();
      }
      return device.write(record, from);
    },
    sendPhotos: async () => undefined,
    async send(sealed): Promise<Answer> {
      const now = fate;
      if (now !== 'disk full when the answer is written' && now !== 'switched off before the answer is written') fate = undefined;
      const body = { id: sealed.delivery, device: device.id, payload: sealed.payload, signature: sealed.signature, photos: [] };
      if (now === 'lost') return { kind: 'network' };
      if (now === 'server busy') return readStatus(503, '');
      if (now === 'switched off before sending') throw new SwitchedOff();
      const answer =
        now === 'arrives twice at the same moment'
          ? ((await Promise.all([post(body, cookie), post(body, cookie)]))[1] as Awaited<ReturnType<typeof post>>)
          : await post(body, now === 'session ended' ? '' : cookie);
      if (now === 'arrives twice') await post(body, cookie);
      if (now === 'answer lost after commit') return { kind: 'network' };
      if (answer.statusCode !== 200) return readStatus(answer.statusCode, answer.body);
      return { kind: 'outcome', outcome: JSON.parse(answer.body) as never };
    },
  };
  const run = async (): Promise<void> => {
    try {
      await runDeliveries(ports);
    } catch (error) {
      if (!(error instanceof SwitchedOff) && !(error instanceof DiskFull)) throw error;
    }
  };

  for (const [index, item] of items.entries()) {
    const job = device.jobs().find((one) => one.item === item);
    if (job === undefined) throw new Error('the job is not on the device');
    const remarks = `第 ${index + 1} 台`;
    const writing = dealWriting();
    played.push(writing);
    let record = device.begin(job, marketDay, content);
    if (writing === 'switched off after begin') record = fromDisk(device, record.id);
    if (writing === 'disk full at a change') {
      device.full = true;
      try {
        device.change(record, { remarks: '没有写入' });
      } catch (error) {
        if (!(error instanceof DiskFull)) throw error;
      }
      device.full = false;
      record = fromDisk(device, record.id);
    }
    if (writing === 'written by another page') {
      const older = record;
      device.change(record, { remarks: '另一页所写' });
      // What the first page writes now is refused, and it goes on from what is there.
      if (device.write({ ...older, revision: older.revision + 1 }, older.revision)) throw new Error('a page has overwritten another');
      record = fromDisk(device, record.id);
    }
    record = device.change(record, { remarks });
    if (writing === 'switched off after a change') record = fromDisk(device, record.id);
    const finished = await device.finish(record);
    fate = dealWay() as OnTheWay;
    played.push(fate);
    await run();
    // Half of them are left in the queue, so that the next run finds several.
    if (roll(2) === 0) await run();
    if (fromDisk(device, finished.id).sealed?.payload !== finished.sealed?.payload) throw new Error('the signed bytes have changed');
  }
  fate = undefined;
  await run();
  return played;
}

function fromDisk(device: PocketDevice, id: string): LocalRecord {
  const record = device.records().find((one) => one.id === id);
  if (record === undefined) throw new Error('the record is not on the disk');
  return record;
}
