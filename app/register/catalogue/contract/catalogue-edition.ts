import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { endpoint } from '../../../kernel/endpoint.ts';
import { FileId } from '../../../kernel/id.ts';
import { problems } from '../../../kernel/problem.ts';
import { TimelineEvent } from '../../event/contract.ts';
import { catalogueStatusNames } from '../rules/catalogue.ts';
import { CatalogueDocument } from './catalogue-document.ts';
import { catalogueFileProblems } from './read-catalogue.ts';

export const catalogueEditionProblems = problems('catalogueEdition', {
  older: {
    kind: 'conflict',
    text: ['该版本不晚于已记载的目录', 'This edition is not later than the one that is recorded'],
    next: [
      '目录按实施日期先后代替；请核对文件中的实施日期',
      'Editions follow each other by their first day in force; check the day in the file',
    ],
  },
  noDay: {
    kind: 'invalid',
    text: ['导入的目录须写明实施日期', 'An imported catalogue must say its first day in force'],
    next: ['请在文件的 inForceFrom 写明公告的实施日期', 'Write the day of the announcement into inForceFrom'],
  },
  recordedAlready: {
    kind: 'conflict',
    text: ['该版本已导入', 'This edition is imported already'],
    next: ['请查看已有记录；更正请用新的版本号', 'See the record there is; a correction takes an edition of its own, such as 2026-1'],
  },
  proposedAlready: {
    kind: 'conflict',
    text: ['另一版目录正在等待复核', 'Another edition waits for its second look'],
    next: ['请先复核或退回', 'Record or refuse that one first'],
  },
  samePerson: {
    kind: 'conflict',
    text: ['导入人不能复核自己导入的目录', 'Who imported the catalogue does not review it'],
    next: ['请由另一人复核', 'Ask another person'],
  },
  decided: {
    kind: 'conflict',
    text: ['该版本已办结', 'This edition is decided already'],
    next: ['请查看其当前状态', 'See its present state'],
  },
});

const CatalogueKey = z
  .string()
  .regex(/^[0-9a-f-]{4,36}$/)
  .meta({ description: 'the edition that the program brings, such as 2020, or the id of an imported one' });

const CatalogueCard = z.object({
  id: CatalogueKey,
  edition: z.string(),
  title: z.tuple([z.string(), z.string()]),
  documentNumber: z.string(),
  published: z.string(),
  inForceFrom: Day.nullable(),
  numbering: z.enum(['working', 'official']),
  complete: z.boolean(),
  entries: z.number().int(),
  /** null: the program brings it. */
  status: z.enum(catalogueStatusNames).nullable(),
  holds: z.boolean(),
  digest: z.string(),
  proposedBy: z.string().nullable(),
  proposedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
  allowed: z.array(z.enum(['record', 'refuse'])),
});
export type CatalogueCard = z.infer<typeof CatalogueCard>;

const Words = z.tuple([z.string(), z.string()]);
const Difference = z.object({
  entry: Words,
  change: z.enum(['added', 'removed', 'changed']),
  parts: z.array(z.object({ title: Words, before: Words, after: Words })),
});

const params = z.object({ id: CatalogueKey });

export const catalogueEditionEndpoints = {
  listCatalogueEditions: endpoint({
    method: 'GET',
    path: '/catalogue-editions',
    permit: 'catalogue.read',
    rows: 'shared',
    summary: ['强制管理目录的各版本', 'The editions of the catalogue under mandatory management'],
    reply: z.object({ items: z.array(CatalogueCard) }),
  }),
  readCatalogueEdition: endpoint({
    method: 'GET',
    path: '/catalogue-editions/:id',
    permit: 'catalogue.read',
    rows: 'shared',
    summary: ['一版目录的全部条目，及其与上一版的差别', 'The entries of an edition, and what it changes'],
    params,
    reply: CatalogueCard.extend({
      content: CatalogueDocument,
      /** The edition that it follows; null for the first. */
      follows: z.object({ id: CatalogueKey, title: Words }).nullable(),
      differences: z.array(Difference),
      timeline: z.array(TimelineEvent),
    }),
  }),
  proposeCatalogueEdition: endpoint({
    method: 'POST',
    path: '/catalogue-editions',
    permit: 'catalogue.import',
    rows: 'shared',
    summary: ['由文件导入一版目录，待另一人复核', 'Import an edition from a file; another person takes a second look'],
    body: z.object({ file: FileId }),
    reply: CatalogueCard,
    problems: [
      catalogueFileProblems.notJson,
      catalogueFileProblems.form,
      catalogueEditionProblems.noDay,
      catalogueEditionProblems.older,
      catalogueEditionProblems.recordedAlready,
      catalogueEditionProblems.proposedAlready,
    ],
  }),
  recordCatalogueEdition: endpoint({
    method: 'POST',
    path: '/catalogue-editions/:id/recording',
    permit: 'catalogue.import',
    rows: 'shared',
    summary: ['复核无误，记载目录', 'Record an edition after the second look'],
    params,
    reply: CatalogueCard,
    problems: [catalogueEditionProblems.samePerson, catalogueEditionProblems.decided, catalogueEditionProblems.older],
  }),
  refuseCatalogueEdition: endpoint({
    method: 'POST',
    path: '/catalogue-editions/:id/refusal',
    permit: 'catalogue.import',
    rows: 'shared',
    summary: ['退回导入的目录', 'Refuse an imported edition'],
    params,
    body: z.object({ reason: z.string().trim().min(2).max(300) }),
    reply: CatalogueCard,
    problems: [catalogueEditionProblems.samePerson, catalogueEditionProblems.decided],
  }),
};
