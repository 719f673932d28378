import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { likePart } from '../../../kernel/text.ts';
import { gramsOf, isChinese, likeBeginning, likeInOrder, reversed, signsOf } from '../rules/words.ts';

export type Type = { readonly id: number; readonly kind: string };

/** What a word can mean in this ledger: found in the small tables first, so that the large one is asked by keys. */
export type Word = {
  readonly text: string;
  /** Types that have it, the best first. */
  readonly types: readonly Type[];
  /** Holders that have it in their name or in a former one; null: more than are worth listing. */
  readonly holders: readonly string[] | null;
  /** The regions of the holders that were seen, where they are few: a name often says where it is at home. */
  readonly homes: readonly string[];
  readonly townships: readonly string[];
  readonly villages: readonly string[];
  readonly places: readonly string[];
  /** Digits that the codes of the counties of this name begin with: the word narrows to them and means nothing else. */
  readonly counties: readonly string[];
};

const mostHolders = 2000;
const mostPlaces = 1000;
const mostHomes = 2;

type Found = Omit<Word, 'text' | 'holders' | 'types'> & { types: number[]; kinds: string[]; holders: string[] };

/** Small letters are compared where the word has letters at all: they cost more than the comparison. */
const hasPart = (column: string, text: string): RawBuilder<boolean> => {
  const name = sql.ref(column);
  return sql<boolean>`${isChinese(text) ? name : sql`lower(${name})`} like ${likePart(text)}`;
};

/** `kinds` are those that the word itself names; what kind each type is of is told only where it is needed. */
export async function findWord(db: Db, text: string, kinds: readonly string[], withKinds: boolean): Promise<Word> {
  const part = likePart(text);
  const grams = gramsOf(text);
  const inOrder = likeInOrder(text);
  // The index gives exactly the names with one or two signs; of longer words it gives those with all their pairs, which are then compared.
  // OFFSET keeps the comparison out of the index scan, where every name would be taken apart again.
  const called = (table: 'organization' | 'organization_name'): RawBuilder<unknown> => {
    const withGrams = sql`select * from ${sql.table(table)} where organization_grams(name) @> ${grams}::text[]`;
    return signsOf(text).length <= 2 ? sql`(${withGrams}) named_so` : sql`(${withGrams} offset 0) named_so where ${hasPart('name', text)}`;
  };
  const { rows } = await sql<Found>`
    with ranked as materialized (
      select id, kind,
        case when words like ${likeBeginning(`${text}\n`)} then 0 when words like ${likeBeginning(text)} then 1 when words like ${part} then 2 else 3 end as rank
      from instrument_type where words like ${part}
        ${inOrder === null ? sql`` : sql`or words like ${inOrder}`} ${kinds.length === 0 ? sql`` : sql`or kind = any(${kinds}::text[])`}
    ), named as materialized (
      select id, region from ${called('organization')} limit ${mostHolders + 1}
    ), named_once as materialized (
      select organization_id as id from ${called('organization_name')} limit ${mostHolders + 1}
    )
    select
      array(select id from ranked order by rank, id) as types,
      array(select kind from ranked where ${withKinds} order by rank, id) as kinds,
      array(select id::text from named union all select id::text from named_once) as holders,
      array(select distinct region from named order by region) as homes,
      array(select code from division where level = 'township' and name like ${part} limit 100) as townships,
      array(select code from division where level = 'village' and name like ${part} limit 500) as villages,
      array(select id::text from place where ${hasPart('name', text)} limit ${mostPlaces}) as places,
      array(
        select region from organization
        where kind = 'government' and region not like '%00' and ${isCounty(sql.ref('name'), text)}
      ) as counties`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('a query without FROM answers one row');
  const { kinds: kindsOfTypes, ...rest } = found;
  const types = found.types.map((id, n) => ({ id: Number(id), kind: kindsOfTypes[n] ?? '' }));
  const homes = rest.homes.length <= mostHomes ? rest.homes : [];
  return { ...rest, text, types, homes, holders: found.holders.length > mostHolders ? null : [...new Set(found.holders)] };
}

/** A number of an instrument that is looked up along its own index, and the condition that a word sets on it. */
export type NumberSource = { readonly number: RawBuilder<unknown>; readonly condition: RawBuilder<boolean> };

const beginning = (number: RawBuilder<unknown>, text: string): NumberSource => ({
  number,
  condition: sql<boolean>`${number} like ${likeBeginning(text)}`,
});

/** Numbers that begin with a word, and serial numbers that end with it where it has two signs; of one sign there are too many. */
export function numbersOf({ text }: Word): NumberSource[] {
  const oldNumber = beginning(sql`lower(instrument.old_number)`, text);
  if (isChinese(text)) return [oldNumber];
  if (text.length < 2) return [];
  return [
    beginning(sql`lower(instrument.serial)`, text),
    beginning(sql`instrument.code`, text.toUpperCase()),
    beginning(sql`instrument.ecqs_number`, text.toUpperCase()),
    oldNumber,
    ...(text.length === 2 ? [beginning(sql`reverse(lower(instrument.serial))`, reversed(text))] : []),
  ];
}

