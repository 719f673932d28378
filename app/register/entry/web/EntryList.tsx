import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Text } from '../../../kernel/text.ts';
import { useSearchState } from '../../../web/address.ts';
import { download, ProblemAnswer } from '../../../web/client.ts';
import { printDocumentNumber, printInstant } from '../../../web/figures.ts';
import type { Column } from '../../../web/kit/DataRows.tsx';
import { DataTable } from '../../../web/kit/DataTable.tsx';
import type { Filter, Option } from '../../../web/kit/FilterBar.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { usePermit } from '../../../web/session.ts';
import { useRegionName } from '../../organization/web/regions.ts';
import { entryEndpoints } from '../contract.ts';
import type { EntryItem } from '../contract/shapes.ts';
import { levels, phases, type Level as LevelName } from '../rules/kind.ts';
import { isEntryKind, kindOf, type EntryKind } from '../rules/kinds.ts';
import { shownStatuses } from '../rules/life-cycle.ts';
import { useKinds, useRegionOptions, type Kinds } from './kinds.ts';
import { KindLinks } from './KindLinks.tsx';
import { entryStates } from './states.ts';
import { texts } from './text.ts';
import './entry.css';

function Level({ item }: { item: EntryItem }): ReactElement | null {
  const say = useSay();
  const words = [...(item.level === null ? [] : [say(levels[item.level])]), ...(item.phase === null ? [] : [say(phases[item.phase])])];
  return words.length === 0 ? null : <>{words.join(' · ')}</>;
}
function Region({ code }: { code: string }): ReactElement {
  return <>{useRegionName()(code)}</>;
}
function Title({ item }: { item: EntryItem }): ReactElement {
  const text = useTexts(texts);
  return (
    <>
      <a href={`/desk/entries/${item.id}`}>{item.title}</a>
      {item.opening ? <div className="soft">{text.opening}</div> : null}
    </>
  );
}
function KindWord({ item }: { item: EntryItem }): ReactElement {
  return <>{useSay()(kindOf(item.kind).words)}</>;
}

const columns: readonly Column<EntryItem>[] = [
  { key: 'title', title: ['名称', 'Name'], show: (item) => <Title item={item} /> },
  { key: 'kind', title: ['类别', 'Kind'], show: (item) => <KindWord item={item} /> },
  { key: 'level', title: ['级别', 'Level'], narrow: true, show: (item) => <Level item={item} /> },
  { key: 'document', title: ['文号', 'Number'], show: (item) => printDocumentNumber(item.documentNumber) },
  { key: 'region', title: ['区划', 'Region'], narrow: true, show: (item) => <Region code={item.region} /> },
  { key: 'organization', title: ['登记单位', 'Organization'], show: (item) => item.organization.name },
  { key: 'since', title: ['取得日期', 'Since'], narrow: true, show: (item) => item.since },
  { key: 'until', title: ['有效期至', 'Valid to'], narrow: true, show: (item) => item.until },
  { key: 'status', title: ['状态', 'State'], narrow: true, show: (item) => <StatusTag states={entryStates} state={item.status} /> },
];

/** Every register that feeds an indicator: by kind, by state, as of a day, as known at an instant. */
export function EntryList(): ReactElement {
  const query = useKinds();
  return <Answer query={query}>{(kinds) => <Listed kinds={kinds} />}</Answer>;
}

function filtersOf(regions: readonly Option[], withLevel: boolean, level: string): Filter[] {
  return [
    { name: 'q', label: ['名称或文号', 'Name or number'] },
    {
      name: 'status',
      label: ['状态', 'State'],
      kind: 'choice',
      options: Object.entries(shownStatuses).map(([value, label]) => ({ value, label })),
    },
    ...(withLevel
      ? [
          {
            name: 'level',
            label: ['级别', 'Level'] as const,
            kind: 'choice' as const,
            options: levelOptions(level),
          },
        ]
      : []),
    {
      name: 'region',
      label: ['区划', 'Region'],
      kind: 'choice',
      options: regions,
    },
    { name: 'asOf', label: ['计入日', 'Counting on'], kind: 'day', more: true },
    { name: 'from', label: ['取得自', 'Obtained from'], kind: 'day', more: true },
    { name: 'to', label: ['取得至', 'Obtained to'], kind: 'day', more: true },
  ];
}

