import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, platformProblems, problemStatus, type ProblemDefinition } from '../kernel/problem.ts';
import { inLanguage, type Language } from '../kernel/text.ts';
import { policyOfProblem, problemPage } from './problem-page.ts';

/** Chinese unless the client asks for English first. */
export const languageOf = (request: FastifyRequest): Language =>
  /^\s*en/i.test(String(request.headers['accept-language'] ?? '')) ? 'en' : 'zh';

const definitionOfStatus: Readonly<Record<number, ProblemDefinition>> = {
  400: platformProblems.malformed,
  404: platformProblems.notFound,
  413: platformProblems.tooLarge,
  415: platformProblems.fileKind,
  429: platformProblems.limited,
};

const lostConnection = /^(08|57P0|53300)|ECONNREFUSED|ENOENT|ECONNRESET/;

/** What the database refuses because of what was sent: a value out of range, a reference to nothing, a race that another won. */
const refusals: readonly (readonly [state: RegExp, definition: ProblemDefinition])[] = [
  [/^(22003|22007|22008|22021|22P0\d|23503)$/, platformProblems.invalid],
  [/^(23505|23P01)$/, platformProblems.stale],
  [/^(40001|40P01)$/, platformProblems.busy],
];

function problemOf(error: Error & { code?: string; statusCode?: number }): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error.code !== undefined && lostConnection.test(error.code)) return new Problem(platformProblems.unavailable);
  if (/Connection terminated|timeout exceeded when trying to connect/.test(error.message)) return new Problem(platformProblems.unavailable);
  const refusal = refusals.find(([state]) => error.code !== undefined && state.test(error.code))?.[1];
  if (refusal !== undefined) return new Problem(refusal);
  const definition = error.statusCode === undefined ? undefined : definitionOfStatus[error.statusCode];
  return definition === undefined ? undefined : new Problem(definition);
}

/** A person who followed a link: browsers say so when they go to a page, and no program of ours does. */
const isVisit = ({ method, headers }: FastifyRequest): boolean => method === 'GET' && /\btext\/html\b/i.test(headers.accept ?? '');

/** Answers a problem as RFC 9457, as a page to whoever followed a link; what nobody foresaw is logged and answered without its words. */
export function replyProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  if (problem === undefined) request.log.error({ err: error }, 'unforeseen');
  else if (!(error instanceof Problem)) request.log.warn({ err: error }, 'refused below the rules');
  const { definition, detail, issues } = problem ?? new Problem(platformProblems.internal);
  const language = languageOf(request);
  const status = problem === undefined ? 500 : problemStatus[definition.kind];
  if (isVisit(request)) {
    void reply
      .status(status)
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policyOfProblem)
      .header('vary', 'accept')
      .send(problemPage({ definition, detail }, request.id));
    return;
  }
  void reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language === 'zh' ? 'zh-CN' : 'en')
    .send(
      JSON.stringify({
        type: `/problems/${definition.code}`,
        code: definition.code,
        status,
        title: inLanguage(definition.text, language),
        next: inLanguage(definition.next, language),
        ...(detail === undefined ? {} : { detail: inLanguage(detail, language) }),
        ...(issues.length === 0 ? {} : { issues }),
        instance: request.id,
      }),
    );
}
