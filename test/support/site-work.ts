import assert from 'node:assert/strict';
import { onSiteEndpoints, type Delivery } from '../../app/measure/on-site/contract.ts';
import type { Content, LocalRecord } from '../../app/measure/on-site/rules/local.ts';
import { verificationEndpoints } from '../../app/measure/verification/contract.ts';
import type { StandardChoice } from '../../app/measure/verification/contract/shapes.ts';
import type { City } from './city.ts';
import { openPocketDevice, type PocketDevice } from './pocket-device.ts';
import type { PersonName } from './story.ts';
import { acceptedItem, adopt, designate, equip, example, withoutKind } from './thread.ts';

const { registerDevice, takeAlong, deliverRecord } = onSiteEndpoints;
export const siteDay = '2026-11-23';

export type SiteWork = Awaited<ReturnType<typeof openSiteWork>>;

/** Work on site through the contract, step by step, in a city whose institute may verify scales. */
export async function openSiteWork(city: City) {
  const { weights } = await equip(city);
  await designate(city, 'countyRegulator', '320685', 'instituteManager');
  await adopt(city, { proposer: 'technicalManager', second: 'approver' });
  return siteWorkOf(city, weights);
}

function siteWorkOf(city: City, weights: StandardChoice) {
  async function deviceOf(who: PersonName, name = '手机'): Promise<PocketDevice> {
    const device = await openPocketDevice();
    const { id } = await city.as(who).call(registerDevice, { body: { name, publicKey: device.publicKey } });
    device.registered(id, city.ids[who].person);
    return device;
  }

  async function take(who: PersonName, device: PocketDevice, items: readonly string[]) {
    const numbers = device.numbers();
    const pack = await city.as(who).call(takeAlong, {
      body: {
        device: device.id as never,
        items: items as never,
        kept: [],
        knownNumbers: numbers.map(({ number }) => number),
        freeNumbers: numbers.filter(({ state }) => state === 'free').length,
      },
    });
    device.keepPack(pack);
    return pack;
  }

  const readings = (name = 'pass-initial') => withoutKind(example(name)) as unknown as Pick<Content, 'environment' | 'readings'>;
  const content = (more: Partial<Content> = {}): Partial<Content> => ({
    ...readings(),
    standards: [weights],
    secondPerson: city.ids.checker.person,
    ...more,
  });

  async function finished(device: PocketDevice, item: string, more: Partial<Content> = {}): Promise<LocalRecord> {
    const job = device.jobs().find((one) => one.item === item);
    assert.ok(job);
    return device.finish(device.begin(job, siteDay, content(more)));
  }

  const deliver = (who: PersonName, device: PocketDevice, record: LocalRecord, more: object = {}, key?: string): Promise<Delivery> => {
    assert.ok(record.sealed);
    const { delivery, payload, signature } = record.sealed;
    return city
      .as(who)
      .call(
        deliverRecord,
        { body: { id: delivery as never, device: device.id as never, payload, signature, photos: [], ...more } },
        key === undefined ? {} : { key },
      );
  };

  const numberOf = async (number: string) =>
    city.database.db
      .selectFrom('verificationNumber')
      .select(['fate', 'reason', 'verificationId'])
      .where('number', '=', number)
      .executeTakeFirst();

  /** A scale that the technician has taken along on a device of his own. */
  async function onSite(serial: string, who: PersonName = 'technician') {
    const { item } = await acceptedItem(city, serial);
    const device = await deviceOf(who);
    await take(who, device, [item]);
    return { item, device };
  }

  /** Two technicians were at the same scale: the second delivery meets the record of the first. */
  async function contested(serial: string) {
    const { item } = await acceptedItem(city, serial);
    const device = await deviceOf('technician');
    await take('technician', device, [item]);
    const standing = await city.as('allRounder').call(verificationEndpoints.takeUpItem, { body: { item } });
    const record = await finished(device, item, { remarks: '现场版本' });
    const delivery = await deliver('technician', device, record);
    return { device, record, delivery, standing };
  }

  return { weights, deviceOf, take, readings, content, finished, deliver, numberOf, onSite, contested };
}
