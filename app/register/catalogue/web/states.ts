import type { Text, ValidityRule } from '@tongheng/procedures/edition';
import type { StateTable } from '../../../web/kit/StatusTag.tsx';
import { adoptionStates, type AdoptionStatus } from '../rules.ts';
import { catalogueStates, forms, type CatalogueStatus, type SourceConfidence } from '../rules/catalogue.ts';

export const adoptionTags: StateTable<AdoptionStatus> = {
  proposed: { text: adoptionStates.proposed, tone: 'waiting' },
  adopted: { text: adoptionStates.adopted, tone: 'done' },
  refused: { text: adoptionStates.refused, tone: 'bad' },
  withdrawn: { text: adoptionStates.withdrawn, tone: 'ended' },
  replaced: { text: adoptionStates.replaced, tone: 'ended' },
};

/** What an edition may be used for at one institute. */
export const useTags: StateTable<'adopted' | 'proposed' | 'changed' | 'none'> = {
  adopted: { text: ['已采用，可出证', 'Adopted, documents may be issued'], tone: 'done' },
  proposed: { text: ['待第二人确认，不可出证', 'Waits for the second person, nothing is issued'], tone: 'waiting' },
  changed: { text: ['数据已变，须重新采用，不可出证', 'Its data changed, to be adopted anew, nothing is issued'], tone: 'attention' },
  none: { text: ['待确认，不可出证', 'To be confirmed, nothing is issued'], tone: 'attention' },
};

export const confidences: StateTable<SourceConfidence> = {
  official: { text: ['公布的文本', 'published text'], tone: 'done' },
  found: { text: ['见于公开资料', 'seen in a public source'], tone: 'doing' },
  high: { text: ['自有知识，把握大', 'own knowledge, high'], tone: 'doing' },
  medium: { text: ['自有知识，把握中', 'own knowledge, medium'], tone: 'waiting' },
  low: { text: ['自有知识，把握小', 'own knowledge, low'], tone: 'attention' },
  unknown: { text: ['未查明', 'not established'], tone: 'attention' },
};

export const catalogueTags: StateTable<CatalogueStatus> = {
  proposed: { text: catalogueStates.proposed, tone: 'waiting' },
  recorded: { text: catalogueStates.recorded, tone: 'done' },
  refused: { text: catalogueStates.refused, tone: 'ended' },
};

export const conclusionTags: StateTable<'pass' | 'fail' | 'none'> = {
  pass: { text: ['合格', 'pass'], tone: 'done' },
  fail: { text: ['不合格', 'fail'], tone: 'bad' },
  none: { text: ['不能得出结论', 'no conclusion'], tone: 'waiting' },
};

export const validityForms: Readonly<Record<ValidityRule['form'], Text>> = forms;
