/**
 * The form of the tables of units: a row holds the names in every notation and the definition by units of the tables before it, as a
 * metrologist would write it (`0.45359237 kg`, `1/180 π rad`). What a row means for the law stands with its source and confidence.
 */

/**
 * Status in China: `legal` SI units of the 法定计量单位; `permitted` non-SI units chosen by the state (国务院 1984-02-27 table 4, and later
 * decisions); `unlisted` neither named there nor abolished, used where a national standard says so; `not-legal` to be replaced.
 */
export type LegalStatus = 'legal' | 'permitted' | 'unlisted' | 'not-legal';

export type Law = {
  readonly status: LegalStatus;
  readonly source: string;
  /** H high, M medium, L low: how sure we are of the status; nothing below H was confirmed on the official text. */
  readonly confidence: 'H' | 'M' | 'L';
};

/** A scale with an origin or a logarithm; the definition then gives the unit of the interval, or the reference. */
export type Scale =
  /** thermodynamic temperature = value × unit + origin, in kelvin as `top/bottom` or decimal */
  | { readonly kind: 'affine'; readonly origin: string }
  /**
   * power ratio = base^(value × `slope`), base 10 or e; `reference` is the level zero, for field quantities its square
   * (so that 0.6 V², of 0.775 V, is exact); without a reference the level is of a ratio
   */
  | {
      readonly kind: 'level';
      readonly base: '10' | 'e';
      readonly slope: string;
      readonly reference?: string;
      readonly quantity: 'power' | 'field';
    }
  /** value = 100 × tangent of the angle */
  | { readonly kind: 'slope' };

export type UnitEntry = {
  /** Symbol that is printed; further symbols that are read. */
  readonly symbols: readonly string[];
  readonly zh: readonly string[];
  readonly en: string;
  /** UCUM code that is printed and further ones that are read; none where UCUM has no such unit. */
  readonly ucum: readonly string[];
  /** D-SI name with its backslash; none where D-SI 2.x has no such unit. */
  readonly dsi: string | undefined;
  /** Names that D-SI gives to a prefixed unit as a whole: `{ k: '\\kilogram' }`. */
  readonly dsiPrefixed: Readonly<Record<string, string>>;
  /** Number, `π` or `~` (measured or rounded, not exact), and a unit expression; for a base unit its place, `base 0` to `base 6`. */
  readonly definition: string;
  /** Prefix symbols allowed in front of the symbol and of the Chinese name. */
  readonly prefixes: readonly string[];
  readonly ucumPrefixes: boolean;
  readonly scale: Scale | undefined;
  /** A quantity of its own kind that never cancels against a number: procedure-defined units (IU), and the turn of r/min. */
  readonly mark: string | undefined;
  readonly law: Law;
};

/** A row of a table: symbols, Chinese names, English name, UCUM codes, D-SI name, definition; names of one kind are separated by `|`. */
export type Row = readonly [
  symbols: string,
  zh: string,
  en: string,
  ucum: string,
  dsi: string,
  definition: string,
  more?: {
    readonly prefixes?: string;
    readonly ucumPrefixes?: boolean;
    readonly dsiPrefixed?: Readonly<Record<string, string>>;
    readonly scale?: Scale;
    readonly mark?: string;
    readonly law?: Law;
  },
];

const everyDecimal = 'Q R Y Z E P T G M k h da d c m µ n p f a z y r q';
const prefixGroups: Readonly<Record<string, string>> = {
  all: everyDecimal,
  binary: `${everyDecimal} Ki Mi Gi Ti Pi Ei Zi Yi`,
};

const names = (text: string): readonly string[] => (text === '' ? [] : text.split('|'));

/** Reads the rows of one table; `law` and `prefixes` hold for every row that says nothing else. */
export const table = (law: Law, rows: readonly Row[]): readonly UnitEntry[] =>
  rows.map(([symbols, zh, en, ucum, dsi, definition, more = {}]) => {
    const allowed = more.prefixes ?? '';
    return {
      symbols: names(symbols),
      zh: names(zh),
      en,
      ucum: names(ucum),
      dsi: dsi === '' ? undefined : `\\${dsi}`,
      dsiPrefixed: more.dsiPrefixed ?? {},
      definition,
      prefixes: names((prefixGroups[allowed] ?? allowed).replace(/ /g, '|')),
      ucumPrefixes: more.ucumPrefixes ?? allowed !== '',
      scale: more.scale,
      mark: more.mark,
      law: more.law ?? law,
    };
  });
