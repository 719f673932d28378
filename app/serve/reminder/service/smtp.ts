import { createTransport } from 'nodemailer';
import type { Adapter, Outgoing } from './delivery.ts';

const patience = 20_000;

const addressOf = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from;

/**
 * E-mail by SMTP. The Message-ID comes from the message and stays the same when a try is repeated, since nobody knows after a broken
 * connection whether the server had taken it: delivery is at least once, and a mailbox may see that two are one.
 */
export function smtpAdapter({ url, from }: { readonly url: string; readonly from: string }): Adapter {
  const { host } = new URL(url);
  const domain = addressOf(from).split('@')[1] ?? 'localhost';
  const send = async ({ id, to, title, text, unsubscribe }: Outgoing): Promise<void> => {
    const transport = createTransport({ url, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience });
    try {
      await transport.sendMail({
        from,
        to: [{ name: '', address: to }],
        subject: title,
        text,
        messageId: `<${id}@${domain}>`,
        disableFileAccess: true,
        disableUrlAccess: true,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(unsubscribe === undefined ? {} : { list: { unsubscribe } }),
      });
    } finally {
      transport.close();
    }
  };
  return { name: 'smtp', server: host, send };
}
