import { isAbsolute, resolve } from 'node:path';
import { InvalidLog } from '@tongheng/seal/log/invalid-log';
import { printVerifierKey } from '@tongheng/seal/log/verifier-key';
import { inLanguage, type Text } from '../kernel/text.ts';
import { claimFolder } from '../platform/postgres/folder-claim.ts';
import { BadInput, type Call, type Command } from './command.ts';
import { given } from './file-command.ts';
import { keysOf } from './log.ts';
import { createWitnessServer } from './witness-server.ts';
import { makeWitness, WitnessState } from './witness-state.ts';

const folderOf = ({ values }: Call): string => {
  const folder = String(values['data'] ?? '.witness');
  return isAbsolute(folder) ? folder : resolve(folder);
};
const dataOption = {
  type: 'string',
  text: ['见证方的目录（密钥与记录），默认 .witness', 'folder of the witness, its key and its memory; .witness by default'],
} as const;

function portOf(value: unknown): number {
  const port = Number(value ?? 8090);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new BadInput([`端口不正确：${String(value)}`, `Not a port: ${String(value)}`]);
}

const outcomes: Readonly<Record<number, Text>> = {
  200: ['已联署', 'cosigned'],
  422: [
    '拒绝：不延续已见证的日志，请求已存入 evidence 目录',
    'refused: it does not continue what was witnessed; kept in the folder evidence',
  ],
};

async function serve(call: Call): Promise<0> {
  const { language, io, values } = call;
  const say = (text: Text): string => inLanguage(text, language);
  const { keys: logKeys, places } = keysOf(call, 'log');
  if (places.length > 0) throw new BadInput([`多余的参数：${places.join(' ')}`, `More than was asked for: ${places.join(' ')}`]);
  if (logKeys.length === 0) throw new BadInput(['缺少 --log：要见证的日志的公钥', '--log is missing: the key of a log to witness']);
  if (logKeys.some(({ kind }) => kind !== 'ed25519'))
    throw new BadInput(['--log 应为日志的公钥，不是见证方的', '--log takes keys of logs, not of witnesses']);
  const [folder, port, host] = [folderOf(call), portOf(values['port']), String(values['host'] ?? '127.0.0.1')];
  // First read: a folder without a witness is told as such, and is not claimed.
  void new WitnessState(folder);
  const giveBack = claimFolder(folder);
  try {
    const state = new WitnessState(folder);
    const now = (): number => Math.floor(Date.now() / 1000);
    const tell = (origin: string, size: number, status: number): void =>
      io.error(`${new Date().toISOString()} ${origin} ${size} ${say(outcomes[status] ?? [String(status), String(status)])}`);
    const failed = (error: unknown): void =>
      io.error(`${new Date().toISOString()} ${error instanceof Error ? error.message : String(error)}`);
    const server = createWitnessServer({ state, logKeys, now, tell }, failed);
    await new Promise<void>((done, refused) => {
      server.once('error', refused);
      server.listen(port, host, done);
    });
    const address = server.address();
    const taken = typeof address === 'object' && address !== null ? address.port : port;
    const shownHost = host.includes(':') ? `[${host}]` : host;
    io.out(`${say(['见证方已启动', 'The witness is running'])}: http://${shownHost}:${taken}`);
    io.out(printVerifierKey(state.key));
    for (const { name } of logKeys) io.out(`${say(['见证', 'witnesses'])} ${name} ${state.find(name)?.size ?? 0}`);
    await new Promise<void>((done) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
    });
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    return 0;
  } finally {
    giveBack();
  }
}

export const witnessCommands: readonly Command[] = [
  {
    name: 'witness key',
    usage: 'witness key NAME [--data DIR]',
    summary: [
      '新建见证方：生成密钥与空的记录，打印其公钥；NAME 用网址形式，如 witness.example.org',
      'make a witness: its key and an empty memory; prints its public key. NAME like an address, such as witness.example.org',
    ],
    options: { data: dataOption },
    run(call) {
      try {
        const key = printVerifierKey(makeWitness(folderOf(call), given(call, 0, 'NAME')));
        call.io.out(call.json ? JSON.stringify({ key, folder: folderOf(call) }) : key);
        return Promise.resolve(0);
      } catch (error) {
        if (error instanceof InvalidLog) throw new BadInput(error.text);
        throw error;
      }
    },
  },
  {
    name: 'witness',
    usage: 'witness --log VKEY… [--data DIR] [--port N]',
    summary: [
      '运行日志见证方（C2SP tlog-witness）：只为延续已见证内容的检查点联署',
      'run a witness of logs (C2SP tlog-witness): cosigns only checkpoints that continue what it has seen',
    ],
    options: {
      log: { type: 'string', multiple: true, text: ['要见证的日志的公钥，可多个', 'key of a log to witness; several may follow'] },
      data: dataOption,
      port: { type: 'string', text: ['端口，默认 8090；0 为任意空闲端口', 'port, 8090 by default; 0 for any that is free'] },
      host: { type: 'string', text: ['监听地址，默认 127.0.0.1', 'address to listen on, 127.0.0.1 by default'] },
    },
    run: serve,
  },
];
