import { Worker } from 'node:worker_threads';
import { verifyAnswer } from '../measure/certificate/command.ts';
import { dayNumber } from '@tongheng/seal/verify/day';
import { unread } from '@tongheng/seal/verify/evidence';
import type { Examination } from '@tongheng/seal/verify/examination';
import { kindOf, largestInput } from '@tongheng/seal/verify/input';
import { answerOf } from '@tongheng/seal/verify/reasons';
import type { Text } from '../kernel/text.ts';
import type { Question, Reply } from './certificate-question.ts';
import { BadInput, type Call, type Command } from './command.ts';
import { given } from './file-command.ts';

/** A certificate is looked at in a few tenths of a second; a file made to exhaust its reader is given up. */
const patienceMilliseconds = 60_000;
const memoryMegabytes = 768;

const isLabelText = (text: string): boolean => /^(?:https?:\/\/[^\s/]+\/q\/)?[0-9]{150,1200}$/i.test(text);

const noCertificate = (file: string, [zh, en]: Text): BadInput => new BadInput([`${file}：${zh}`, `${file}: ${en}`]);

/** Foreign bytes are read in a thread of their own, within time and memory; what it does with them is an answer in any case. */
async function examined(question: Question, file: string): Promise<Examination> {
  const worker = new Worker(new URL('certificate-thread.ts', import.meta.url), {
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    stdout: true,
    stderr: true,
  });
  const reply = await new Promise<Reply | undefined>((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMilliseconds);
    const end = (told?: Reply): void => {
      clearTimeout(timer);
      resolve(told);
    };
    worker.once('message', end);
    worker.once('error', () => end());
    worker.once('exit', () => end());
  });
  await worker.terminate();
  if (reply?.kind === 'examined') return reply.examination;
  if (reply?.kind === 'refused') throw noCertificate(file, reply.text);
  const kind = kindOf(question.bytes);
  return unread(kind === 'pdf' || kind === 'xml' || kind === 'label' ? kind : 'record', answerOf('form.stopped'));
}

function dayOf(call: Call): string {
  const at = call.values['at'];
  if (typeof at !== 'string') return new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  if (dayNumber(at.slice(0, 10)) === undefined) throw new BadInput([`--at 不是日期：${at}`, `--at is not a day: ${at}`]);
  return at;
}

const option = (zh: string, en: string): { readonly type: 'string'; readonly text: Text } => ({ type: 'string', text: [zh, en] });

export const certificateCommands: readonly Command[] = [
  {
    name: 'certificate verify',
    usage: 'certificate verify FILE|CODE',
    summary: [
      '验证证书：PDF、DCC XML、验证包、二维码的照片（PNG）或文字，不联网',
      'verify a certificate: PDF, DCC XML, package, photo (PNG) or text of its QR code; uses no network',
    ],
    options: {
      proof: option('日志证明（.tlog-proof）', 'proof of the transparency log (.tlog-proof)'),
      trust: option('信任名单（trust.json）', 'list of trusted roots (trust.json)'),
      revocations: option('作废名单', 'signed list of revocations'),
      serial: option('器具铭牌上的出厂编号', 'serial number on the instrument'),
      log: option('本地日志副本的文件夹', 'folder of a copy of the log'),
      checkpoint: option('以前保存的日志检查点', 'a checkpoint of the log that was kept earlier'),
      at: option('判断日期 YYYY-MM-DD', 'the day for which it is judged, YYYY-MM-DD'),
    },
    async run(call) {
      const file = given(call, 0, 'FILE');
      const textOf = async (name: string): Promise<string | undefined> => {
        const path = call.values[name];
        return typeof path === 'string' ? call.io.read(path) : undefined;
      };
      const [proof, trust, revocations, knownCheckpoint] = await Promise.all(
        (['proof', 'trust', 'revocations', 'checkpoint'] as const).map((name) => textOf(name)),
      );
      const { serial, log } = call.values;
      const question: Question = {
        name: file,
        // The text of a code is short enough to be given itself.
        bytes: isLabelText(file) ? Buffer.from(file) : await call.io.readBytes(file, largestInput),
        options: {
          at: dayOf(call),
          ...(proof === undefined ? {} : { proof }),
          ...(trust === undefined ? {} : { trust }),
          ...(revocations === undefined ? {} : { revocations }),
          ...(knownCheckpoint === undefined ? {} : { knownCheckpoint }),
          ...(typeof serial === 'string' ? { serial } : {}),
        },
        log: typeof log === 'string' ? log : null,
      };
      const { answer, exitCode, text } = verifyAnswer(await examined(question, file), call.language);
      call.io.out(call.json ? JSON.stringify(answer, null, 2) : text);
      return exitCode;
    },
  },
];
