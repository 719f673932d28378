import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { fill, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { catalogueEndpoints } from '../contract.ts';
import type { EditionNumber } from '../rules.ts';
import { texts } from './text.ts';

type Props = {
  readonly edition: string;
  readonly numbers: readonly EditionNumber[];
  readonly onTake: (clauses: Readonly<Record<string, string>>) => void;
};

/** After the data of an edition has changed: the clauses that the institute wrote beside numbers which are still the same. */
export function EarlierClauses({ edition, numbers, onTake }: Props): ReactElement | null {
  const text = useTexts(texts);
  const { organization } = useCaller();
  const list = useEndpoint(catalogueEndpoints.listAdoptions, { query: { edition, limit: 50 } });
  const latest = (list.data?.items ?? []).find(({ institute, status }) => institute.id === organization.id && status !== 'refused');
  const read = useEndpoint(
    catalogueEndpoints.readAdoption,
    { params: { id: (latest?.id ?? '') as never } },
    { enabled: latest !== undefined },
  );
  const now = new Map(numbers.map(({ path, value }) => [path, value]));
  const same = (read.data?.confirmations ?? []).filter(({ path, value, entered }) => !entered && now.get(path) === value);
  if (same.length === 0) return null;
  return (
    <Button onClick={() => onTake(Object.fromEntries(same.map(({ path, clause }) => [path, clause])))}>
      {fill(text.takeEarlier, { n: same.length })}
    </Button>
  );
}
