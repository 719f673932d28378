import fc from 'fast-check';
import { z } from 'zod';

type Shape = {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape | false;
  readonly prefixItems?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
};

const awkward = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  '\ud800',
  "'; --",
  '%_\\',
  '名'.repeat(300),
  '-1',
  '1e400',
  '💧',
  '__proto__',
  '2026-02-30',
);
const day = fc.constantFrom('2026-11-23', '0000-01-01', '9999-12-31', '2024-02-29', '2023-08-31');
const instant = fc.constantFrom('2026-11-23T02:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z');

function textOf({ format, pattern, minLength = 0, maxLength = 400 }: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.oneof(fc.uuid({ version: 4 }), fc.constantFrom(...ids));
  if (format === 'date') return day;
  if (format === 'date-time') return instant;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.oneof(awkward, fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(Math.max(minLength, 30), maxLength) }));
}

function likely(shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> {
  const of = (part: Shape): fc.Arbitrary<unknown> => mostly(part, ids);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  if ('const' in shape) return fc.constant(shape.const);
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(of));
  if (shape.allOf !== undefined) return of(shape.allOf[0] ?? {});
  switch (shape.type) {
    case 'object':
      return typeof shape.additionalProperties === 'object'
        ? fc.dictionary(fc.string({ maxLength: 12 }), of(shape.additionalProperties), { maxKeys: 4 })
        : fc.record(Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, property]) => [name, of(property)])));
    case 'array':
      if (shape.prefixItems !== undefined) return fc.tuple(...shape.prefixItems.map(of));
      return fc.array(of(shape.items === false ? {} : (shape.items ?? {})), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min((shape.minItems ?? 0) + 3, shape.maxItems ?? 20),
      });
    case 'string':
      return textOf(shape, ids);
    case 'integer':
      return fc.oneof(fc.integer({ min: -1, max: 300 }), fc.constantFrom(2 ** 31, Number.MAX_SAFE_INTEGER));
    case 'number':
      return fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 100 }));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** Mostly as declared, now and then anything at all. */
const mostly = (shape: Shape, ids: readonly string[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: likely(shape, ids) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) });

/** Values of the form a schema declares, with awkward ones among them; ids are invented or those of records that are there. */
export const arbitraryOf = (schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> =>
  mostly(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape, ids);
