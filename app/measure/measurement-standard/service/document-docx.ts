import type { Block, PaperContent } from '../rules/document.ts';

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

/** XML 1.0 has no control signs and no halves of a pair; one that was pasted must not make the file unreadable. */
const isWritable = (sign: string): boolean => {
  const code = sign.codePointAt(0) ?? 0;
  return (
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff)
  );
};
const clean = (text: string): string => Array.from(text).filter(isWritable).join('');

/** A document as a Word file: real headings, tables with heads that repeat, page x of y. */
export async function toDocx(paper: PaperContent): Promise<Uint8Array> {
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

  const cell = (text: string, width: number, isHead = false) =>
    new TableCell({
      width: { size: width, type: docx.WidthType.DXA },
      margins: { left: 60, right: 60, top: 40, bottom: 40 },
      verticalAlign: docx.VerticalAlign.CENTER,
      children: [
        new Paragraph({ alignment: isHead ? AlignmentType.CENTER : AlignmentType.LEFT, children: lines(text, 'table', 19, isHead) }),
      ],
    });
  const grid = (widths: readonly number[], rows: readonly (readonly string[])[], head?: readonly string[]) => {
    const sum = widths.reduce((total, one) => total + one, 0);
    const twips = widths.map((one) => Math.round((one / sum) * mm(textWidth)));
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
  const gap = () => new Paragraph({ spacing: { after: 80 }, children: [] });

  const blockOf = (block: Block) => {
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            keepNext: true,
            spacing: { before: 240, after: 120 },
            children: [run(block.text, 'heading', 30)],
          }),
        ];
      case 'subheading':
        return [
          new Paragraph({
            heading: HeadingLevel.HEADING_2,
            keepNext: true,
            spacing: { before: 160, after: 80 },
            children: [run(block.text, 'heading', 24)],
          }),
        ];
      case 'paragraph':
        return [new Paragraph({ indent: { firstLine: 480 }, spacing: { line: 360 }, children: [run(block.text, 'text', 24)] })];
      case 'note':
        return [new Paragraph({ spacing: { before: 60, after: 60 }, children: [run(block.text, 'text', 18)] })];
      case 'facts':
        return [grid([3, 7], block.rows), gap()];
      case 'table':
        return [
          grid(
            block.columns.map(({ width }) => width),
            block.rows,
            block.columns.map(({ label }) => label),
          ),
          gap(),
        ];
      case 'chart':
        return [new Paragraph({ children: [run(`${block.caption}：控制图见 PDF 文件，数值见上表。`, 'text', 18)] })];
      case 'page':
        return [new Paragraph({ pageBreakBefore: true, children: [] })];
    }
  };

  const mark = paper.mark === null ? [] : [new TextWatermark({ text: paper.mark[0], font: '宋体', color: 'C0392B', opacity: 0.3 })];
  const document = new Document({
    title: clean(`${paper.title} ${paper.subject}`),
    creator: clean(paper.institute),
    description: clean(paper.subject),
    styles: { default: { document: { run: { font: faces.text, size: 24, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: { size: { width: mm(210), height: mm(297) }, margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) } },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  ...mark,
                  run(`${paper.title}　${paper.subject}${paper.mark === null ? '' : `　${paper.mark.join(' ')}`}`, 'table', 18),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    font: faces.table,
                    size: 18,
                    children: ['第 ', PageNumber.CURRENT, ' 页 共 ', PageNumber.TOTAL_PAGES, ' 页'],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { before: 600, after: 400 },
            children: [run(paper.title, 'title', 44, true)],
          }),
          grid([3, 7], paper.cover),
          ...paper.blocks.flatMap(blockOf),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
