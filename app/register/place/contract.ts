import { z } from 'zod';
import { Day, Instant } from '../../kernel/day.ts';
import { endpoint } from '../../kernel/endpoint.ts';
import { FileId, id, OrganizationId } from '../../kernel/id.ts';
import { listQuery, pageOf } from '../../kernel/page.ts';
import { platformProblems, problems } from '../../kernel/problem.ts';
import { Township, Village } from '../division/contract.ts';
import { TimelineEvent } from '../event/contract.ts';
import { placeKindNames, placeStateNames } from './rules.ts';

export const PlaceId = id('place');
export type PlaceId = z.infer<typeof PlaceId>;
export const PlaceImportId = id('place import');
const Region = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ description: 'GB/T 2260 code' });

export const placeProblems = problems('place', {
  recordedAlready: {
    kind: 'conflict',
    text: ['该场所已登记', 'This place is recorded already'],
    next: [
      '请打开已有记录；同一县（市、区）同一类型的名称不能重复',
      'Open the existing record; a name does not repeat within a county and kind',
    ],
  },
  similar: {
    kind: 'conflict',
    text: ['已有相近的场所', 'There are similar places'],
    next: [
      '请核对所列记录；确认不是同一场所的，选择“已核对”后再提交',
      'Compare with those named; when it is another place, say that you have compared',
    ],
  },
  operatorUnknown: {
    kind: 'invalid',
    text: ['没有这个统一社会信用代码的单位', 'No organization has this credit code'],
    next: ['请核对代码，或留空', 'Check the code, or leave it blank'],
  },
  closed: {
    kind: 'conflict',
    text: ['该场所已关闭', 'The place has closed'],
    next: ['请刷新查看当前状态', 'Reload to see its state'],
  },
  unreadable: {
    kind: 'invalid',
    text: ['文件不是按模板填写的名单', 'The file does not follow the template'],
    next: [
      '请下载模板填写，或上传列名与模板相同的 CSV（UTF-8 或 GBK），不超过 5000 行',
      'Use the template, or a CSV (UTF-8 or GBK) with its headings, of at most 5,000 rows',
    ],
  },
});

const Named = z.object({ code: z.string(), name: z.string() });
const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,6})?$/)
    .refine((text) => Math.abs(Number(text)) <= most, { error: `−${most} … ${most}` })
    .meta({ description: 'degrees, at most six decimals, CGCS2000' });

export const Place = z.object({
  id: PlaceId,
  kind: z.enum(placeKindNames),
  name: z.string(),
  organization: z.object({ id: OrganizationId, name: z.string() }).nullable(),
  region: Region,
  township: Named.nullable(),
  village: Named.nullable(),
  address: z.string(),
  longitude: z.string().nullable(),
  latitude: z.string().nullable(),
  openedOn: Day.nullable(),
  closedOn: Day.nullable(),
  state: z.enum(placeStateNames),
  /** Instruments in the ledger that stand here and are not scrapped, as far as the caller may see them. */
  instruments: z.number().int(),
  version: z.number().int(),
  demonstration: z.boolean(),
  recordedAt: Instant,
});
export type Place = z.infer<typeof Place>;

const params = z.object({ id: PlaceId });
const reason = z.string().trim().min(2).max(200);
const filter = {
  kind: z.enum(placeKindNames).optional(),
  region: Region.optional(),
  township: Township.optional(),
  village: Village.optional(),
  state: z.enum(placeStateNames).optional(),
  organization: OrganizationId.optional(),
  without: z.enum(['instruments', 'township', 'coordinates']).optional().meta({ description: 'only places without these' }),
};

const description = z.object({
  kind: z.enum(placeKindNames),
  name: z.string().trim().min(2).max(100),
  operatorCreditCode: z.string().length(18).nullable().default(null).meta({ description: 'who runs it, where known' }),
  region: Region,
  township: Township.nullable().default(null),
  village: Village.nullable().default(null),
  address: z.string().trim().max(200).default(''),
  longitude: degrees(180).nullable().default(null),
  latitude: degrees(90).nullable().default(null),
  openedOn: Day.nullable().default(null),
  /** The caller has compared it with similar places. */
  compared: z.boolean().default(false),
});

const Import = z.object({
  id: PlaceImportId,
  file: z.object({ id: FileId, name: z.string() }),
  taken: z.number().int(),
  known: z.number().int(),
  refused: z.number().int(),
  /** Rows that were refused, and rows that were taken and may be a place that is there already; the first 200. */
  remarks: z.array(z.object({ row: z.number().int(), name: z.string(), taken: z.boolean(), remark: z.string() })),
  person: z.string(),
  recordedAt: Instant,
});

