import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import type { CustodyItem, Slip } from '../contract/shapes.ts';
import { conditions, type slipSizes } from '../rules.ts';
import { drawCode, openPaper, type Paper } from '../../../register/instrument/service/paper.ts';

type Size = (typeof slipSizes)[number];
export type SlipSheet = {
  readonly slip: Slip;
  readonly items: readonly CustodyItem[];
  readonly pickUpCode: string;
  readonly language: Language;
};

const colour = { ink: '#1b2733', soft: '#51606f', line: '#8f9aa6', head: '#eef1f5', red: '#a32020' } as const;

const columns: readonly {
  readonly text: Text;
  readonly share: number;
  readonly cell: (item: CustodyItem, say: (text: Text) => string) => string;
}[] = [
  { text: ['标签号', 'Label'], share: 8, cell: ({ label }) => label.slice(label.lastIndexOf('-') + 1) },
  { text: ['器具名称', 'Instrument'], share: 20, cell: ({ instrument }) => instrument.name },
  { text: ['型号 / 出厂编号', 'Model / serial'], share: 22, cell: ({ instrument }) => `${instrument.model} / ${instrument.serial}` },
  { text: ['器具编码', 'Code'], share: 22, cell: ({ instrument }) => instrument.code },
  {
    text: ['状况', 'Condition'],
    share: 16,
    cell: ({ condition, conditionNote }, say) => [say(conditions[condition]), conditionNote].filter(Boolean).join('：'),
  },
  { text: ['附件', 'Accessories'], share: 14, cell: ({ accessories }) => (accessories === '' ? '/' : accessories) },
  { text: ['件数', 'Pieces'], share: 8, cell: ({ pieces }) => String(pieces) },
  { text: ['应办结日', 'Due by'], share: 13, cell: ({ dueBy }) => dueBy ?? '/' },
];

/** What the slip says beside the table, as pairs of label and value. */
export function factsOf({ slip, pickUpCode }: SlipSheet): readonly (readonly [Text, string])[] {
  return [
    [['收样单号', 'Slip'], slip.number],
    [['收样日期', 'Received on'], slip.receivedOn],
    [['检定机构', 'Institute'], slip.institute.name],
    [['使用单位', 'Holder'], slip.holder.name],
    [['收样人', 'Received by'], slip.receivedBy],
    [['送样人', 'Brought by'], [slip.broughtBy, slip.broughtPhone].filter(Boolean).join(' ')],
    [['预计办结', 'Expected by'], slip.expectedOn ?? '/'],
    [['取件码', 'Pick-up code'], pickUpCode],
  ];
}

const duties: readonly Text[] = [
  [
    '强制检定不收取检定费。领取时请出示本单或报取件码；遗失本单的，核对身份后凭签字领取。',
    'Compulsory verification is free of charge. Show this slip or name the pick-up code; without the slip, against a signature.',
  ],
  [
    '请当面核对器具状况、附件与件数；双方签字后生效。',
    'Check condition, accessories and pieces on the spot; valid once both parties have signed.',
  ],
];

function drawTable(page: Paper, left: number, width: number, size: number, sheet: SlipSheet): void {
  const say = (text: Text): string => inLanguage(text, sheet.language);
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * width);
  const at = (column: number): number => left + widths.slice(0, column).reduce((sum, one) => sum + one, 0);
  const floor = page.page.height - page.page.margins.bottom;
  const row = (cells: readonly string[], isHead: boolean): void => {
    page.font(isHead ? 'bold' : 'regular').fontSize(size);
    const heights = cells.map((text, column) => page.heightOfString(text, { width: (widths[column] ?? 0) - 6 }));
    const height = Math.max(...heights) + 6;
    if (page.y + height > floor) {
      page.addPage();
      if (!isHead)
        row(
          columns.map(({ text }) => say(text)),
          true,
        );
      page.font('regular').fontSize(size);
    }
    const { y } = page;
    cells.forEach((text, column) => {
      const box = page.rect(at(column), y, widths[column] ?? 0, height).lineWidth(0.5);
      if (isHead) box.fillAndStroke(colour.head, colour.line);
      else box.strokeColor(colour.line).stroke();
      page.fillColor(colour.ink).text(text, at(column) + 3, y + 3, { width: (widths[column] ?? 0) - 6 });
    });
    page.y = y + height;
  };
  row(
    columns.map(({ text }) => say(text)),
    true,
  );
  for (const item of sheet.items)
    row(
      columns.map(({ cell }) => cell(item, say)),
      false,
    );
  page.x = left;
}

