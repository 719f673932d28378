import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Pdf from 'pdfkit';

const font = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '../fonts/NotoSansHans-Regular.otf');

/** A page of evidence that cannot be taken for a real one. The same text gives the same bytes, so that a step told again is the same step. */
export async function writePaper(title: string, lines: readonly string[], day: string): Promise<Uint8Array> {
  const page = new Pdf({ size: 'A4', margin: 72, info: { Title: title, CreationDate: new Date(`${day}T00:00:00Z`) }, lang: 'zh-CN' });
  page.registerFont('regular', readFileSync(font));
  const parts: Buffer[] = [];
  page.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => page.on('end', resolve).on('error', reject));
  page.font('regular').fontSize(18).fillColor('#1b2733').text(title, { align: 'center' });
  page.moveDown(1.5).fontSize(11);
  for (const line of lines) page.text(line, { lineGap: 6 });
  page
    .save()
    .rotate(-35, { origin: [297, 421] })
    .fontSize(64)
    .fillColor('#a32020')
    .opacity(0.25);
  page.text('演示·无效', 100, 380, { width: 400, align: 'center' }).restore();
  page.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}
