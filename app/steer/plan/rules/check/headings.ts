import type { PlanDocument } from '../../contract/document.ts';
import type { Finding } from '../../contract/finding.ts';
import type { ReadTable } from '../annex-table.ts';
import { fold } from '../printed-name.ts';
import { found } from './finding.ts';
import { tableName } from './labels.ts';

/** The annex is announced in the text under the title it bears. */
export function annexTitle(plan: PlanDocument): Finding[] {
  const annex = plan.sentences.filter((sentence) => sentence.clause.startsWith('附件'));
  const announced = annex.map((sentence) => /^附件\d*:(.+)$/.exec(fold(sentence.text))?.[1]).find((title) => title !== undefined);
  const announcement = annex.findIndex((sentence) => fold(sentence.text).endsWith(announced ?? '\ue000'));
  const title = annex.slice(announcement + 1).find((sentence) => !/^附件\d*$/.test(fold(sentence.text)));
  if (announced === undefined || !title || fold(title.text) === announced) return [];
  return [
    found({
      source: title.clause,
      row: title.id,
      column: 'title',
      printed: title.text,
      recomputed: announced,
      rule: 'name',
      text: [
        `正文所附为“${announced}”，附件标题为“${title.text}”。`,
        `The text announces the annex "${announced}"; the annex is titled "${title.text}".`,
      ],
    }),
  ];
}

/** The note under a table repeats the name of what the table lists. */
export function noteHeading(plan: PlanDocument, table: ReadTable): Finding[] {
  const note = fold(plan.sentences.find((sentence) => sentence.id === table.table.note)?.text ?? '');
  const name = /^注:([^:、,;。]+):/.exec(note)?.[1];
  const isRegion = plan.regions.some((region) => name === region.annexName || name === region.name[0]);
  if (name === undefined || isRegion || name === table.capability || table.capability === '') return [];
  const [zh, en] = tableName(plan, table);
  return [
    found({
      source: table.table.id,
      row: '注',
      column: 'title',
      printed: name,
      recomputed: table.capability,
      rule: 'name',
      text: [`${zh}题为“${table.capability}”，表注写“${name}”。`, `The title of ${en} is "${table.capability}"; its note says "${name}".`],
    }),
  ];
}
