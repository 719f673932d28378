import { Button, Checkbox, Input, Select } from 'antd';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import type { ProblemAnswer } from '../../../web/client.ts';
import { DayField } from '../../../web/kit/DayField.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { TownshipPicker, VillagePicker } from '../../../register/division/web/TownshipPicker.tsx';
import { OrganizationPicker } from '../../../register/organization/web/OrganizationPicker.tsx';
import { useRegions } from '../../../register/organization/web/regions.ts';
import { instrumentKinds } from '../../../register/instrument/rules.ts';
import { PlacePicker, type PickedPlace } from '../../../register/place/web/PlacePicker.tsx';
import { placeKinds } from '../../../register/place/rules.ts';
import type { Demand } from '../contract/shapes.ts';
import { texts } from './text.ts';

type Draft = { readonly name: string; readonly demand: Demand };
type Props = {
  readonly initial: Draft;
  readonly submit: string;
  readonly pending: boolean;
  readonly problem: ProblemAnswer | undefined;
  readonly onSubmit: (draft: Draft) => void;
  readonly children?: ReactNode;
};

/** The scope of a round: what a failed standard asks for, places, or a filter of where, what and due by when. */
export function DemandForm({ initial, submit, pending, problem, onSubmit, children }: Props): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const regions = useRegions();
  const id = useId();
  const [{ name, demand }, setDraft] = useState(initial);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const set = (change: Partial<Demand>): void => setDraft({ name, demand: { ...demand, ...change } });
  const options = (words: Readonly<Record<string, readonly [string, string]>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: say(label) }));
  const field = (key: string, label: string, control: ReactNode, hint?: string): ReactElement => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      {control}
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-${key}-note`}>
          {hint}
        </p>
      )}
    </div>
  );
  const add = (place: PickedPlace | null): void => {
    if (place === null || demand.places.includes(place.id as never)) return;
    setNames(new Map([...names, [place.id, place.name]]));
    set({ places: [...demand.places, place.id as never] });
  };
  return (
    <form
      className="record-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ name, demand });
      }}
    >
      {field(
        'name',
        text.name,
        <Input id={`${id}-name`} value={name} onChange={(event) => setDraft({ name: event.target.value, demand })} />,
      )}
      {children}
      {demand.finding === null ? (
        <>
          {field(
            'region',
            text.county,
            <Select
              id={`${id}-region`}
              allowClear
              value={demand.region}
              options={regions.map((region) => ({ value: region.code, label: say(region.name) }))}
              onChange={(code: string | undefined) => set({ region: code ?? null, township: null, village: null })}
            />,
          )}
          {field(
            'places',
            text.places,
            <div className="chosen-places">
              {demand.places.map((place) => (
                <Button
                  key={place}
                  size="small"
                  aria-label={fill(text.remove, { name: names.get(place) ?? place })}
                  onClick={() => set({ places: demand.places.filter((one) => one !== place) })}
                >
                  {names.get(place) ?? place.slice(-8)} ×
                </Button>
              ))}
              {demand.region === null ? (
                <span className="soft">{text.countyFirst}</span>
              ) : (
                <PlacePicker id={`${id}-places`} region={demand.region} value={null} onChange={(_id, place) => add(place)} />
              )}
            </div>,
            text.placesHint,
          )}
          {demand.places.length > 0 ? null : (
            <>
              {demand.region === null
                ? null
                : field(
                    'township',
                    text.township,
                    <TownshipPicker
                      id={`${id}-township`}
                      region={demand.region}
                      value={demand.township}
                      onChange={(code) => set({ township: code, village: null })}
                    />,
                  )}
              {demand.township === null
                ? null
                : field(
                    'village',
                    text.village,
                    <VillagePicker
                      id={`${id}-village`}
                      township={demand.township}
                      value={demand.village}
                      onChange={(code) => set({ village: code })}
                    />,
                  )}
              {field(
                'placeKinds',
                text.placeKinds,
                <Select
                  id={`${id}-placeKinds`}
                  mode="multiple"
                  value={demand.placeKinds}
                  options={options(placeKinds)}
                  onChange={(kinds) => set({ placeKinds: kinds })}
                />,
              )}
              {field(
                'holder',
                text.holder,
                <OrganizationPicker
                  id={`${id}-holder`}
                  kind="enterprise"
                  value={demand.holder}
                  onChange={(value) => set({ holder: (value ?? null) as never })}
                  invalid={false}
                  describedBy={`${id}-holder-note`}
                />,
              )}
            </>
          )}
          {field(
            'kinds',
            text.kinds,
            <Select
              id={`${id}-kinds`}
              mode="multiple"
              value={demand.instrumentKinds}
              options={Object.entries(instrumentKinds).map(([value, kind]) => ({ value, label: say(kind.text) }))}
              onChange={(kinds) => set({ instrumentKinds: kinds as never })}
            />,
          )}
          {field(
            'dueBy',
            text.dueBy,
            <DayField id={`${id}-dueBy`} value={demand.dueBy} onChange={(day) => set(day === undefined ? {} : { dueBy: day })} />,
          )}
          <Checkbox checked={demand.includeNeverVerified} onChange={(event) => set({ includeNeverVerified: event.target.checked })}>
            {text.never}
          </Checkbox>
        </>
      ) : (
        <p>
          <a href={`/desk/findings/${demand.finding}`}>{text.ofFinding}</a>
        </p>
      )}
      <ProblemNote problem={problem} />
      <Button type="primary" htmlType="submit" loading={pending} disabled={name.trim().length < 2}>
        {submit}
      </Button>
    </form>
  );
}
