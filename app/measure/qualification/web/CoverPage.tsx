import { App, Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { annexItems } from '../../../register/catalogue/rules/annex.ts';
import { instrumentKinds } from '../../../register/catalogue/rules/kinds.ts';
import { useRegionName } from '../../../register/organization/web/regions.ts';
import { useSearchState } from '../../../web/address.ts';
import { download } from '../../../web/client.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printList, printNumber } from '../../../web/figures.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { DayField } from '../../../web/kit/DayField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useLanguage, useSay, useTexts } from '../../../web/language.ts';
import { qualificationEndpoints } from '../contract.ts';
import type { CoverBoard, CoverRow } from '../contract/cover.ts';
import { activities, activityNames } from '../rules.ts';
import { coverBases, coverStateNames, type CoverState } from '../rules/cover.ts';
import { coverTexts } from './cover-text.ts';
import { regulationNumber } from './regulation-words.ts';
import { coverTags } from './states.ts';
import './qualification.css';

function Kind({ row }: { row: CoverRow }): ReactElement {
  const say = useSay();
  return (
    <>
      {say(instrumentKinds[row.kind].text)}
      {row.items.map((item) => (
        <div className="soft" key={item}>
          {item} {say(annexItems[item])}
        </div>
      ))}
    </>
  );
}

function Basis({ row }: { row: CoverRow }): ReactElement {
  const say = useSay();
  const language = useLanguage();
  const regionName = useRegionName();
  return (
    <>
      {printList(
        row.bases.map((basis) => say(coverBases[basis])),
        language,
      )}
      {row.regions.length === 0 ? null : <div className="soft">{printList(row.regions.map(regionName), language)}</div>}
    </>
  );
}

/** How it stands on one of the days: the state, how many persons and who cannot be missed. */
function Then({ row, index }: { row: CoverRow; index: number }): ReactElement | null {
  const text = useTexts(coverTexts);
  const say = useSay();
  const language = useLanguage();
  const cover = row.covers[index];
  if (cover === undefined) return null;
  const first = row.covers[0];
  return (
    <>
      <StatusTag states={coverTags} state={cover.state} />
      {cover.state === 'no-procedure' ? null : (
        <div className="soft">
          {activityNames.map((activity) => (
            <span
              key={activity}
              title={printList(
                cover[activity].map(({ name }) => name),
                language,
              )}
            >
              {say(activities[activity])}&nbsp;{cover[activity].length}{' '}
            </span>
          ))}
        </div>
      )}
      {cover.singlePoints.length === 0 ? null : (
        <div>
          {text.point}{' '}
          {printList(
            cover.singlePoints.map(({ name }) => name),
            language,
          )}
        </div>
      )}
      {index > 0 && cover.regulation !== null && cover.regulation !== first?.regulation ? (
        <div className="soft">{fill(text.byThen, { regulation: regulationNumber(cover.regulation) })}</div>
      ) : null}
    </>
  );
}

function Falls({ row }: { row: CoverRow }): ReactElement | null {
  const say = useSay();
  if (row.falls === null) return null;
  return (
    <>
      {row.falls.day}
      <div>{say(coverTags[row.falls.state].text)}</div>
    </>
  );
}

function Ending({ row }: { row: CoverRow }): ReactElement {
  const say = useSay();
  return (
    <>
      {row.ending.map(({ person, activity, lastDay }) => (
        <div className="cover-ending" key={`${person.id} ${activity}`}>
          <a href={`/desk/qualifications?q=${encodeURIComponent(person.name)}`}>{person.name}</a> {say(activities[activity])} {lastDay}
        </div>
      ))}
    </>
  );
}

const columnsOf = (days: readonly string[]): readonly Column<CoverRow>[] => [
  { key: 'kind', title: ['项目与种类', 'Item and kind'], show: (row) => <Kind row={row} /> },
  {
    key: 'regulation',
    title: ['规程', 'Regulation'],
    narrow: true,
    show: (row) =>
      row.regulation === null ? null : (
        <a href={`/desk/qualifications?regulation=${row.regulation}&state=in-force`}>{regulationNumber(row.regulation)}</a>
      ),
  },
  { key: 'basis', title: ['依据', 'Basis'], show: (row) => <Basis row={row} /> },
  ...days.map((day, index): Column<CoverRow> => ({ key: day, title: [day, day], show: (row) => <Then row={row} index={index} /> })),
  { key: 'falls', title: ['变差之日', 'Worse from'], narrow: true, show: (row) => <Falls row={row} /> },
  { key: 'ending', title: ['九十日内到期', 'Ending within 90 days'], show: (row) => <Ending row={row} /> },
];

/** How many may test, check and approve each item of an institute, today and later, and who cannot be missed. */
export function CoverPage(): ReactElement {
  const text = useTexts(coverTexts);
  const { message } = App.useApp();
  const [search, setSearch] = useSearchState();
  const query = Object.fromEntries(
    ['institute', 'day', 'later', 'state'].flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
  ) as never;
  const board = useEndpoint(qualificationEndpoints.readCover, { query });
  const save = (): void =>
    void download(qualificationEndpoints.exportCover, { query }).catch((error: unknown) => {
      void message.error(error instanceof Error ? error.message : String(error));
    });
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            <Button onClick={save}>{text.save}</Button>
            <Button href="/desk/qualifications/abilities">{text.abilities}</Button>
          </>
        }
      />
      <Answer query={board} rows={12}>
        {(reply) => <Board board={reply} onSearch={setSearch} />}
      </Answer>
    </>
  );
}

