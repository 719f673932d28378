import { sql, type Expression, type SqlBool } from 'kysely';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Db } from '../../../platform/context.ts';
import { scopeCondition } from '../../../platform/scope-condition.ts';
import type { ItemState, Timing } from '../rules/states.ts';
import { openStates, reminderDays } from '../rules/timing.ts';

export type NewItem = {
  id: string;
  task: string;
  title: string;
  description: string | null;
  result: string;
  organizationId: string;
  region: string;
  county: string | null;
  indicator: string | null;
  startOn: Day;
  dueOn: Day;
  firstDueOn: Day;
  state: ItemState;
  demonstration: boolean;
  personId: string;
  recordedAt: string;
};

export async function insertItem(db: Db, item: NewItem, partners: readonly string[]): Promise<void> {
  await db.insertInto('taskItem').values(item).execute();
  if (partners.length === 0) return;
  await db
    .insertInto('taskPartner')
    .values(partners.map((organizationId) => ({ itemId: item.id, organizationId })))
    .execute();
}

type Partner = { id: string; name: string };

const items = (db: Db) =>
  db
    .selectFrom('taskItem as item')
    .innerJoin('organization', 'organization.id', 'item.organizationId')
    .leftJoinLateral(
      (it) =>
        it
          .selectFrom('taskReport')
          .select(['doneOn', 'text', 'obstacle'])
          .whereRef('itemId', '=', 'item.id')
          .orderBy('at', 'desc')
          .orderBy('id')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (it) =>
        it
          .selectFrom('taskReport')
          .select(sql<Day>`(at at time zone 'Asia/Shanghai')::date`.as('on'))
          .whereRef('itemId', '=', 'item.id')
          .where('finishing', '=', true)
          .orderBy('at', 'desc')
          .limit(1)
          .as('finish'),
      (join) => join.onTrue(),
    )
    .selectAll('item')
    .select([
      'organization.name as organizationName',
      'last.doneOn as reportedOn',
      'last.text as reported',
      'last.obstacle as obstacle',
      sql<Day | null>`case when item.state in ('reported', 'confirmed') then finish.on end`.as('finishedOn'),
      sql<boolean>`exists (select from task_extension e where e.item_id = item.id and e.state = 'asked')`.as('extensionAsked'),
      sql<Partner[]>`(select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.name), '[]'::json)
        from task_partner p join organization o on o.id = p.organization_id where p.item_id = item.id)`.as('partners'),
    ]);

export type ItemRow = NonNullable<Awaited<ReturnType<typeof findItem>>>;

/** An item within a scope: its own organization's, a partner's, or of the region by organization or by county. */
const within = (scope: Scope) =>
  scopeCondition(scope, {
    region: ['item.region', 'item.county'],
    organization: (id) => sql<boolean>`(item.organization_id = ${id} or exists
        (select from task_partner p where p.item_id = item.id and p.organization_id = ${id}))`,
  });

const open = sql`item.state in (${sql.join(openStates)})`;

/** The same table as rules/timing.ts timingOf, for filtering; a test holds the two together. */
function at(timing: Timing, today: Day): Expression<SqlBool> {
  const soon = addDays(today, reminderDays['due-7']);
  const month = addDays(today, reminderDays['due-30']);
  switch (timing) {
    case 'late':
      return sql<SqlBool>`(${open} and item.due_on < ${today})`;
    case 'due-7':
      return sql<SqlBool>`(${open} and item.due_on between ${today} and ${soon})`;
    case 'due-30':
      return sql<SqlBool>`(${open} and item.due_on > ${soon} and item.due_on <= ${month})`;
    case 'ahead':
      return sql<SqlBool>`(${open} and item.due_on > ${month})`;
    case 'in-time':
      return sql<SqlBool>`(item.state in ('reported', 'confirmed') and finish.on <= item.due_on)`;
    case 'finished-late':
      return sql<SqlBool>`(item.state in ('reported', 'confirmed') and finish.on > item.due_on)`;
    case 'ended':
      return sql<SqlBool>`item.state = 'withdrawn'`;
  }
}

export const findItem = (db: Db, id: string) => items(db).where('item.id', '=', id).executeTakeFirst();

export const findItemWithin = (db: Db, scope: Scope, id: string) =>
  items(db).where('item.id', '=', id).where(within(scope)).executeTakeFirst();

