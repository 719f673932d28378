/** One of several hands of a long run, in a worker of its own; which hand makes which trials does not change the result. */
import { loadEngine } from '@tongheng/uncertainty/monte-carlo/engine';
import { serveHand, type Question } from '@tongheng/uncertainty/monte-carlo/remote-hand';

const engine = loadEngine();

async function serve(question: Question): Promise<void> {
  await serveHand(await engine, question, (reply, memory) => self.postMessage(reply, { transfer: memory }));
}

self.addEventListener('message', ({ data }: MessageEvent<Question>) => void serve(data));
