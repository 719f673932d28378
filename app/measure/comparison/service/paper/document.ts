import { writeWordDocument, type WordBlock } from '../../../../platform/word-document.ts';
import type { Section, Sheet } from './sheet.ts';

const blocksOf = ({ heading, lines, tables }: Section): WordBlock[] => [
  { kind: 'heading', text: heading },
  ...lines.map((text): WordBlock => ({ kind: 'line', text })),
  ...tables.map((table): WordBlock => ({ kind: 'table', ...table })),
];

/** The report as a text document. */
export const toDocument = ({ title, status, author, language, mark, facts, sections }: Sheet): Promise<Uint8Array> =>
  writeWordDocument({
    title,
    creator: author,
    language,
    header: mark === null ? title : `${title}　${mark}`,
    watermark: mark,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'centred', text: status },
      ...facts.map(([label, value]): WordBlock => ({ kind: 'line', text: `${label}：${value}` })),
      ...sections.flatMap(blocksOf),
    ],
  });