export const placeEndpoints = {
  listPlaces: endpoint({
    method: 'GET',
    path: '/places',
    permit: 'place.read',
    rows: 'own',
    summary: ['使用场所', 'Places of use'],
    query: z.object({ ...listQuery, ...filter }),
    reply: pageOf(Place),
  }),
  exportPlaces: endpoint({
    method: 'GET',
    path: '/places/list',
    permit: 'place.read',
    rows: 'own',
    summary: ['导出使用场所', 'Export places of use'],
    query: z.object({ q: listQuery.q, ...filter }),
    reply: 'file',
  }),
  listPlaceChoices: endpoint({
    method: 'GET',
    path: '/places/choices',
    permit: 'place.read',
    rows: 'shared',
    summary: ['可选的使用场所（名称与地址）', 'Places to choose from: names and addresses'],
    query: z.object({
      q: listQuery.q,
      region: Region,
      kind: z.enum(placeKindNames).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: z.object({
      items: z.array(
        z.object({
          id: PlaceId,
          kind: z.enum(placeKindNames),
          name: z.string(),
          region: Region,
          township: Named.nullable(),
          village: z.string().nullable(),
          address: z.string(),
        }),
      ),
    }),
  }),
  downloadPlaceTemplate: endpoint({
    method: 'GET',
    path: '/places/template',
    permit: 'place.record',
    rows: 'shared',
    summary: ['下载场所名单模板', 'The template of a list of places'],
    reply: 'file',
  }),
  readPlace: endpoint({
    method: 'GET',
    path: '/places/:id',
    permit: 'place.read',
    rows: 'own',
    summary: ['一处使用场所与其中的器具', 'One place and what stands there'],
    params,
    reply: Place.extend({
      registrar: z.string(),
      operatorCreditCode: z.string().nullable(),
      standing: z.array(
        z.object({
          kind: z.string(),
          inLedger: z.number().int(),
          neverVerified: z.number().int(),
          failed: z.number().int(),
          overdue: z.number().int(),
        }),
      ),
      allowed: z.array(z.enum(['correct', 'close'])),
      timeline: z.array(TimelineEvent),
    }),
    problems: [platformProblems.notFound],
  }),
  recordPlace: endpoint({
    method: 'POST',
    path: '/places',
    permit: 'place.record',
    rows: 'own',
    summary: ['登记使用场所', 'Record a place of use'],
    body: description,
    reply: Place,
    problems: [placeProblems.recordedAlready, placeProblems.similar, placeProblems.operatorUnknown],
  }),
  correctPlace: endpoint({
    method: 'POST',
    path: '/places/:id/correction',
    permit: 'place.record',
    rows: 'own',
    summary: ['更正场所（保留经过）', 'Correct a place; the history is kept'],
    params,
    body: description.extend({
      closedOn: Day.nullable().default(null).meta({ description: 'null: it is open' }),
      version: z.number().int().min(1),
      reason,
    }),
    reply: Place,
    problems: [placeProblems.recordedAlready, placeProblems.similar, placeProblems.operatorUnknown],
  }),
  closePlace: endpoint({
    method: 'POST',
    path: '/places/:id/closing',
    permit: 'place.record',
    rows: 'own',
    summary: ['登记场所关闭', 'Record that a place has closed'],
    params,
    body: z.object({ lastDay: Day, reason }),
    reply: Place,
    problems: [placeProblems.closed],
  }),
  importPlaces: endpoint({
    method: 'POST',
    path: '/place-imports',
    permit: 'place.record',
    rows: 'own',
    summary: ['导入场所名单', 'Import a list of places'],
    body: z.object({ file: FileId }),
    reply: Import,
    problems: [platformProblems.notFound, placeProblems.unreadable],
  }),
  listPlaceImports: endpoint({
    method: 'GET',
    path: '/place-imports',
    permit: 'place.record',
    rows: 'own',
    summary: ['场所名单的导入', 'Imports of lists of places'],
    query: z.object({ limit: listQuery.limit, after: listQuery.after }),
    reply: pageOf(Import),
  }),
  downloadPlaceRefusals: endpoint({
    method: 'GET',
    path: '/place-imports/:id/refusals',
    permit: 'place.record',
    rows: 'own',
    summary: ['未导入的行及备注（同模板）', 'The rows not taken, with remarks, in the template’s layout'],
    params: z.object({ id: PlaceImportId }),
    reply: 'file',
    problems: [platformProblems.notFound],
  }),
};
