import { certificateEndpoints } from '../../../measure/certificate/contract.ts';
import { comparisonEndpoints } from '../../../measure/comparison/contract.ts';
import { measurementStandardEndpoints } from '../../../measure/measurement-standard/contract.ts';
import { performanceEndpoints } from '../../../measure/measurement-standard/contract/performance.ts';
import { requestEndpoints } from '../../../measure/request/contract.ts';
import { calibrationNoticeDays } from '../../../measure/measurement-standard/rules/validity.ts';
import { requestStates } from '../../../measure/request/rules.ts';
import { standardEndpoints } from '../../../measure/standard/contract.ts';
import { verificationEndpoints } from '../../../measure/verification/contract.ts';
import { catalogueEndpoints } from '../../../register/catalogue/contract.ts';
import { instrumentEndpoints } from '../../../register/instrument/contract.ts';
import { dayOfInstant } from '../../../web/figures.ts';
import { places } from '../places.ts';
import { block, type Block } from './block.ts';

export const ownInstruments = (): Block =>
  block({
    key: 'instruments',
    title: ['计量器具台账', 'Instruments'],
    permit: 'instrument.read',
    endpoint: instrumentEndpoints.listInstruments,
    query: { status: 'in-use' },
    href: places.instruments(''),
    row: (instrument) => ({
      id: instrument.id,
      title: `${instrument.name} ${instrument.model}`,
      note: `${instrument.serial} · ${instrument.place}`,
      href: places.instrument(instrument.id),
    }),
    empty: ['台账里还没有器具', 'The ledger holds no instrument yet'],
    action: { text: ['登记器具', 'Register one'], href: places.instruments('/registration') },
  });

export const requestsIn = (status: 'submitted' | 'accepted' | 'referred', forHolder: boolean): Block =>
  block({
    key: `requests-${status}`,
    title: [`申请：${requestStates[status][0]}`, `Requests: ${requestStates[status][1].toLowerCase()}`],
    permit: 'request.read',
    endpoint: requestEndpoints.listRequests,
    query: { status },
    href: places.requests(`?status=${status}`),
    row: (request) => ({
      id: request.id,
      title: [
        `${request.holder.name} ${request.instrumentCount} 台（件）`,
        `${request.holder.name}, ${request.instrumentCount} ${request.instrumentCount === 1 ? 'instrument' : 'instruments'}`,
      ],
      note: request.institute.name,
      href: places.request(request.id),
    }),
    empty: ['没有', 'None'],
    ...(forHolder && status === 'submitted'
      ? { action: { text: ['申请强制检定', 'Request verification'] as const, href: places.requests('/submission') } }
      : {}),
  });

export const latestCertificates = (): Block =>
  block({
    key: 'certificates',
    title: ['最近的证书与通知书', 'Latest certificates and notices'],
    permit: 'certificate.read',
    endpoint: certificateEndpoints.listCertificates,
    query: {},
    href: places.certificates,
    row: (certificate) => ({
      id: certificate.id,
      title: `${certificate.instrument.name} ${certificate.instrument.serial}`,
      note:
        certificate.validUntil === null
          ? certificate.number
          : [`${certificate.number} · 有效期至 ${certificate.validUntil}`, `${certificate.number} · valid until ${certificate.validUntil}`],
      href: places.certificate(certificate.number),
    }),
    empty: ['还没有出具证书', 'No certificate has been issued yet'],
  });

export const waitingForTechnician = (): Block =>
  block({
    key: 'waiting',
    title: ['待领取检定', 'Waiting to be taken up'],
    permit: 'verification.read',
    endpoint: verificationEndpoints.listWaitingItems,
    query: {},
    href: places.verifications(''),
    row: (item) => ({
      id: item.id,
      title: `${item.instrument.name} ${item.instrument.model}`,
      note: `${item.holder} · ${item.instrument.serial}`,
      href: places.verifications(''),
    }),
    empty: ['没有待领取的器具；受理申请后出现在这里', 'No instrument waits; accepted requests appear here'],
  });

type Waiting = { readonly key: string; readonly title: Block['title']; readonly empty: Block['empty'] };
const verifications = (status: 'drafted' | 'returned' | 'submitted' | 'checked', mine: boolean, { key, title, empty }: Waiting): Block =>
  block({
    key,
    title,
    permit: 'verification.read',
    endpoint: verificationEndpoints.listVerifications,
    query: { status, ...(mine ? { mine: 'true' as const } : {}) },
    href: places.verifications(`?status=${status}${mine ? '&mine=true' : ''}`),
    row: (verification) => ({
      id: verification.id,
      title: `${verification.instrument.name} ${verification.instrument.serial}`,
      note: `${verification.holder.name} · ${verification.editionNumber}`,
      href: places.verification(verification.id),
    }),
    empty,
  });

