import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import type { Field } from '../../../web/kit/FormField.tsx';
import { qualificationEndpoints } from '../contract.ts';
import { regulationOptions } from './regulation-words.ts';

/** Whose qualification it is: a person of the own institute. */
export function useHolderField(): Field {
  const candidates = useEndpoint(qualificationEndpoints.listCandidates, {});
  return {
    name: 'holder',
    label: ['人员', 'Person'],
    kind: 'choice',
    options: (candidates.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  };
}

export const termFields: readonly Field[] = [
  {
    name: 'documentNumber',
    label: ['文件编号', 'Document'],
    hint: ['注册证书编号或本机构文件编号', 'Of the certificate or the institute’s document'],
  },
  { name: 'validFrom', label: ['自何日起', 'From'], kind: 'day' },
  {
    name: 'validUntil',
    label: ['有效期至', 'Valid until'],
    kind: 'day',
    hint: ['文件未载明的留空', 'Blank where the document names none'],
  },
];

export const regulationsField = (hint: Field['hint']): Field => ({
  name: 'regulations',
  label: ['规程', 'Regulations'],
  kind: 'many',
  options: regulationOptions,
  ...(hint === undefined ? {} : { hint }),
});
