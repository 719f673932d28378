import type { Adapter } from './delivery.ts';

/**
 * SMS through a gateway of the city: POST of {id, to, text} as JSON with a bearer token; 2xx means that it was taken over, and the same id
 * is the same message. Operators' own forms are translated by a small relay on their side; none is claimed here.
 */
export function smsAdapter({ url, token }: { readonly url: string; readonly token: string | undefined }): Adapter {
  return {
    name: 'http',
    server: new URL(url).host,
    async send({ id, to, text }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ id, to, text }),
        redirect: 'error',
        signal: AbortSignal.timeout(20_000),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
    },
  };
}
