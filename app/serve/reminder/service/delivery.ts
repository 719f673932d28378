import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SentChannel } from '../rules.ts';

/** One text for one person. `id` stays the same however often it is tried. */
export type Outgoing = {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  readonly text: string;
  readonly unsubscribe?: string;
};

/** A way out of the house. It resolves when the server has taken the message over, and throws otherwise. */
export type Adapter = {
  readonly name: 'smtp' | 'http' | 'recorded';
  /** The server that is asked, without any secret; null where nothing leaves. */
  readonly server: string | null;
  readonly send: (message: Outgoing) => Promise<void>;
};

/** Stands where nothing is configured: the message stays in the list as it would have been sent. */
export const recorder: Adapter = { name: 'recorded', server: null, send: () => Promise.resolve() };

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The adapters by the environment of the process; a demonstration sends nothing, whatever is configured.
 * TONGHENG_SMTP_URL and TONGHENG_MAIL_FROM for e-mail, TONGHENG_SMS_URL and TONGHENG_SMS_TOKEN for SMS.
 */
export async function adapterFor(channel: SentChannel, environment: Environment, demonstration: boolean): Promise<Adapter> {
  if (demonstration) return recorder;
  if (channel === 'email') {
    const { TONGHENG_SMTP_URL: url, TONGHENG_MAIL_FROM: from } = environment;
    if (url === undefined || url === '' || from === undefined || from === '') return recorder;
    return (await import('./smtp.ts')).smtpAdapter({ url, from });
  }
  const { TONGHENG_SMS_URL: url, TONGHENG_SMS_TOKEN: token } = environment;
  if (url === undefined || url === '') return recorder;
  return (await import('./sms-gateway.ts')).smsAdapter({ url, token: token === '' ? undefined : token });
}

const signature = (secret: string, personId: string): Buffer =>
  createHmac('sha256', secret).update(`unsubscribe ${personId}`).digest().subarray(0, 18);

/** What stands in the link of an e-mail: whose it is, signed, so that nobody stops another's reminders. */
export const unsubscribeToken = (secret: string, personId: string): string =>
  `${personId}.${signature(secret, personId).toString('base64url')}`;

/** The person of a token that this city has signed; undefined for any other text. */
export function personOfToken(secret: string, token: string): string | undefined {
  const [, personId, given] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([\w-]{24})$/.exec(token) ?? [];
  if (personId === undefined || given === undefined) return undefined;
  return timingSafeEqual(Buffer.from(given, 'base64url'), signature(secret, personId)) ? personId : undefined;
}
