import { z } from 'zod';
import { Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId } from '../../../kernel/id.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { findingKindNames } from '../rules/finding.ts';
import { RecomputationId, Year } from './shapes.ts';

const count = z.number().int();
const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });

const Recomputation = z.object({
  id: RecomputationId,
  region: Region.nullable(),
  institute: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  year: count,
  by: z.object({ person: z.string(), organization: z.string() }),
  at: Instant,
  total: count,
  done: count,
  differing: count,
  finishedAt: Instant.nullable(),
});

const Finding = z.object({ number: z.string(), kind: z.enum(findingKindNames), detail: z.string() });
const params = z.object({ id: RecomputationId });

export const recomputationEndpoints = {
  listRecomputations: endpoint({
    method: 'GET',
    path: '/certificate-recomputations',
    permit: 'certificate.recompute',
    rows: 'own',
    summary: ['证书复算', 'Recomputations of certificates'],
    query: z.object({ ...listQuery, year: Year.optional() }),
    reply: pageOf(Recomputation),
  }),
  beginRecomputation: endpoint({
    method: 'POST',
    path: '/certificate-recomputations',
    permit: 'certificate.recompute',
    rows: 'own',
    summary: ['对一个区划或机构一年的证书复算', 'Recompute a year of certificates of a region or an institute'],
    body: z.object({
      year: z.number().int().min(2000).max(2200),
      region: Region.nullable().default(null),
      institute: OrganizationId.nullable().default(null),
    }),
    reply: Recomputation,
  }),
  readRecomputation: endpoint({
    method: 'GET',
    path: '/certificate-recomputations/:id',
    permit: 'certificate.recompute',
    rows: 'own',
    summary: ['一次复算及其进度', 'A recomputation and how far it is'],
    params,
    reply: Recomputation,
  }),
  listFindings: endpoint({
    method: 'GET',
    path: '/certificate-recomputations/:id/findings',
    permit: 'certificate.recompute',
    rows: 'own',
    summary: ['复算发现的不一致', 'What a recomputation found'],
    params,
    query: z.object({ ...listQuery, kind: z.enum(findingKindNames).optional() }),
    reply: pageOf(Finding),
  }),
  exportFindings: endpoint({
    method: 'GET',
    path: '/certificate-recomputations/:id/workbook',
    permit: 'certificate.recompute',
    rows: 'own',
    summary: ['导出复算结果', 'What a recomputation found as a table'],
    params,
    query: z.object({ as: z.enum(['xlsx', 'csv']).default('xlsx') }),
    reply: 'file',
  }),
  compareRecomputations: endpoint({
    method: 'GET',
    path: '/certificate-recomputations/:id/comparison',
    permit: 'certificate.recompute',
    rows: 'own',
    summary: ['与另一次复算比较', 'A recomputation held against an earlier one'],
    params,
    query: z.object({ with: RecomputationId }),
    reply: z.object({ appeared: z.array(Finding), gone: z.array(Finding), same: count }),
  }),
};
