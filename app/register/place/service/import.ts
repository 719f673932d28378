import { addDays } from '../../../kernel/day.ts';
import { printCursor, readCursor } from '../../../kernel/page.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Text } from '../../../kernel/text.ts';
import type { Context, Service } from '../../../platform/context.ts';
import { matchDivision, townshipsOf, villagesOf } from '../../division/service.ts';
import type { Division } from '../../division/contract.ts';
import { getFiles } from '../../file/service.ts';
import { regionNameOf } from '../../organization/rules.ts';
import { organizationService } from '../../organization/service.ts';
import { placeProblems, type placeEndpoints } from '../contract.ts';
import { mayBeSame, placeKindNames, placeKinds, type PlaceKind } from '../rules.ts';
import * as store from '../store.ts';
import { reachOf } from './place.ts';
import { recordPlaces, type NewPlace } from './record.ts';
import { readRows, writeRefused, writeTemplate, type ListedRow } from './workbook.ts';

type Names = 'downloadPlaceTemplate' | 'importPlaces' | 'listPlaceImports' | 'downloadPlaceRefusals';

type County = { readonly code: string; readonly names: readonly string[] };

/** Everything that many rows ask for, asked once. */
type Lookup = {
  readonly ctx: Context;
  readonly counties: readonly County[];
  readonly reached: Map<string, Promise<boolean>>;
  readonly townships: Map<string, Promise<Division[]>>;
  readonly villages: Map<string, Promise<Division[]>>;
  readonly neighbours: Map<string, Promise<store.Neighbour[]>>;
};

function once<Value>(map: Map<string, Promise<Value>>, key: string, ask: () => Promise<Value>): Promise<Value> {
  const known = map.get(key);
  if (known !== undefined) return known;
  const asked = ask();
  map.set(key, asked);
  return asked;
}

async function openLookup(ctx: Context): Promise<Lookup> {
  const { items } = await organizationService.listOrganizations({ query: { kind: 'government', limit: 200 } }, ctx);
  const counties = items.map((government) => ({ code: government.region, names: [...regionNameOf(government), government.name] }));
  return { ctx, counties, reached: new Map(), townships: new Map(), villages: new Map(), neighbours: new Map() };
}

/** A day as lists have it: 2021-03-01, 2021/3/1, 2021.3.1, 2021年3月1日, 20210301, or the number of a spreadsheet (44256). */
export function readDay(text: string): string | undefined {
  // Spreadsheets count days from 1899-12-30.
  if (/^[2-6]\d{4}$/.test(text.trim())) return addDays('1899-12-30', Number(text.trim()));
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').trim()) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const parsed = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== written ? undefined : written;
}

const kindOfWord = (word: string): PlaceKind | undefined =>
  placeKindNames.find((kind) => kind === word || (placeKinds[kind] as Text).includes(word));

type Read = { readonly place: NewPlace } | { readonly faults: readonly Text[] };

/** One row as a place, or everything that is wrong with it. */
async function readRow(lookup: Lookup, cells: Readonly<Record<string, string>>): Promise<Read> {
  const { ctx } = lookup;
  const cell = (id: string): string => cells[id] ?? '';
  const faults: Text[] = [];
  const kind = kindOfWord(cell('kind'));
  if (kind === undefined) faults.push(['类型不在列表中', 'The kind is none of the list']);
  if (cell('name').length < 2 || cell('name').length > 100) faults.push(['名称空缺或过长', 'The name is missing or too long']);
  if (cell('address').length > 200) faults.push(['地址过长', 'The address is too long']);
  const county = lookup.counties.find(({ code, names }) => code === cell('region') || names.includes(cell('region')));
  const region = county?.code ?? (/^\d{6}$/.test(cell('region')) ? cell('region') : undefined);
  if (region === undefined) faults.push(['没有这个县（市、区）', 'There is no such county']);
  else if (!(await once(lookup.reached, region, () => store.reachesRegion(ctx.db, reachOf(ctx), region))))
    faults.push(['不在您办理的区域内', 'You do not record places there']);
  const township = await readTownship(lookup, region, cell('township'), faults);
  const village = await readVillage(lookup, township, cell('village'), faults);
  const [longitude, latitude] = readDegrees(cell('longitude'), cell('latitude'), faults);
  const openedOn = cell('openedOn') === '' ? null : readDay(cell('openedOn'));
  if (openedOn === undefined || (openedOn !== null && openedOn > ctx.today)) faults.push(['开业日期不正确', 'The day of opening is wrong']);
  const operator = cell('operator') === '' ? null : await store.findOperator(ctx.db, cell('operator').toUpperCase());
  if (operator === undefined) faults.push(placeProblems.operatorUnknown.text);
  if (faults.length > 0 || kind === undefined || region === undefined) return { faults };
  return {
    place: {
      kind,
      name: cell('name'),
      organizationId: operator?.id ?? null,
      region,
      township,
      village,
      address: cell('address'),
      longitude,
      latitude,
      openedOn: openedOn ?? null,
    },
  };
}

async function readTownship(lookup: Lookup, region: string | undefined, written: string, faults: Text[]): Promise<string | null> {
  if (written === '' || region === undefined) return null;
  const among = await once(lookup.townships, region, () => townshipsOf(lookup.ctx, region));
  const found = matchDivision(among, written);
  if (found === undefined) faults.push(['该县（市、区）没有这个乡镇（街道）', 'The county has no such township']);
  return found?.code ?? null;
}

