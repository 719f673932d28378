import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id } from '../../../kernel/id.ts';
import { platformProblems, problems } from '../../../kernel/problem.ts';
import { certificateKindNames } from '../rules.ts';
import { findingTexts, signatureStateNames, type FindingCode } from '../rules/foreign.ts';
import { standardProblems } from './problems.ts';
import { StandardId } from './shapes.ts';

export const ForeignCertificateId = id('foreign certificate');

/** As large as the reader of such files goes. */
export const largestForeignBytes = 16 * 1024 * 1024;

export const foreignProblems = problems('standard', {
  foreignUnreadable: {
    kind: 'invalid',
    text: ['文件不是可读的数字校准证书（DCC）', 'The file is no digital calibration certificate that can be read'],
    next: [
      '请向校准机构索取 DCC 原始 XML 文件；纸质证书请手工登记',
      'Ask the laboratory for the XML itself; enter a paper certificate by hand',
    ],
  },
  foreignBroken: {
    kind: 'conflict',
    text: ['签名不符，不能采信', 'Its signature is broken: it is not accepted'],
    next: ['请向校准机构重新索取文件并核对是否被改动', 'Ask the laboratory for the file again, and whether it was changed'],
  },
  foreignDemonstration: {
    kind: 'conflict',
    text: ['演示证书不能作为溯源依据', 'A demonstration is no evidence of traceability'],
    next: ['请使用正式的校准证书', 'Use a real certificate'],
  },
  foreignReason: {
    kind: 'invalid',
    text: ['需要书面理由', 'A written reason is needed'],
    next: ['请写明如何确认文件来自该校准机构、属于该标准器', 'Write how you know that it is from the laboratory and about this standard'],
  },
  foreignAccepted: {
    kind: 'conflict',
    text: ['该文件已采信', 'The file has been accepted already'],
    next: ['请查看标准器的证书', 'See the certificates of the standard'],
  },
  foreignPoint: {
    kind: 'invalid',
    text: ['所选测量点不能使用', 'The chosen point cannot be used'],
    next: [
      '请选择有 U、k 和可识别单位的测量点，或填写准确度等级',
      'Choose a point with U, k and a known unit, or write the accuracy class',
    ],
  },
});

const Point = z.object({
  index: z.number().int(),
  table: z.string(),
  quantity: z.string(),
  at: z.string(),
  value: z.string(),
  unit: z.string(),
  unitKnown: z.boolean(),
  uncertainty: z.string(),
  coverageFactor: z.string().nullable(),
  probability: z.string().nullable(),
  usable: z.boolean(),
});

const Signature = z.object({
  state: z.enum(signatureStateNames),
  reason: z.string(),
  signer: z.string().nullable(),
  signerIssuer: z.string().nullable(),
  claimedTime: z.string().nullable(),
});

export const ForeignCard = z.object({
  id: ForeignCertificateId,
  file: z.object({ name: z.string(), digest: z.string(), sizeBytes: z.number().int() }),
  identifier: z.string(),
  laboratory: z.string(),
  version: z.string(),
  signature: Signature,
  acceptance: z.object({ number: z.string(), reason: z.string().nullable(), person: z.string(), at: Instant }).nullable(),
  person: z.string(),
  at: Instant,
});
export type ForeignCard = z.infer<typeof ForeignCard>;

const ForeignCertificate = ForeignCard.extend({
  standard: z.object({ id: StandardId, name: z.string(), number: z.string(), serial: z.string() }),
  /** What the document says, in the language that was asked for where it has it. */
  says: z.object({
    address: z.string(),
    customer: z.string(),
    items: z.array(
      z.object({ name: z.string(), manufacturer: z.string().nullable(), model: z.string().nullable(), numbers: z.array(z.string()) }),
    ),
    begun: z.string().nullable(),
    ended: z.string().nullable(),
    issued: z.string().nullable(),
    methods: z.array(z.string()),
    conditions: z.array(z.string()),
    equipment: z.array(z.string()),
    statements: z.array(z.string()),
    persons: z.array(z.string()),
  }),
  points: z.array(Point),
  span: z.string().nullable(),
  /** The point that is offered first; null: none can be taken. */
  suggested: z.number().int().nullable(),
  findings: z.array(z.object({ code: z.enum(Object.keys(findingTexts) as [FindingCode, ...FindingCode[]]), text: z.string() })),
  reasonNeeded: z.boolean(),
  mayAccept: z.boolean(),
});
export type ForeignCertificate = z.infer<typeof ForeignCertificate>;

const params = z.object({ id: StandardId });
const foreign = params.extend({ foreign: ForeignCertificateId });

export const foreignEndpoints = {
  listForeignCertificates: endpoint({
    method: 'GET',
    path: '/standards/:id/foreign-certificates',
    permit: 'standard.read',
    rows: 'own',
    summary: ['为标准器提交的数字校准证书（DCC）', 'Digital calibration certificates that were uploaded for a standard'],
    params,
    reply: z.object({ items: z.array(ForeignCard), mayOffer: z.boolean() }),
  }),
  offerForeignCertificate: endpoint({
    method: 'POST',
    path: '/standards/:id/foreign-certificates',
    permit: 'standard.manage',
    rows: 'own',
    summary: [
      '提交数字校准证书（DCC）文件，核验签名并显示内容',
      'Upload a digital calibration certificate: its signature is checked and its contents shown',
    ],
    params,
    query: z.object({ name: z.string().trim().min(1).max(200) }),
    uploadBytes: largestForeignBytes,
    reply: ForeignCertificate,
    problems: [foreignProblems.foreignUnreadable, standardProblems.wrongState, platformProblems.tooLarge],
  }),
  readForeignCertificate: endpoint({
    method: 'GET',
    path: '/standards/:id/foreign-certificates/:foreign',
    permit: 'standard.read',
    rows: 'own',
    summary: ['一份数字校准证书的内容与签名', 'One digital calibration certificate: what it says, and its signature'],
    params: foreign,
    reply: ForeignCertificate,
  }),
  downloadForeignCertificate: endpoint({
    method: 'GET',
    path: '/standards/:id/foreign-certificates/:foreign/file',
    permit: 'standard.read',
    rows: 'own',
    summary: ['下载数字校准证书原文件', 'The file itself, as it was uploaded'],
    params: foreign,
    reply: 'file',
  }),
  acceptForeignCertificate: endpoint({
    method: 'POST',
    path: '/standards/:id/foreign-certificates/:foreign/acceptance',
    permit: 'standard.manage',
    rows: 'own',
    summary: ['采信并登记为标准器的证书', 'Accept it: it becomes the certificate of the standard'],
    params: foreign,
    body: z.object({
      kind: z.enum(certificateKindNames).default('calibration'),
      point: z.number().int().min(0).max(499).nullable().default(null).meta({ description: 'whose U is taken; null: the accuracy class' }),
      accuracyClass: z.string().trim().min(1).max(40).nullable().default(null),
      validUntil: Day,
      reason: z.string().trim().min(4).max(300).nullable().default(null),
    }),
    reply: ForeignCertificate,
    problems: [
      foreignProblems.foreignBroken,
      foreignProblems.foreignDemonstration,
      foreignProblems.foreignReason,
      foreignProblems.foreignAccepted,
      foreignProblems.foreignPoint,
      standardProblems.certificateTaken,
      standardProblems.certificateWrong,
      standardProblems.wrongState,
    ],
  }),
};
