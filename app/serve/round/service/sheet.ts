import type { Download } from '../../../kernel/endpoint.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Context } from '../../../platform/context.ts';
import { finishWorkbook, frozen, landscape, openWorkbook } from '../../../platform/workbook.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/instrument/rules.ts';
import { openPaper, type Paper } from '../../../register/instrument/service/paper.ts';
import { roundProblems } from '../contract/problems.ts';
import { minutesOf } from '../rules/minutes.ts';
import { listItems, listStops, type ListedItem } from '../store/item.ts';
import { listPeople, listSlots, type SlotRow } from '../store/slot.ts';
import type { RoundRow } from '../store/round.ts';
import { recordedMinutes, workOf } from './setting.ts';

type Line = { readonly slot: SlotRow; readonly address: string; readonly minutes: number; readonly items: readonly ListedItem[] };
type Trip = { readonly title: string; readonly people: string; readonly lines: readonly Line[] };

const kindWord = (kind: string): string => instrumentKinds[kind as InstrumentKind]?.text[0] ?? kind;

/** The sheets of the days, in Chinese as the people of the institute carry them; at most what a round holds. */
async function tripsOf(ctx: Context, row: RoundRow, day: string | undefined): Promise<Trip[]> {
  const { scope } = ctx.caller;
  const slots = (await listSlots(ctx.db, scope, row.id)).filter((slot) => day === undefined || slot.day === day);
  if (slots.length === 0) throw new Problem(roundProblems.empty);
  const { rows } = await listItems(ctx.db, scope, row.id, { day, state: 'in', limit: 20_000 });
  const stops = new Map((await listStops(ctx.db, scope, row.id)).map((stop) => [stop.id, stop]));
  const recorded = await recordedMinutes(ctx, row.instituteId);
  const inside = scope.kind !== 'organization' || scope.organization === row.instituteId;
  const persons = new Map(
    (inside
      ? await listPeople(
          ctx.db,
          row.instituteId,
          row.setting.teams.flatMap((team) => team.persons),
        )
      : []
    ).map(({ id, name }) => [id, name]),
  );
  const bySlot = new Map<string, ListedItem[]>();
  for (const item of rows) if (item.slotId !== null) bySlot.set(item.slotId, [...(bySlot.get(item.slotId) ?? []), item]);
  const trips = new Map<string, { people: string; lines: Line[] }>();
  for (const slot of slots) {
    const title = `${slot.day} ${slot.team === null ? (slot.benchName ?? '') : `第 ${slot.team} 组`}`;
    const team = slot.team === null ? undefined : row.setting.teams[slot.team - 1];
    const trip = trips.get(title) ?? { people: (team?.persons ?? []).flatMap((id) => persons.get(id) ?? []).join('、'), lines: [] };
    trip.lines.push({
      slot,
      address: stops.get(slot.stopId)?.address ?? '',
      minutes: workOf(slot.kinds, recorded),
      items: bySlot.get(slot.id) ?? [],
    });
    trips.set(title, trip);
  }
  return [...trips].map(([title, trip]) => ({ title, ...trip }));
}

const head = [
  '序号',
  '场所',
  '地址',
  '使用单位',
  '器具编码',
  '种类',
  '名称',
  '型号规格',
  '出厂编号',
  '使用地点',
  '到期日',
  '预计用时（分钟）',
  '备注',
];
const widths = [6, 24, 30, 26, 20, 16, 16, 14, 16, 20, 12, 10, 18];

async function toWorkbook(row: RoundRow, trips: readonly Trip[], name: string, recorded: ReadonlyMap<string, number>): Promise<Download> {
  const book = await openWorkbook();
  for (const { title, people, lines } of trips) {
    const sheet = book.addWorksheet(title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
      views: [frozen(3)],
      pageSetup: landscape,
    });
    sheet.columns = widths.map((width) => ({ width }));
    sheet.addRow([`${row.name} ${title}`]).font = { bold: true, size: 14 };
    sheet.addRow([people === '' ? row.instituteName : `${row.instituteName} 检定人员：${people}`]);
    sheet.addRow(head).font = { bold: true };
    for (const { slot, address, items } of lines)
      for (const item of items)
        sheet.addRow([
          slot.position,
          slot.stopName,
          address,
          item.holderName,
          item.code,
          kindWord(item.kind),
          item.name,
          item.model,
          item.serial,
          item.place,
          item.dueOn ?? '从未检定',
          minutesOf(recorded, item.kind).minutes,
          '',
        ]);
    sheet.eachRow((line) => (line.alignment = { wrapText: line.number > 3, vertical: 'top' }));
  }
  return finishWorkbook(book, name);
}

function printTrip(page: Paper, row: RoundRow, { title, people, lines }: Trip): void {
  page.font('bold').fontSize(15).fillColor('#1b2733').text(`${row.name}`, { align: 'center' });
  page
    .font('regular')
    .fontSize(10.5)
    .text(`${row.instituteName}　${title}${people === '' ? '' : `　检定人员：${people}`}`, { align: 'center' });
  page.moveDown(0.8);
  for (const { slot, address, minutes, items } of lines) {
    page.font('bold').fontSize(11.5).text(`${slot.position}. ${slot.stopName}　${slot.count} 台，约 ${minutes} 分钟`);
    if (address !== '' && address !== slot.stopName) page.font('regular').fontSize(9.5).fillColor('#3b4754').text(address);
    page.font('regular').fontSize(9.5).fillColor('#1b2733');
    for (const item of items)
      page.text(
        `□ ${item.code}　${kindWord(item.kind)}　${item.model}　${item.serial}　${item.holderName}　${item.place}　${item.dueOn ?? '从未检定'}`,
        { indent: 12, lineGap: 2 },
      );
    page.moveDown(0.6);
  }
  page.fontSize(8.5).fillColor('#5b6673').text('用时与行程为估计；□ 检定后勾选。', { lineGap: 2 });
}

/** What goes into the van or hangs at the bench: places in their order with addresses, instruments with codes, minutes. */
export async function routeSheet(ctx: Context, row: RoundRow, format: 'xlsx' | 'pdf', day: string | undefined): Promise<Download> {
  const trips = await tripsOf(ctx, row, day);
  const name = `${row.name} ${row.way === 'on-site' ? '路线单' : '台位单'}${day === undefined ? '' : ` ${day}`}`;
  if (format === 'xlsx') return toWorkbook(row, trips, name, await recordedMinutes(ctx, row.instituteId));
  const { page, finish } = await openPaper({ size: 'A4', margin: 48, title: name, at: ctx.now });
  trips.forEach((trip, index) => {
    if (index > 0) page.addPage();
    printTrip(page, row, trip);
  });
  return { name: `${name}.pdf`, type: 'application/pdf', bytes: await finish() };
}
