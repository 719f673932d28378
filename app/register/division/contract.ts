import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { FileId, id } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { platformProblems, problems } from '../../kernel/problem.ts';
import { divisionChangeNames, divisionLevelNames, divisionStateNames } from './rules.ts';

export const DivisionImportId = id('division import');

export const Township = z
  .string()
  .regex(/^\d{9}$/)
  .meta({ description: 'statistical code of a township, nine digits' });
export const Village = z
  .string()
  .regex(/^\d{12}$/)
  .meta({ description: 'statistical code of a village, twelve digits' });
const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });

export const divisionProblems = problems('division', {
  unreadable: {
    kind: 'invalid',
    text: ['无法识别为区划代码名单', 'This is no list of division codes'],
    next: [
      '请上传 CSV（UTF-8 或 GBK）：首行 code,name，其下每行一个九位或十二位代码和名称',
      'Upload a CSV (UTF-8 or GBK) with the heading code,name and a code of nine or twelve digits with its name in each line',
    ],
  },
  rows: {
    kind: 'invalid',
    text: ['名单中有不能导入的行', 'Some lines of the list cannot be imported'],
    next: [
      '请按所列行号更正后重新上传；名单整体导入，不导入一部分',
      'Correct the lines named and upload again; a list is imported as a whole',
    ],
  },
  otherChanges: {
    kind: 'conflict',
    text: ['名单的改动与所看到的不同', 'The list now changes something else than was shown'],
    next: ['请重新比对后再导入', 'Compare again, then import'],
  },
  nothing: {
    kind: 'conflict',
    text: ['名单与现行区划一致，没有改动', 'The list says what is recorded already'],
    next: ['不需要导入', 'There is nothing to import'],
  },
});

const Division = z.object({
  code: z.string(),
  level: z.enum(divisionLevelNames),
  name: z.string(),
  nameEn: z.string().nullable(),
  region: Region,
  township: z.object({ code: Township, name: z.string() }).nullable().meta({ description: 'of a village' }),
  source: z.string(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  state: z.enum(divisionStateNames),
  demonstration: z.boolean(),
  formerNames: z.array(z.object({ name: z.string(), until: Day })),
});
export type Division = z.infer<typeof Division>;

const Changed = z.object({
  change: z.enum(divisionChangeNames),
  code: z.string(),
  nameBefore: z.string().nullable(),
  nameAfter: z.string().nullable(),
  regionBefore: Region.nullable(),
  regionAfter: Region.nullable(),
});
const Counts = z.object({
  added: z.number().int(),
  renamed: z.number().int(),
  ended: z.number().int(),
  resumed: z.number().int(),
  unchanged: z.number().int(),
});
export const Comparison = z.object({
  file: z.object({ id: FileId, name: z.string() }),
  counts: Counts,
  changes: z.array(Changed).meta({ description: 'at most 2,000 of each kind; `counts` has all' }),
  /** Lines that stand in the way, by their number in the file. */
  faults: z.array(z.object({ line: z.number().int(), text: z.string(), message: z.string() })),
});

const Import = z.object({
  id: DivisionImportId,
  file: z.object({ id: FileId, name: z.string() }),
  source: z.string(),
  validFrom: Day,
  counts: Counts,
  person: z.string(),
  recordedAt: Instant,
  demonstration: z.boolean(),
});

export const divisionEndpoints = {
  listDivisions: endpoint({
    method: 'GET',
    path: '/divisions',
    permit: 'division.read',
    rows: 'shared',
    summary: ['乡镇与村', 'Townships and villages'],
    query: z.object({
      ...listQuery,
      level: z.enum(divisionLevelNames).optional(),
      region: Region.optional(),
      township: Township.optional().meta({ description: 'the villages of this township' }),
      state: z.enum(divisionStateNames).optional(),
    }),
    reply: pageOf(Division),
  }),
  exportDivisions: endpoint({
    method: 'GET',
    path: '/divisions/list',
    permit: 'division.read',
    rows: 'shared',
    summary: ['导出现行乡镇与村（CSV）', 'The current townships and villages as CSV'],
    query: z.object({ region: Region.optional() }),
    reply: 'file',
  }),
  compareDivisions: endpoint({
    method: 'GET',
    path: '/divisions/comparison',
    permit: 'division.import',
    rows: 'own',
    summary: ['比对名单与现行区划', 'Compare a list with what is recorded'],
    query: z.object({ file: FileId }),
    reply: Comparison,
    problems: [platformProblems.notFound, divisionProblems.unreadable],
  }),
  importDivisions: endpoint({
    method: 'POST',
    path: '/division-imports',
    permit: 'division.import',
    rows: 'shared',
    summary: ['导入新一年的区划代码', 'Import the codes of a newer year'],
    body: z.object({
      file: FileId,
      source: z.string().trim().min(4).max(300).meta({ description: 'which edition, by whom' }),
      validFrom: Day,
      /** What was shown: nothing else is done. */
      expected: Counts.omit({ unchanged: true }),
    }),
    reply: Import,
    problems: [
      platformProblems.notFound,
      divisionProblems.unreadable,
      divisionProblems.rows,
      divisionProblems.otherChanges,
      divisionProblems.nothing,
    ],
  }),
  listDivisionImports: endpoint({
    method: 'GET',
    path: '/division-imports',
    permit: 'division.read',
    rows: 'shared',
    summary: ['区划更新的经过', 'Imports of division codes'],
    query: z.object({ limit: listQuery.limit, after: listQuery.after }),
    reply: pageOf(Import),
  }),
};
