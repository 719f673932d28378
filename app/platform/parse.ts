import { z } from 'zod';
import { Problem, platformProblems, type Issue } from '../kernel/problem.ts';

const issuesOf = (error: z.ZodError | undefined): Issue[] =>
  (error?.issues ?? []).map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
    message: issue.message,
  }));

/** PostgreSQL keeps no NUL in a text, and nobody types one. */
function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  return typeof value === 'object' && value !== null && Object.entries(value).some(([name, field]) => hasNul(name) || hasNul(field));
}

/** Parses the parameters or the query; an address that cannot be meant is malformed, not invalid. */
export function parseShape(schema: z.ZodType | undefined, value: unknown, place: 'params' | 'query'): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success && !hasNul(value)) return parsed.data;
  throw new Problem(place === 'params' ? platformProblems.notFound : platformProblems.malformed, { issues: issuesOf(parsed.error) });
}

/** Parses the body of a change. */
export function parseBody(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  if (hasNul(value)) throw new Problem(platformProblems.malformed);
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw new Problem(platformProblems.invalid, { issues: issuesOf(parsed.error) });
}
