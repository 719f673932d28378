import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { DeviceId } from '../../on-site/contract.ts';
import { numberFateNames } from '../rules/number.ts';
import { certificateProblems, CertificateNumber, Reason, Year } from './shapes.ts';

const Given = z.object({
  number: CertificateNumber,
  sequence: z.number().int(),
  institute: z.object({ id: OrganizationId, name: z.string() }),
  fate: z.enum(numberFateNames),
  /** What the number was reserved for, in words, and the device that took it along. */
  purpose: z.string().nullable(),
  device: z.string().nullable(),
  reason: z.string().nullable(),
  /** Where the number was told on the site and not used: the document under which the instrument was issued. */
  document: CertificateNumber.nullable(),
  person: z.string().nullable(),
  at: Instant.nullable(),
});

const count = z.number().int();
const which = {
  /** Days on which it was given, reserved, returned or ended last. */
  from: Day.optional(),
  to: Day.optional(),
  year: Year.optional(),
  institute: OrganizationId.optional(),
  fate: z.enum(numberFateNames).optional(),
};

export const numberEndpoints = {
  listCertificateNumbers: endpoint({
    method: 'GET',
    path: '/certificate-numbers',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['一年的证书编号及每个编号的去向', 'Every certificate number of a year and what became of it'],
    query: z.object({ ...listQuery, ...which }),
    reply: pageOf(Given).extend({
      year: count,
      counts: z.record(z.enum(numberFateNames), count),
      institutes: z.array(z.object({ id: OrganizationId, name: z.string() })),
      mayReserve: z.boolean(),
    }),
  }),
  exportCertificateNumbers: endpoint({
    method: 'GET',
    path: '/certificate-numbers/workbook',
    permit: 'certificate.read',
    rows: 'own',
    summary: ['导出一年的证书编号', 'Every certificate number of a year as a table'],
    query: z.object({ ...which, as: z.enum(['xlsx', 'csv']).default('xlsx') }),
    reply: 'file',
  }),
  reserveCertificateNumbers: endpoint({
    method: 'POST',
    path: '/certificate-numbers/blocks',
    permit: 'certificate.number',
    rows: 'own',
    summary: ['预留一段证书编号', 'Reserve a block of certificate numbers'],
    body: z.object({
      count: z.number().int().min(1).max(5000),
      purpose: z.string().trim().min(2).max(200),
      device: z.string().trim().min(1).max(80).nullable().default(null),
      /** A registered device for work on site: its technician takes the numbers along, and documents are issued under them. */
      deviceId: DeviceId.nullable().default(null),
    }),
    reply: z.object({ year: count, from: count, to: count, numbers: z.array(CertificateNumber) }),
    problems: [certificateProblems.unknownDevice],
  }),
  returnCertificateNumbers: endpoint({
    method: 'POST',
    path: '/certificate-numbers/returns',
    permit: 'certificate.number',
    rows: 'own',
    summary: ['退回未用的预留编号并说明理由', 'Return reserved numbers that were not used, with the reason'],
    body: z.object({ numbers: z.array(CertificateNumber).min(1).max(5000), reason: Reason }),
    reply: z.object({ numbers: z.array(CertificateNumber) }),
    problems: [certificateProblems.notReserved],
  }),
};
