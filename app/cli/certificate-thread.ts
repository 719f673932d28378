import { parentPort, workerData } from 'node:worker_threads';
import { InvalidTrust } from '@tongheng/seal/verify/trust';
import { NoCertificate } from '@tongheng/seal/verify/input';
import { answerQuestion, type Question, type Reply } from './certificate-question.ts';

const tell = (reply: Reply): void => parentPort?.postMessage(reply);

try {
  tell({ kind: 'examined', examination: await answerQuestion(workerData as Question) });
} catch (error) {
  if (!(error instanceof NoCertificate) && !(error instanceof InvalidTrust)) throw error;
  tell({ kind: 'refused', text: error.text });
}