function Board({ board, onSearch }: { board: CoverBoard; onSearch: (changes: Readonly<Record<string, unknown>>) => void }): ReactElement {
  const text = useTexts(coverTexts);
  const say = useSay();
  const [search] = useSearchState();
  const chosen = typeof search['state'] === 'string' ? search['state'] : undefined;
  const [first, second] = board.days;
  return (
    <div className="stack">
      <div className="sheet filter-bar no-print">
        {board.institutes.length < 2 ? null : (
          <div className="condition">
            <label htmlFor="cover-institute">{text.institute}</label>
            <Select
              id="cover-institute"
              value={board.institute?.id ?? null}
              showSearch={{ optionFilterProp: 'label' }}
              options={board.institutes.map(({ id, name }) => ({ value: id as string, label: name }))}
              onChange={(institute: string) => onSearch({ institute })}
            />
          </div>
        )}
        <div className="condition">
          <label htmlFor="cover-day">{text.day}</label>
          <DayField id="cover-day" value={first} onChange={(day) => onSearch({ day })} />
        </div>
        <div className="condition">
          <label htmlFor="cover-later">{text.later}</label>
          <DayField id="cover-later" value={second} onChange={(later) => onSearch({ later })} />
        </div>
        <div className="condition">
          <label htmlFor="cover-state">{text.state}</label>
          <Select
            id="cover-state"
            allowClear
            placeholder={text.all}
            value={chosen ?? null}
            options={coverStateNames.map((state) => ({ value: state, label: say(coverTags[state].text) }))}
            onChange={(state: string | undefined) => onSearch({ state })}
          />
        </div>
      </div>
      {board.institute === null ? (
        <Empty title={text.choose} />
      ) : (
        <div className="sheet">
          <p>
            <b>{board.institute.name}</b> {first}{' '}
            {coverStateNames
              .filter((state) => (board.counts[state] ?? 0) > 0)
              .map((state: CoverState) => (
                <a className="cover-count" key={state} href={`?state=${state}&institute=${board.institute?.id ?? ''}&day=${first ?? ''}`}>
                  {say(coverTags[state].text)} {printNumber(board.counts[state] ?? 0)}{' '}
                </a>
              ))}
          </p>
          {board.rows.length === 0 ? (
            <Empty title={chosen === undefined ? text.none : text.nothing} next={chosen === undefined ? text.noneNext : undefined} />
          ) : (
            <DataRows
              items={board.rows}
              columns={columnsOf(board.days)}
              rowKey={(row) => row.kind}
              caption={['岗位覆盖', 'Cover of each kind of instrument']}
            />
          )}
          <p className="soft">{text.note}</p>
        </div>
      )}
    </div>
  );
}
