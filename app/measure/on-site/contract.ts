import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { FileId, id, OrganizationId, PersonId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { EditionId } from '../../register/catalogue/contract.ts';
import { TimelineEvent } from '../../register/event/contract.ts';
import { InstrumentId, InstrumentKind, Parameters } from '../../register/instrument/contract.ts';
import { RequestItemId } from '../request/contract.ts';
import { networkCheckNames, recordKindNames } from '../verification/rules/kind.ts';
import { Digest, Photo, Readings, Seal, StandardChoice, Texts, VerificationId } from '../verification/contract/shapes.ts';
import { deliveryStateNames, deviceEndingNames, versionOriginNames } from './rules/life-cycle.ts';
import { payloadFormat } from './rules/payload.ts';
import { refusalNames } from './rules/refusals.ts';

export const DeviceId = id('on-site device');
export const DeliveryId = id('on-site delivery');

export const onSiteProblems = problems('onSite', {
  deviceEnded: {
    kind: 'conflict',
    text: ['该设备已停用或已报遗失', 'The device is retired or reported lost'],
    next: ['请在本设备重新登记', 'Register this device anew'],
  },
  keyUnreadable: {
    kind: 'invalid',
    text: ['设备公钥无法识别', 'The public key of the device cannot be read'],
    next: ['请使用受支持的浏览器重新登记', 'Register again with a supported browser'],
  },
  keyTaken: {
    kind: 'conflict',
    text: ['该设备公钥已登记给他人', 'This public key is registered for somebody else'],
    next: ['请在本设备重新生成密钥后登记', 'Make a key of your own on this device and register it'],
  },
  otherContent: {
    kind: 'conflict',
    text: ['同一送达号已用于不同内容', 'This delivery id was used for other content'],
    next: ['请为更正后的记录使用新的送达号', 'Use a delivery id of its own for what was corrected'],
  },
  notTakeable: {
    kind: 'conflict',
    text: ['所选器具中有不能带出的', 'One of the chosen instruments cannot be taken along'],
    next: ['请刷新后重新选择', 'Reload and choose again'],
  },
  notContested: {
    kind: 'conflict',
    text: ['该送达不在待定状态', 'This delivery is not waiting for a decision'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  ownVersion: {
    kind: 'conflict',
    text: ['不能裁定自己所作的版本', 'Nobody decides about a version of their own'],
    next: ['请由本机构另一位负责人裁定', 'Another manager of the institute has to decide'],
  },
  movedOn: {
    kind: 'conflict',
    text: ['系统中的记录已提交，不能改用现场版本', 'The record here is submitted; the version from the site cannot replace it now'],
    next: ['请先由核验员或批准人退回该记录', 'Let the checker or the approver return that record first'],
  },
  labelJustUsed: {
    kind: 'unavailable',
    text: ['合格证或封印号码正在被另一份记录登记', 'The number of a sticker or seal is being recorded elsewhere at this moment'],
    next: ['稍后自动再送', 'It is sent again shortly'],
  },
  deliveredUnfit: {
    kind: 'conflict',
    text: ['现场版本未通过提交前的核查', 'The version from the site does not pass the checks before submission'],
    next: ['请查看未通过的原因', 'See what it does not pass'],
  },
});

const label = z.string().trim().min(1).max(60);
const base64 = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/);

const Device = z.object({
  id: DeviceId,
  name: z.string(),
  person: z.object({ id: PersonId, name: z.string() }),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  registeredAt: Instant,
  ending: z.object({ kind: z.enum(deviceEndingNames), at: Instant, by: z.string(), reason: z.string() }).nullable(),
  deliveries: z.number().int(),
  /** Record numbers that are reserved for it and not used. */
  reserved: z.number().int(),
  mayEnd: z.boolean(),
});
export type Device = z.infer<typeof Device>;

const Names = z.object({ id: z.string(), name: z.string() });

const WrittenFields = {
  testedOn: Day.nullable(),
  environment: Texts,
  readings: Readings,
  standards: z.array(StandardChoice).max(40),
  secondPerson: PersonId.nullable(),
  seals: z.array(Seal).max(40),
  remarks: z.string().trim().max(1000).nullable(),
} as const;

export const Job = z.object({
  item: RequestItemId,
  verification: VerificationId.nullable(),
  /** The save that a draft of one's own rests on. */
  version: z.number().int().nullable(),
  recordNumber: z.string().nullable(),
  edition: EditionId,
  kind: z.enum(recordKindNames),
  instrument: z.object({
    id: InstrumentId,
    kind: InstrumentKind,
    name: z.string(),
    model: z.string(),
    serial: z.string(),
    maker: z.string(),
    place: z.string(),
    parameters: Parameters,
  }),
  holder: Names,
  /** Of the block that the device took along: under it the document will be issued; null or left out: the next of the series. */
  certificateNumber: z.string().nullable().optional(),
  /** What was written into it before, where it is a draft of one's own. */
  draft: z.object(WrittenFields).nullable(),
});
export type Job = z.infer<typeof Job>;

const Pack = z.object({
  takenAt: Instant,
  institute: Names,
  technician: Names,
  jobs: z.array(Job),
  /** Each edition as the institute adopted it: what it entered for open limits, the clauses; `adopted` false: nothing can be issued. */
  editions: z.array(
    z.object({
      id: EditionId,
      number: z.string(),
      adopted: z.boolean(),
      limits: z.record(z.string(), z.string()),
      clauses: z.record(z.string(), z.string()),
    }),
  ),
  standards: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      name: z.string(),
      model: z.string(),
      serial: z.string(),
      range: z.string(),
      roles: z.array(z.string()),
      validUntil: Day.nullable(),
      certificate: z.string().nullable(),
    }),
  ),
  colleagues: z.array(z.object({ id: PersonId, name: z.string() })),
  numbers: z.array(z.string()),
});
export type Pack = z.infer<typeof Pack>;

