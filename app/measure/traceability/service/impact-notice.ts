/**
 * 追溯处置通知 and 复检通知 as papers. They name the standard that failed and what rests on it, never the certificates of other institutes above it; a draft until the
 * institute signs it.
 */
import type { Download } from '../../../kernel/endpoint.ts';
import type { Context } from '../../../platform/context.ts';
import { instrumentKinds, type InstrumentKind } from '../../../register/instrument/rules.ts';
import { openPaper } from '../../../register/instrument/service/paper.ts';
import { noticeKinds, type NoticeKind } from '../rules/impact.ts';
import { triageClasses, type Triage } from '../rules/impact-triage.ts';
import type { NoticeLine, NoticeRow } from '../store/impact-case.ts';
import type { FindingRow, VersionRow } from '../store/impact-finding.ts';

type Subject = {
  readonly row: FindingRow;
  readonly notice: NoticeRow;
  readonly version: VersionRow;
  readonly lines: readonly NoticeLine[];
};

const chineseDay = (day: string): string => `${Number(day.slice(0, 4))} 年 ${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日`;

type Words = {
  readonly title: string;
  readonly state: string;
  readonly to: string;
  readonly paragraphs: readonly string[];
  readonly lines: readonly string[];
  readonly foot: readonly string[];
};

/** What the paper says. The result of a person's own instrument is told with the value as recorded and put right. */
function wordsOf({ row, notice, version, lines }: Subject, today: string, demonstration: boolean): Words {
  const kind = notice.kind as NoticeKind;
  const interval = `${chineseDay(version.since)}至 ${chineseDay(version.foundOn)}`;
  const standard = `标准器“${row.standardName}”（编号 ${row.standardNumber}，出厂编号 ${row.standardSerial}）`;
  const found = `本机构于 ${chineseDay(version.foundOn)}发现${standard}超出允许误差，存疑期间为 ${interval}。`;
  const asks: Readonly<Record<NoticeKind, readonly string[]>> = {
    disposal: [
      found,
      `贵单位在此期间有 ${lines.length} 份证书直接或经由其他标准器以该标准器为上一级。请核对下列证书，按评估结论采取处置措施，并将结果函告本机构。其他机构出具的证书由其出具机构处置，本通知不予转发。`,
    ],
    reverification: [
      found,
      `以该标准器检定的贵单位下列 ${lines.length} 台（件）计量器具，其结论可能受到影响，需要复检。复检不收取检定费（财税〔2017〕20号），时间由本机构另行安排，请予配合。已提交的检定申请及其状态不受本通知影响。`,
    ],
  };
  return {
    title: noticeKinds[kind][0],
    state: notice.state === 'issued' ? (notice.documentNumber ?? '') : '（拟稿，经机构签发并加盖印章后有效）',
    to: `${notice.organizationName}：`,
    paragraphs: asks[kind],
    lines: lines.map((line, index) => {
      const name = instrumentKinds[line.kind as InstrumentKind]?.text[0] ?? line.kind;
      const numbers =
        line.worstCheck === null
          ? ''
          : `；最不利项 ${line.worstCheck}：记录值 ${line.worstValue ?? ''}，修正后 ${line.worstAfter ?? ''}，限值 ${line.worstLimit ?? ''} ${line.worstUnit ?? ''}`;
      return `${index + 1}. ${line.number}　${line.testedOn}　${name}　${line.model}　${line.serial}　${triageClasses[line.triage as Triage][0]}${numbers}`;
    }),
    foot: [row.instituteName, `拟稿日期 ${chineseDay(today)}　编号 ${notice.number}`, ...(demonstration ? ['演示·无效'] : [])],
  };
}

async function toPdf(words: Words, ctx: Context): Promise<Uint8Array> {
  const { page, finish } = await openPaper({ size: 'A4', margin: 64, title: words.title, at: ctx.now });
  page.font('bold').fontSize(18).fillColor('#1b2733').text(words.title, { align: 'center' });
  page.font('regular').fontSize(10).fillColor('#a32020').text(words.state, { align: 'center' });
  page.moveDown(1).fontSize(12).fillColor('#1b2733').text(words.to, { lineGap: 6 });
  for (const paragraph of words.paragraphs) page.text(paragraph, { indent: 24, lineGap: 6 });
  page.moveDown(0.6).fontSize(9.5);
  for (const line of words.lines) page.text(line, { lineGap: 3 });
  page.moveDown(1.5).fontSize(12);
  for (const line of words.foot) page.text(line, { align: 'right', lineGap: 6 });
  return finish();
}

async function toWord(words: Words): Promise<Uint8Array> {
  const { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx');
  const plain = (
    text: string,
    more: { alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]; indent?: { firstLine: number } } = {},
  ) => new Paragraph({ ...more, spacing: { after: 120 }, children: [new TextRun(text)] });
  const document = new Document({
    title: words.title,
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, children: [new TextRun(words.title)] }),
          plain(words.state, { alignment: AlignmentType.CENTER }),
          plain(words.to),
          ...words.paragraphs.map((text) => plain(text, { indent: { firstLine: 480 } })),
          ...words.lines.map((text) => plain(text)),
          ...words.foot.map((text) => plain(text, { alignment: AlignmentType.RIGHT })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The paper of a notice in the form that was asked for. */
export async function printNotice(subject: Subject, format: 'pdf' | 'docx', ctx: Context): Promise<Download> {
  const words = wordsOf(subject, ctx.today, subject.row.demonstration);
  const name = `${subject.notice.number} ${words.title}`;
  if (format === 'pdf') return { name: `${name}.pdf`, type: 'application/pdf', bytes: await toPdf(words, ctx) };
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return { name: `${name}.docx`, type, bytes: await toWord(words) };
}
