/** What a record takes over from its session, and how a record becomes the input of its procedure. The page and the server ask here. */
import type { CalculationInput } from '@tongheng/procedures/calculation';
import type { Edition } from '@tongheng/procedures/edition';

type Texts = Readonly<Record<string, string>>;
type Choice = { readonly role: string };

export type Conditions<Standard extends Choice> = {
  readonly testedOn: string | null;
  readonly environment: Texts;
  readonly standards: readonly Standard[];
};

/** The parts of a record that may stand in the session instead; null or empty: as in the session. */
type Own<Standard extends Choice> = {
  readonly testedOn: string | null;
  readonly environment: Texts;
  readonly standards: readonly Standard[] | null;
};
type Session<Standard extends Choice> = { readonly day: string; readonly environment: Texts; readonly standards: readonly Standard[] };

/** The roles that the edition asks for, as standards are registered for them: `jjg-0539:weights`. */
export const roleOf = (regulation: string, standardId: string): string => `${regulation}:${standardId}`;

/** The conditions of a record: what was written in it goes before what the session says. */
export function conditionsOf<Standard extends Choice>(
  own: Own<Standard>,
  session: Session<Standard> | null,
  { regulation, form }: Pick<Edition, 'regulation' | 'form'>,
): Conditions<Standard> {
  const environment: Record<string, string> = {};
  for (const { id } of form.environment.fields) {
    const written = own.environment[id] ?? '';
    const text = written.trim() === '' ? (session?.environment[id] ?? written) : written;
    if (text !== '' || id in own.environment) environment[id] = text;
  }
  // A field that this form does not have is kept, so that the procedure can refuse it by name.
  for (const [id, text] of Object.entries(own.environment)) environment[id] ??= text;
  return {
    testedOn: own.testedOn ?? session?.day ?? null,
    environment,
    standards: own.standards ?? (session?.standards ?? []).filter(({ role }) => role.startsWith(`${regulation}:`)),
  };
}

type Sheet = {
  readonly kind: string;
  readonly nameplate: unknown;
  readonly readings: unknown;
  readonly environment: Texts;
  readonly adoptedLimits: Readonly<Record<string, string>>;
};

/** What the procedure computes with; its canonical form's digest of the result is compared between browser and server. */
export const calculationInput = ({ kind, nameplate, environment, readings, adoptedLimits }: Sheet): CalculationInput => ({
  kind,
  instrument: nameplate,
  environment,
  readings,
  adopted: adoptedLimits,
});

/**
 * What stands in a cell by its path, empty where nothing does.
 *
 * @example cellText({ readings: { zero: { load: '20' } } }, 'readings.zero.load') // '20'
 */
export function cellText(sheet: unknown, path: string): string {
  let found: unknown = sheet;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.prototype.hasOwnProperty.call(found, step)) return '';
    found = (found as Readonly<Record<string, unknown>>)[step];
  }
  return typeof found === 'string' ? found.trim() : '';
}
