/**
 * The adoption of a procedure edition by an institute (方法确认): every number that a verdict rests on is compared with the
 * official text by the technical manager, with its clause, and confirmed by a second person. Only then may the edition decide.
 */
import type { Edition, Sourced } from '@tongheng/procedures/edition';
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
};

/** Every number and rule of an edition that has to be compared with the official text; the clauses are what the comparison adds. */
export function numbersOf(edition: Edition): EditionNumber[] {
  const found: EditionNumber[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('confidence' in value && 'confirmed' in value) {
      const { value: number, source, confidence } = value as unknown as Sourced<unknown>;
      found.push({ path, value: JSON.stringify(number), source, confidence });
      return;
    }
    for (const [key, entry] of Object.entries(value)) if (key !== 'clause') visit(entry, `${path}.${key}`);
  };
  const { status, applies, items, standards, limits, validity } = edition;
  for (const [name, part] of Object.entries({ status, applies, items, standards, limits, validity })) visit(part, name);
  return found;
}

/** The paths of an edition's numbers for which no clause was given, and the paths given that it does not have. */
export function comparisonGaps(
  numbers: readonly EditionNumber[],
  given: readonly { readonly path: string }[],
): { readonly missing: readonly string[]; readonly unknown: readonly string[] } {
  const known = new Set(numbers.map(({ path }) => path));
  const compared = new Set(given.map(({ path }) => path));
  return { missing: [...known].filter((path) => !compared.has(path)), unknown: [...compared].filter((path) => !known.has(path)) };
}
