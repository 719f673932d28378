import type { Sign } from '@tongheng/seal/signature';
import type { VerifierKey } from '@tongheng/seal/log/verifier-key';
import type { Context } from '../../../platform/context.ts';

export type Signer = { readonly keyId: string; readonly chain: Uint8Array[]; readonly sign: Sign };
export const signerOf = async (_ctx: Context, _instituteId: string): Promise<Signer> => Promise.reject(new Error('no key yet'));
export const logSigner = async (_ctx: Context): Promise<{ key: VerifierKey; sign: Sign }> => Promise.reject(new Error('no key yet'));
export const trustAnchors = async (_ctx: Context): Promise<unknown> => Promise.reject(new Error('no key yet'));
export const signPdf = async (pdf: Uint8Array, _signer: Signer, _at: string): Promise<Uint8Array> => pdf;
