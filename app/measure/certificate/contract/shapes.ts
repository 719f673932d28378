import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { id, OrganizationId } from '../../../kernel/id.ts';
import { problems } from '../../../kernel/problem.ts';
import { InstrumentId, InstrumentKind } from '../../../register/instrument/contract.ts';
import { ElectronicSeal } from '../../signing-key/contract.ts';
import { signingKeyProblems } from '../../signing-key/contract/problem.ts';
import { VerificationId } from '../../verification/contract.ts';
import { certificateStandingNames, documentKindNames, replaceableFieldNames } from '../rules.ts';

export const CertificateId = id('certificate');
export const LotId = id('lot of certificates');
export const BundleId = id('bundle of certificates');
export const RecomputationId = id('recomputation');
export const CertificateNumber = z
  .string()
  .regex(/^[0-9A-Z]{12,30}$/)
  .meta({ description: 'number of a certificate or notice, URL-safe ASCII' });
export const Year = z.coerce.number().int().min(2000).max(2200);

export const certificateProblems = problems('certificate', {
  ended: {
    kind: 'conflict',
    text: ['该证书已作废或已被代替', 'The document is revoked or superseded already'],
    next: ['编号不再使用；请查看其经过', 'Its number is not used again; see its history'],
  },
  nothingChanged: {
    kind: 'invalid',
    text: ['更正的内容与原证书相同', 'What was to be corrected says the same as before'],
    next: ['请只填写需要更正的内容；遗失补发则不填', 'Fill in only what differs; leave all empty for a lost document'],
  },
  notSealed: {
    kind: 'conflict',
    text: ['该证书出具于启用签名证书之前，没有签名的电子文件', 'The document was issued before there were signed views'],
    next: ['以纸质证书为准；需要电子文件的，请换发', 'The paper counts; have it reissued if a file is needed'],
  },
  notReserved: {
    kind: 'conflict',
    text: ['编号不在本机构预留而未用的号段中', 'The number is not reserved and free at this institute'],
    next: ['请在编号页查看预留号段', 'See the reserved blocks on the page of numbers'],
  },
  unknownDevice: {
    kind: 'invalid',
    text: ['不是本机构在用的现场设备', 'It is no device for work on site that is in use at this institute'],
    next: ['请从现场设备中选择', 'Choose one of the devices for work on site'],
  },
  emptyLot: {
    kind: 'conflict',
    text: ['没有符合条件、待批准的记录，或数量已变化', 'No checked record fits, or their number has changed'],
    next: ['请刷新后核对数量再批准', 'Reload, look at the number and approve again'],
  },
  notLogged: {
    kind: 'conflict',
    text: ['该证书尚未写入透明日志', 'The certificate has no place in the log yet'],
    next: [
      '通常数秒内写入，请稍后再试；长时间未写入的，请系统管理员查看透明日志',
      'It takes seconds; where it lasts, the administrator looks at the log',
    ],
  },
  notReady: {
    kind: 'conflict',
    text: ['文件尚未生成完毕', 'The file is not ready yet'],
    next: ['请稍候，完成后再下载', 'Wait until it is done'],
  },
  unknownNumbers: {
    kind: 'invalid',
    text: ['所选证书中有不存在或无权查看的编号', 'Some of the chosen numbers are not there for you'],
    next: ['请重新选择', 'Choose again'],
  },
});

/** Why nothing can be signed just now; the certificate itself is issued and kept. */
export const keyProblems = [
  signingKeyProblems.none,
  signingKeyProblems.expired,
  signingKeyProblems.sealedElsewhere,
  signingKeyProblems.deviceFailed,
  signingKeyProblems.noDevice,
  signingKeyProblems.sealFailed,
];

export const Card = z.object({
  id: CertificateId,
  number: CertificateNumber,
  kind: z.enum(documentKindNames),
  /** As it stands today: what is valid and past its last day is expired. */
  status: z.enum(certificateStandingNames),
  instrument: z.object({
    id: InstrumentId,
    kind: InstrumentKind,
    name: z.string(),
    model: z.string(),
    serial: z.string(),
    place: z.string(),
  }),
  holder: z.object({ id: OrganizationId, name: z.string() }),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  verification: VerificationId,
  testedOn: Day,
  issuedOn: Day,
  validUntil: Day.nullable(),
  demonstration: z.boolean(),
});
export type CertificateCard = z.infer<typeof Card>;

export const Certificate = Card.extend({
  checkCode: z.string(),
  /** The whole record in canonical JSON, as it was when issued; `digest` is its SHA-256. */
  record: z.string(),
  digest: z.string(),
  format: z.number().int().meta({ description: 'format of the record; only 3 has signed views' }),
  revocation: z.object({ reason: z.string(), at: Instant }).nullable(),
  replaces: z.object({ number: CertificateNumber, reason: z.string() }).nullable(),
  replacedBy: CertificateNumber.nullable(),
  lot: z.object({ id: LotId, number: z.string() }).nullable(),
  log: z
    .object({ index: z.number().int().nullable(), at: Instant.nullable() })
    .nullable()
    .meta({ description: 'leaf of the transparency log; index null: waits for its place; null: issued before there was a log' }),
  seal: ElectronicSeal.nullable().meta({ description: 'the electronic seal on the PDF; null: none, or the PDF is not made yet' }),
  mayRevoke: z.boolean(),
  mayReplace: z.boolean(),
});

export const numberOf = z.object({ number: CertificateNumber });
export const Replacement = z.object({
  reason: z.string().trim().min(4).max(300),
  /** What of the document's data is corrected; nothing measured, and not the serial number. */
  changes: z.partialRecord(z.enum(replaceableFieldNames), z.string().trim().min(1).max(200)).default({}),
});
export const Reason = z.string().trim().min(4).max(300);
