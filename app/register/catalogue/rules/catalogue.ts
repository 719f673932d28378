/** The catalogue 实施强制管理的计量器具目录: its words, which edition holds, and what a new edition changes. */
import type { Confidence } from '@tongheng/procedures/edition';
import type { Day } from '../../../kernel/day.ts';
import type { Text } from '../../../kernel/text.ts';

/** How an entry is managed: type approval 型式批准 (P), compulsory verification 强制检定 (V), or both. */
export const modes = {
  P: ['型式批准', 'type approval'],
  V: ['强制检定', 'compulsory verification'],
  'P+V': ['型式批准、强制检定', 'type approval and compulsory verification'],
} as const satisfies Record<string, Text>;
export type Mode = keyof typeof modes;
export const modeNames = Object.keys(modes) as [Mode, ...Mode[]];

/** How compulsory verification is done. */
export const forms = {
  'first-only': ['只做首次强制检定，失准报废', 'initial verification only, scrapped when inaccurate'],
  'limited-use': ['只做首次强制检定，限期使用、到期轮换', 'initial verification only, limited use and rotation'],
  periodic: ['周期检定', 'periodic verification'],
} as const satisfies Record<string, Text>;
export type VerificationForm = keyof typeof forms;
export const formNames = Object.keys(forms) as [VerificationForm, ...VerificationForm[]];

export type SourceConfidence = Confidence | 'official';
export const confidenceNames = ['official', 'found', 'high', 'medium', 'low', 'unknown'] as const satisfies readonly SourceConfidence[];

export const catalogueStates = {
  proposed: ['待复核', 'To be reviewed'],
  recorded: ['已记载', 'Recorded'],
  refused: ['未通过', 'Refused'],
} as const satisfies Record<string, Text>;
export type CatalogueStatus = keyof typeof catalogueStates;
export const catalogueStatusNames = Object.keys(catalogueStates) as [CatalogueStatus, ...CatalogueStatus[]];

export type CatalogueAction = 'record' | 'refuse';
export const catalogueLifeCycle = {
  proposed: { record: 'recorded', refuse: 'refused' },
  recorded: {},
  refused: {},
} as const satisfies Record<CatalogueStatus, Partial<Record<CatalogueAction, CatalogueStatus>>>;

/** What this person may do with an imported edition: who imported it takes no second look at it. */
export function allowedCatalogueActions(
  edition: { readonly status: CatalogueStatus; readonly proposedBy: string },
  caller: { readonly personId: string; readonly permits: ReadonlySet<string> },
): CatalogueAction[] {
  if (!caller.permits.has('catalogue.import') || edition.proposedBy === caller.personId) return [];
  return Object.keys(catalogueLifeCycle[edition.status]) as CatalogueAction[];
}

type Item = { readonly name: Text; readonly mode: Mode | null; readonly form: VerificationForm | null };
type Entry = Item & {
  readonly number: number;
  readonly items: readonly Item[];
  readonly from: Day | null;
  readonly scope: Text | null;
  readonly note: Text | null;
};
type Dated = { readonly inForceFrom: Day | null; readonly document: { readonly published: string } };

/** From when an edition counts: its first day in force, or what is known of its publication. @example '2020-10' */
export const countsFrom = ({ inForceFrom, document }: Dated): string => inForceFrom ?? document.published;

/** The edition that holds on a day: the latest whose first day has come; the first of the list where no day is known. */
export function holdingOn<One extends Dated>(editions: readonly One[], day: Day): One | undefined {
  const begun = editions.filter((one) => countsFrom(one) <= day);
  return [...begun].sort((one, other) => (countsFrom(one) < countsFrom(other) ? 1 : -1))[0] ?? editions[0];
}

/** Names are compared without spaces and widths of signs: 血压计(表) and 血压计（表） are one entry. */
export const entryKey = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '');

const unsaid: Text = ['未查明', 'not established'];
const none: Text = ['无', 'none'];
const wordsOf = (mode: Mode | null): Text => (mode === null ? unsaid : modes[mode]);
const formOf = (form: VerificationForm | null): Text => (form === null ? unsaid : forms[form]);
const listOf = (items: readonly Item[]): Text => {
  if (items.length === 0) return none;
  const said = items.map(({ name, mode, form }): Text => {
    const [of, as] = [mode === null ? undefined : modes[mode], form === null ? undefined : forms[form]];
    const more = (index: 0 | 1): string => [of?.[index], as?.[index]].filter((part) => part !== undefined).join(index === 0 ? '，' : ', ');
    return [more(0) === '' ? name[0] : `${name[0]}（${more(0)}）`, more(1) === '' ? name[1] : `${name[1]} (${more(1)})`];
  });
  return [said.map(([zh]) => zh).join('；'), said.map(([, en]) => en).join('; ')];
};
const dayOf = (day: Day | null): Text => (day === null ? none : [day, day]);

const parts: Readonly<Record<string, { readonly title: Text; readonly of: (entry: Entry) => Text }>> = {
  mode: { title: ['管理方式', 'Mode'], of: ({ mode }) => wordsOf(mode) },
  form: { title: ['检定形式', 'Form'], of: ({ form }) => formOf(form) },
  items: { title: ['子项', 'Sub-items'], of: ({ items }) => listOf(items) },
  scope: { title: ['监管范围', 'Scope of use'], of: ({ scope }) => scope ?? none },
  from: { title: ['起日', 'From'], of: ({ from }) => dayOf(from) },
  note: { title: ['说明', 'Note'], of: ({ note }) => note ?? none },
};

export type CatalogueDifference = {
  readonly entry: Text;
  readonly change: 'added' | 'removed' | 'changed';
  readonly parts: readonly { readonly title: Text; readonly before: Text; readonly after: Text }[];
};

/** What another edition adds, drops and changes, entry by entry. */
export function catalogueDifferences(before: readonly Entry[], after: readonly Entry[]): CatalogueDifference[] {
  const was = new Map(before.map((entry) => [entryKey(entry.name[0]), entry]));
  const is = new Map(after.map((entry) => [entryKey(entry.name[0]), entry]));
  const changed = after.flatMap((entry): CatalogueDifference[] => {
    const old = was.get(entryKey(entry.name[0]));
    if (old === undefined) return [{ entry: entry.name, change: 'added', parts: [] }];
    const differing = Object.values(parts)
      .map(({ title, of }) => ({ title, before: of(old), after: of(entry) }))
      .filter((part) => part.before[0] !== part.after[0] || part.before[1] !== part.after[1]);
    return differing.length === 0 ? [] : [{ entry: entry.name, change: 'changed', parts: differing }];
  });
  const removed = before.filter((entry) => !is.has(entryKey(entry.name[0])));
  return [...changed, ...removed.map((entry): CatalogueDifference => ({ entry: entry.name, change: 'removed', parts: [] }))];
}
