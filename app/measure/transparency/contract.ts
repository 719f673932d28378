import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { platformProblems, problems } from '../../kernel/problem.ts';
import { leafKindNames, witnessProblemNames, witnessStateNames } from './rules.ts';

export const LeafId = id('leaf');
export const WitnessId = id('witness');

export const transparencyProblems = problems('transparency', {
  notBegun: {
    kind: 'notFound',
    text: ['透明日志尚无检查点', 'The log has no checkpoint yet'],
    next: [
      '签发第一份证书后即有；日志密钥须先由系统管理员启用',
      'There is one after the first certificate; the key of the log must be put into use before',
    ],
  },
  notLogged: {
    kind: 'conflict',
    text: ['该条目尚未编入日志', 'The leaf has no place in the log yet'],
    next: ['通常数秒内完成，请稍后再试', 'It takes seconds; try again shortly'],
  },
  vkey: {
    kind: 'invalid',
    text: ['不是有效的见证方公钥', 'Not the verifier key of a witness'],
    next: [
      '公钥形如“名称+编号+公钥”，由见证程序启动时给出，类型须为联署密钥（Ed25519）',
      'A verifier key looks like name+id+key; the program of the witness prints it, and it must be a key for cosignatures (Ed25519)',
    ],
  },
  witnessKnown: {
    kind: 'conflict',
    text: ['该公钥的见证方已登记', 'A witness with this key is recorded already'],
    next: ['请先停用原登记', 'End that record first'],
  },
  witnessAddress: {
    kind: 'invalid',
    text: ['见证方地址不正确', 'The address of the witness is wrong'],
    next: ['填写 http 或 https 地址，不含用户名、查询和锚点', 'Give an http or https address without user name, query or fragment'],
  },
  witnessEnded: {
    kind: 'conflict',
    text: ['该见证方已停用', 'The witness was ended already'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
});

const count = z.number().int().min(0);
const Hash = z.string().meta({ description: 'SHA-256, hexadecimal' });

const Leaf = z.object({
  id: LeafId,
  index: count.nullable().meta({ description: 'place in the log, from 0; null: waits for it' }),
  kind: z.enum(leafKindNames),
  number: z.string(),
  issuer: z.string(),
  institute: z.string().nullable(),
  day: Day,
  recordedAt: Instant,
});

const Cosignature = z.object({ witness: WitnessId, name: z.string(), keeper: z.string(), signedAt: Instant });

const Checkpoint = z.object({
  size: count,
  root: Hash,
  signedAt: Instant,
  note: z.string().meta({ description: 'the signed note with its cosignatures' }),
  cosignatures: z.array(Cosignature),
});

const Witness = z.object({
  id: WitnessId,
  name: z.string(),
  vkey: z.string(),
  url: z.string(),
  keeper: z.string(),
  person: z.string(),
  recordedAt: Instant,
  state: z.enum(witnessStateNames),
  size: count.meta({ description: 'the largest size that it has cosigned' }),
  latest: z.object({ size: count, signedAt: Instant }).nullable(),
  askedAt: Instant.nullable(),
  nextAt: Instant.nullable(),
  failures: count,
  problem: z.enum(witnessProblemNames).nullable(),
  detail: z.string().nullable(),
  ending: z.object({ reason: z.string(), person: z.string(), at: Instant }).nullable(),
});

const shared = { permit: 'transparency.read', rows: 'shared' } as const;

export const transparencyEndpoints = {
  readCheckpoint: endpoint({
    method: 'GET',
    path: '/log/checkpoint',
    atRoot: true,
    permit: 'public',
    rows: 'shared',
    summary: ['透明日志的最新检查点（C2SP tlog-checkpoint）', 'The newest checkpoint of the log (C2SP tlog-checkpoint)'],
    reply: 'file',
    problems: [transparencyProblems.notBegun],
  }),
  readTile: endpoint({
    method: 'GET',
    path: '/log/tile/:tile',
    atRoot: true,
    takesRest: true,
    permit: 'public',
    rows: 'shared',
    summary: [
      '散列瓦片 <L>/<N>[.p/<W>] 与条目包 entries/<N>[.p/<W>]（C2SP tlog-tiles）',
      'Hash tiles <L>/<N>[.p/<W>] and entry bundles entries/<N>[.p/<W>] (C2SP tlog-tiles)',
    ],
    params: z.object({ tile: z.string().max(100) }),
    reply: 'file',
    problems: [platformProblems.notFound],
  }),
  readLog: endpoint({
    ...shared,
    method: 'GET',
    path: '/log',
    summary: ['透明日志的现状', 'How the transparency log stands'],
    reply: z.object({
      origin: z.string().nullable(),
      address: z.string(),
      size: count,
      waiting: count.meta({ description: 'leaves without an index' }),
      waitingSince: Instant.nullable(),
      hasKey: z.boolean().meta({ description: 'whether a key signs checkpoints; without one leaves wait' }),
      checkpoint: Checkpoint.nullable(),
      witnesses: z.array(Witness),
      mayManage: z.boolean(),
    }),
  }),
  listLeaves: endpoint({
    ...shared,
    method: 'GET',
    path: '/log/leaves',
    summary: ['日志条目', 'Leaves of the log'],
    query: z.object({
      q: z.string().trim().max(40).optional().meta({ description: 'certificate number, or how it begins' }),
      kind: z.enum(leafKindNames).optional(),
      issuer: z.string().trim().max(10).optional().meta({ description: 'code of the institute' }),
      from: Day.optional(),
      to: Day.optional(),
      state: z.enum(['logged', 'waiting']).default('logged'),
      limit: listQuery.limit,
      after: listQuery.after,
    }),
    reply: pageOf(Leaf),
  }),
  readLeaf: endpoint({
    ...shared,
    method: 'GET',
    path: '/log/leaves/:id',
    summary: ['一个日志条目', 'One leaf of the log'],
    params: z.object({ id: LeafId }),
    reply: Leaf.extend({
      entry: z.string(),
      leafHash: Hash,
      checkpoint: Checkpoint.omit({ note: true }).nullable().meta({ description: 'of the proof that can be downloaded' }),
    }),
    problems: [platformProblems.notFound],
  }),
  downloadLeafProof: endpoint({
    ...shared,
    method: 'GET',
    path: '/log/leaves/:id/proof',
    summary: ['下载包含证明（C2SP tlog-proof）', 'Download the proof of inclusion (C2SP tlog-proof)'],
    params: z.object({ id: LeafId }),
    reply: 'file',
    problems: [platformProblems.notFound, transparencyProblems.notLogged],
  }),
  addWitness: endpoint({
    method: 'POST',
    path: '/log/witnesses',
    permit: 'transparency.manage',
    rows: 'shared',
    summary: ['登记见证方', 'Record a witness'],
    body: z.object({
      vkey: z.string().trim().min(10).max(400),
      url: z.string().trim().min(8).max(300),
      keeper: z.string().trim().min(2).max(100),
    }),
    reply: Witness,
    problems: [transparencyProblems.vkey, transparencyProblems.witnessKnown, transparencyProblems.witnessAddress],
  }),
  endWitness: endpoint({
    method: 'POST',
    path: '/log/witnesses/:id/ending',
    permit: 'transparency.manage',
    rows: 'shared',
    summary: ['停用见证方', 'End a witness'],
    params: z.object({ id: WitnessId }),
    body: z.object({ reason: z.string().trim().min(2).max(200) }),
    reply: Witness,
    problems: [platformProblems.notFound, transparencyProblems.witnessEnded],
  }),
  askWitness: endpoint({
    method: 'POST',
    path: '/log/witnesses/:id/asking',
    permit: 'transparency.manage',
    rows: 'shared',
    summary: ['立即送见证方联署', 'Ask a witness at once'],
    params: z.object({ id: WitnessId }),
    body: z.object({}),
    reply: Witness,
    problems: [platformProblems.notFound, transparencyProblems.witnessEnded],
  }),
};

export type Leaf = z.infer<typeof Leaf>;
export type Witness = z.infer<typeof Witness>;
