import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { problems } from '../../kernel/problem.ts';
import { TimelineEvent } from '../event/contract.ts';
import { organizationKindNames } from './rules.ts';

export const OrganizationKind = z.enum(organizationKindNames);
export const RegionCode = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });
export const CreditCode = z.string().length(18).meta({ description: 'unified social credit code, GB 32100-2015' });

export const organizationProblems = problems('organization', {
  creditCode: {
    kind: 'invalid',
    text: ['统一社会信用代码的校验码不正确', 'The check character of the credit code is wrong'],
    next: ['请对照营业执照逐位核对（GB 32100-2015）', 'Compare it with the licence character by character (GB 32100-2015)'],
  },
  creditCodeTaken: {
    kind: 'conflict',
    text: ['该统一社会信用代码已登记', 'This credit code is registered already'],
    next: ['请搜索已有机构，勿重复登记', 'Search for the existing organization instead'],
  },
  ended: {
    kind: 'conflict',
    text: ['该机构已终止', 'The organization has ended'],
    next: ['请选择其承继单位', 'Choose its successor'],
  },
});

const Organization = z.object({
  id: OrganizationId,
  kind: OrganizationKind,
  name: z.string(),
  nameEn: z.string().nullable(),
  shortName: z.string().nullable(),
  creditCode: z.string().nullable(),
  region: RegionCode,
  body: z.string().nullable(),
  address: z.string().nullable(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  successor: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  demonstration: z.boolean(),
});
export type Organization = z.infer<typeof Organization>;

const Details = Organization.extend({
  formerNames: z.array(z.object({ name: z.string(), validTo: Day.nullable(), recordedAt: Instant })),
  timeline: z.array(TimelineEvent),
});

const params = z.object({ id: OrganizationId });
const reason = z.string().trim().min(2).max(200);
const optionalText = (most: number) => z.string().trim().max(most).nullable().default(null);

export const organizationEndpoints = {
  readSetting: endpoint({
    method: 'GET',
    path: '/public/setting',
    permit: 'public',
    rows: 'shared',
    summary: ['系统设置（是否演示、城市、版本）', 'The setting: demonstration or not, city, version'],
    reply: z.object({
      demonstration: z.boolean(),
      city: z.object({ code: RegionCode, name: z.tuple([z.string(), z.string()]) }),
      today: Day,
    }),
  }),
  listOrganizations: endpoint({
    method: 'GET',
    path: '/organizations',
    permit: 'organization.read',
    rows: 'shared',
    summary: ['机构（使用单位按权限范围）', 'Organizations; enterprises within the caller’s scope'],
    query: z.object({
      ...listQuery,
      kind: OrganizationKind.optional(),
      region: RegionCode.optional(),
      ended: z.enum(['true', 'false']).optional(),
    }),
    reply: pageOf(Organization),
  }),
  readOrganization: endpoint({
    method: 'GET',
    path: '/organizations/:id',
    permit: 'organization.read',
    rows: 'shared',
    summary: ['机构详情、曾用名与经过', 'An organization, its former names and history'],
    params,
    reply: Details,
  }),
  registerOrganization: endpoint({
    method: 'POST',
    path: '/organizations',
    permit: 'organization.register',
    rows: 'shared',
    summary: ['登记机构', 'Register an organization'],
    body: z.object({
      kind: OrganizationKind,
      name: z.string().trim().min(2).max(100),
      nameEn: optionalText(200),
      shortName: optionalText(50),
      creditCode: CreditCode.nullable().default(null),
      region: RegionCode,
      address: optionalText(200),
      validFrom: Day.nullable().default(null),
    }),
    reply: Organization,
    problems: [organizationProblems.creditCode, organizationProblems.creditCodeTaken],
  }),
  renameOrganization: endpoint({
    method: 'POST',
    path: '/organizations/:id/names',
    permit: 'organization.change',
    rows: 'shared',
    summary: ['更名（保留曾用名）', 'Rename; the former name is kept'],
    params,
    body: z.object({ name: z.string().trim().min(2).max(100), from: Day, reason }),
    reply: Organization,
    problems: [organizationProblems.ended],
  }),
  endOrganization: endpoint({
    method: 'POST',
    path: '/organizations/:id/ending',
    permit: 'organization.change',
    rows: 'shared',
    summary: ['终止机构并指明承继单位', 'End an organization and name its successor'],
    params,
    body: z.object({ validTo: Day, successorId: OrganizationId.nullable().default(null), reason }),
    reply: Organization,
    problems: [organizationProblems.ended],
  }),
};
