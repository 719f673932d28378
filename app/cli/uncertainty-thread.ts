import { parentPort } from 'node:worker_threads';
import { loadEngine } from '@tongheng/uncertainty/monte-carlo/engine';
import { serveHand, type Question } from '@tongheng/uncertainty/monte-carlo/remote-hand';

const engine = await loadEngine();
parentPort?.on(
  'message',
  (question: Question) => void serveHand(engine, question, (reply, memory) => parentPort?.postMessage(reply, memory)),
);
