import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { catalogueEndpoints, type Adoption } from '../contract.ts';
import { useTags } from './states.ts';
import { texts } from './text.ts';

export type Use = { readonly state: keyof typeof useTags; readonly adoption: Adoption | undefined };

const adopts = (kind: string): boolean => kind === 'institute' || kind === 'authorised-company';

/** What the caller's institute may do with an edition; undefined for an organization that adopts none, or before it is known. */
export function useAtMyInstitute(edition: string): Use | undefined {
  const { organization } = useCaller();
  const list = useEndpoint(
    catalogueEndpoints.listAdoptions,
    // One question for all editions of a page: the newest come first, and a live one is never far back.
    { query: { limit: 200 } },
    { enabled: adopts(organization.kind) },
  );
  if (list.data === undefined) return undefined;
  const own = list.data.items.filter((one) => one.institute.id === organization.id && one.edition === edition);
  const proposed = own.find(({ status }) => status === 'proposed');
  const adopted = own.find(({ status }) => status === 'adopted');
  if (adopted?.current === true) return { state: 'adopted', adoption: adopted };
  if (proposed !== undefined) return { state: 'proposed', adoption: proposed };
  return adopted === undefined ? { state: 'none', adoption: undefined } : { state: 'changed', adoption: adopted };
}

export function UseAtMyInstitute({ edition }: { edition: string }): ReactElement | null {
  const text = useTexts(texts);
  const { organization } = useCaller();
  const use = useAtMyInstitute(edition);
  if (!adopts(organization.kind)) return <span className="soft">{text.noInstitute}</span>;
  return use === undefined ? null : <StatusTag states={useTags} state={use.state} />;
}
