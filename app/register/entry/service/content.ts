import { createHmac } from 'node:crypto';
import { Problem, platformProblems, type Issue } from '../../../kernel/problem.ts';
import { regionPrefix } from '../../../kernel/scope.ts';
import { inLanguage } from '../../../kernel/text.ts';
import type { Context } from '../../../platform/context.ts';
import { faultsOf, tidied, type Fault } from '../rules/content.ts';
import { isMasked, maskedIdentity } from '../rules/identity.ts';
import type { Content, Kind } from '../rules/kind.ts';
import { getSecret } from '../store/entry.ts';

const digestPrefix = 'person:';

export type Taken = { readonly content: Content; readonly subjectKey: string };
export type Prior = { readonly content: Content; readonly subjectKey: string };

/** Replaces identity numbers by a keyed digest in the subject key and a masked text in the content. */
export async function openDigests(ctx: Context): Promise<(kind: Kind, content: Content, prior?: Prior) => Taken> {
  const secret = await getSecret(ctx.db);
  return (kind, content, prior) => {
    const field = kind.fields.find((it) => it.type === 'identity');
    const number = field === undefined ? undefined : content.payload[field.id];
    if (field === undefined || number === undefined) return { content, subjectKey: kind.subjectKey(content, undefined) };
    if (isMasked(number)) {
      const kept = prior?.subjectKey.startsWith(digestPrefix) === true ? prior.subjectKey : undefined;
      return { content, subjectKey: kind.subjectKey(content, kept) };
    }
    const digest = createHmac('sha256', secret).update(number).digest('hex');
    return {
      content: { ...content, payload: { ...content.payload, [field.id]: maskedIdentity(number) } },
      subjectKey: kind.subjectKey(content, `${digestPrefix}${digest}`),
    };
  };
}

/** What is wrong beyond the form: a region that is not the caller's, a masked number that was not shown before. */
export function faultsFor(ctx: Context, kind: Kind, content: Content, prior?: Prior): Fault[] {
  const faults = faultsOf(kind, content, ctx.today);
  if (ctx.caller.scope.kind !== 'city' && !content.region.startsWith(regionPrefix(ctx.caller.region))) {
    faults.push({ path: ['region'], text: ['不在您所在的行政区划内', 'It is outside your region'] });
  }
  for (const field of kind.fields) {
    const value = content.payload[field.id] ?? '';
    if (field.type === 'identity' && isMasked(value) && prior?.content.payload[field.id] !== value) {
      faults.push({ path: ['payload', field.id], text: ['请填写完整号码', 'Enter the whole number'] });
    }
  }
  return faults;
}

/** The content as it is kept, or a problem that names every wrong field. */
export async function takeContent(ctx: Context, kind: Kind, said: Content, prior?: Prior): Promise<Taken> {
  const content = tidied(kind, said);
  const issues = faultsFor(ctx, kind, content, prior).map((fault): Issue => ({
    path: ['content', ...fault.path],
    message: inLanguage(fault.text, ctx.language),
  }));
  if (issues.length > 0) throw new Problem(platformProblems.invalid, { issues });
  return (await openDigests(ctx))(kind, content, prior);
}
