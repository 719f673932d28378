import type { Download } from '../../../kernel/endpoint.ts';
import { inLanguage, type Language, type Text } from '../../../kernel/text.ts';
import type { CustodyItem, Slip } from '../contract/shapes.ts';
import type { labelSizes } from '../rules.ts';
import { drawCode, openPaper, pointsOf, shorten } from '../../../register/instrument/service/paper.ts';

type Size = (typeof labelSizes)[number];
type LabelSheet = { slip: Slip; items: readonly CustodyItem[]; publicUrl: string; language: Language };

/** What a label says, from top to bottom, and the address in its code: it leads to the instrument by its code for life. */
export function labelOf(item: CustodyItem, slip: Slip, publicUrl: string, language: Language) {
  const say = (text: Text): string => inLanguage(text, language);
  return {
    number: item.label,
    address: `${publicUrl.replace(/\/+$/, '')}/i/${item.instrument.code}`,
    beside: [
      item.instrument.name,
      item.instrument.model,
      item.instrument.serial,
      `${say(['收', 'in'])} ${item.receivedOn}`,
      `${say(['限', 'due'])} ${item.dueBy ?? '/'}`,
    ],
    below: [item.instrument.code, slip.holder.name],
  } as const;
}

/** One label a page, 40 × 30 or 50 × 30 mm, for a printer of labels: dark on white, nothing at the edge. */
export async function toLabelsPdf({ slip, items, publicUrl, language }: LabelSheet, size: Size): Promise<Download> {
  const [wide, high] = size.split('x').map((text) => pointsOf(Number(text))) as [number, number];
  const title = inLanguage(['样品标签', 'Labels'], language);
  const margin = pointsOf(2);
  const { page, finish } = await openPaper({ size: [wide, high], margin: 0, title: `${title} ${slip.number}`, at: slip.receivedAt });
  const side = pointsOf(15);
  for (const [index, item] of items.entries()) {
    if (index > 0) page.addPage();
    const label = labelOf(item, slip, publicUrl, language);
    page.font('bold').fontSize(8).fillColor('#000000');
    page.text(shorten(page, label.number, wide - 2 * margin), margin, margin, { lineBreak: false });
    const top = margin + 11;
    await drawCode(page, label.address, wide - margin - side, top, side);
    const room = wide - side - 3 * margin;
    label.beside.forEach((text, row) => {
      page
        .font(row === 0 ? 'bold' : 'regular')
        .fontSize(6.5)
        .fillColor('#000000');
      page.text(shorten(page, text, room), margin, top + row * 8.6, { lineBreak: false });
    });
    label.below.forEach((text, row) => {
      page.font('regular').fontSize(6.5);
      page.text(shorten(page, text, wide - 2 * margin), margin, top + side + 3 + row * 8.4, { lineBreak: false });
    });
    if (!slip.demonstration) continue;
    page.save().font('bold').fontSize(16).fillColor('#a32020').opacity(0.22);
    page.text('演示·无效', 0, high / 2 - 10, { width: wide, align: 'center', lineBreak: false }).restore();
  }
  return { name: `${title} ${slip.number}.pdf`, type: 'application/pdf', bytes: await finish(), inPlace: true };
}
