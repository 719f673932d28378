/** An import of a ledger 台账导入: the file is read and compared, a person chooses, then it is written. */
import type { Text } from '../../../kernel/text.ts';

export const importStates = {
  reading: ['读取中', 'Being read'],
  compared: ['已比对', 'Compared'],
  applying: ['导入中', 'Being imported'],
  done: ['已完成', 'Done'],
  refused: ['未能读取', 'Could not be read'],
  abandoned: ['已放弃', 'Given up'],
} as const satisfies Record<string, Text>;
export type ImportStatus = keyof typeof importStates;
export const importStatusNames = Object.keys(importStates) as [ImportStatus, ...ImportStatus[]];

export type ImportAction = 'compare' | 'refuse' | 'apply' | 'resume' | 'finish' | 'abandon';
/** `compare`, `refuse` and `finish` are nobody's buttons: the background work does them. */
export const importLifeCycle = {
  reading: { compare: 'compared', refuse: 'refused', resume: 'reading' },
  compared: { apply: 'applying', abandon: 'abandoned' },
  applying: { finish: 'done', resume: 'applying' },
  done: { apply: 'applying' },
  refused: {},
  abandoned: {},
} as const satisfies Record<ImportStatus, Partial<Record<ImportAction, ImportStatus>>>;

export type ImportDecision = 'apply' | 'resume' | 'abandon';
const decisions: readonly ImportAction[] = ['apply', 'resume', 'abandon'];

/** Minutes without progress after which a person may start the work again; a second worker does nothing twice. */
export const stalledMinutes = 2;

type Import = {
  readonly status: ImportStatus;
  readonly organizationId: string;
  /** Rows that are new or changed, not yet written. */
  readonly open: number;
  /** No step further for longer than a chunk takes. */
  readonly isStalled: boolean;
};

/** What this person may do now: whoever keeps the ledger of the organization that imports. */
export function allowedImportActions(
  one: Import,
  caller: { readonly organizationId: string; readonly permits: ReadonlySet<string> },
): ImportDecision[] {
  if (one.organizationId !== caller.organizationId || !caller.permits.has('ledger-import.manage')) return [];
  return (Object.keys(importLifeCycle[one.status]) as ImportAction[]).filter(
    (action): action is ImportDecision =>
      decisions.includes(action) && (action !== 'resume' || one.isStalled) && (action !== 'apply' || one.open > 0),
  );
}

/** What comparing a row with the ledger found. */
export const rowVerdicts = {
  new: ['新增', 'New'],
  changed: ['变更', 'Changed'],
  unchanged: ['无变化', 'Unchanged'],
  refused: ['不能导入', 'Not importable'],
} as const satisfies Record<string, Text>;
export type RowVerdict = keyof typeof rowVerdicts;
export const rowVerdictNames = Object.keys(rowVerdicts) as [RowVerdict, ...RowVerdict[]];