/** The levels; a rule that counts several of them brings them joined, as one more choice. */
function levelOptions(chosen: string): Option[] {
  const single: Option[] = Object.entries(levels).map(([value, label]) => ({ value, label }));
  if (!chosen.includes(',')) return single;
  const words = chosen.split(',').map((level) => levels[level as LevelName] ?? [level, level]);
  return [...single, { value: chosen, label: [words.map((pair) => pair[0]).join('、'), words.map((pair) => pair[1]).join(', ')] }];
}

/** Conditions that a link brings (an indicator's records) and that have no field of their own. */
const broughtNames = ['facet', 'organization', 'stock', 'knownAt'] as const;

function Listed({ kinds }: { kinds: Kinds }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  const mayImport = usePermit('entry.import');
  const kind = typeof search['kind'] === 'string' && isEntryKind(search['kind']) ? search['kind'] : undefined;
  const card = kinds.items.find((one) => one.id === kind);
  const brought = Object.fromEntries(broughtNames.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));
  const filters = filtersOf(
    useRegionOptions(),
    kind === undefined || kindOf(kind).levels.length > 0,
    typeof search['level'] === 'string' ? search['level'] : '',
  );
  const facet = kind === undefined ? undefined : facetWords(kind, search['facet']);
  return (
    <>
      <PageHead
        title={card === undefined ? text.title : say(card.words)}
        lead={card === undefined ? text.lead : fill(text.evidenceOf, { what: say(card.evidence) })}
        actions={
          <>
            {card?.maySubmit === true ? (
              <Button type="primary" href={`/desk/entries/new/${card.id}`}>
                {text.submit}
              </Button>
            ) : null}
            {mayImport ? <Button href="/desk/entry-stocks">{text.stock}</Button> : null}
          </>
        }
      />
      <KindLinks kinds={kinds} chosen={kind} />
      {Object.keys(brought).length === 0 ? null : (
        <p className="brought">
          {facet === undefined ? null : say(facet)}{' '}
          {typeof search['knownAt'] === 'string' ? fill(text.knownThen, { at: printInstant(search['knownAt']) }) : null}{' '}
          <Button type="link" size="small" onClick={() => setSearch(Object.fromEntries(broughtNames.map((name) => [name, undefined])))}>
            {text.clearNarrow}
          </Button>
        </p>
      )}
      <DataTable
        endpoint={entryEndpoints.listEntries}
        columns={kind === undefined ? columns : columns.filter((column) => column.key !== 'kind' && hasColumn(kind, column.key))}
        rowKey={(item) => item.id}
        caption={['登记', 'Register entries']}
        filters={filters}
        fixed={{ ...brought, ...(kind === undefined ? {} : { kind }) }}
        empty={{
          title: ['还没有登记（未接入记录）', 'No entry yet (not recorded)'],
          next: ['没有记录时指标显示“未接入记录”，不显示为零', 'Without a record an indicator says "not recorded", never zero'],
        }}
        actions={kind === undefined ? undefined : <Export query={{ ...search, kind }} />}
      />
    </>
  );
}

/** What the classification of a counting rule is called. */
const facetWords = (kind: EntryKind, facet: unknown): Text | undefined =>
  kindOf(kind)
    .fields.flatMap((field) => field.choices ?? [])
    .find((choice) => choice.value === facet)?.text;

const hasColumn = (kind: EntryKind, key: string): boolean =>
  (key !== 'level' || kindOf(kind).levels.length > 0) && (key !== 'until' || kindOf(kind).head.until !== undefined);

function Export({ query }: { query: Readonly<Record<string, unknown>> }): ReactElement {
  const text = useTexts(texts);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer>();
  const save = async (): Promise<void> => {
    setPending(true);
    setProblem(undefined);
    try {
      await download(entryEndpoints.exportEntries, { query: query as never });
    } catch (error) {
      if (!(error instanceof ProblemAnswer)) throw error;
      setProblem(error);
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <Button loading={pending} onClick={() => void save()}>
        {pending ? text.exporting : text.export}
      </Button>
      <ProblemNote problem={problem} />
    </>
  );
}