/** What a device signs, read back from its canonical form. */
export const SignedRecord = z.object({
  format: z.literal(payloadFormat),
  delivery: DeliveryId,
  device: DeviceId,
  technician: PersonId,
  item: RequestItemId,
  verification: VerificationId.nullable(),
  version: z.number().int().nullable(),
  recordNumber: z.string().min(1).max(60),
  edition: EditionId,
  kind: z.enum(recordKindNames),
  nameplate: Parameters,
  adoptedLimits: z.record(z.string().max(120), z.string().max(60)),
  conclusion: z.enum(['pass', 'fail']),
  resultDigest: Digest,
  ...WrittenFields,
  testedOn: Day,
  secondPerson: PersonId,
  photos: z.array(z.object({ path: Photo.shape.path, digest: Digest, type: z.string().max(60), bytes: z.number().int().min(1) })).max(60),
  begunAt: Instant,
  finishedAt: Instant,
  earlier: z.array(DeliveryId).max(50),
});
export type SignedRecord = z.infer<typeof SignedRecord>;

const Refusal = z.object({ code: z.enum(refusalNames), detail: z.tuple([z.string(), z.string()]).readonly().nullable() });

const Delivery = z.object({
  id: DeliveryId,
  state: z.enum(deliveryStateNames),
  refusals: z.array(Refusal),
  recordNumber: z.string().nullable(),
  item: RequestItemId.nullable(),
  verification: VerificationId.nullable(),
  edition: z.string().nullable(),
  conclusion: z.enum(['pass', 'fail']).nullable(),
  testedOn: Day.nullable(),
  instrument: z.object({ name: z.string(), model: z.string(), serial: z.string(), place: z.string() }).nullable(),
  technician: z.object({ id: PersonId, name: z.string() }),
  device: z.object({ id: DeviceId, name: z.string() }),
  deliveredAt: Instant,
  networkCheck: z.enum(networkCheckNames).nullable(),
  decision: z.object({ stands: z.enum(versionOriginNames), reason: z.string(), by: z.string(), at: Instant }).nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

const Version = z.object({
  origin: z.enum(versionOriginNames),
  technician: z.object({ id: PersonId, name: z.string() }),
  status: z.string().nullable(),
  version: z.number().int().nullable(),
  content: z.record(z.string(), z.unknown()),
  at: Instant,
});
export type Version = z.infer<typeof Version>;

const deliveryParams = z.object({ id: DeliveryId });
const reason = z.string().trim().min(2).max(500);

export const onSiteEndpoints = {
  listDevices: endpoint({
    method: 'GET',
    path: '/on-site/devices',
    permit: 'on-site.read',
    rows: 'own',
    summary: ['现场检定设备', 'Devices for work on site'],
    query: z.object({ ...listQuery, mine: z.enum(['true', 'false']).optional() }),
    reply: pageOf(Device),
  }),
  registerDevice: endpoint({
    method: 'POST',
    path: '/on-site/devices',
    permit: 'on-site.work',
    rows: 'own',
    summary: ['登记现场设备的公钥', 'Register the public key of a device'],
    body: z.object({ name: label, publicKey: base64.min(80).meta({ description: 'ECDSA P-256, SubjectPublicKeyInfo (DER) in base64' }) }),
    reply: Device,
    problems: [onSiteProblems.keyUnreadable, onSiteProblems.keyTaken, onSiteProblems.deviceEnded],
  }),
  endDevice: endpoint({
    method: 'POST',
    path: '/on-site/devices/:id/ending',
    permit: 'on-site.read',
    rows: 'own',
    summary: ['设备停用或报遗失', 'Retire a device, or report it lost'],
    params: z.object({ id: DeviceId }),
    body: z.object({ ending: z.enum(deviceEndingNames), reason }),
    reply: Device,
    problems: [onSiteProblems.deviceEnded],
  }),
  takeAlong: endpoint({
    method: 'POST',
    path: '/on-site/takings',
    permit: 'on-site.work',
    rows: 'own',
    summary: [
      '带出：所选器具、规程、标准器与预留记录号',
      'Take along: chosen instruments, procedures, standards and reserved record numbers',
    ],
    body: z.object({
      device: DeviceId,
      items: z.array(RequestItemId).max(100),
      /** What the device has and has not begun; it is brought up to date. */
      kept: z.array(RequestItemId).max(300),
      /** Every number that the device knows, and how many of them are free: none is reserved twice, none is lost with an answer. */
      knownNumbers: z.array(z.string().max(60)).max(1000),
      freeNumbers: z.number().int().min(0).max(1000),
    }),
    reply: Pack,
    problems: [onSiteProblems.deviceEnded, onSiteProblems.notTakeable],
  }),
  returnNumbers: endpoint({
    method: 'POST',
    path: '/on-site/numbers/return',
    permit: 'on-site.work',
    rows: 'own',
    summary: ['退回未用的记录号，或说明为何不用', 'Give back record numbers, or explain why one is not used'],
    body: z.object({
      device: DeviceId,
      numbers: z
        .array(z.object({ number: z.string().min(1).max(60), reason: reason.nullable() }))
        .min(1)
        .max(500),
    }),
    reply: z.object({ returned: z.array(z.string()) }),
  }),
  deliverRecord: endpoint({
    method: 'POST',
    path: '/on-site/deliveries',
    permit: 'on-site.work',
    rows: 'own',
    summary: ['送达一份现场记录（同号同文只办一次）', 'Deliver a record from the site; the same delivery counts once'],
    body: z.object({
      id: DeliveryId,
      device: DeviceId,
      payload: z.string().min(2).max(600_000).meta({ description: 'canonical JSON (RFC 8785) of the record, as it was signed' }),
      signature: z
        .string()
        .max(200)
        .regex(/^[A-Za-z0-9_-]+$/)
        .meta({ description: 'ECDSA P-256 with SHA-256, r and s, base64url' }),
      photos: z.array(z.object({ digest: Digest, file: FileId })).max(60),
    }),
    reply: Delivery,
    problems: [onSiteProblems.otherContent, onSiteProblems.labelJustUsed],
  }),
  listDeliveries: endpoint({
    method: 'GET',
    path: '/on-site/deliveries',
    permit: 'on-site.read',
    rows: 'own',
    summary: ['现场送达', 'Deliveries from the site'],
    query: z.object({
      ...listQuery,
      state: z.enum(deliveryStateNames).optional(),
      mine: z.enum(['true', 'false']).optional(),
      device: DeviceId.optional(),
    }),
    reply: pageOf(Delivery),
  }),
  readDelivery: endpoint({
    method: 'GET',
    path: '/on-site/deliveries/:id',
    permit: 'on-site.read',
    rows: 'own',
    summary: ['一份现场送达：原文、签名与两个版本', 'One delivery: as it was signed, and both versions where two differ'],
    params: deliveryParams,
    reply: Delivery.extend({
      payload: z.string(),
      payloadDigest: z.string(),
      signature: z.string(),
      publicKey: z.string(),
      signatureHolds: z.boolean(),
      versions: z.array(Version),
      mayDecide: z.boolean(),
      timeline: z.array(TimelineEvent),
    }),
  }),
  decideDelivery: endpoint({
    method: 'POST',
    path: '/on-site/deliveries/:id/decision',
    permit: 'on-site.decide',
    rows: 'own',
    summary: ['裁定两个版本中采用哪一个', 'Decide which of two versions stands'],
    params: deliveryParams,
    body: z.object({ stands: z.enum(versionOriginNames), reason }),
    reply: Delivery,
    problems: [
      onSiteProblems.notContested,
      onSiteProblems.ownVersion,
      onSiteProblems.movedOn,
      onSiteProblems.deliveredUnfit,
      onSiteProblems.labelJustUsed,
    ],
  }),
};
