import { z } from 'zod';
import { Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { listQuery, pageOf } from '../../../kernel/page.ts';
import { largestBlock, numberFateNames } from '../rules/record-number.ts';
import { verificationProblems } from './problems.ts';
import { VerificationId } from './shapes.ts';

const RecordNumber = z.object({
  number: z.string(),
  year: z.number().int(),
  sequence: z.number().int(),
  fate: z.enum(numberFateNames),
  device: z.string().nullable(),
  verification: VerificationId.nullable(),
  reason: z.string().nullable(),
  person: z.string(),
  at: Instant,
  mayVoid: z.boolean(),
});
export type RecordNumber = z.infer<typeof RecordNumber>;

/** How many numbers of a year were given and what became of them: the last one is their sum, so none is missing. */
const Series = z.object({
  year: z.number().int(),
  last: z.number().int(),
  used: z.number().int(),
  reserved: z.number().int(),
  void: z.number().int(),
});

const Block = z.object({
  year: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
  numbers: z.array(z.string()),
});

export const numberEndpoints = {
  listRecordNumbers: endpoint({
    method: 'GET',
    path: '/verifications/numbers',
    permit: 'verification.read',
    rows: 'own',
    summary: ['原始记录编号的去向', 'What became of each record number'],
    query: z.object({
      ...listQuery,
      year: z.coerce.number().int().min(1900).max(2199).optional(),
      fate: z.enum(numberFateNames).optional(),
      device: z.string().max(80).optional(),
    }),
    reply: pageOf(RecordNumber).extend({ series: z.array(Series) }),
  }),
  reserveRecordNumbers: endpoint({
    method: 'POST',
    path: '/verifications/number-blocks',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['为离线设备或纸质记录预留编号', 'Reserve numbers for a device without network, or for paper'],
    body: z.object({ device: z.string().trim().min(1).max(80), count: z.number().int().min(1).max(largestBlock) }),
    reply: Block,
  }),
  voidRecordNumbers: endpoint({
    method: 'POST',
    path: '/verifications/numbers/voiding',
    permit: 'verification.enter',
    rows: 'own',
    summary: ['作废未用的预留编号并说明理由', 'Void reserved numbers that will not be used, with the reason'],
    body: z.object({ numbers: z.array(z.string().max(60)).min(1).max(largestBlock), reason: z.string().trim().min(2).max(300) }),
    reply: z.object({ numbers: z.array(z.string()) }),
    problems: [verificationProblems.numberNotReserved],
  }),
};
