import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId, PersonId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { EditionId } from '../../register/catalogue/contract.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { InstrumentId, InstrumentKind, Parameters } from '../../register/instrument/contract.ts';
import { RequestId, RequestItemId } from '../request/contract.ts';
import { placeDoneNames, verificationKindNames } from '../request/rules.ts';
import { gateNames } from './rules/gates.ts';
import { verificationActionNames, verificationStatusNames } from './rules/life-cycle.ts';

export const VerificationId = id('verification');

export const verificationProblems = problems('verification', {
  notAccepted: {
    kind: 'conflict',
    text: ['申请尚未受理，不能检定', 'The request is not accepted; it cannot be verified yet'],
    next: ['请机构负责人先受理', 'Let the institute manager accept it first'],
  },
  takenUp: {
    kind: 'conflict',
    text: ['该器具已由检定员领取', 'A technician has taken this instrument up already'],
    next: ['请查看已有的检定记录', 'See the existing record'],
  },
  noEdition: {
    kind: 'conflict',
    text: ['今日没有适用于此类器具的规程版本', 'No edition of a procedure holds for this kind of instrument today'],
    next: ['请等待新版规程纳入本系统并采用', 'Wait until the new edition is in this program and adopted'],
  },
  notATechnician: {
    kind: 'invalid',
    text: ['所选人员不是本机构的检定员', 'This person is no technician of the institute'],
    next: ['请选择本机构检定员', 'Choose a technician of the institute'],
  },
  incomplete: {
    kind: 'invalid',
    text: ['记录不完整或有误，不能得出结论', 'The record is incomplete or wrong; nothing can be concluded'],
    next: ['请补全标出的读数', 'Complete the readings that are marked'],
  },
  wrongState: {
    kind: 'conflict',
    text: ['记录当前状态不允许此操作', 'The state of the record does not allow this'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  ownRecord: {
    kind: 'conflict',
    text: ['检定员不能核验或批准自己的记录', 'A technician neither checks nor approves the own record'],
    next: ['请由另一人办理', 'Another person has to do it'],
  },
  checkedByYou: {
    kind: 'conflict',
    text: ['核验员不能批准（本机构未规定可以兼任）', 'The checker does not approve; the institute’s rule does not allow both'],
    next: ['请由另一位授权签字人批准', 'Another approver has to do it'],
  },
  gateClosed: {
    kind: 'conflict',
    text: ['有条件不满足，不能出证', 'A condition is not met; nothing can be issued'],
    next: ['请查看未通过的核查项', 'See the conditions that are not met'],
  },
});

const Texts = z.record(z.string().max(40), z.string().max(60));
export const Readings = z
  .record(z.string().max(40), z.record(z.string().max(40), z.union([z.string().max(60), z.array(Texts).max(60)])))
  .meta({ description: 'readings as typed, by group of the procedure’s form; a group has fields and, where there are columns, `rows`' });
export type Readings = z.infer<typeof Readings>;

const Card = z.object({
  id: VerificationId,
  request: RequestId,
  item: RequestItemId,
  instrument: z.object({
    id: InstrumentId,
    kind: InstrumentKind,
    name: z.string(),
    model: z.string(),
    serial: z.string(),
    maker: z.string(),
    place: z.string(),
  }),
  holder: z.object({ id: OrganizationId, name: z.string() }),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  edition: EditionId,
  editionNumber: z.string(),
  kind: z.enum(verificationKindNames),
  status: z.enum(verificationStatusNames),
  technician: z.object({ id: PersonId, name: z.string() }),
  checker: z.string().nullable(),
  approver: z.string().nullable(),
  testedOn: Day.nullable(),
  conclusion: z.enum(['pass', 'fail']).nullable(),
  certificateNumber: z.string().nullable(),
  begunAt: Instant,
  demonstration: z.boolean(),
});

const Verification = Card.extend({
  nameplate: Parameters,
  environment: Texts,
  readings: Readings,
  standard: z.string().nullable(),
  version: z.number().int(),
  /** What the procedure computed at submission; see packages/procedures. */
  result: z.record(z.string(), z.unknown()).nullable(),
  resultDigest: z.string().nullable(),
  submittedAt: Instant.nullable(),
  checkedAt: Instant.nullable(),
  approvedAt: Instant.nullable(),
  returnReason: z.string().nullable(),
  /** Whether the institute has adopted this edition as this program calculates it; otherwise nothing can be issued. */
  adopted: z.boolean(),
  /** The clause the institute wrote beside each number of the edition when it adopted it. */
  clauses: z.record(z.string(), z.string()),
  allowed: z.array(z.enum(verificationActionNames)),
});
export type Verification = z.infer<typeof Verification>;

const WaitingItem = z.object({
  id: RequestItemId,
  request: RequestId,
  holder: z.string(),
  instrumentKind: InstrumentKind,
  kind: z.enum(verificationKindNames),
  whereDone: z.enum(placeDoneNames),
  instrument: z.object({ id: InstrumentId, name: z.string(), model: z.string(), serial: z.string(), place: z.string() }),
  submittedAt: Instant,
});

const Gate = z.object({ gate: z.enum(gateNames), passed: z.boolean(), found: z.record(z.string(), z.unknown()) });
const SigningRule = z.object({ approverMayCheck: z.boolean(), documentNumber: z.string().nullable(), at: Instant.nullable() });

const params = z.object({ id: VerificationId });
const reason = z.string().trim().min(2).max(500);
const version = z.number().int().min(1);

export const verificationEndpoints = {
  listWaitingItems: endpoint({
    method: 'GET',
    path: '/verifications/waiting',
    permit: 'verification.read',
    rows: 'own',
    summary: ['已受理、待领取检定的器具', 'Accepted instruments that wait for a technician'],
    query: z.object({ ...listQuery }),
    reply: pageOf(WaitingItem),
  }),
  listVerifications: endpoint({
    method: 'GET',
    path: '/verifications',
    permit: 'verification.read',
    rows: 'own',
    summary: ['检定记录', 'Verifications'],
    query: z.object({
      ...listQuery,
      status: z.enum(verificationStatusNames).optional(),
      conclusion: z.enum(['pass', 'fail']).optional(),
      mine: z.enum(['true', 'false']).optional(),
      instrument: InstrumentId.optional(),
    }),
    reply: pageOf(Card),
  }),
  readVerification: endpoint({
    method: 'GET',
    path: '/verifications/:id',
    permit: 'verification.read',
    rows: 'own',
    summary: ['一份检定记录', 'One verification'],
    params,
    reply: Verification.extend({
      gates: z.array(z.object({ gate: z.enum(gateNames), found: z.record(z.string(), z.unknown()), at: Instant })),
      timeline: z.array(TimelineEvent),
    }),
  }),
  takeUpItem: endpoint({
    method: 'POST',
    path: '/verifications',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['检定员领取一台器具', 'A technician takes an instrument up'],
    body: z.object({ item: RequestItemId }),
    reply: Verification,
    problems: [verificationProblems.notAccepted, verificationProblems.takenUp, verificationProblems.noEdition],
  }),
  assignItem: endpoint({
    method: 'POST',
    path: '/verifications/assignment',
    permit: 'verification.manage',
    rows: 'own',
    summary: ['把一台器具分派给检定员', 'Assign an instrument to a technician'],
    body: z.object({ item: RequestItemId, technician: PersonId }),
    reply: Verification,
    problems: [
      verificationProblems.notAccepted,
      verificationProblems.takenUp,
      verificationProblems.noEdition,
      verificationProblems.notATechnician,
    ],
  }),
  saveDraft: endpoint({
    method: 'POST',
    path: '/verifications/:id/draft',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['保存录入的读数', 'Save the readings entered so far'],
    params,
    body: z.object({ version, testedOn: Day.nullable(), environment: Texts, readings: Readings, standard: z.string().max(200).nullable() }),
    reply: z.object({ id: VerificationId, version }),
    problems: [verificationProblems.wrongState],
  }),
  submitVerification: endpoint({
    method: 'POST',
    path: '/verifications/:id/submission',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['提交核验：按规程计算结果与结论', 'Submit for checking: result and conclusion are computed by the procedure'],
    params,
    body: z.object({ version }),
    reply: Verification,
    problems: [verificationProblems.incomplete, verificationProblems.wrongState],
  }),
  checkVerification: endpoint({
    method: 'POST',
    path: '/verifications/:id/check',
    permit: 'verification.check',
    rows: 'own',
    summary: ['核验通过', 'Check: the record is right'],
    params,
    reply: Verification,
    problems: [verificationProblems.ownRecord, verificationProblems.wrongState],
  }),
  returnVerification: endpoint({
    method: 'POST',
    path: '/verifications/:id/return',
    permit: 'verification.check',
    rows: 'own',
    summary: ['核验退回并说明理由', 'The checker returns the record with a reason'],
    params,
    body: z.object({ reason }),
    reply: Verification,
    problems: [verificationProblems.ownRecord, verificationProblems.wrongState],
  }),
  disapproveVerification: endpoint({
    method: 'POST',
    path: '/verifications/:id/disapproval',
    permit: 'verification.approve',
    rows: 'own',
    summary: ['不予批准，退回并说明理由', 'The approver returns the record with a reason'],
    params,
    body: z.object({ reason }),
    reply: Verification,
    problems: [verificationProblems.ownRecord, verificationProblems.wrongState],
  }),
  readGates: endpoint({
    method: 'GET',
    path: '/verifications/:id/gates',
    permit: 'verification.read',
    rows: 'own',
    summary: ['出证条件逐项核查（以当前登录人为批准人）', 'The conditions for issuing, with the caller as approver'],
    params,
    reply: z.object({ gates: z.array(Gate) }),
    problems: [verificationProblems.wrongState],
  }),
  readSigningRule: endpoint({
    method: 'GET',
    path: '/verifications/signing-rule',
    permit: 'verification.read',
    rows: 'own',
    summary: ['本机构的签字规则', 'The institute’s rule for signing'],
    reply: SigningRule,
  }),
  setSigningRule: endpoint({
    method: 'POST',
    path: '/verifications/signing-rule',
    permit: 'verification.manage',
    rows: 'own',
    summary: ['以文件规定批准人可否兼核验员', 'Rule by a document whether the approver may be the checker'],
    body: z.object({ approverMayCheck: z.boolean(), documentNumber: z.string().trim().min(2).max(80) }),
    reply: SigningRule,
  }),
};
