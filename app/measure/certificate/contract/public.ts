import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { platformProblems } from '../../../kernel/problem.ts';
import { InstrumentKind } from '../../../register/instrument/contract.ts';
import { certificateStatusNames, documentKindNames } from '../rules.ts';
import { certificateProblems, keyProblems } from './shapes.ts';

const PublicCertificate = z.object({
  exists: z.literal(true),
  number: z.string(),
  document: z.enum(documentKindNames),
  kind: InstrumentKind,
  name: z.string(),
  model: z.string(),
  serial: z.string(),
  verdict: z.enum(['pass', 'fail']).nullable().meta({ description: 'null: a calibration certificate, which concludes nothing' }),
  dates: z.object({ testedOn: Day, issuedOn: Day, validUntil: Day.nullable() }),
  institute: z.string(),
  status: z.enum(certificateStatusNames),
  logIndex: z.number().int().nullable(),
  demonstration: z.boolean(),
});

const params = z.object({ number: z.string().max(40) });
const withCheckCode = z.object({ check: z.string().max(80) });

export const publicEndpoints = {
  lookUpCertificate: endpoint({
    method: 'GET',
    path: '/public/certificates/:number',
    permit: 'public',
    rows: 'shared',
    summary: [
      '公众查询证书：校验码或出厂编号相符时返回内容',
      'Anybody looks a certificate up; its check code or the serial number opens it',
    ],
    params,
    query: z.object({ check: z.string().max(80).optional() }),
    reply: z.union([PublicCertificate, z.object({ exists: z.literal(true), number: z.string() })]),
    problems: [platformProblems.notFound, platformProblems.limited],
    perMinute: 60,
  }),
  downloadPublicPaper: endpoint({
    method: 'GET',
    path: '/public/certificates/:number/pdf',
    permit: 'public',
    rows: 'shared',
    summary: ['持校验码下载证书 PDF', 'The signed PDF, for whoever has the check code of the paper'],
    params,
    query: withCheckCode,
    reply: 'file',
    problems: [platformProblems.notFound, platformProblems.limited, certificateProblems.notSealed, ...keyProblems],
    perMinute: 20,
  }),
  downloadPublicPackage: endpoint({
    method: 'GET',
    path: '/public/certificates/:number/package',
    permit: 'public',
    rows: 'shared',
    summary: ['持校验码下载证书验证包', 'The package for checking, for whoever has the check code of the paper'],
    params,
    query: withCheckCode,
    reply: 'file',
    problems: [
      platformProblems.notFound,
      platformProblems.limited,
      certificateProblems.notSealed,
      certificateProblems.notLogged,
      ...keyProblems,
    ],
    perMinute: 20,
  }),
  downloadRevocations: endpoint({
    method: 'GET',
    path: '/public/revocations',
    permit: 'public',
    rows: 'shared',
    summary: ['签名的作废清单', 'The signed list of certificates that were revoked or replaced'],
    reply: 'file',
    problems: [platformProblems.limited, ...keyProblems],
    perMinute: 60,
  }),
};
