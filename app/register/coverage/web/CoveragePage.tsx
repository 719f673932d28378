import { Button, Select } from 'antd';
import type { ReactElement } from 'react';
import { useSearchState } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { useCaller } from '../../../web/session.ts';
import { instrumentKindNames, instrumentKinds, type InstrumentKind } from '../../catalogue/rules/kinds.ts';
import { SaveFile } from '../../division/web/SaveFile.tsx';
import { useRegions } from '../../organization/web/regions.ts';
import { coverageEndpoints, type Coverage } from '../contract.ts';
import { coverageColumnNames, coverageColumns, coverageGroupingNames, coverageGroupings, type CoverageGrouping } from '../rules.ts';
import { CoverageTable } from './CoverageTable.tsx';
import { PlaceTable } from './PlaceTable.tsx';
import { texts } from './text.ts';
import './coverage.css';

const one = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** For the authority of a county: what is verified and what is not, and the places that nobody has recorded anything of. */
export function CoveragePage(): ReactElement {
  const text = useTexts(texts);
  const [search] = useSearchState();
  const [region, kind, by] = [one(search['region']), one(search['kind']), one(search['by'])];
  const request = {
    query: {
      ...(region === undefined ? {} : { region }),
      ...(kind === undefined ? {} : { kind: kind as InstrumentKind }),
      ...(by === undefined ? {} : { by: by as CoverageGrouping }),
    },
  };
  const query = useEndpoint(coverageEndpoints.readCoverage, request);
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <>
            <Button href={`/desk/coverage/instruments?column=neverVerified${region === undefined ? '' : `&region=${region}`}`}>
              {text.neverVerified}
            </Button>
            <Button href={`/desk/coverage/places${region === undefined ? '' : `?region=${region}`}`}>{text.placesWithout}</Button>
          </>
        }
      />
      <Choices />
      <Answer query={query} rows={12}>
        {(coverage) => (
          <div className="stack">
            <div className="count-line">
              <span>{fill(text.asOf, { day: coverage.asOf })}</span>
              <SaveFile endpoint={coverageEndpoints.exportCoverage} request={request} label={text.export} />
            </div>
            {coverage.townshipsRecorded || coverage.by === 'county' || coverage.by === 'kind' ? null : (
              <p role="status">{text.noTownships}</p>
            )}
            <CoverageTable coverage={coverage} kind={kind} />
            <Notes coverage={coverage} />
            <PlaceTable coverage={coverage} region={region} />
          </div>
        )}
      </Answer>
    </>
  );
}

/** Region, kind and breakdown, in the address like the filters of a list. */
function Choices(): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const [search, setSearch] = useSearchState();
  const regions = useRegions();
  const own = useCaller().organization.region;
  const reached = regions.filter(({ code }) => own.endsWith('00') || code === own);
  const counties = reached.filter(({ code }) => !code.endsWith('00'));
  const usual: CoverageGrouping = (one(search['region']) ?? own).endsWith('00') ? 'county' : 'township';
  const choice = (name: string, label: string, options: readonly { value: string; label: string }[], placeholder: string): ReactElement => (
    <div className="condition">
      <label htmlFor={`coverage-${name}`}>{label}</label>
      <Select
        id={`coverage-${name}`}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={[...options]}
        value={one(search[name]) ?? null}
        placeholder={placeholder}
        onChange={(chosen: string | undefined) => setSearch({ [name]: chosen })}
      />
    </div>
  );
  return (
    <div className="filter-bar no-print">
      {counties.length < 2
        ? null
        : choice(
            'region',
            text.region,
            counties.map(({ code, name }) => ({ value: code, label: say(name) })),
            text.wholeCity,
          )}
      {choice(
        'kind',
        text.kind,
        instrumentKindNames.map((kind) => ({ value: kind, label: say(instrumentKinds[kind].text) })),
        text.allKinds,
      )}
      {choice(
        'by',
        text.by,
        coverageGroupingNames.map((by) => ({ value: by, label: say(coverageGroupings[by]) })),
        say(coverageGroupings[usual]),
      )}
    </div>
  );
}

function Notes({ coverage }: { coverage: Coverage }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section aria-labelledby="coverage-notes">
      <h2 id="coverage-notes">{text.counted}</h2>
      <ul className="coverage-notes soft">
        {coverageColumnNames.map((column) => (
          <li key={column}>
            <b>{say(coverageColumns[column].text)}</b> {say(coverageColumns[column].note)}
          </li>
        ))}
        <li>{text.rateNote}</li>
        {coverage.by === 'township' || coverage.by === 'township-kind' ? <li>{text.unknownNote}</li> : null}
      </ul>
    </section>
  );
}