async function readVillage(lookup: Lookup, township: string | null, written: string, faults: Text[]): Promise<string | null> {
  if (written === '') return null;
  if (township === null) {
    faults.push(['填写村（社区）须同时填写乡镇（街道）', 'A village needs its township']);
    return null;
  }
  const found = matchDivision(await once(lookup.villages, township, () => villagesOf(lookup.ctx, township)), written);
  if (found === undefined) faults.push(['该乡镇没有这个村（社区）', 'The township has no such village']);
  return found?.code ?? null;
}

function readDegrees(longitude: string, latitude: string, faults: Text[]): [string | null, string | null] {
  if (longitude === '' && latitude === '') return [null, null];
  const isRight = (text: string, most: number): boolean => /^-?\d{1,3}(\.\d{1,10})?$/.test(text) && Math.abs(Number(text)) <= most;
  if (isRight(longitude, 180) && isRight(latitude, 90)) return [Number(longitude).toFixed(6), Number(latitude).toFixed(6)];
  faults.push(['经度、纬度须同时填写且为十进制度', 'Longitude and latitude are both needed, in decimal degrees']);
  return [null, null];
}

const keyOf = ({ region, kind, name }: { region: string; kind: string; name: string }): string => `${region}\n${kind}\n${name}`;

type Sorted = { readonly places: NewPlace[]; known: number; readonly remarks: store.Remark[] };

async function sortRows(ctx: Context, rows: readonly ListedRow[]): Promise<Sorted> {
  const lookup = await openLookup(ctx);
  const sorted: Sorted = { places: [], known: 0, remarks: [] };
  const seen = new Set<string>();
  for (const { row, cells } of rows) {
    const read = await readRow(lookup, cells);
    if ('faults' in read) {
      sorted.remarks.push({ row, cells, taken: false, texts: [...read.faults] });
      continue;
    }
    const { place } = read;
    const neighbours = await once(lookup.neighbours, place.region, () => store.listNeighbours(ctx.db, place.region));
    if (seen.has(keyOf(place))) {
      sorted.remarks.push({ row, cells, taken: false, texts: [['名单内重复', 'It stands in the list twice']] });
    } else if (neighbours.some((one) => keyOf({ ...one, region: place.region }) === keyOf(place))) {
      sorted.known += 1;
    } else {
      const similar = neighbours.filter((one) => mayBeSame(place, one)).slice(0, 3);
      if (similar.length > 0) {
        const names = similar.map(({ name }) => name);
        sorted.remarks.push({
          row,
          cells,
          taken: true,
          texts: [[`已导入，请核对是否与已登记的重复：${names.join('、')}`, `Taken; compare it with those recorded: ${names.join(', ')}`]],
        });
      }
      sorted.places.push(place);
    }
    seen.add(keyOf(place));
  }
  return sorted;
}

const shownRemarks = 200;

const toImport = (row: store.ImportRow, ctx: Context) => {
  const remarks = row.refused as unknown as store.Remark[];
  return {
    id: row.id as never,
    file: { id: row.fileId as never, name: row.fileName },
    taken: row.taken,
    known: row.known,
    refused: remarks.filter(({ taken }) => !taken).length,
    remarks: remarks.slice(0, shownRemarks).map(({ row: number, cells, taken, texts }) => ({
      row: number,
      name: (cells['name'] ?? '').slice(0, 100),
      taken,
      remark: texts.map((text) => inLanguage(text, ctx.language)).join(ctx.language === 'zh' ? '；' : '; '),
    })),
    person: row.personName ?? '',
    recordedAt: row.recordedAt,
  };
};

async function getImport(ctx: Context, id: string): Promise<store.ImportRow> {
  const row = await store.findImport(ctx.db, ctx.caller.organizationId, id);
  if (row === undefined) throw new Problem(platformProblems.notFound);
  return row;
}

export const importService: Pick<Service<typeof placeEndpoints>, Names> = {
  downloadPlaceTemplate: (_call, ctx) => writeTemplate(ctx.language),

  async importPlaces({ body }, ctx) {
    const [card] = await getFiles(ctx, [body.file]);
    const rows = card && (await readRows(await ctx.files.read(card.digest)));
    if (rows === undefined || rows.length === 0) throw new Problem(placeProblems.unreadable);
    const { places, known, remarks } = await sortRows(ctx, rows);
    const recorded = await recordPlaces(ctx, places);
    const id = ctx.newId();
    await store.insertImport(ctx.db, {
      id,
      fileId: body.file,
      organizationId: ctx.caller.organizationId,
      region: ctx.caller.region,
      personId: ctx.caller.personId,
      taken: recorded.length,
      // What another import recorded at the same time is known as well.
      known: known + places.length - recorded.length,
      refused: JSON.stringify(remarks),
      demonstration: ctx.demonstration,
      recordedAt: ctx.now,
    });
    ctx.record({ kind: 'place.imported', subject: id, detail: { taken: recorded.length, known, refused: remarks.length } });
    return toImport(await getImport(ctx, id), ctx);
  },

  async listPlaceImports({ query }, ctx) {
    const { rows, total } = await store.listImports(ctx.db, ctx.caller.organizationId, { ...query, after: readCursor(query.after) });
    const items = rows.slice(0, query.limit);
    const last = items[items.length - 1];
    return {
      items: items.map((row) => toImport(row, ctx)),
      next: rows.length > query.limit && last ? printCursor({ at: last.recordedAt, id: last.id }) : null,
      total,
    };
  },

  async downloadPlaceRefusals({ params }, ctx) {
    const remarks = ((await getImport(ctx, params.id)).refused as unknown as store.Remark[]).filter(({ taken }) => !taken);
    return writeRefused(
      remarks.map(({ row, cells, texts }) => ({ row, cells, remark: texts.map((text) => inLanguage(text, ctx.language)).join('；') })),
      ctx.language,
    );
  },
};
