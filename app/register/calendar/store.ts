import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../platform/context.ts';
import type { CalendarDay } from './rules.ts';

export type NoticeToInsert = {
  id: string;
  year: number;
  title: string;
  documentNumber: string | null;
  issuedOn: Day;
  source: string;
  reason: string | null;
  personId: string;
  recordedAt: string;
};

export async function insertNotice(db: Db, notice: NoticeToInsert, days: readonly CalendarDay[]): Promise<void> {
  await db.insertInto('calendarNotice').values(notice).execute();
  await db
    .insertInto('calendarDay')
    .values(days.map((day) => ({ noticeId: notice.id, ...day })))
    .execute();
}

/** The notices of some years, the latest of a year first. */
export const listNotices = (db: Db, years: readonly number[]) =>
  db
    .selectFrom('calendarNotice')
    .leftJoin('personDetail', 'personDetail.personId', 'calendarNotice.personId')
    .selectAll('calendarNotice')
    .select('personDetail.name as recorder')
    .where('year', 'in', [...years])
    .orderBy('year')
    .orderBy('sequence', 'desc')
    .execute();

export const listDays = (db: Db, noticeIds: readonly string[]) =>
  noticeIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('calendarDay')
        .selectAll()
        .where('noticeId', 'in', [...noticeIds])
        .orderBy('day')
        .execute();

export const listYears = async (db: Db): Promise<number[]> =>
  (await db.selectFrom('calendarNotice').select('year').distinct().orderBy('year').execute()).map(({ year }) => year);
