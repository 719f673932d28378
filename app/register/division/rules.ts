/** Townships and villages below the county, by the statistical codes for divisions 统计用区划代码. */
import type { Text } from '../../kernel/text.ts';

export const divisionLevels = {
  township: ['乡镇、街道', 'Township'],
  village: ['村、社区', 'Village'],
} as const satisfies Record<string, Text>;
export type DivisionLevel = keyof typeof divisionLevels;
export const divisionLevelNames = Object.keys(divisionLevels) as [DivisionLevel, ...DivisionLevel[]];

export const divisionStates = {
  current: ['现行', 'Current'],
  ended: ['已停用', 'Ended'],
} as const satisfies Record<string, Text>;
export type DivisionState = keyof typeof divisionStates;
export const divisionStateNames = Object.keys(divisionStates) as [DivisionState, ...DivisionState[]];

export const divisionChanges = {
  added: ['新增', 'New'],
  renamed: ['更名或改隶', 'Renamed or moved'],
  ended: ['停用', 'Ended'],
  resumed: ['恢复', 'Resumed'],
} as const satisfies Record<string, Text>;
export type DivisionChange = keyof typeof divisionChanges;
export const divisionChangeNames = Object.keys(divisionChanges) as [DivisionChange, ...DivisionChange[]];

/** Nine digits are a township, twelve a village; undefined for anything else. */
export const levelOf = (code: string): DivisionLevel | undefined =>
  /^\d{9}$/.test(code) ? 'township' : /^\d{12}$/.test(code) ? 'village' : undefined;

/** The township in which a village lies: the first nine digits. */
export const townshipOf = (code: string): string => code.slice(0, 9);

/** A row of a list of codes; `region` where the county is not the first six digits of the code. */
export type DivisionRow = { readonly code: string; readonly name: string; readonly region: string };

export type KnownDivision = DivisionRow & { readonly state: DivisionState };

export type Changed = {
  readonly change: DivisionChange;
  readonly code: string;
  readonly nameBefore: string | null;
  readonly nameAfter: string | null;
  readonly regionBefore: string | null;
  readonly regionAfter: string | null;
};

/**
 * What a newer list changes. A list speaks for the counties and levels of which it has rows, and for no others; villages of a township that has
 * ended end with it.
 */
export function changesOf(known: readonly KnownDivision[], listed: readonly DivisionRow[]): { changes: Changed[]; unchanged: number } {
  const byCode = new Map(known.map((one) => [one.code, one]));
  const inList = new Map(listed.map((row) => [row.code, row]));
  const spoken = new Set(listed.flatMap(({ code, region }) => [`${region} ${code.length}`, `${code.slice(0, 6)} ${code.length}`]));
  const changes: Changed[] = [];
  let unchanged = 0;
  for (const row of inList.values()) {
    const before = byCode.get(row.code);
    const same = before !== undefined && before.name === row.name && before.region === row.region;
    if (same && before.state === 'current') {
      unchanged += 1;
      continue;
    }
    changes.push({
      change: before === undefined ? 'added' : before.state === 'ended' ? 'resumed' : 'renamed',
      code: row.code,
      nameBefore: before?.name ?? null,
      nameAfter: row.name,
      regionBefore: before?.region ?? null,
      regionAfter: row.region,
    });
  }
  const endedTownships = new Set<string>();
  const missing = known
    .filter(({ code, state }) => state === 'current' && !inList.has(code))
    .sort((one, other) => one.code.length - other.code.length || one.code.localeCompare(other.code));
  for (const { code, name, region } of missing) {
    const isSpoken = spoken.has(`${region} ${code.length}`);
    if (!isSpoken && !endedTownships.has(townshipOf(code))) continue;
    if (code.length === 9) endedTownships.add(code);
    changes.push({ change: 'ended', code, nameBefore: name, nameAfter: null, regionBefore: region, regionAfter: null });
  }
  return { changes: changes.sort((one, other) => one.code.localeCompare(other.code)), unchanged };
}

/** Names of townships as people write them: 镇, 乡 and 街道 kept, the office after them left out. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(街道)(办事处|办)$/, '$1')
    .replace(/(社区)?(居民委员会|居委会)$/, (whole) => (whole.startsWith('社区') ? '社区' : ''))
    .replace(/(村民委员会|村委会)$/, '村')
    .replace(/村村$/, '村');
