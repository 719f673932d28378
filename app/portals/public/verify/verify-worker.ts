/** Answers one question about a certificate, away from the page: `Asked` comes in, `Said` goes out. */
import type { Asked, Said } from './conversation.ts';
import { examine } from './examine.ts';

const say = (said: Said): void => self.postMessage(said);

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  examine(data).then(say, (error: unknown) => {
    // A fault of the program, not of the certificate: the page says that it was stopped.
    setTimeout(() => {
      throw error;
    });
  });
});
