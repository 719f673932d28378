/** Reading what an author states of an elementary quantity: each refusal names the field and says what to do. */
import { InvalidInput } from '@tongheng/quantity/invalid-input';
import type { Definition } from './influence.ts';

/** Longer identifiers are refused: they would be stored at every place that refers to them. */
const longestId = 200;
const longestText = 500;

const controlOrSurrogate = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/**
 * A globally unique identifier, such as "certificate 2026-0117/mass": 1 to 200 characters without control characters and without spaces
 * at its ends, in Unicode normal form C, so that what looks the same is the same.
 */
export function requireId(value: unknown, place: string): string {
  if (
    typeof value !== 'string' ||
    value.length === 0 ||
    value.length > longestId ||
    value.trim() !== value ||
    controlOrSurrogate.test(value)
  )
    throw new InvalidInput(place, [
      `标识应为 1 到 ${longestId} 个字符，两端无空格，不含控制字符，例如“证书编号/量”`,
      `an identifier has 1 to ${longestId} characters, no spaces at its ends and no control characters: "certificate number/quantity"`,
    ]);
  if (value.normalize('NFC') !== value)
    throw new InvalidInput(place, ['标识应采用 Unicode 规范形式 C（NFC）', 'an identifier must be in Unicode normal form C (NFC)']);
  return value;
}

/** A finite number. @throws InvalidInput otherwise */
export function requireFiniteNumber(value: unknown, place: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new InvalidInput(place, ['此处应为有限的数', 'a finite number is expected here']);
}

/** A text for readers; undefined where there is none. */
export function optionalText(value: unknown, place: string): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && value.length <= longestText) return value;
  throw new InvalidInput(place, [
    `此处应为不超过 ${longestText} 个字符的文本`,
    `a text of at most ${longestText} characters is expected here`,
  ]);
}

/** Degrees of freedom: greater than 0; undefined, null and Infinity say that u is exact. */
export function requireDof(value: unknown, place: string): number {
  if (value === undefined || value === null || value === Infinity) return Infinity;
  if (typeof value === 'number' && value > 0) return value;
  throw new InvalidInput(place, ['自由度必须大于 0', 'degrees of freedom must be greater than 0']);
}

/** A standard uncertainty, 0 or more. @throws InvalidInput otherwise */
export function requireUncertainty(value: unknown, place: string): number {
  const u = requireFiniteNumber(value, place);
  if (u >= 0) return Math.abs(u);
  throw new InvalidInput(place, ['标准不确定度不能为负', 'a standard uncertainty is not negative']);
}

/** What `elementary` and its kin take. */
export type Statement = {
  /** Globally unique: whoever issues the number answers for it. */
  readonly id: string;
  readonly value: number;
  /** Standard uncertainty in the unit of the value, 0 or more. */
  readonly u: number;
  /** Default: infinite. */
  readonly dof?: number | null | undefined;
  readonly label?: string | undefined;
  readonly unit?: string | undefined;
};

const within = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);

/** The fields of an object that a caller gave. */
export function requireObject(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw new InvalidInput(place, ['此处应为一个对象', 'an object is expected here']);
}

/** Identifier, value, u, degrees of freedom and texts of a statement. @throws InvalidInput naming the field */
export function readDefinition(statement: unknown, place: string): Definition {
  const fields = requireObject(statement, place);
  return {
    id: requireId(fields['id'], within(place, 'id')),
    value: requireFiniteNumber(fields['value'], within(place, 'value')),
    u: requireUncertainty(fields['u'], within(place, 'u')),
    dof: requireDof(fields['dof'], within(place, 'dof')),
    label: optionalText(fields['label'], within(place, 'label')),
    unit: optionalText(fields['unit'], within(place, 'unit')),
  };
}
