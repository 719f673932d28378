import type { Download } from '../../../kernel/endpoint.ts';
import { Problem, platformProblems } from '../../../kernel/problem.ts';
import { inLanguage, type Language } from '../../../kernel/text.ts';
import type { Service } from '../../../platform/context.ts';
import type { fileEndpoints } from '../contract/file.ts';
import { instrumentKinds, type InstrumentKind, type LabelSize } from '../rules.ts';
import { listWithin, type InstrumentRow } from '../store.ts';
import { drawCode, openPaper, pointsOf, shorten, type Paper } from './paper.ts';
import { reachOf } from './reach.ts';

/** What the code on a label leads to: the page that anybody may open. */
export const addressOfCode = (publicUrl: string, code: string): string => `${publicUrl.replace(/\/+$/, '')}/i/${code}`;

/** The code for life in groups, as it is read aloud: region, number, check character. */
export const printCode = (code: string): string => `${code.slice(0, 6)} ${code.slice(6, 15)} ${code.slice(15)}`;

async function drawLabel(page: Paper, row: InstrumentRow, address: string, wide: number, high: number): Promise<void> {
  const margin = pointsOf(2);
  // Four squares of a code of 29 a side are 2 mm: so much stays white around it (ISO/IEC 18004).
  const side = pointsOf(15);
  const top = margin + 7 + pointsOf(2);
  page.font('bold').fontSize(7.5).fillColor('#000000');
  page.text(shorten(page, row.name, wide - 2 * margin), margin, margin - 2, { lineBreak: false });
  await drawCode(page, address, wide - margin - side, top, side);
  const room = wide - side - 3 * margin;
  const lines = [row.model, row.serial, instrumentKinds[row.kind as InstrumentKind].text[0], row.holderName];
  lines.forEach((text, index) => {
    page.font('regular').fontSize(6);
    page.text(shorten(page, text, room), margin, top + index * 9.5, { lineBreak: false });
  });
  page.font('bold').fontSize(7.5);
  page.text(printCode(row.code), margin, high - margin - 8, { lineBreak: false });
  if (!row.demonstration) return;
  page.save().font('bold').fontSize(16).fillColor('#a32020').opacity(0.25);
  page.text('演示·无效', 0, high / 2 - 10, { width: wide, align: 'center', lineBreak: false }).restore();
}

/** One label a page, for a printer of labels: dark on white, nothing at the edge. */
async function toLabels(
  rows: readonly InstrumentRow[],
  size: LabelSize,
  publicUrl: string,
  language: Language,
  at: string,
): Promise<Download> {
  const [wide = 0, high = 0] = size.split('x').map((text) => pointsOf(Number(text)));
  const title = inLanguage(['器具编码标签', 'Labels of instruments'], language);
  const { page, finish } = await openPaper({ size: [wide, high], margin: 0, title, at });
  for (const [index, row] of rows.entries()) {
    if (index > 0) page.addPage();
    await drawLabel(page, row, addressOfCode(publicUrl, row.code), wide, high);
  }
  return { name: `${title}.pdf`, type: 'application/pdf', bytes: await finish(), inPlace: true };
}

export const labelService: Pick<Service<typeof fileEndpoints>, 'printInstrumentLabels'> = {
  async printInstrumentLabels({ query }, ctx) {
    const ids = query.instruments.split(',');
    const rows = new Map((await listWithin(ctx.db, await reachOf(ctx), ids)).map((row) => [row.id, row]));
    const found = ids.flatMap((id) => rows.get(id) ?? []);
    if (found.length < new Set(ids).size) throw new Problem(platformProblems.notFound);
    return toLabels(found, query.size, ctx.publicUrl, ctx.language, ctx.now);
  },
};
