/**
 * 追溯处置通知 and 复检通知 as papers. They name the standard that failed and what rests on it, never the certificates of other institutes above it; a draft until the
 * institute signs it.
 */
import type { Download } from '../../../kernel/endpoint.ts';
import type { Language } from '../../../kernel/text.ts';
import { cityDay } from '../../../platform/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { wordType, writeWordDocument } from '../../../platform/word-document.ts';
import { openPaper } from '../../../register/instrument/service/paper.ts';
import type { NoticeKind, NoticeState } from '../rules/impact.ts';
import { noticeWords, type NoticeWords, type NoticeLine } from '../rules/impact-notice.ts';
import type { NoticeRow } from '../store/impact-case.ts';
import type { FindingRow, VersionRow } from '../store/impact-finding.ts';

type Subject = {
  readonly row: FindingRow;
  readonly notice: NoticeRow;
  readonly version: VersionRow;
  readonly lines: readonly NoticeLine[];
};

async function toPdf(words: NoticeWords, ctx: Context): Promise<Uint8Array> {
  const { page, finish } = await openPaper({ size: 'A4', margin: 64, title: words.title, at: ctx.now });
  if (words.mark !== null) page.font('regular').fontSize(9).fillColor('#5b6775').text(words.mark, { align: 'center' }).moveDown(0.6);
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

const toWord = (words: NoticeWords, creator: string, language: Language): Promise<Uint8Array> =>
  writeWordDocument({
    title: words.title,
    creator,
    language,
    header: null,
    watermark: null,
    blocks: [
      ...(words.mark === null ? [] : [{ kind: 'centred', text: words.mark } as const]),
      { kind: 'title', text: words.title },
      { kind: 'centred', text: words.state },
      { kind: 'line', text: words.to },
      ...words.paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
      ...words.lines.map((text) => ({ kind: 'line', text }) as const),
      ...words.foot.map((text) => ({ kind: 'signature', text }) as const),
    ],
  });

/** The paper of a notice in the form that was asked for: the document, or its English reading version. */
export async function printNotice(
  { row, notice, version, lines }: Subject,
  { format, language }: { readonly format: 'pdf' | 'docx'; readonly language: Language },
  ctx: Context,
): Promise<Download> {
  const words = noticeWords(
    {
      kind: notice.kind as NoticeKind,
      state: notice.state as NoticeState,
      number: notice.number,
      documentNumber: notice.documentNumber,
      draftedOn: cityDay(new Date(notice.draftedAt)),
      to: { name: notice.organizationName, nameEn: notice.organizationNameEn },
      institute: { name: row.instituteName, nameEn: row.instituteNameEn },
      standard: { name: row.standardName, number: row.standardNumber, serial: row.standardSerial },
      since: version.since,
      foundOn: version.foundOn,
      lines,
      demonstration: row.demonstration,
    },
    language,
  );
  const name = `${notice.number} ${words.title}`;
  if (format === 'pdf') return { name: `${name}.pdf`, type: 'application/pdf', bytes: await toPdf(words, ctx) };
  return { name: `${name}.docx`, type: wordType, bytes: await toWord(words, row.instituteName, language) };
}
