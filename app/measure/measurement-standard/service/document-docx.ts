import { writeWordDocument, type WordBlock } from '../../../platform/word-document.ts';
import type { Block, PaperContent } from '../rules/document.ts';

const facts = (rows: readonly (readonly [string, string])[]): WordBlock => ({ kind: 'table', widths: [3, 7], rows });

function toWordBlock(block: Block): WordBlock {
  switch (block.kind) {
    case 'facts':
      return facts(block.rows);
    case 'table':
      return {
        kind: 'table',
        head: block.columns.map(({ label }) => label),
        widths: block.columns.map(({ width }) => width),
        rows: block.rows,
      };
    case 'chart':
      return { kind: 'note', text: `${block.caption}：控制图见 PDF 文件，数值见上表。` };
    default:
      return block;
  }
}

/** A document of the dossier as a Word file. */
export const toDocx = ({ title, subject, institute, mark, cover, blocks }: PaperContent): Promise<Uint8Array> =>
  writeWordDocument({
    title: `${title} ${subject}`,
    creator: institute,
    language: 'zh',
    header: `${title}　${subject}${mark === null ? '' : `　${mark.join(' ')}`}`,
    watermark: mark?.[0] ?? null,
    blocks: [{ kind: 'title', text: title }, facts(cover), ...blocks.map(toWordBlock)],
  });
