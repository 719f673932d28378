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

/** A document with the house's Chinese face, and its bytes once it is finished. The library is loaded when something is printed. */
export async function openPaper(options: {
  size: string | [number, number];
  margin: number;
  isWide?: boolean;
  title: string;
  at: string;
}): Promise<{ page: Paper; finish: () => Promise<Uint8Array> }> {
  const { default: Library } = await import('pdfkit');
  const page = new Library({
    size: options.size,
    margin: options.margin,
    ...(options.isWide === true ? { layout: 'landscape' as const } : {}),
    bufferPages: true,
    info: { Title: options.title, CreationDate: new Date(options.at) },
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

/** The code as squares: `text` at x, y with this width, a quiet zone of its own around it. */
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

/** Lines that fit a width, the last one shortened where it must be. */
export function shorten(page: Paper, text: string, width: number): string {
  if (page.widthOfString(text) <= width) return text;
  let kept = text;
  while (kept.length > 1 && page.widthOfString(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}
