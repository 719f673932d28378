import type { Sheet, Table } from './sheet.ts';

const font = { name: 'SimSun', eastAsia: 'SimSun' } as const;

/** The report as a text document; the library is loaded when a report is asked for. */
export async function toDocument(sheet: Sheet): Promise<Uint8Array> {
  const {
    AlignmentType,
    Document,
    HeadingLevel,
    Packer,
    Paragraph,
    Table: Grid,
    TableCell,
    TableRow,
    TextRun,
    WidthType,
  } = await import('docx');
  const line = (text: string): InstanceType<typeof Paragraph> =>
    new Paragraph({ children: [new TextRun({ text, size: 21 })], spacing: { after: 80 } });
  const cell = (text: string, bold: boolean): InstanceType<typeof TableCell> =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, size: 18, bold })] })] });
  const grid = ({ head, rows }: Table): InstanceType<typeof Grid> =>
    new Grid({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: head.map((text) => cell(text, true)) }),
        ...rows.map((row) => new TableRow({ children: row.map((text) => cell(text, false)) })),
      ],
    });
  const document = new Document({
    title: sheet.title,
    creator: sheet.author,
    styles: { default: { document: { run: { font } } } },
    sections: [
      {
        children: [
          ...(sheet.mark === null
            ? []
            : [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ text: sheet.mark, bold: true, size: 28, color: 'B3261E' })],
                }),
              ]),
          new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: sheet.title, bold: true, size: 34 })] }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ text: sheet.status, size: 22 })],
            spacing: { after: 240 },
          }),
          ...sheet.facts.map(([label, value]) => line(`${label}：${value}`)),
          ...sheet.sections.flatMap(({ heading, lines, tables }) => [
            new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun({ text: heading, bold: true, size: 24 })] }),
            ...lines.map(line),
            ...tables.map(grid),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
