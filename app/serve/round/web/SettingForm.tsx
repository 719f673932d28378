import { Button, Input, Select } from 'antd';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DayField } from '../../../web/kit/DayField.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useTexts } from '../../../web/language.ts';
import { scheduleEndpoints } from '../../schedule/contract.ts';
import { roundEndpoints } from '../contract.ts';
import type { Setting } from '../contract/shapes.ts';
import type { Details } from './RoundPage.tsx';
import { texts } from './text.ts';

type Option = { readonly value: string; readonly label: string };
type Choices = { readonly vans: readonly Option[]; readonly benches: readonly Option[]; readonly persons: readonly Option[] };

/** Days, teams with their van, benches, and who is to be asked for: what a proposal is worked out with. */
export function SettingForm({ details }: { details: Details }): ReactElement {
  const text = useTexts(texts);
  const board = useEndpoint(scheduleEndpoints.readBoard, { query: {} });
  const incomplete = details.lacking.length > 0;
  return (
    <section className="sheet">
      <details open={incomplete}>
        <summary>
          <h2>{text.setting}</h2>
        </summary>
        <Answer query={board}>
          {({ rows }) => {
            const of = (kind: string): Option[] =>
              rows.filter((row) => row.kind === kind).map(({ id, name }) => ({ value: id, label: name }));
            return <Form details={details} choices={{ vans: of('van'), benches: of('bench'), persons: of('person') }} />;
          }}
        </Answer>
      </details>
    </section>
  );
}

const whole = (typed: string, otherwise: number): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : otherwise);

function Form({ details, choices }: { details: Details; choices: Choices }): ReactElement {
  const text = useTexts(texts);
  const id = useId();
  const [setting, setSetting] = useState<Setting>(details.setting);
  const { run, pending, problem } = useAction(roundEndpoints.setRound);
  const set = (change: Partial<Setting>): void => setSetting({ ...setting, ...change });
  const field = (key: string, label: string, control: ReactNode, hint?: string): ReactElement => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{label}</label>
      {control}
      {hint === undefined ? null : <p className="hint">{hint}</p>}
    </div>
  );
  const start = setting.start ?? { longitude: '', latitude: '', address: '' };
  const setStart = (change: Partial<typeof start>): void => {
    const next = { ...start, ...change };
    set({ start: next.longitude === '' && next.latitude === '' ? null : next });
  };
  const isVisit = details.way === 'on-site';
  return (
    <form
      className="record-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run({ params: { id: details.id }, body: { setting, version: details.version } });
      }}
    >
      {field(
        'from',
        text.from,
        <DayField id={`${id}-from`} value={setting.from ?? undefined} onChange={(day) => set({ from: day ?? null })} />,
      )}
      {field('to', text.to, <DayField id={`${id}-to`} value={setting.to ?? undefined} onChange={(day) => set({ to: day ?? null })} />)}
      {field(
        'without',
        text.without,
        <div className="chosen-places">
          {setting.without.map((day) => (
            <Button
              key={day}
              size="small"
              aria-label={fill(text.remove, { name: day })}
              onClick={() => set({ without: setting.without.filter((one) => one !== day) })}
            >
              {day} ×
            </Button>
          ))}
          <DayField
            id={`${id}-without`}
            value={undefined}
            onChange={(day) => {
              if (day !== undefined && !setting.without.includes(day)) set({ without: [...setting.without, day].sort() });
            }}
          />
        </div>,
      )}
      {isVisit ? (
        <>
          {field(
            'minutes',
            text.minutesPerDay,
            <Input
              id={`${id}-minutes`}
              inputMode="numeric"
              value={setting.minutesPerDay}
              onChange={(event) => set({ minutesPerDay: whole(event.target.value, setting.minutesPerDay) })}
            />,
          )}
          {field(
            'longitude',
            text.longitude,
            <Input
              id={`${id}-longitude`}
              inputMode="decimal"
              value={start.longitude}
              onChange={(event) => setStart({ longitude: event.target.value.trim() })}
            />,
          )}
          {field(
            'latitude',
            text.latitude,
            <Input
              id={`${id}-latitude`}
              inputMode="decimal"
              value={start.latitude}
              onChange={(event) => setStart({ latitude: event.target.value.trim() })}
            />,
            text.startHint,
          )}
          <Teams setting={setting} set={set} choices={choices} />
          {field(
            'contactName',
            text.contactName,
            <Input
              id={`${id}-contactName`}
              value={setting.contactName ?? ''}
              onChange={(event) => set({ contactName: event.target.value === '' ? null : event.target.value })}
            />,
          )}
          {field(
            'contactPhone',
            text.contactPhone,
            <Input
              id={`${id}-contactPhone`}
              value={setting.contactPhone ?? ''}
              onChange={(event) => set({ contactPhone: event.target.value === '' ? null : event.target.value })}
            />,
          )}
        </>
      ) : (
        <Benches setting={setting} set={set} choices={choices} />
      )}
      {field(
        'seconds',
        text.seconds,
        <Input
          id={`${id}-seconds`}
          inputMode="numeric"
          value={setting.seconds}
          onChange={(event) => set({ seconds: whole(event.target.value, setting.seconds) })}
        />,
      )}
      <ProblemNote problem={problem} />
      <Button type="primary" htmlType="submit" loading={pending}>
        {text.save}
      </Button>
    </form>
  );
}

