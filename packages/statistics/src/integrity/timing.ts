/**
 * Times that cannot be: records shorter than the work can take, and work of one person, or with one standard, at two places at once.
 * One such record is often a slip of the clock or the pen. The share of honest slips is an assumption that the caller states; p is
 * the probability of so many or more of them.
 */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import { binomialAtLeast } from './chance.ts';
import { finding, notApplicable, type Finding, type Text } from './finding.ts';
import { checkLength } from './grid.ts';

/** Instants in milliseconds. `place` tells sites apart; a record without one is not compared for places. */
export type Work = {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly person?: string;
  readonly standard?: string;
  readonly place?: string;
};

const share: Text = ['所涉记录所占比例', 'share of records concerned'];

/** One record in a hundred with a wrong time. */
const usualSlips = 0.01;

function checked(records: readonly Work[]): void {
  checkLength(records, 'records');
  records.forEach(({ start, end }, index) => {
    if (!Number.isFinite(start) || !Number.isFinite(end))
      throw new InvalidInput(`records[${index}]`, ['时刻应为毫秒数', 'instants are numbers of milliseconds']);
    if (end < start) throw new InvalidInput(`records[${index}].end`, ['结束早于开始', 'the end lies before the start']);
  });
}

function checkSlips(slips: number): void {
  if (!(slips > 0 && slips < 1)) throw new InvalidInput('slips', ['失误率应在 0 与 1 之间', 'the share of slips lies between 0 and 1']);
}

const slipAssumption = (slips: number): Text => [
  `时刻的误记相互独立，比例不超过 ${Number((slips * 100).toPrecision(2))} %`,
  `slips in times are independent and at most ${Number((slips * 100).toPrecision(2))} % of records`,
];

/**
 * Records shorter than the work takes at least. Effect: their share.
 * @param minimum milliseconds below which the work cannot be done
 * @param slips share of honest records with a wrong time
 * @example shortDurations(records, 10 * 60_000).explanation[0]
 */
export function shortDurations(records: readonly Work[], minimum: number, slips: number = usualSlips): Finding {
  checked(records);
  checkSlips(slips);
  if (!(minimum > 0 && minimum < Infinity))
    throw new InvalidInput('minimum', ['最短用时必须大于 0', 'the least duration must be greater than 0']);
  const n = records.length;
  const assumptions: readonly Text[] = [
    ['最短用时对这些记录均适用', 'the least duration holds for all of these records'],
    slipAssumption(slips),
  ];
  if (n === 0) return notApplicable('short-duration', n, ['没有记录', 'there are no records'], share, assumptions);
  const short = records.filter(({ start, end }) => end - start < minimum);
  const shortest = short.reduce<Work | undefined>(
    (least, own) => (least === undefined || own.end - own.start < least.end - least.start ? own : least),
    undefined,
  );
  const minutes = (milliseconds: number): number => Number((milliseconds / 60_000).toFixed(1));
  const which: Text =
    shortest === undefined
      ? ['', '']
      : [
          `，最短的 ${shortest.id} 为 ${minutes(shortest.end - shortest.start)} min`,
          `, the shortest, ${shortest.id}, took ${minutes(shortest.end - shortest.start)} min`,
        ];
  return finding(
    'short-duration',
    [
      `${n} 份记录中有 ${short.length} 份用时少于 ${minutes(minimum)} min${which[0]}`,
      `Among ${n} records ${short.length} took less than ${minutes(minimum)} min${which[1]}`,
    ],
    { p: binomialAtLeast(short.length, n, slips), effect: short.length / n, n, measure: share, assumptions },
  );
}

/** More sites than anyone works at; the limit keeps hostile input from costing time. */
const mostPlaces = 1000;

/**
 * How many records must be wrong at least, about, for the rest to be possible: where two conflict, the one that ends later is set
 * aside, so that one wrong record that covers many counts once.
 */
function conflicts(records: readonly Work[], travel: number): { readonly count: number; readonly pair: readonly [Work, Work] | null } {
  const ordered = [...records].sort((a, b) => a.start - b.start || a.end - b.end);
  let [count, pair]: [number, readonly [Work, Work] | null] = [0, null];
  const latest = new Map<string | undefined, Work>();
  for (const own of ordered) {
    let elsewhere: Work | undefined;
    for (const other of latest.values()) {
      const isConflict = other.place !== own.place && own.start < other.end + travel;
      if (isConflict && (elsewhere === undefined || other.end > elsewhere.end)) elsewhere = other;
    }
    if (elsewhere !== undefined) {
      count += 1;
      pair ??= [elsewhere, own];
      if (elsewhere.end <= own.end) continue;
      latest.delete(elsewhere.place);
    }
    const here = latest.get(own.place);
    if (here === undefined || own.end > here.end) latest.set(own.place, own);
  }
  return { count, pair };
}

/**
 * Work of the same person, or with the same standard, at two places at once. Effect: share of records that must be wrong.
 * @param by whose work is looked at
 * @param travel milliseconds that the way between two places takes at least; 0 counts true overlaps only
 * @example overlappingWork(records, 'person').explanation[0]
 */
export function overlappingWork(records: readonly Work[], by: 'person' | 'standard', travel = 0, slips: number = usualSlips): Finding {
  checked(records);
  checkSlips(slips);
  if (!(travel >= 0 && travel < Infinity)) throw new InvalidInput('travel', ['路途用时不能为负', 'the time of the way cannot be negative']);
  const groups = new Map<string, Work[]>();
  for (const record of records) {
    const owner = record[by];
    if (owner === undefined || record.place === undefined) continue;
    const group = groups.get(owner) ?? [];
    group.push(record);
    groups.set(owner, group);
  }
  const compared = [...groups.values()];
  if (new Set(records.map(({ place }) => place)).size > mostPlaces) {
    throw new InvalidInput('records', [`地点多于 ${mostPlaces} 个，请分批检验`, `more than ${mostPlaces} places: test them in parts`]);
  }
  const n = compared.reduce((sum, group) => sum + group.length, 0);
  const assumptions: readonly Text[] = [
    [
      '地点不同的工作不能同时进行；起止时刻为实际工作时刻',
      'work at different places cannot go on at once; start and end are those of the work itself',
    ],
    slipAssumption(slips),
  ];
  if (compared.every((group) => new Set(group.map(({ place }) => place)).size < 2)) {
    return notApplicable(
      'overlapping-work',
      n,
      ['没有同一主体在不同地点的记录', 'no one has records at different places'],
      share,
      assumptions,
    );
  }
  const found = compared.map((group) => conflicts(group, travel));
  const count = found.reduce((sum, own) => sum + own.count, 0);
  const pair = found.reduce<readonly [Work, Work] | null>((first, own) => first ?? own.pair, null);
  const which: Text = pair === null ? ['', ''] : [`（如 ${pair[0].id} 与 ${pair[1].id}）`, ` (such as ${pair[0].id} and ${pair[1].id})`];
  const whose: Text = by === 'person' ? ['同一人员', 'the same person'] : ['同一标准器', 'the same standard'];
  return finding(
    'overlapping-work',
    [
      `${n} 份记录中有 ${count} 份与${whose[0]}在另一地点的工作时间冲突${which[0]}`,
      `Among ${n} records ${count} conflict in time with work of ${whose[1]} at another place${which[1]}`,
    ],
    { p: binomialAtLeast(count, n, slips), effect: count / n, n, measure: share, assumptions },
  );
}
