import type { Language } from '../kernel/text.ts';

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Line = 'title' | 'centred' | 'heading' | 'subheading' | 'paragraph' | 'line' | 'note' | 'signature';
export type WordBlock =
  | { readonly kind: Line; readonly text: string }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly head?: readonly string[];
      /** Shares of the width; equal when left out. */
      readonly widths?: readonly number[];
    }
  | { readonly kind: 'page' };

export type WordContent = {
  readonly title: string;
  readonly creator: string;
  readonly language: Language;
  /** Above every page. */
  readonly header: string | null;
  /** Behind every page, for what must not be taken for valid. */
  readonly watermark: string | null;
  readonly blocks: readonly WordBlock[];
};

/** Faces by the habit of GB/T 9704-2012: 黑体 for headings, 仿宋 for text, 宋体 for titles and tables; the reader's machine has them. */
const faces = {
  title: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
  heading: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体' },
  text: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' },
  table: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' },
} as const;

/** Twips of a length in millimetres. */
const mm = (length: number): number => Math.round((length * 1440) / 25.4);
/** The type area of GB/T 9704: 37 mm above, 28 mm left, 156 mm wide. */
const textWidth = 156;
const page = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) } };

/** XML 1.0 has no control signs and no halves of a pair; one that was pasted must not make the file unreadable. */
const isWritable = (sign: string): boolean => {
  const code = sign.codePointAt(0) ?? 0;
  return (
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff)
  );
};
const clean = (text: string): string => Array.from(text).filter(isWritable).join('');

/** A Word file with real headings, tables with heads that repeat, and page x of y. The library is loaded when one is written. */
export async function writeWordDocument(content: WordContent): Promise<Uint8Array> {
  const docx = await import('docx');
  const { TextWatermark } = await import('docx/watermarks');
  const { AlignmentType, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun } =
    docx;

  const run = (text: string, face: keyof typeof faces, halfPoints: number, bold = false) =>
    new TextRun({ text: clean(text), font: faces[face], size: halfPoints, bold });
  const lines = (text: string, face: keyof typeof faces, halfPoints: number, bold = false) =>
    text
      .split('\n')
      .map(
        (part, index) =>
          new TextRun({ text: clean(part), font: faces[face], size: halfPoints, bold, ...(index === 0 ? {} : { break: 1 }) }),
      );

  const cell = (text: string, width: number, isHead: boolean) =>
    new TableCell({
      width: { size: width, type: docx.WidthType.DXA },
      margins: { left: 60, right: 60, top: 40, bottom: 40 },
      verticalAlign: docx.VerticalAlign.CENTER,
      children: [
        new Paragraph({ alignment: isHead ? AlignmentType.CENTER : AlignmentType.LEFT, children: lines(text, 'table', 19, isHead) }),
      ],
    });
  const grid = ({ rows, head, widths }: Extract<WordBlock, { kind: 'table' }>) => {
    const shares = widths ?? Array.from(head ?? rows[0] ?? [''], () => 1);
    const sum = shares.reduce((total, one) => total + one, 0);
    const twips = shares.map((one) => Math.round((one / sum) * mm(textWidth)));
    const row = (cells: readonly string[], isHead: boolean) =>
      new TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: twips.map((width, index) => cell(cells[index] ?? '', width, isHead)),
      });
    return new Table({
      width: { size: twips.reduce((total, one) => total + one, 0), type: docx.WidthType.DXA },
      columnWidths: twips,
      layout: docx.TableLayoutType.FIXED,
      rows: [...(head === undefined ? [] : [row(head, true)]), ...rows.map((one) => row(one, false))],
    });
  };

  const lineOf = (kind: Line, text: string) => {
    switch (kind) {
      case 'title':
        return new Paragraph({
          heading: HeadingLevel.TITLE,
          alignment: AlignmentType.CENTER,
          spacing: { before: 600, after: 400 },
          children: [run(text, 'title', 44, true)],
        });
      case 'centred':
        return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 240 }, children: [run(text, 'text', 24)] });
      case 'heading':
        return new Paragraph({
          heading: HeadingLevel.HEADING_1,
          keepNext: true,
          spacing: { before: 240, after: 120 },
          children: [run(text, 'heading', 30)],
        });
      case 'subheading':
        return new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 160, after: 80 },
          children: [run(text, 'heading', 24)],
        });
      case 'paragraph':
        return new Paragraph({ indent: { firstLine: 480 }, spacing: { line: 360 }, children: [run(text, 'text', 24)] });
      case 'line':
        return new Paragraph({ spacing: { line: 360 }, children: [run(text, 'text', 24)] });
      case 'note':
        return new Paragraph({ spacing: { before: 60, after: 60 }, children: [run(text, 'text', 18)] });
      case 'signature':
        return new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { line: 360 }, children: [run(text, 'text', 24)] });
    }
  };
  const blockOf = (block: WordBlock) => {
    if (block.kind === 'page') return [new Paragraph({ pageBreakBefore: true, children: [] })];
    return block.kind === 'table'
      ? [grid(block), new Paragraph({ spacing: { after: 80 }, children: [] })]
      : [lineOf(block.kind, block.text)];
  };

  const { header, watermark } = content;
  const mark = watermark === null ? [] : [new TextWatermark({ text: watermark, font: '宋体', color: 'C0392B', opacity: 0.3 })];
  const [before, between, after] = content.language === 'zh' ? ['第 ', ' 页 共 ', ' 页'] : ['Page ', ' of ', ''];
  const centred = (children: readonly InstanceType<typeof TextRun>[]) =>
    new Paragraph({ alignment: AlignmentType.CENTER, children: [...children] });
  const document = new Document({
    title: clean(content.title),
    creator: clean(content.creator),
    description: clean(content.title),
    styles: { default: { document: { run: { font: faces.text, size: 24, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page },
        headers: { default: new Header({ children: [centred([...mark, ...(header === null ? [] : [run(header, 'table', 18)])])] }) },
        footers: {
          default: new Footer({
            children: [
              centred([
                new TextRun({
                  font: faces.table,
                  size: 18,
                  children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
                }),
              ]),
            ],
          }),
        },
        children: content.blocks.flatMap(blockOf),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