/** Holds the item until the change commits, so that two people do not act on it at once. */
export const lockItem = (db: Db, id: string) => db.selectFrom('taskItem').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export type ItemFilter = {
  q?: string | undefined;
  task?: string | undefined;
  organization?: string | undefined;
  state?: ItemState | undefined;
  timing?: Timing | undefined;
  county?: string | undefined;
  indicator?: string | undefined;
  extensionAsked?: boolean | undefined;
};

function filtered(db: Db, scope: Scope, filter: ItemFilter, today: Day) {
  let query = items(db).where(within(scope));
  if (filter.task !== undefined) query = query.where('item.task', '=', filter.task);
  if (filter.organization !== undefined) query = query.where('item.organizationId', '=', filter.organization);
  if (filter.state !== undefined) query = query.where('item.state', '=', filter.state);
  if (filter.county !== undefined) query = query.where('item.county', '=', filter.county);
  if (filter.indicator !== undefined) query = query.where('item.indicator', '=', filter.indicator);
  if (filter.timing !== undefined) query = query.where(at(filter.timing, today));
  if (filter.extensionAsked === true)
    query = query.where(sql<SqlBool>`exists (select from task_extension e where e.item_id = item.id and e.state = 'asked')`);
  if (filter.q !== undefined && filter.q !== '') {
    query = query.where(sql<SqlBool>`(item.title || ' ' || item.result || ' ' || organization.name) ilike ${`%${filter.q}%`}`);
  }
  return query;
}

export async function listItems(db: Db, scope: Scope, filter: ItemFilter & { limit: number; after?: string | undefined }, today: Day) {
  let query = filtered(db, scope, filter, today);
  const { total } = await db
    .selectFrom(query.as('found'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  if (filter.after !== undefined) {
    const [due = '', id = ''] = filter.after.split('|');
    query = query.where(sql<SqlBool>`(item.due_on::text, item.id::text) > (${due}, ${id})`);
  }
  const rows = await query
    .orderBy('item.dueOn')
    .orderBy(sql`item.id::text`)
    .limit(filter.limit + 1)
    .execute();
  return { rows, total };
}

/** Every row the filter finds, in the order of the list. */
export const allItems = (db: Db, scope: Scope, filter: ItemFilter, today: Day) =>
  filtered(db, scope, filter, today)
    .orderBy('item.dueOn')
    .orderBy(sql`item.id::text`)
    .execute();

/** How many items each task has within a scope, and how many of them need somebody. */
export const countByTask = (db: Db, scope: Scope, today: Day) =>
  db
    .selectFrom('taskItem as item')
    .where(within(scope))
    .where('item.state', '!=', 'withdrawn')
    .select([
      'item.task',
      sql<number>`count(*)::int`.as('all'),
      sql<number>`count(*) filter (where ${at('late', today)})::int`.as('late'),
      sql<number>`count(*) filter (where ${at('due-7', today)} or ${at('due-30', today)})::int`.as('soon'),
      sql<number>`count(*) filter (where item.state = 'reported')::int`.as('reported'),
      sql<number>`count(*) filter (where item.state = 'confirmed')::int`.as('confirmed'),
    ])
    .groupBy('item.task')
    .execute();

/** Items of which somebody is to be reminded on a day: open, and due within the longest stage or past. */
export function listDue(db: Db, today: Day, of: { item?: string | undefined; organization?: string | undefined } = {}) {
  let query = items(db).where(sql<SqlBool>`${open} and item.due_on <= ${addDays(today, reminderDays['due-30'])}`);
  if (of.item !== undefined) query = query.where('item.id', '=', of.item);
  if (of.organization !== undefined) query = query.where('item.organizationId', '=', of.organization);
  return query.orderBy('item.dueOn').orderBy('item.id').execute();
}

export const setState = (db: Db, id: string, state: ItemState) => db.updateTable('taskItem').set({ state }).where('id', '=', id).execute();

export const setDue = (db: Db, id: string, dueOn: Day) => db.updateTable('taskItem').set({ dueOn }).where('id', '=', id).execute();

export const listTitles = (db: Db, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('taskItem')
        .select(['id', 'title'])
        .where('id', 'in', [...ids])
        .execute();
