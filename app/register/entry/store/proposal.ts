import type { Db } from '../../../platform/context.ts';
import type { Content } from '../rules/kind.ts';

export type NewProposal = {
  id: string;
  entryId: string;
  type: 'correction' | 'phase';
  onVersion: number;
  content: Content;
  subjectKey: string;
  reason: string;
  documentNumber: string;
  files: readonly string[];
  proposedBy: string;
  proposedAt: string;
};

export const insertProposal = (db: Db, { content, files, ...proposal }: NewProposal) =>
  db
    .insertInto('entryProposal')
    .values({ ...proposal, content: JSON.stringify(content), files: [...files], status: 'proposed' })
    .execute();

export const findOpenProposal = (db: Db, entryId: string) =>
  db.selectFrom('entryProposal').selectAll().where('entryId', '=', entryId).where('status', '=', 'proposed').executeTakeFirst();

export const listProposals = (db: Db, entryId: string) =>
  db
    .selectFrom('entryProposal as p')
    .leftJoin('personDetail as proposer', 'proposer.personId', 'p.proposedBy')
    .leftJoin('personDetail as decider', 'decider.personId', 'p.decidedBy')
    .selectAll('p')
    .select(['proposer.name as proposerName', 'decider.name as deciderName'])
    .where('p.entryId', '=', entryId)
    .orderBy('p.proposedAt')
    .execute();

export const decideProposal = (
  db: Db,
  id: string,
  decision: { status: 'approved' | 'refused'; decidedBy: string; decidedAt: string; decisionReason: string },
) => db.updateTable('entryProposal').set(decision).where('id', '=', id).execute();