/** The other parts of a word's meaning that are looked up by an index each. */
export function keysOf({ text, types, holders, townships, villages, places }: Word): RawBuilder<boolean>[] {
  const sources = isChinese(text) ? [] : [sql<boolean>`instrument.identification_code in (${text}, ${text.toUpperCase()})`];
  if (types.length > 0) sources.push(sql<boolean>`instrument.type_id = any(${types.map(({ id }) => id)}::bigint[])`);
  if (holders !== null && holders.length > 0) sources.push(sql<boolean>`instrument.holder_id = any(${holders}::uuid[])`);
  if (townships.length > 0) sources.push(sql<boolean>`instrument.township = any(${townships}::text[])`);
  if (villages.length > 0) sources.push(sql<boolean>`instrument.village = any(${villages}::text[])`);
  if (places.length > 0) sources.push(sql<boolean>`instrument.place_id = any(${places}::uuid[])`);
  return sources;
}

/**
 * Any three signs inside a number: asked last, since common ones are many. Their indexes know the region too, under an expression of its own,
 * so that no other statement takes them for a region alone.
 */
export function insideNumbers({ text }: Word, county?: string): RawBuilder<boolean>[] {
  if (signsOf(text).length < 3) return [];
  const part = likePart(text);
  const there = county === undefined ? sql`` : sql` and (instrument.region || '') = ${county}`;
  const old = sql<boolean>`(number_letters(instrument.old_number) like number_letters(${part})${there})`;
  return isChinese(text) ? [old] : [sql<boolean>`(number_letters(instrument.serial) like number_letters(${part})${there})`, old];
}

/**
 * The holder's name or a former one, asked row by row, for words that too many holders have. One value each, not EXISTS: of that the
 * planner would first make a list of all holders that have the word.
 */
export const isNamed = (text: string): RawBuilder<boolean> =>
  sql<boolean>`(coalesce((select ${hasPart('holder.name', text)} from organization holder where holder.id = instrument.holder_id), false)
    or coalesce((select bool_or(${hasPart('former.name', text)}) from organization_name former where former.organization_id = instrument.holder_id), false))`;

/** Whether a row has a word that was not looked up: for rows that are few. */
export function hasText(text: string, kinds: readonly string[]): RawBuilder<boolean> {
  const part = likePart(text);
  const word: Word = { text, types: [], holders: [], homes: [], townships: [], villages: [], places: [], counties: [] };
  const inOrder = likeInOrder(text);
  // One value each, as above; what is at hand in the row comes first.
  return sql<boolean>`(
    ${sql.join([...numbersOf(word).map(({ condition }) => condition), ...keysOf(word), ...insideNumbers(word)], sql` or `)}
    or coalesce((select type.words like ${part} ${inOrder === null ? sql`` : sql`or type.words like ${inOrder}`}
      ${kinds.length === 0 ? sql`` : sql`or type.kind = any(${kinds}::text[])`} from instrument_type type where type.id = instrument.type_id), false)
    or ${isNamed(text)}
    or ${hasPart('instrument.place', text)}
    or coalesce((select ${hasPart('place.name', text)} from place where place.id = instrument.place_id), false)
    or coalesce((select bool_or(division.name like ${part}) from division where division.code in (instrument.township, instrument.village)), false)
    or coalesce((select bool_or(${isCounty(sql.ref('government.name'), text)}) from organization government
      where government.kind = 'government' and government.region = instrument.region and government.region not like '%00'), false))`;
}

/** 如皋 and 如皋市 both name the county whose government is 如皋市人民政府. */
const isCounty = (name: RawBuilder<unknown>, text: string): RawBuilder<boolean> =>
  sql<boolean>`(${name} like ${`${text}人民政府`} or ${name} like ${`${text}_人民政府`})`;

/** Whether a row has a word that was looked up, whichever way the row was reached. */
export function hasWord(word: Word): RawBuilder<boolean> {
  if (word.counties.length > 0) return inCounties(word.counties);
  const anywhere = [
    ...numbersOf(word).map(({ condition }) => condition),
    ...keysOf(word),
    ...insideNumbers(word),
    hasPart('instrument.place', word.text),
    ...(word.holders === null ? [isNamed(word.text)] : []),
  ];
  return sql<boolean>`(${sql.join(anywhere, sql` or `)})`;
}

export const inCounties = (counties: readonly string[]): RawBuilder<boolean> => sql<boolean>`instrument.region = any(${counties}::text[])`;
