import { z } from 'zod';
import { Day, Instant } from '../../../kernel/day.ts';
import { FileId, id, OrganizationId } from '../../../kernel/id.ts';
import { TimelineEvent } from '../../event/contract.ts';
import { FileCard } from '../../file/contract.ts';
import { levelNames, phaseNames } from '../rules/kind.ts';
import { kindNames } from '../rules/kinds.ts';
import { actionNames, shownStatusNames, statusNames } from '../rules/life-cycle.ts';

export const EntryId = id('entry');
export const ProposalId = id('entry proposal');
export const StockId = id('entry stock');

export const EntryKind = z.enum(kindNames);
export const Level = z.enum(levelNames);
export const Phase = z.enum(phaseNames);
export const Status = z.enum(statusNames);
export const ShownStatus = z.enum(shownStatusNames);

const Words = z.tuple([z.string(), z.string()]);
const line = (most: number) => z.string().trim().max(most);
export const Reason = z.string().trim().min(2).max(500);
export const Evidence = z.array(FileId).min(1).max(20);

export const PhaseStep = z.object({ phase: Phase, day: Day, documentNumber: line(100) });

/** What an entry says. An identity number comes in full and is shown masked; it is kept as a keyed digest only. */
export const EntryContent = z.object({
  level: Level.nullable().default(null),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .meta({ description: 'GB/T 2260 code' }),
  title: line(200),
  documentNumber: line(100),
  issuer: line(100),
  since: Day,
  until: Day.nullable().default(null),
  payload: z.record(z.string().max(40), z.string().max(1000)),
  phases: z.array(PhaseStep).max(4).default([]),
});

const Named = z.object({ id: z.uuid(), name: z.string() });

export const EntryItem = z.object({
  id: EntryId,
  kind: EntryKind,
  version: z.number().int(),
  title: z.string(),
  level: Level.nullable(),
  status: ShownStatus,
  region: z.string(),
  organization: z.object({ id: OrganizationId, name: z.string() }),
  documentNumber: z.string(),
  since: Day,
  until: Day.nullable(),
  countsFrom: Day.nullable(),
  countsTo: Day.nullable().meta({ description: 'the first day on which it counts no more' }),
  opening: z.boolean(),
  phase: Phase.nullable(),
  submittedAt: Instant,
  demonstration: z.boolean(),
});
export type EntryItem = z.infer<typeof EntryItem>;

export const EntryVersion = z.object({
  version: z.number().int(),
  recordedAt: Instant,
  supersededAt: Instant.nullable(),
  action: z.string(),
  person: z.string(),
  reason: z.string().nullable(),
  status: Status,
  content: EntryContent,
  countsFrom: Day.nullable(),
  countsTo: Day.nullable(),
  opening: z.boolean(),
  files: z.array(FileCard),
});
export type EntryVersion = z.infer<typeof EntryVersion>;

export const Proposal = z.object({
  id: ProposalId,
  type: z.enum(['correction', 'phase']),
  content: EntryContent,
  reason: z.string(),
  documentNumber: z.string(),
  files: z.array(FileCard),
  status: z.enum(['proposed', 'approved', 'refused']),
  proposedBy: z.string(),
  proposedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string().nullable(),
});

/** Another record of the same thing; outside the caller's scope only that it exists. */
export const Duplicate = z.object({
  id: EntryId.nullable(),
  title: z.string().nullable(),
  documentNumber: z.string().nullable(),
  level: Level.nullable(),
  status: ShownStatus,
  blocking: z.boolean().meta({ description: 'the rule of the kind refuses to accept both' }),
});

export const EntryDetails = EntryItem.extend({
  content: EntryContent,
  submittedBy: Named,
  reviewedBy: Named.nullable(),
  acceptedBy: Named.nullable(),
  versions: z.array(EntryVersion),
  proposals: z.array(Proposal),
  duplicates: z.array(Duplicate),
  actions: z.array(z.enum(actionNames)),
  stock: z.object({ id: StockId, title: z.string() }).nullable(),
  timeline: z.array(TimelineEvent),
});
export type EntryDetails = z.infer<typeof EntryDetails>;

const Choice = z.object({ value: z.string(), text: Words });
const Field = z.object({
  id: z.string(),
  label: Words,
  type: z.enum(['text', 'longText', 'day', 'choice', 'decimal', 'creditCode', 'identity']),
  required: z.boolean(),
  unit: Words.optional(),
  help: Words.optional(),
  choices: z.array(Choice).optional(),
});

export const KindCard = z.object({
  id: EntryKind,
  words: Words,
  head: z.object({
    title: Words,
    documentNumber: Words,
    issuer: Words,
    since: Words,
    until: z.object({ label: Words, required: z.boolean() }).optional(),
  }),
  levels: z.array(Level),
  fields: z.array(Field),
  evidence: Words,
  phased: z.boolean(),
  duplicates: z.enum(['refuse', 'refuse-same-level', 'count-once']),
  maySubmit: z.boolean(),
  total: z.number().int().meta({ description: 'entries within the caller’s scope, whatever their status' }),
  open: z.number().int().meta({ description: 'of these, submitted or reviewed and not yet decided' }),
});

export const Stock = z.object({
  id: StockId,
  kind: EntryKind,
  asOf: Day,
  title: z.string(),
  documentNumber: z.string(),
  issuer: z.string(),
  status: z.enum(['submitted', 'accepted', 'rejected', 'empty']),
  taken: z.number().int(),
  duplicate: z.number().int(),
  refused: z.number().int(),
  submittedBy: z.string(),
  submittedAt: Instant,
  reviewedBy: z.string().nullable(),
  reviewedAt: Instant.nullable(),
  reason: z.string().nullable(),
  mayReview: z.boolean(),
  demonstration: z.boolean(),
});
export type Stock = z.infer<typeof Stock>;

export const StockDetails = Stock.extend({
  remarks: z.array(z.object({ row: z.number().int(), remark: z.string() })),
  files: z.array(FileCard),
  timeline: z.array(TimelineEvent),
});