export const myBench = (): Block[] => [
  verifications('drafted', true, {
    key: 'drafted',
    title: ['我正在录入', 'On my bench'],
    empty: ['没有录入中的记录', 'Nothing is being entered'],
  }),
  verifications('returned', true, {
    key: 'sent-back',
    title: ['退回给我', 'Returned to me'],
    empty: ['没有退回的记录', 'Nothing was returned'],
  }),
];
export const toCheck = (): Block =>
  verifications('submitted', false, {
    key: 'check',
    title: ['待核验', 'To be checked'],
    empty: ['没有待核验的记录', 'Nothing waits to be checked'],
  });
export const toApprove = (): Block =>
  verifications('checked', false, {
    key: 'approve',
    title: ['待批准', 'To be approved'],
    empty: ['没有待批准的记录', 'Nothing waits for approval'],
  });

export const adoptionsToConfirm = (): Block =>
  block({
    key: 'adoptions',
    title: ['待确认的规程采用', 'Adoptions to be confirmed'],
    permit: 'catalogue.read',
    endpoint: catalogueEndpoints.listAdoptions,
    query: { status: 'proposed' },
    href: places.editions,
    row: (adoption) => ({ id: adoption.id, title: adoption.edition, note: adoption.institute.name, href: places.adoption(adoption.id) }),
    empty: ['没有待确认的采用', 'No adoption waits'],
  });

/** Measurement standards whose re-examination is to be applied for, or should have been. */
export const renewals = (renewal: 'due' | 'late'): Block =>
  block({
    key: `renewal-${renewal}`,
    title:
      renewal === 'late'
        ? ['计量标准复查逾期未申请', 'Re-examinations not applied for in time']
        : ['计量标准应申请复查', 'Re-examinations to be applied for'],
    permit: 'measurement-standard.read',
    endpoint: measurementStandardEndpoints.listMeasurementStandards,
    query: { renewal },
    href: `/desk/measurement-standards?renewal=${renewal}`,
    row: ({ id, name, applyBy, validUntil }) => ({
      id,
      title: name,
      note: [`${applyBy ?? ''} 前申请，有效期至 ${validUntil ?? ''}`, `apply by ${applyBy ?? ''}, valid until ${validUntil ?? ''}`],
      href: `/desk/measurement-standards/${id}`,
    }),
    empty: ['没有', 'None'],
    urgent: true,
  });

/** Standards whose certificate ends soon or has ended. */
export const calibrationsDue = (): Block =>
  block({
    key: 'calibrations-due',
    title: [`标准器 ${calibrationNoticeDays} 日内到期`, `Standards due within ${calibrationNoticeDays} days`],
    permit: 'standard.read',
    endpoint: standardEndpoints.listStandards,
    query: { dueWithin: calibrationNoticeDays },
    href: `/desk/standards?dueWithin=${calibrationNoticeDays}`,
    row: ({ id, name, number, certificate }) => ({
      id,
      title: `${name} ${number}`,
      note: [`证书有效期至 ${certificate.validUntil}`, `certificate valid until ${certificate.validUntil}`],
      href: `/desk/standards/${id}`,
    }),
    empty: ['没有', 'None'],
  });

/** Mandatory rounds of comparison that have nothing of the institute, and corrective action that it owes. */
export const comparisonStanding = (what: 'missing' | 'open'): Block =>
  block({
    key: `comparison-${what}`,
    title:
      what === 'missing'
        ? ['应参加而无结果的计量比对', 'Mandatory comparisons without a result']
        : ['计量比对整改未办结', 'Corrective action of comparisons open'],
    permit: 'comparison.read',
    endpoint: comparisonEndpoints.listComparisonStandings,
    query: { [what]: 'true' },
    href: `/desk/comparisons/standings?${what}=true`,
    row: ({ comparison, organization, openedAt }) => ({
      id: `${comparison.id} ${organization.id}`,
      title: comparison.title,
      note: `${organization.name} · ${dayOfInstant(openedAt)}`,
      href: `/desk/comparisons/${comparison.id}`,
    }),
    empty: ['没有', 'None'],
    urgent: true,
  });

/** Tests of measurement standards that were not met and are not settled, or are overdue. */
export const performanceDuties = (state: 'open-finding' | 'overdue'): Block =>
  block({
    key: `performance-${state}`,
    title:
      state === 'overdue'
        ? ['性能考核已超期', 'Tests of measurement standards overdue']
        : ['性能考核不符合项', 'Tests not met, to be settled'],
    permit: 'measurement-standard.read',
    endpoint: performanceEndpoints.listPerformanceDuties,
    query: { state },
    href: `/desk/performance-duties?state=${state}`,
    row: (duty) => ({
      id: duty.id,
      title: `${duty.measurementStandard.name} · ${duty.subject}`,
      ...(duty.due === null ? {} : { note: duty.due }),
      href: `/desk/measurement-standards/${duty.measurementStandard.id}/performance${duty.record === null ? '' : `/${duty.record}`}`,
    }),
    empty: ['没有', 'None'],
    urgent: true,
  });
