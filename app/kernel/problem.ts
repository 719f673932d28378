import type { Text } from './text.ts';

/**
 * A problem is part of the contract: a code, a sentence in both languages and what to do next (RFC 9457 on the wire).
 * 404 when the caller may not know that the thing exists, 403 when known but not allowed, 409 when its state forbids it,
 * 422 when the form is wrong.
 */
export const problemStatus = {
  malformed: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  unsupported: 415,
  invalid: 422,
  limited: 429,
  unavailable: 503,
} as const;

export type ProblemKind = keyof typeof problemStatus;
export type ProblemDefinition = { readonly code: string; readonly kind: ProblemKind; readonly text: Text; readonly next: Text };
export type Issue = { readonly path: readonly (string | number)[]; readonly message: string };

type Entry = { readonly kind: ProblemKind; readonly text: Text; readonly next: Text };

/** Declares the problems of a term; the code is `<term>.<what>`. */
export function problems<What extends string>(term: string, entries: Record<What, Entry>): Record<What, ProblemDefinition> {
  return Object.fromEntries(Object.entries<Entry>(entries).map(([what, entry]) => [what, { code: `${term}.${what}`, ...entry }])) as Record<
    What,
    ProblemDefinition
  >;
}

/** Thrown by rules and services; the binder turns it into an answer. `detail` never holds personal data. */
export class Problem extends Error {
  readonly definition: ProblemDefinition;
  readonly detail: Text | undefined;
  readonly issues: readonly Issue[];
  constructor(definition: ProblemDefinition, more: { detail?: Text; issues?: readonly Issue[] } = {}) {
    super(definition.code);
    this.definition = definition;
    this.detail = more.detail;
    this.issues = more.issues ?? [];
  }
}

/** What any endpoint may answer. */
export const platformProblems = problems('platform', {
  malformed: {
    kind: 'malformed',
    text: ['请求格式不正确', 'The request is malformed'],
    next: ['请对照接口说明检查请求', 'Check the request against the description of the interface'],
  },
  keyMissing: {
    kind: 'malformed',
    text: ['缺少 Idempotency-Key 请求头', 'The Idempotency-Key header is missing'],
    next: ['每次提交生成一个新的键，重试时沿用', 'Make a new key for each submission and repeat it when retrying'],
  },
  keyReused: {
    kind: 'conflict',
    text: ['同一提交键已用于不同内容', 'This submission key was used for other content'],
    next: ['为新的提交生成新的键', 'Make a new key for a new submission'],
  },
  unauthenticated: {
    kind: 'unauthenticated',
    text: ['尚未登录或登录已过期', 'You are not signed in, or your session has ended'],
    next: ['请重新登录，已填写的内容保留在本机', 'Sign in again; what you typed is kept on this device'],
  },
  passwordChangeDue: {
    kind: 'forbidden',
    text: ['首次登录须先修改密码', 'The first sign-in requires a new password'],
    next: ['请先修改密码', 'Change your password first'],
  },
  forbidden: {
    kind: 'forbidden',
    text: ['您没有办理此事项的权限', 'You are not permitted to do this'],
    next: ['请联系本单位管理员授权', 'Ask the administrator of your organization'],
  },
  crossSite: {
    kind: 'forbidden',
    text: ['请求来自其他网站，已拒绝', 'The request came from another site and was refused'],
    next: ['请从本系统页面操作', 'Act from the pages of this system'],
  },
  notFound: {
    kind: 'notFound',
    text: ['没有找到，或您无权查看', 'Not found, or not for you to see'],
    next: ['请核对编号或链接', 'Check the number or the link'],
  },
  invalid: {
    kind: 'invalid',
    text: ['填写的内容有误', 'Something in the form is wrong'],
    next: ['请按字段下方的提示修改', 'Correct the fields as their notes say'],
  },
  stale: {
    kind: 'conflict',
    text: ['记录已被他人更改', 'Somebody else has changed this record'],
    next: ['请刷新后重试', 'Reload and try again'],
  },
  limited: {
    kind: 'limited',
    text: ['操作过于频繁', 'Too many requests'],
    next: ['请稍后再试', 'Try again later'],
  },
  tooLarge: {
    kind: 'tooLarge',
    text: ['文件超过大小限制', 'The file is too large'],
    next: ['请压缩或拆分后上传', 'Compress or split the file'],
  },
  fileKind: {
    kind: 'unsupported',
    text: ['不支持的文件类型', 'This type of file is not accepted'],
    next: ['请上传 PDF、图片、Excel 或 CSV 文件', 'Upload a PDF, picture, Excel or CSV file'],
  },
  busy: {
    kind: 'unavailable',
    text: ['多人正在同时办理同一批记录', 'Others are changing the same records at this moment'],
    next: ['请稍等几秒后重试，已填写的内容不会丢失', 'Try again in a few seconds; nothing you typed is lost'],
  },
  unavailable: {
    kind: 'unavailable',
    text: ['数据库暂时不可用', 'The database is away at the moment'],
    next: ['请稍后重试，未提交的内容不会丢失', 'Try again shortly; nothing unsent is lost'],
  },
  internal: {
    kind: 'unavailable',
    text: ['系统出现故障，已记录', 'Something failed here and was logged'],
    next: ['请稍后重试；持续出现时请把编号告知管理员', 'Try again; if it persists tell the administrator the number'],
  },
});