type Part = { readonly setting: Setting; readonly set: (change: Partial<Setting>) => void; readonly choices: Choices };

function Teams({ setting, set, choices }: Part): ReactElement {
  const text = useTexts(texts);
  const change = (index: number, part: Partial<Setting['teams'][number]>): void =>
    set({ teams: setting.teams.map((team, at) => (at === index ? { ...team, ...part } : team)) });
  return (
    <fieldset className="round-teams">
      <legend>{text.teams}</legend>
      {setting.teams.map((team, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a team is known by its number alone
        <div className="round-team" key={index}>
          <span>{fill(text.team, { n: index + 1 })}</span>
          <Select
            aria-label={`${fill(text.team, { n: index + 1 })} ${text.van}`}
            placeholder={text.van}
            allowClear
            value={team.van}
            options={[...choices.vans]}
            onChange={(van: string | undefined) => change(index, { van: (van ?? null) as never })}
          />
          <Select
            aria-label={`${fill(text.team, { n: index + 1 })} ${text.persons}`}
            placeholder={text.persons}
            mode="multiple"
            value={team.persons as string[]}
            options={[...choices.persons]}
            onChange={(persons: string[]) => change(index, { persons: persons as never })}
          />
          <Button
            aria-label={fill(text.removeTeam, { n: index + 1 })}
            onClick={() => set({ teams: setting.teams.filter((_, at) => at !== index) })}
          >
            ×
          </Button>
        </div>
      ))}
      <Button onClick={() => set({ teams: [...setting.teams, { van: null, persons: [] }] })}>{text.addTeam}</Button>
    </fieldset>
  );
}

function Benches({ setting, set, choices }: Part): ReactElement {
  const text = useTexts(texts);
  const change = (index: number, part: Partial<Setting['benches'][number]>): void =>
    set({ benches: setting.benches.map((bench, at) => (at === index ? { ...bench, ...part } : bench)) });
  const left = choices.benches.filter(({ value }) => !setting.benches.some(({ bench }) => bench === value));
  return (
    <fieldset className="round-teams">
      <legend>{text.benches}</legend>
      {choices.benches.length === 0 ? <p className="soft">{text.noResources}</p> : null}
      {setting.benches.map((bench, index) => (
        <div className="round-team" key={bench.bench}>
          <Select
            aria-label={text.bench}
            value={bench.bench as string}
            options={choices.benches.filter(({ value }) => value === bench.bench || left.some((one) => one.value === value))}
            onChange={(chosen: string) => change(index, { bench: chosen as never })}
          />
          <label>
            {text.benchMinutes}{' '}
            <Input
              inputMode="numeric"
              value={bench.minutes}
              onChange={(event) => change(index, { minutes: whole(event.target.value, bench.minutes) })}
            />
          </label>
          <label>
            {text.positions}{' '}
            <Input
              inputMode="numeric"
              value={bench.positions}
              onChange={(event) => change(index, { positions: whole(event.target.value, bench.positions) })}
            />
          </label>
          <Button
            aria-label={fill(text.removeBench, { n: index + 1 })}
            onClick={() => set({ benches: setting.benches.filter((_, at) => at !== index) })}
          >
            ×
          </Button>
        </div>
      ))}
      {left[0] === undefined ? null : (
        <Button onClick={() => set({ benches: [...setting.benches, { bench: left[0]?.value as never, minutes: 420, positions: 1 }] })}>
          {text.addBench}
        </Button>
      )}
      <div className="field">
        <label htmlFor="round-testers">{text.testers}</label>
        <Select
          id="round-testers"
          mode="multiple"
          value={setting.testers as string[]}
          options={[...choices.persons]}
          onChange={(persons: string[]) => set({ testers: persons as never })}
        />
      </div>
    </fieldset>
  );
}
