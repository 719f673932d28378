/**
 * The adoption of a procedure edition by an institute (方法确认): every number that a verdict rests on is compared with the
 * official text by the technical manager, with its clause, and confirmed by a second person. Only then may the edition decide.
 */
import { DecimalError, parse } from '@tongheng/quantity/decimal';
import type { Edition, Sourced } from '@tongheng/procedures/edition';
import { unknownLimits } from '@tongheng/procedures/registry';
import { canonical } from '@tongheng/seal/canonical';
import type { Text } from '../../kernel/text.ts';

export const adoptionStates = {
  proposed: ['待确认', 'To be confirmed'],
  adopted: ['已采用', 'Adopted'],
  refused: ['未通过', 'Refused'],
  withdrawn: ['已停用', 'Withdrawn'],
  replaced: ['已由新数据代替', 'Replaced by newer data'],
} as const satisfies Record<string, Text>;
export type AdoptionStatus = keyof typeof adoptionStates;
export const adoptionStatusNames = Object.keys(adoptionStates) as [AdoptionStatus, ...AdoptionStatus[]];

export type AdoptionAction = 'confirm' | 'refuse' | 'withdraw';
export const adoptionLifeCycle = {
  proposed: { confirm: 'adopted', refuse: 'refused', withdraw: 'withdrawn' },
  adopted: { withdraw: 'withdrawn' },
  refused: {},
  withdrawn: {},
  replaced: {},
} as const satisfies Record<AdoptionStatus, Partial<Record<AdoptionAction, AdoptionStatus>>>;

type Adoption = { readonly status: AdoptionStatus; readonly instituteId: string; readonly proposedBy: string };
type Caller = { readonly personId: string; readonly organizationId: string; readonly permits: ReadonlySet<string> };

/** What this person may do with this adoption: who proposed it does not confirm it. */
export function allowedAdoptionActions(adoption: Adoption, caller: Caller): AdoptionAction[] {
  if (adoption.instituteId !== caller.organizationId) return [];
  const possible = Object.keys(adoptionLifeCycle[adoption.status]) as AdoptionAction[];
  return possible.filter((action) =>
    action === 'withdraw'
      ? caller.permits.has('catalogue.adopt')
      : caller.permits.has('catalogue.confirm') && adoption.proposedBy !== caller.personId,
  );
}

export type EditionNumber = {
  /** Where it stands in the edition, such as 'limits.mpe.III.0.factor'. */
  readonly path: string;
  /** As JSON, so that '12' the text and 12 the number stay apart. */
  readonly value: string;
  readonly source: string;
  readonly confidence: string;
  /** The edition leaves it open: its value is read in the official text and entered at the adoption. */
  readonly open: boolean;
  /** What is asked for, and in which unit, where it is open. */
  readonly label: Text | null;
  readonly unit: string | null;
};

/** Every number and rule of an edition that has to be compared with the official text; the clauses are what the comparison adds. */
export function numbersOf(edition: Edition): EditionNumber[] {
  const found: EditionNumber[] = [];
  const open = new Map(unknownLimits(edition).map((limit) => [limit.path, limit]));
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('confidence' in value && 'confirmed' in value) {
      const { value: number, source, confidence } = value as unknown as Sourced<unknown>;
      const limit = open.get(path);
      // One unknown number may stand in two places; it is asked for once.
      if (limit === undefined && number === null && 'label' in value) return;
      const asked = { open: limit !== undefined, label: limit?.label ?? null, unit: limit?.unit ?? null };
      found.push({ path, value: JSON.stringify(number), source, confidence, ...asked });
      return;
    }
    for (const [key, entry] of Object.entries(value)) if (key !== 'clause') visit(entry, `${path}.${key}`);
  };
  const { status, applies, items, standards, limits, validity } = edition;
  for (const [name, part] of Object.entries({ status, applies, items, standards, limits, validity })) visit(part, name);
  return found;
}

export type Comparison = { readonly path: string; readonly value?: string | undefined };

/** The paths of an edition's numbers for which no clause was given, and the paths given that it does not have. */
export function comparisonGaps(
  numbers: readonly EditionNumber[],
  given: readonly Comparison[],
): { readonly missing: readonly string[]; readonly unknown: readonly string[] } {
  const known = new Set(numbers.map(({ path }) => path));
  const compared = new Set(given.map(({ path }) => path));
  return { missing: [...known].filter((path) => !compared.has(path)), unknown: [...compared].filter((path) => !known.has(path)) };
}

export type ValueRefusal = { readonly path: string; readonly text: Text };

const otherValue: Text = [
  '本系统已有此数值，采用时不能另填；与正式文本不符的，请先在程序中更正',
  'the program has this number already and takes no other one; where it differs from the official text it is corrected in the program first',
];
const noValue: Text = ['该限值待确认，请照正式文本填写', 'this limit is open; enter what the official text says'];

function valueRefusal({ open, value }: EditionNumber, given: string | undefined): Text | undefined {
  const text = given?.trim() ?? '';
  if (!open) return text === '' || text === JSON.parse(value) ? undefined : otherValue;
  if (text === '') return noValue;
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (error instanceof DecimalError) return error.text;
    throw error;
  }
}

/** What is wrong with the values given beside the numbers: an open one needs a decimal, a known one takes no other. */
export function valueRefusals(numbers: readonly EditionNumber[], given: readonly Comparison[]): ValueRefusal[] {
  const values = new Map(given.map(({ path, value }) => [path, value]));
  return numbers.flatMap((number) => {
    const text = valueRefusal(number, values.get(number.path));
    return text === undefined ? [] : [{ path: number.path, text }];
  });
}

export type AdoptedLimits = Readonly<Record<string, string>>;

/** The values entered for the open limits, by path, as written. */
export function enteredValues(numbers: readonly EditionNumber[], given: readonly Comparison[]): AdoptedLimits {
  const values = new Map(given.map(({ path, value }) => [path, value?.trim() ?? '']));
  return Object.fromEntries(numbers.filter(({ open }) => open).map(({ path }) => [path, values.get(path) ?? '']));
}

/**
 * What an adoption consists of, as one line of JSON whose SHA-256 names it: the digest of the edition's data and the values entered.
 * @example adoptionText('ab12', { 'limits.b': '2', 'limits.a': '1' }) // '{"edition":"ab12","values":{"limits.a":"1","limits.b":"2"}}'
 */
export const adoptionText = (editionDigest: string, values: AdoptedLimits): string => canonical({ edition: editionDigest, values });
