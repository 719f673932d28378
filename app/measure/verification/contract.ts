import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { PersonId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { EditionId } from '../../register/catalogue/contract.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { InstrumentId, InstrumentKind } from '../../register/instrument/contract.ts';
import { RequestId, RequestItemId } from '../request/contract.ts';
import { placeDoneNames, verificationKindNames } from '../request/rules.ts';
import { batchEndpoints } from './contract/batch.ts';
import { calibrationEndpoints } from './contract/calibration.ts';
import { inspectionEndpoints } from './contract/inspection.ts';
import { numberEndpoints } from './contract/number.ts';
import { verificationProblems } from './contract/problems.ts';
import { sessionEndpoints } from './contract/session.ts';
import { Card, Digest, DraftFields, Gate, SessionId, Verification, VerificationId, Version } from './contract/shapes.ts';
import { gateNames } from './rules/gates.ts';
import { networkCheckNames, recordKindNames } from './rules/kind.ts';
import { purposeNames } from './rules/purpose.ts';
import { verificationStatusNames, waitingNames } from './rules/life-cycle.ts';

export { verificationProblems } from './contract/problems.ts';
export { Readings, Verification, VerificationId } from './contract/shapes.ts';

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

const SigningRule = z.object({ approverMayCheck: z.boolean(), documentNumber: z.string().nullable(), at: Instant.nullable() });

const params = z.object({ id: VerificationId });
const reason = z.string().trim().min(2).max(500);
const yesNo = z.enum(['true', 'false']);

export const verificationEndpoints = {
  listWaitingItems: endpoint({
    method: 'GET',
    path: '/verifications/waiting',
    permit: 'verification.read',
    rows: 'own',
    summary: ['已受理、待领取检定的器具', 'Accepted instruments that wait for a technician'],
    query: z.object({ ...listQuery, instrumentKind: InstrumentKind.optional(), request: RequestId.optional() }),
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
      kind: z.enum(recordKindNames).optional(),
      purpose: z.enum(purposeNames).optional(),
      edition: EditionId.optional(),
      session: SessionId.optional(),
      networkCheck: z.enum(networkCheckNames).optional(),
      /** me: what the caller may do something about now. */
      waiting: z.enum(waitingNames).optional(),
      mine: yesNo.optional(),
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
      /** The editions that hold for this instrument on the day of the test, or today. */
      editions: z.array(z.object({ id: EditionId, number: z.string() })),
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
    body: z.object({ item: RequestItemId, session: SessionId.nullable().default(null) }),
    reply: Verification,
    problems: [
      verificationProblems.notAccepted,
      verificationProblems.takenUp,
      verificationProblems.noEdition,
      verificationProblems.noSuchKind,
      verificationProblems.notASession,
    ],
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
      verificationProblems.noSuchKind,
      verificationProblems.notATechnician,
    ],
  }),
  beginInspection: endpoint({
    method: 'POST',
    path: '/verifications/inspections',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['对一台在用器具开始使用中检查', 'Begin the in-use inspection of an instrument'],
    body: z.object({ instrument: InstrumentId, session: SessionId.nullable().default(null) }),
    reply: Verification,
    problems: [
      verificationProblems.notDesignated,
      verificationProblems.noEdition,
      verificationProblems.noSuchKind,
      verificationProblems.notASession,
    ],
  }),
  saveDraft: endpoint({
    method: 'POST',
    path: '/verifications/:id/draft',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['保存录入的读数', 'Save the readings entered so far'],
    params,
    body: z.object(DraftFields),
    reply: z.object({ id: VerificationId, version: Version }),
    problems: [
      verificationProblems.wrongState,
      verificationProblems.notASession,
      verificationProblems.notASecondPerson,
      verificationProblems.unknownStandard,
      verificationProblems.photoDiffers,
    ],
  }),
  chooseEdition: endpoint({
    method: 'POST',
    path: '/verifications/:id/edition',
    permit: 'verification.enter',
    rows: 'own',
    summary: [
      '改用检定日期适用的另一规程版本，两版表格一致的读数保留',
      'Record by another edition that holds on the day of the test; readings stay where the two forms agree',
    ],
    params,
    body: z.object({ version: Version, edition: EditionId }),
    reply: Verification,
    problems: [verificationProblems.notThisEdition, verificationProblems.wrongState],
  }),
  submitVerification: endpoint({
    method: 'POST',
    path: '/verifications/:id/submission',
    permit: 'verification.enter',
    rows: 'own',
    summary: [
      '提交核验：服务器按规程重新计算，与本机结果一致且条件满足才接收',
      'Submit for checking: computed again, received when it agrees and every gate is open',
    ],
    params,
    /** The digest of the result that the submitting device computed: SHA-256 of its canonical JSON (RFC 8785). */
    body: z.object({ version: Version, digest: Digest }),
    reply: Verification,
    problems: [
      verificationProblems.incomplete,
      verificationProblems.differs,
      verificationProblems.gateClosed,
      verificationProblems.photoDiffers,
      verificationProblems.wrongState,
    ],
  }),
  checkVerification: endpoint({
    method: 'POST',
    path: '/verifications/:id/check',
    permit: 'verification.check',
    rows: 'own',
    summary: ['核验通过', 'Check: the record is right'],
    params,
    reply: Verification,
    problems: [verificationProblems.ownRecord, verificationProblems.gateClosed, verificationProblems.wrongState],
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
  concludeInspection: endpoint({
    method: 'POST',
    path: '/verifications/:id/inspection-conclusion',
    permit: 'verification.approve',
    rows: 'own',
    summary: ['批准使用中检查记录，不出具检定证书', 'Approve the record of an in-use inspection; no certificate is issued'],
    params,
    reply: Verification,
    problems: [
      verificationProblems.onlyInspections,
      verificationProblems.gateClosed,
      verificationProblems.ownRecord,
      verificationProblems.checkedByYou,
      verificationProblems.wrongState,
    ],
  }),
  recordNetworkCheck: endpoint({
    method: 'POST',
    path: '/verifications/:id/network-check',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['录入联网核查结果编号', 'Enter the number of the network check’s result'],
    params,
    body: z.object({ number: z.string().trim().min(2).max(80), checkedOn: Day }),
    reply: Verification,
    problems: [verificationProblems.notAwaiting],
  }),
  readGates: endpoint({
    method: 'GET',
    path: '/verifications/:id/gates',
    permit: 'verification.read',
    rows: 'own',
    summary: ['提交或批准的条件逐项核查（以当前登录人为批准人）', 'The conditions for submission or approval, with the caller as approver'],
    params,
    reply: z.object({ gates: z.array(Gate) }),
  }),
  readRawRecord: endpoint({
    method: 'GET',
    path: '/verifications/:id/raw-record',
    permit: 'verification.read',
    rows: 'own',
    summary: ['提交的原始记录及摘要，可据以重新计算', 'The raw record as submitted with its digest, to be computed again by anybody'],
    params,
    query: z.object({ sequence: z.coerce.number().int().min(1).max(100_000).optional() }),
    reply: z.object({
      /** Canonical JSON (RFC 8785); `digest` is its SHA-256. `input` in it is what `tongheng procedure run` takes. */
      record: z.string(),
      digest: Digest,
      sequence: z.number().int(),
      submissions: z.number().int(),
      submittedAt: Instant,
      /** Who checked and approved this digest, and when; of the last submission only. */
      steps: z.array(z.object({ action: z.enum(['check', 'approve']), person: z.string(), at: Instant })),
    }),
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
  ...sessionEndpoints,
  ...numberEndpoints,
  ...batchEndpoints,
  ...inspectionEndpoints,
  ...calibrationEndpoints,
};
