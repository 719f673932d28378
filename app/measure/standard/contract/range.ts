import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { platformProblems, problems } from '../../../kernel/problem.ts';
import { mostRanges, rangeBasisNames } from '../rules/range.ts';
import { standardProblems } from './problems.ts';
import { StandardId } from './shapes.ts';

export const rangeProblems = problems('standard', {
  rangeWrong: {
    kind: 'invalid',
    text: ['测量范围有误', 'A range is wrong'],
    next: ['请按标出的各行补正', 'Correct the lines that are marked'],
  },
  rangeFileUnreadable: {
    kind: 'invalid',
    text: ['文件不能读取，未导入任何内容', 'The file cannot be read: nothing was imported'],
    next: [
      '请导出标准器台账，在“用于判定的范围”一栏填写后上传',
      'Export the register, fill its column “Ranges to judge by”, and upload it',
    ],
  },
});

const Amount = z.object({ value: z.string(), unit: z.string() });
export const RangeShape = z.object({
  /** As a person reads and writes it, such as (0～60) MPa. */
  text: z.string(),
  from: Amount,
  to: Amount,
  nominals: z.array(Amount.extend({ pieces: z.number().int().nullable() })),
});
/** What a standard is judged by today, and where that comes from. */
export const Ranges = z.object({ basis: z.enum(rangeBasisNames), items: z.array(RangeShape), since: Day.nullable() });
export type Ranges = z.infer<typeof Ranges>;
export const RangeStatement = z.object({
  id: z.uuid(),
  since: Day,
  ranges: z.array(RangeShape),
  reason: z.string(),
  person: z.string(),
  at: Instant,
});
export type RangeStatement = z.infer<typeof RangeStatement>;

/** As large as a register of some thousand standards is. */
export const largestRangeFileBytes = 4 * 1024 * 1024;

const since = Day.meta({ description: 'first day for which they hold; not later than today' });
const reason = z.string().trim().min(2).max(300).meta({ description: 'on what they rest, such as the number of the certificate' });
const params = z.object({ id: StandardId });

export const rangeEndpoints = {
  listRanges: endpoint({
    method: 'GET',
    path: '/standards/:id/ranges',
    permit: 'standard.read',
    rows: 'own',
    summary: ['标准器用于判定的测量范围及历次登记', 'The ranges a standard is judged by, and every statement of them'],
    params,
    reply: z.object({ now: Ranges, statements: z.array(RangeStatement) }),
  }),
  stateRanges: endpoint({
    method: 'POST',
    path: '/standards/:id/ranges',
    permit: 'standard.manage',
    rows: 'own',
    summary: ['登记标准器的测量范围，每行一个；空白表示不明', 'State the ranges of a standard, one a line; none: they are not known'],
    params,
    /** A blank line says nothing. */
    body: z.object({ since, ranges: z.array(z.string().trim().max(500)).max(mostRanges).default([]), reason }),
    reply: z.object({ now: Ranges, statements: z.array(RangeStatement) }),
    problems: [rangeProblems.rangeWrong, standardProblems.wrongState],
  }),
  importRanges: endpoint({
    method: 'POST',
    path: '/standards/ranges/workbook',
    permit: 'standard.manage',
    rows: 'own',
    summary: [
      '按编号批量登记本机构标准器的测量范围（Excel 或 CSV），有一行有误即不导入',
      'State the ranges of the institute’s standards by their numbers (workbook or CSV); one wrong row and nothing is imported',
    ],
    query: z.object({ since, reason }),
    uploadBytes: largestRangeFileBytes,
    reply: z.object({
      stated: z.array(z.object({ id: StandardId, number: z.string(), ranges: z.array(z.string()) })),
      /** Rows that say what holds already, and rows without ranges. */
      unchanged: z.number().int(),
      empty: z.number().int(),
    }),
    problems: [rangeProblems.rangeFileUnreadable, rangeProblems.rangeWrong, platformProblems.tooLarge],
  }),
};
