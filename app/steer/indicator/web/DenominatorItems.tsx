import type { ReactElement } from 'react';
import { usePathParam, useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printNumber } from '../../../web/figures.ts';
import { AsOfBar } from '../../../web/kit/AsOfBar.tsx';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { indicatorEndpoints } from '../contract.ts';
import type { DenominatorItem } from '../contract/denominator.ts';
import { itemVerdictNames, itemVerdictStates, type ItemVerdict } from '../rules/denominator/words.ts';
import { denominatorTexts } from './denominator-text.ts';
import { useMoment } from './moment.ts';
import { ShareFigures } from './ShareFigures.tsx';
import { itemVerdictTones } from './states.ts';
import './indicator.css';

function Name({ item }: { item: DenominatorItem }): ReactElement {
  const say = useSay();
  return (
    <>
      {item.name === null ? item.key : say(item.name)}
      {item.entry === null ? null : <div className="soft">{say(item.entry)}</div>}
    </>
  );
}

/** The authorised items that cover a number. */
function Evidence({ item }: { item: DenominatorItem }): ReactElement | null {
  const text = useTexts(denominatorTexts);
  if (item.evidence.length === 0) return null;
  return (
    <ul className="evidence-list">
      {item.evidence.map(({ id, title, organization, until }) => (
        <li key={id}>
          <a href={`/desk/entries/${id}`}>{title}</a>
          <div className="soft">{until === null ? organization : `${organization} · ${fill(text.until, { day: until })}`}</div>
        </li>
      ))}
    </ul>
  );
}

/** The kinds of the ledger behind a demand, open to whoever may read there. */
function Kinds({ item, to }: { item: DenominatorItem; to: 'instruments' | 'requests' }): ReactElement {
  const say = useSay();
  const mayOpen = usePermit(to === 'instruments' ? 'instrument.read' : 'request.read');
  const name = to === 'instruments' ? 'kind' : 'instrumentKind';
  return (
    <ul className="evidence-list">
      {item.kinds.map((kind) => (
        <li key={kind.kind}>
          {mayOpen ? <a href={`/desk/${to}?${name}=${encodeURIComponent(kind.kind)}`}>{say(kind.name)}</a> : say(kind.name)}
        </li>
      ))}
    </ul>
  );
}

const unknown = ['未知', 'not known'] as const;
const demandVerdicts: readonly ItemVerdict[] = ['satisfied', 'unsatisfied', 'not-demanded'];

function Items({
  id,
  isDemand,
  regions,
}: {
  id: string;
  isDemand: boolean;
  regions: readonly { value: string; label: [string, string] }[];
}): ReactElement {
  const say = useSay();
  const moment = useMoment();
  const [search] = useSearchState();
  const count = (value: number | null): string => (value === null ? say(unknown) : printNumber(value));
  const columns: readonly Column<DenominatorItem>[] = [
    ...(isDemand ? [] : [{ key: 'key', title: ['序号', 'Number'] as const, narrow: true, show: (item: DenominatorItem) => item.key }]),
    { key: 'name', title: ['名称', 'Name'], show: (item) => <Name item={item} /> },
    {
      key: 'verdict',
      title: ['是否计入', 'Counts'],
      narrow: true,
      show: (item) => <StatusTag states={itemVerdictTones} state={item.verdict} />,
    },
    { key: 'demand', title: ['需求（台件）', 'Demand (instruments)'], number: true, narrow: true, show: (item) => count(item.demand) },
    {
      key: 'met',
      title: isDemand ? ['其中已出具', 'Of those served'] : ['其中已覆盖', 'Of those covered'],
      number: true,
      narrow: true,
      show: (item) => count(item.met),
    },
    ...(isDemand
      ? []
      : [{ key: 'evidence', title: ['授权项目', 'Authorised items'] as const, show: (item: DenominatorItem) => <Evidence item={item} /> }]),
    {
      key: 'kinds',
      title: isDemand ? ['申请', 'Requests'] : ['台账中的种类', 'Kinds in the ledger'],
      show: (item) => <Kinds item={item} to={isDemand ? 'requests' : 'instruments'} />,
    },
  ];
  const verdicts = itemVerdictNames.filter((verdict) => demandVerdicts.includes(verdict) === isDemand || verdict === 'not-demanded');
  return (
    <DataTable
      endpoint={indicatorEndpoints.listDenominatorItems}
      params={{ id }}
      fixed={{ ...moment, ...(search['version'] === undefined ? {} : { version: search['version'] }) }}
      columns={columns}
      rowKey={(item) => item.key}
      filters={[
        { name: 'q', label: ['序号或名称', 'Number or name'] },
        { name: 'region', label: ['地区', 'Region'], kind: 'choice', options: regions },
        {
          name: 'verdict',
          label: ['是否计入', 'Counts'],
          kind: 'choice',
          options: verdicts.map((value) => ({ value, label: itemVerdictStates[value] })),
        },
        {
          name: 'inside',
          label: ['在分母中', 'In the denominator'],
          kind: 'choice',
          options: [
            { value: 'true', label: ['在', 'yes'] },
            { value: 'false', label: ['不在', 'no'] },
          ],
        },
      ]}
      caption={['分母各项', 'Items of the denominator']}
      empty={{
        title: ['没有符合条件的项目', 'No item meets the conditions'],
        next: ['当日没有记录时也为空；可清除条件再看', 'Empty as well while nothing is recorded; clear the conditions to look again'],
      }}
    />
  );
}

/** What a share opens down to: the items of its denominator, why each stands there and why it counts or does not. */
export function DenominatorItems(): ReactElement {
  const text = useTexts(denominatorTexts);
  const say = useSay();
  const id = usePathParam('id');
  const [search] = useSearchState();
  const moment = useMoment();
  const history = useEndpoint(indicatorEndpoints.listDenominators, { params: { id }, query: moment });
  const page = useEndpoint(indicatorEndpoints.readIndicator, { params: { id }, query: moment });
  const shown = page.data?.shares?.version ?? history.data?.versions[0]?.version;
  const asked = search['version'] === undefined ? shown : Number(search['version']);
  const version = history.data?.versions.find((each) => each.version === asked);
  const regions = (page.data?.counties ?? []).map(({ code, name }) => ({ value: code, label: name }));
  return (
    <>
      <PageHead
        title={fill(text.itemsOf, { id })}
        state={page.data === undefined ? undefined : <a href={`/desk/indicators/${id}`}>{say(page.data.title)}</a>}
        lead={text.itemsLead}
      />
      <AsOfBar />
      <Answer query={history}>
        {({ target, rule }) => (
          <div className="stack">
            {version === undefined ? null : (
              <section className="sheet stack">
                <div className="version-head">
                  <h2>{version.version === 0 ? text.planMethod : fill(text.version, { n: version.version })}</h2>
                  <a href={`/desk/indicators/${id}/denominators`}>{text.history}</a>
                </div>
                <p>{say(version.statement)}</p>
                <ShareFigures figures={version.figures} reported={version.reported} target={target} />
              </section>
            )}
            <Items id={id} isDemand={rule === 'demandServed'} regions={regions} />
          </div>
        )}
      </Answer>
    </>
  );
}
