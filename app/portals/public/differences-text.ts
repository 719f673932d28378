import { both } from '../../kernel/text.ts';

export const texts = both({
  title: ['待核实差异', 'Differences in the plan'],
  lead: [
    '文件自身不一致之处，由程序逐项核对得出；每处由牵头部门说明理由后处理，不改原文',
    'What does not agree inside the document, found by a program. The office in charge settles each with a reason; the text is not changed.',
  ],
  notPublished: ['尚未公开', 'Not published'],
  notPublishedNext: [
    '差异在公开决定之后显示；文件本身是公开的',
    'Differences are shown once their publication is decided; the document itself is public',
  ],
  difference: ['差异', 'Difference'],
  place: ['位置', 'Where'],
  printed: ['印刷', 'Printed'],
  aligned: ['对齐后', 'Aligned'],
  recomputed: ['重算', 'Recomputed'],
  state: ['处理', 'State'],
  reason: ['理由', 'Reason'],
  blank: ['空白', 'blank'],
  noCell: ['无此格', 'no such cell'],
});
