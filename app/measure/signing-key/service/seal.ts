import { checkPdfSignature } from '@tongheng/seal/pdf/signature';
import { InvalidPdf, readPdf } from '@tongheng/seal/pdf/read';
import { Problem } from '../../../kernel/problem.ts';
import { AdapterFailed } from '../../../platform/adapter.ts';
import type { Context } from '../../../platform/context.ts';
import type { ElectronicSeal, SealOrder, SealOwner } from '../../../platform/seal-service.ts';
import { signingKeyProblems } from '../contract/problem.ts';

const failed = (zh: string, en: string): Problem => new Problem(signingKeyProblems.sealFailed, { detail: [zh, en] });

async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AdapterFailed) throw failed(`服务答复：${error.message}`, `The service said: ${error.message}`);
    throw error;
  }
}

/**
 * The electronic seal of an institute, where a service is connected and has one. A seal of another organization and one that is out of date are
 * refused: neither may stand on a certificate, and to print it without a seal would hide that something is wrong.
 */
export async function sealOf(ctx: Pick<Context, 'sealService' | 'today'>, of: SealOwner): Promise<ElectronicSeal | undefined> {
  const { sealService, today } = ctx;
  if (sealService === undefined) return undefined;
  const seal = await asked(() => sealService.find(of));
  if (seal === undefined) return undefined;
  const { owner, validFrom, validUntil } = seal;
  if (owner !== of.institute) throw failed(`印章属于“${owner}”，不是本机构`, `The seal is one of “${owner}”, not of this institute`);
  if (today < validFrom || validUntil < today)
    throw failed(`印章有效期为 ${validFrom} 至 ${validUntil}`, `The seal is valid from ${validFrom} to ${validUntil}`);
  return seal;
}

/** Beside what the paper had: the seal may draw and sign, and nothing else. */
async function refuseOther(paper: Uint8Array, sealed: Uint8Array): Promise<void> {
  if (sealed.length <= paper.length || paper.some((byte, at) => sealed[at] !== byte))
    throw failed('返回的文件不是在原文件之后追加的', 'The file that came back is not the one that was sent with an addition behind it');
  let content;
  try {
    content = [readPdf(paper), readPdf(sealed)] as const;
  } catch (error) {
    if (error instanceof InvalidPdf)
      throw failed(`返回的文件无法读取：${error.text[0]}`, `The file that came back cannot be read: ${error.text[1]}`);
    throw error;
  }
  const [before, after] = content;
  const attached = (of: typeof before): string => of.attachments.map(({ name, bytes }) => `${name} ${bytes.length}`).join('\n');
  const isSame = before.attachments.every(({ bytes }, index) => {
    const other = after.attachments[index]?.bytes;
    return other !== undefined && other.length === bytes.length && bytes.every((byte, at) => byte === other[at]);
  });
  if (!isSame || attached(before) !== attached(after)) throw failed('附件被改动', 'An attachment was changed');
  if (after.signatures.length <= before.signatures.length) throw failed('返回的文件没有盖章', 'The file that came back bears no seal');
  const { ok, code, reason } = await checkPdfSignature(sealed);
  // A seal by a method that this program does not know is checked by the reader of its provider.
  if (!ok && !['subFilter', 'notCheckable', 'noCertificate'].includes(code)) throw failed(`印章：${reason[0]}`, `The seal: ${reason[1]}`);
}

/** Has the seal put on a paper; what came back holds the paper unchanged, or nothing is used of it. */
export async function putSeal(ctx: Pick<Context, 'sealService'>, paper: Uint8Array, order: SealOrder): Promise<Uint8Array> {
  const { sealService } = ctx;
  if (sealService === undefined) return paper;
  const sealed = await asked(() => sealService.seal(paper, order));
  await refuseOther(paper, sealed);
  return sealed;
}