/** Page numbers, and the mark of what is fictional, on every page. */
function stamp(page: Paper, number: string, isDemonstration: boolean): void {
  const { start, count } = page.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    page.switchToPage(index);
    page.page.margins = { top: 0, bottom: 0, left: 0, right: 0 };
    const { width, height } = page.page;
    page.font('regular').fontSize(7.5).fillColor(colour.soft);
    page.text(`${number}   ${index + 1} / ${count}`, 0, height - 22, { width, align: 'center', lineBreak: false });
    if (!isDemonstration) continue;
    page.save().rotate(-30, { origin: [width / 2, height / 2] });
    page
      .font('bold')
      .fontSize(width / 9)
      .fillColor(colour.red)
      .opacity(0.16);
    page.text('演示·无效', 0, height / 2 - width / 18, { width, align: 'center', lineBreak: false }).restore();
  }
}

/** The slip of both parties on A4, or on A5 laid across, as many pages as its instruments need. */
export async function toSlipPdf(sheet: SlipSheet, paper: Size): Promise<Download> {
  const { slip, language } = sheet;
  const say = (text: Text): string => inLanguage(text, language);
  const isSmall = paper === 'A5';
  const margin = isSmall ? 28 : 48;
  const title = say(['计量器具收样单', 'Custody slip']);
  const { page, finish } = await openPaper({ size: paper, margin, isWide: isSmall, title: `${title} ${slip.number}`, at: slip.receivedAt });
  const width = page.page.width - 2 * margin;
  const codeSide = isSmall ? 48 : 64;
  page
    .font('bold')
    .fontSize(isSmall ? 14 : 18)
    .fillColor(colour.ink);
  page.text(title, margin, margin, { width, align: 'center' });
  await drawCode(page, slip.number, margin + width - codeSide, margin, codeSide);
  const top = margin + codeSide + 8;
  const half = width / 2;
  page.fontSize(isSmall ? 8 : 9.5);
  const line = isSmall ? 14 : 18;
  let below = top;
  const facts = factsOf(sheet);
  for (let index = 0; index < facts.length; index += 2) {
    let tallest = line;
    for (const [side, fact] of facts.slice(index, index + 2).entries()) {
      const [label, value] = fact;
      const x = margin + side * half;
      page
        .font('regular')
        .fillColor(colour.soft)
        .text(say(label), x, below, { width: isSmall ? 46 : 64, lineBreak: false });
      page.font('bold').fillColor(colour.ink);
      const room = half - (isSmall ? 50 : 70);
      tallest = Math.max(tallest, page.heightOfString(value, { width: room }) + 4);
      page.text(value, x + (isSmall ? 48 : 66), below, { width: room });
    }
    below += tallest;
  }
  page.y = below + 6;
  drawTable(page, margin, width, isSmall ? 7 : 8.5, sheet);
  const room = isSmall ? 92 : 120;
  if (page.y + room > page.page.height - page.page.margins.bottom) page.addPage();
  page
    .font('regular')
    .fontSize(isSmall ? 7 : 8.5)
    .fillColor(colour.ink);
  page.text(`${say(['共', 'In all'])} ${slip.itemCount} ${say(['台（件、套）', 'instruments'])}`, margin, page.y + 6, { width });
  if (slip.note !== null) page.text(`${say(['约定', 'Agreed'])}：${slip.note}`, { width });
  page.moveDown(0.4).fillColor(colour.soft);
  for (const duty of duties) page.text(say(duty), margin, page.y, { width });
  page.moveDown(1.2).fillColor(colour.ink);
  const { y } = page;
  page.text(`${say(['送样人（签字）', 'Brought by (signature)'])}：______________`, margin, y, { width: half, lineBreak: false });
  page.text(`${say(['收样人（签字）', 'Received by (signature)'])}：______________`, margin + half, y, { width: half, lineBreak: false });
  page.moveDown(1.6);
  const second = page.y;
  page.text(`${say(['领取人（签字）', 'Fetched by (signature)'])}：______________`, margin, second, { width: half, lineBreak: false });
  page.text(`${say(['领取日期', 'Fetched on'])}：______________`, margin + half, second, { width: half, lineBreak: false });
  stamp(page, slip.number, slip.demonstration);
  return { name: `${title} ${slip.number}.pdf`, type: 'application/pdf', bytes: await finish(), inPlace: true };
}
