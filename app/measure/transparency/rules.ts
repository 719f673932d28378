import type { LeafKind } from '@tongheng/seal/leaf';
import type { Text } from '../../kernel/text.ts';

/** What a leaf says of a certificate. */
export const leafKindWords: Readonly<Record<LeafKind, Text>> = {
  issued: ['签发', 'Issued'],
  replaced: ['代替', 'Replaced'],
  revoked: ['作废', 'Revoked'],
  amended: ['更正', 'Amended'],
};
export const leafKindNames = Object.keys(leafKindWords) as LeafKind[];

/** Why a witness gave no cosignature, in words for whoever runs the log. */
export const witnessProblems = {
  unreachable: ['无法连接', 'not reachable'],
  slow: ['未在时限内答复', 'did not answer in time'],
  'unknown-log': ['见证方未登记本日志', 'it does not know this log'],
  'refused-key': ['见证方不承认本日志的签名密钥', 'it does not accept the key of this log'],
  forked: ['见证方所见的日志与本日志不一致', 'it has seen another log under this name'],
  'wrong-signature': ['联署与登记的公钥不符', 'its cosignature is not by the key recorded'],
  unreadable: ['答复不符合规范', 'its answer is not in the form of the protocol'],
} as const satisfies Readonly<Record<string, Text>>;
export type WitnessProblem = keyof typeof witnessProblems;
export const witnessProblemNames = Object.keys(witnessProblems) as WitnessProblem[];

/** What else to do than wait: who has to act, and how. */
export const witnessNext: Readonly<Record<WitnessProblem, Text>> = {
  unreachable: ['系统将自动重试；持续出现时请核对地址和网络', 'It is tried again by itself; if it persists check address and network'],
  slow: ['系统将自动重试', 'It is tried again by itself'],
  'unknown-log': ['请见证方登记本日志的名称和公钥', 'Ask its keeper to record the name and key of this log'],
  'refused-key': ['请见证方核对本日志的公钥', 'Ask its keeper to check the key of this log'],
  forked: [
    '请立即停止签发并查明：日志曾被改写、从旧备份恢复，或名称被他人使用',
    'Stop issuing and find out: the log was rewritten or restored from an old backup, or somebody else uses its name',
  ],
  'wrong-signature': ['请与见证方核对公钥；勿采信其联署', 'Check its key with its keeper; do not rely on its cosignatures'],
  unreadable: ['请核对地址是否为见证方的提交地址', 'Check that the address is where the witness takes checkpoints'],
};

/** Those that waiting does not mend. */
const wrong: readonly WitnessProblem[] = ['forked', 'wrong-signature', 'refused-key', 'unknown-log', 'unreadable'];

export const witnessStates = {
  cosigned: ['已联署', 'Cosigned'],
  waiting: ['待联署', 'To be cosigned'],
  failing: ['暂时未答复', 'Not answering'],
  wrong: ['答复有误', 'Answers wrongly'],
  ended: ['已停用', 'Ended'],
} as const satisfies Readonly<Record<string, Text>>;
export type WitnessState = keyof typeof witnessStates;
export const witnessStateNames = Object.keys(witnessStates) as WitnessState[];

export type WitnessFacts = {
  readonly ended: boolean;
  readonly problem: WitnessProblem | null;
  /** The largest size that it cosigned. */
  readonly size: number;
};

/** How a witness stands to a log of this size. */
export function stateOfWitness({ ended, problem, size }: WitnessFacts, logSize: number): WitnessState {
  if (ended) return 'ended';
  if (problem !== null) return wrong.includes(problem) ? 'wrong' : 'failing';
  return logSize > 0 && size >= logSize ? 'cosigned' : 'waiting';
}

/** Seconds until a witness is asked again after so many failures: half a minute, doubled each time, an hour at most. */
export const secondsUntilRetry = (failures: number): number => Math.min(30 * 2 ** Math.max(0, failures - 1), 3600);

/** Below the public address of the city (C2SP tlog-tiles). */
export const checkpointPath = '/log/checkpoint';
