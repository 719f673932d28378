import type pg from 'pg';
import type { PersonName } from '../test/support/story.ts';
import { idOf } from './generate-ledger.ts';
import { brand, kinds, pick, randomOf, regions, trades } from './invented-ledger.ts';

export type Question = { readonly kind: string; readonly who: PersonName; readonly address: string };

/** Who asks: the whole city, a county, an institute by its designations, a holder. */
const askers = ['cityRegulator', 'countyRegulator', 'technician', 'holder'] as const satisfies readonly PersonName[];

const cut = (text: string, from: number, length: number): string => text.slice(from, from + length);

/** What people type, from rows that there are: many different words of each kind. */
export async function searchQuestions(client: pg.Client, instruments: number, each: number): Promise<Question[]> {
  const random = randomOf(99);
  // Ids follow the rows, so that every so many-th is a sample of all.
  const { rows: sample } = await client.query<{ serial: string; model: string; code: string; old: string | null; holder: string }>(
    `SELECT instrument.serial, instrument.model, instrument.code, instrument.old_number AS old, organization.name AS holder
     FROM instrument JOIN organization ON organization.id = instrument.holder_id WHERE instrument.id = ANY($1::uuid[])`,
    [Array.from({ length: 1000 }, (_, n) => idOf(3, Math.floor((n * instruments) / 1000)))],
  );
  const { rows: former } = await client.query<{ name: string }>('SELECT name FROM organization_name ORDER BY organization_id LIMIT $1', [
    each,
  ]);
  const common = ['电子', '水表', '压力', '智能', '燃气', '血压', '体温', '衡器', '仪表', '计价', '远传', '费控', '防水', '充电'];
  const rare = ['焦度', '容重', '案秤', '容重', '地衡', '验光', '心电', '镜片', '吊秤', '精密'];
  const long = [...new Set(kinds.flatMap(([, , names]) => [...names])), '电子秤', '体温枪', '出租车'];
  const words: Record<string, (n: number) => string> = {
    'two characters, common': (n) => common[n % common.length] ?? '',
    'two characters, rare': (n) => rare[n % rare.length] ?? '',
    'three characters and more': (n) => long[n % long.length] ?? '',
    'part of a model': (n) => cut(sample[n % sample.length]?.model ?? '', n % 2, 4),
    'part of a serial number': (n) => cut(sample[n % sample.length]?.serial ?? '', n % 4, 3 + (n % 4)),
    'beginning or end of a serial number': (n) => {
      const { serial = '' } = sample[n % sample.length] ?? {};
      return n % 2 === 0 ? serial.slice(0, 2) : serial.slice(-2);
    },
    "part of a holder's name": (n) => cut(sample[n % sample.length]?.holder ?? '', n % 5, 2 + (n % 4)),
    'a trade or a firm': (n) => (n % 3 === 0 ? pick(trades, random)[0] : brand(random)),
    'former name': (n) => cut(former[n % former.length]?.name ?? '', 0, 4 + (n % 3)),
    'old number': (n) => sample.filter(({ old }) => old !== null)[n % 50]?.old?.slice(0, 5 + (n % 4)) ?? '旧',
    code: (n) => (sample[n % sample.length]?.code ?? '').slice(0, n % 2 === 0 ? 16 : 13),
    'two words': (n) => `${pick([...common, ...long], random)} ${n % 2 === 0 ? pick(regions, random).name : pick(trades, random)[0]}`,
    'a word that nothing has': (n) => pick(['龘龘', '不存在的名称', 'zzqqxx', '饕餮机', '999999999999999'], random) + (n % 7),
    'no word': () => '',
  };
  return Object.entries(words).flatMap(([kind, word]) =>
    Array.from({ length: each }, (_, n) => ({
      kind,
      who: askers[n % askers.length] ?? 'cityRegulator',
      address: `/api/instruments?${new URLSearchParams({ q: word(n), ...filterOf(n) }).toString()}`,
    })),
  );
}

/** Every fifth question has a filter as well, as a link of a page would. */
const filterOf = (n: number): Record<string, string> =>
  n % 5 > 0
    ? {}
    : (([{ standing: 'overdue' }, { kind: 'price-computing-scale' }, { status: 'in-use' }, { use: 'trade' }] as const)[(n / 5) % 4] ?? {});
