import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Pdf from 'pdfkit';

const fonts = join(dirname(fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))), '../fonts');
const kept = new Map<string, Buffer>();

function font(name: string): Buffer {
  const known = kept.get(name) ?? readFileSync(join(fonts, name));
  kept.set(name, known);
  return known;
}

export type Paper = InstanceType<typeof Pdf>;
export const pointsOf = (millimetres: number): number => (millimetres * 72) / 25.4;

type PaperOptions = {
  readonly size: string | [number, number];
  readonly margin: number;
  readonly isWide?: boolean;
  readonly title: string;
  readonly at: string;
};

/** A document with the house's Chinese face, and its bytes once it is finished. The library is loaded when something is printed. */
export async function openPaper(options: PaperOptions): Promise<{ page: Paper; finish: () => Promise<Uint8Array> }> {
  const { size, margin, isWide = false, title, at } = options;
  const { default: Library } = await import('pdfkit');
  const page = new Library({
    size,
    margin,
    ...(isWide ? { layout: 'landscape' as const } : {}),
    // Page numbers are written when all pages are known.
    bufferPages: true,
    info: { Title: title, CreationDate: new Date(at) },
    lang: 'zh-CN',
  });
  page.registerFont('regular', font('NotoSansHans-Regular.otf')).registerFont('bold', font('NotoSansHans-Bold.otf'));
  const parts: Buffer[] = [];
  page.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => page.on('end', resolve).on('error', reject));
  return {
    page,
    async finish() {
      page.end();
      await ended;
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}

/** The code as squares: `text` at x, y with this width; whoever calls leaves the quiet zone of four squares around it. */
export async function drawCode(page: Paper, text: string, x: number, y: number, width: number): Promise<void> {
  const { default: library } = await import('qrcode');
  const { modules } = library.create(text, { errorCorrectionLevel: 'M' });
  const side = width / modules.size;
  page.fillColor('#000000');
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column) !== 0) page.rect(x + column * side, y + row * side, side, side);
  page.fill();
}

/** A text that fits a width, shortened where it must be. */
export function shorten(page: Paper, text: string, width: number): string {
  if (page.widthOfString(text) <= width) return text;
  let short = text;
  while (short.length > 1 && page.widthOfString(`${short}…`) > width) short = short.slice(0, -1);
  return `${short}…`;
}
