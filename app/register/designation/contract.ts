import { z } from 'zod';
import { Day } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { instrumentKindNames } from '../catalogue/rules/kinds.ts';

export const DesignationId = id('designation');
const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });
const InstrumentKind = z.enum(instrumentKindNames);

export const designationProblems = problems('designation', {
  designatedAlready: {
    kind: 'conflict',
    text: ['该区划的此类器具已有指定机构', 'An institute is designated for this region and kind already'],
    next: ['请先以文件终止原指定', 'End the present designation by a document first'],
  },
  ended: {
    kind: 'conflict',
    text: ['该指定已终止', 'The designation has ended'],
    next: ['请查看现行指定', 'See the present designation'],
  },
  notAnInstitute: {
    kind: 'invalid',
    text: ['所选单位不是检定机构', 'This organization is no verification institute'],
    next: ['请选择检定机构或授权企业', 'Choose an institute or an authorised company'],
  },
});

const Designation = z.object({
  id: DesignationId,
  region: Region,
  instrumentKind: InstrumentKind,
  institute: z.object({ id: OrganizationId, name: z.string() }),
  documentNumber: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  authority: z.string(),
  ending: z.object({ documentNumber: z.string(), reason: z.string() }).nullable(),
  demonstration: z.boolean(),
  mayEnd: z.boolean(),
});
export type Designation = z.infer<typeof Designation>;

const documentNumber = z.string().trim().min(2).max(80).meta({ description: 'document number, such as 甲市监〔2026〕3号' });

export const designationEndpoints = {
  listDesignations: endpoint({
    method: 'GET',
    path: '/designations',
    permit: 'designation.read',
    rows: 'shared',
    summary: ['强制检定指定', 'Designations for compulsory verification'],
    query: z.object({
      ...listQuery,
      region: Region.optional(),
      instrumentKind: InstrumentKind.optional(),
      ended: z.enum(['true', 'false']).optional(),
    }),
    reply: pageOf(Designation),
  }),
  designateInstitute: endpoint({
    method: 'POST',
    path: '/designations',
    permit: 'designation.record',
    rows: 'own',
    summary: ['以文件指定检定机构', 'Designate an institute by a document'],
    body: z.object({ region: Region, instrumentKind: InstrumentKind, instituteId: OrganizationId, documentNumber, validFrom: Day }),
    reply: Designation,
    problems: [designationProblems.designatedAlready, designationProblems.notAnInstitute],
  }),
  designateForKinds: endpoint({
    method: 'POST',
    path: '/designation-documents',
    permit: 'designation.record',
    rows: 'own',
    summary: ['以一份文件就多个种类指定检定机构', 'Designate an institute for several kinds of instruments by one document'],
    body: z.object({
      region: Region,
      instrumentKinds: z.array(InstrumentKind).min(1).max(60),
      instituteId: OrganizationId,
      documentNumber,
      validFrom: Day,
    }),
    reply: z.object({ items: z.array(Designation) }),
    problems: [designationProblems.designatedAlready, designationProblems.notAnInstitute],
  }),
  endDesignation: endpoint({
    method: 'POST',
    path: '/designations/:id/ending',
    permit: 'designation.record',
    rows: 'own',
    summary: ['以文件终止指定', 'End a designation by a document'],
    params: z.object({ id: DesignationId }),
    body: z.object({ lastDay: Day, documentNumber, reason: z.string().trim().min(2).max(300) }),
    reply: Designation,
    problems: [designationProblems.ended],
  }),
};
