import type { Text } from '../../../kernel/text.ts';
import type { Role } from '../../people/rules/roles.ts';

export const levels = {
  city: ['市（厅）级', 'City (departmental)'],
  province: ['省级', 'Provincial'],
  ministry: ['部级', 'Ministerial'],
  national: ['国家级', 'National'],
} as const satisfies Record<string, Text>;
export type Level = keyof typeof levels;
export const levelNames = Object.keys(levels) as [Level, ...Level[]];

/** The way of a laboratory or centre; it counts from the day of its designation. */
export const phases = {
  approval: ['批准筹建', 'Approved'],
  construction: ['建设', 'Under construction'],
  acceptance: ['验收', 'Accepted'],
  designation: ['授牌', 'Designated'],
} as const satisfies Record<string, Text>;
export type Phase = keyof typeof phases;
export const phaseNames = Object.keys(phases) as [Phase, ...Phase[]];

export type PhaseStep = { readonly phase: Phase; readonly day: string; readonly documentNumber: string };

export type FieldType = 'text' | 'longText' | 'day' | 'choice' | 'decimal' | 'creditCode' | 'identity';

export type Choice = { readonly value: string; readonly text: Text };

export type Field = {
  readonly id: string;
  readonly label: Text;
  readonly type: FieldType;
  readonly required: boolean;
  readonly unit?: Text;
  readonly help?: Text;
  readonly choices?: readonly Choice[];
};

/** What a kind calls the columns that every entry has. */
export type Head = {
  readonly title: Text;
  readonly documentNumber: Text;
  readonly issuer: Text;
  readonly since: Text;
  /** The last day of validity: a kind without it never lapses by a date. */
  readonly until?: { readonly label: Text; readonly required: boolean };
};

/**
 * What a second record of the same thing means: `refuse` it while the other holds; `refuse-same-level`: one person may stand
 * in programmes of several levels; `count-once`: every record is kept (a service order), the subject counts once.
 */
export type DuplicateRule = 'refuse' | 'refuse-same-level' | 'count-once';

/** What an entry says; identity numbers in it are masked, except on the way in. */
export type Content = {
  readonly level: Level | null;
  readonly region: string;
  readonly title: string;
  readonly documentNumber: string;
  readonly issuer: string;
  readonly since: string;
  readonly until: string | null;
  readonly payload: Readonly<Record<string, string>>;
  readonly phases: readonly PhaseStep[];
};

export type Kind = {
  readonly words: Text;
  readonly head: Head;
  readonly levels: readonly Level[];
  readonly fields: readonly Field[];
  /** The document that proves one unit. */
  readonly evidence: Text;
  readonly submitters: readonly Role[];
  readonly duplicates: DuplicateRule;
  readonly phased: boolean;
  /** The entry belongs to the unit whose credit code it names, whoever enters it. */
  readonly ownedBySubject?: true;
  /** What "the same thing" is; `person` is the keyed digest of an identity number, where there is one. */
  readonly subjectKey: (content: Content, person: string | undefined) => string;
  /** An invented example for the workbook. */
  readonly sample: Content;
};
