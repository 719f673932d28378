import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../../../platform/context.ts';
import { paired, type Reach } from './reach.ts';
import { alongNumbers, chained, ordered, ranged, type Range, type Walk } from './search-walk.ts';
import { inCounties, insideNumbers, isNamed, numbersOf, type Type, type Word } from './search-words.ts';

type Condition = RawBuilder<boolean>;

/** The narrowest equality that every row shares: an index begins with it. */
export type Ground =
  | { readonly kind: 'city' }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'township'; readonly township: string }
  | { readonly kind: 'holder'; readonly holder: string }
  | { readonly kind: 'pairs'; readonly pairs: Reach['pairs'] };

const id = { of: sql`instrument.id`, as: 'uuid' } as const;
const typeId = { of: sql`instrument.type_id`, as: 'bigint' } as const;
const region = { of: sql`instrument.region`, as: 'text' } as const;
const recordedAt = { of: sql`instrument.recorded_at`, as: 'timestamptz' } as const;

const groundCondition = (ground: Ground): Condition[] => {
  switch (ground.kind) {
    case 'city':
      return [];
    case 'region':
      return [sql<boolean>`instrument.region = ${ground.region}`];
    case 'township':
      return [sql<boolean>`instrument.township = ${ground.township}`];
    case 'holder':
      return [sql<boolean>`instrument.holder_id = ${ground.holder}`];
    case 'pairs':
      return [paired(ground.pairs)];
  }
};

const ofType = sql<boolean>`instrument.type_id = range.key::bigint`;

/** Rows of these types, type by type, on the narrowest ground; where the other words are at home in a region, that one first. */
export function walkTypes(types: readonly Type[], ground: Ground, conditions: readonly Condition[], homes: readonly string[] = []): Walk {
  const keys = types.map((type) => ({ key: String(type.id) }));
  switch (ground.kind) {
    case 'city': {
      if (homes.length === 0) return ranged(keys, ofType, [region, id], conditions);
      const atHome = keys.flatMap(({ key }) => homes.map((beside) => ({ key, beside })));
      const elsewhere = sql<boolean>`instrument.region <> all(${homes}::text[])`;
      return chained([
        ranged(atHome, sql<boolean>`${ofType} and instrument.region = range.beside`, [id], conditions),
        ranged(keys, ofType, [region, id], [...conditions, elsewhere]),
      ]);
    }
    case 'pairs': {
      const places = new Map<string, string[]>();
      for (const pair of ground.pairs) places.set(pair.kind, [...(places.get(pair.kind) ?? []), pair.region]);
      const ranges = types.flatMap(({ id: key, kind }): Range[] =>
        (places.get(kind) ?? []).map((beside) => ({ key: String(key), beside })),
      );
      return ranged(ranges, sql<boolean>`${ofType} and instrument.region = range.beside`, [id], conditions);
    }
    default:
      return ranged(keys, sql<boolean>`${sql.join([ofType, ...groundCondition(ground)], sql` and `)}`, [id], conditions);
  }
}

/** Rows of a ground, the newest first where an index has them so. */
export function walkGround(ground: Ground, conditions: readonly Condition[]): Walk {
  const all = [...groundCondition(ground), ...conditions];
  return ground.kind === 'township' ? ordered(all, [typeId, id]) : ordered(all, [recordedAt, id], 'desc');
}

const not = (condition: Condition): Condition => sql<boolean>`(${condition}) is not true`;

/**
 * All rows that have a word of which there are many, meaning by meaning: numbers that begin with it, its types, its holders, townships,
 * villages and places, numbers that have it inside. A row is given by the first meaning that it has.
 */
export function walkWord(word: Word, ground: Ground, demands: readonly Condition[], homes: readonly string[] = []): Walk {
  if (word.counties.length > 0) {
    const [county, ...more] = word.counties;
    return more.length === 0 && county !== undefined && ground.kind === 'city'
      ? walkGround({ kind: 'region', region: county }, demands)
      : walkGround(ground, [...demands, inCounties(word.counties)]);
  }
  const base = groundCondition(ground);
  const meanings: { readonly condition: Condition; readonly walk: (rest: readonly Condition[]) => Walk }[] = [];
  for (const { number, condition } of numbersOf(word))
    meanings.push({ condition, walk: (rest) => alongNumbers(number, [condition, ...base, ...rest]) });
  const { types, holders, townships, villages, places } = word;
  if (types.length > 0)
    meanings.push({
      condition: sql<boolean>`instrument.type_id = any(${types.map((type) => type.id)}::bigint[])`,
      walk: (rest) => walkTypes(types, ground, rest, homes),
    });
  if (holders === null) {
    const named = isNamed(word.text);
    meanings.push({ condition: named, walk: (rest) => walkGround(ground, [named, ...rest]) });
  } else if (holders.length > 0) {
    const match = sql<boolean>`instrument.holder_id = range.key::uuid`;
    meanings.push({
      condition: sql<boolean>`instrument.holder_id = any(${holders}::uuid[])`,
      walk: (rest) =>
        ranged(
          holders.map((key) => ({ key })),
          match,
          [typeId, id],
          [...base, ...rest],
        ),
    });
  }
  const keyed = (keys: readonly string[], column: 'township' | 'village' | 'placeId', within: Parameters<typeof ranged>[2]): void => {
    const of = sql.ref(`instrument.${column}`);
    const as = sql.raw(column === 'placeId' ? 'uuid' : 'text');
    if (keys.length > 0)
      meanings.push({
        condition: sql<boolean>`${of} = any(${keys}::${as}[])`,
        walk: (rest) =>
          ranged(
            keys.map((key) => ({ key })),
            sql<boolean>`${of} = range.key::${as}`,
            within,
            [...base, ...rest],
          ),
      });
  };
  keyed(townships, 'township', [typeId, id]);
  keyed(villages, 'village', [id]);
  keyed(places, 'placeId', [id]);
  for (const condition of insideNumbers(word, ground.kind === 'region' ? ground.region : undefined))
    meanings.push({ condition, walk: (rest) => ordered([condition, ...base, ...rest], [id]) });
  return chained(meanings.map(({ walk }, n) => walk([...demands, ...meanings.slice(0, n).map(({ condition }) => not(condition))])));
}

export const listTypesOf = async (db: Db, kinds: readonly string[]): Promise<Type[]> => {
  const { rows } = await sql<Type>`select id, kind from instrument_type where kind = any(${kinds}::text[]) order by id`.execute(db);
  return rows.map(({ id: key, kind }) => ({ id: Number(key), kind }));
};

/** What an organization reaches besides its ground: what it recorded and what it was asked to verify. */
export function walkOwn(organization: string, ground: Ground, conditions: readonly Condition[]): Walk {
  const beyond = groundCondition(ground).map(not);
  const holds = sql<boolean>`instrument.holder_id = ${organization}`;
  const recorded = sql<boolean>`instrument.registrar_id = ${organization}`;
  const asked = sql<boolean>`instrument.id in (select instrument_id from instrument_reader where organization_id = ${organization})`;
  return chained([
    ...(ground.kind === 'holder' ? [] : [ordered([holds, ...beyond, ...conditions], [recordedAt, id], 'desc')]),
    ordered([recorded, not(holds), ...beyond, ...conditions], [id]),
    ordered([asked, not(holds), not(recorded), ...beyond, ...conditions], [id]),
  ]);
}
