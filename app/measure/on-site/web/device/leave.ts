import { undelivered } from '../../rules/queue.ts';
import { forgetCaller } from '../remembered.ts';
import { openSite } from './site.ts';

/** How many records of this person would be lost with the device. */
export const countUndelivered = async (personId: string): Promise<number> => undelivered(await (await openSite(personId)).list()).length;

/** At the sign-out: what is delivered leaves the device, what is not stays for the same person, and nobody is remembered. */
export async function leaveDevice(personId: string): Promise<void> {
  await (await openSite(personId)).clearDelivered(true);
  await forgetCaller();
}
