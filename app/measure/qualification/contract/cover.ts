import { z } from 'zod';
import { Day } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { OrganizationId, PersonId } from '../../../kernel/id.ts';
import { annexItemNames } from '../../../register/catalogue/rules/annex.ts';
import { instrumentKindNames } from '../../../register/catalogue/rules/kinds.ts';
import { activityNames } from '../rules.ts';
import { coverBasisNames, coverStateNames } from '../rules/cover.ts';

const Person = z.object({ id: PersonId, name: z.string() });

const Cover = z.object({
  day: Day,
  /** Without its year; another one may hold then. */
  regulation: z.string().nullable(),
  state: z.enum(coverStateNames),
  test: z.array(Person),
  check: z.array(Person),
  approve: z.array(Person),
  /** Without each of these it would not be possible any more. */
  singlePoints: z.array(Person),
});

const CoverRow = z.object({
  kind: z.enum(instrumentKindNames),
  items: z.array(z.enum(annexItemNames)),
  /** Without its year; null: this program has no procedure for the kind on that day. */
  regulation: z.string().nullable(),
  bases: z.array(z.enum(coverBasisNames)),
  regions: z.array(z.string()),
  covers: z.array(Cover),
  /** When it becomes worse than on the first day, as things stand. */
  falls: z.object({ day: Day, state: z.enum(coverStateNames) }).nullable(),
  ending: z.array(z.object({ person: Person, activity: z.enum(activityNames), lastDay: Day })),
});
export type CoverRow = z.infer<typeof CoverRow>;

const query = z.object({
  institute: OrganizationId.optional(),
  day: Day.optional().meta({ description: 'the first day; today when left out' }),
  later: Day.optional().meta({ description: 'a later day to compare with; 90 and 365 days later when left out' }),
  state: z.enum(coverStateNames).optional().meta({ description: 'only rows in this state on the first day' }),
});

const Board = z.object({
  institute: Person.omit({ id: true }).extend({ id: OrganizationId }).nullable(),
  institutes: z.array(z.object({ id: OrganizationId, name: z.string() })),
  days: z.array(Day),
  counts: z.record(z.enum(coverStateNames), z.number().int()),
  rows: z.array(CoverRow),
});
export type CoverBoard = z.infer<typeof Board>;

export const coverEndpoints = {
  readCover: endpoint({
    method: 'GET',
    path: '/qualifications/cover',
    permit: 'qualification.read',
    rows: 'own',
    summary: ['各项目能检定、核验、批准的人数与单点风险', 'How many may test, check and approve each item, and single points of failure'],
    query,
    reply: Board,
  }),
  exportCover: endpoint({
    method: 'GET',
    path: '/qualifications/cover/workbook',
    permit: 'qualification.read',
    rows: 'own',
    summary: ['导出岗位覆盖（xlsx）', 'The cover as a workbook'],
    query,
    reply: 'file',
  }),
};
