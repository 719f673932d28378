import { Button, Input, Select } from 'antd';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../web/figures.ts';
import { DayField } from '../../../web/kit/DayField.tsx';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import { comparisonEndpoints as endpoints, type Protocol } from '../contract.ts';
import { referenceKinds, scoreKinds, type ReferenceKind, type ScoreKind } from '../rules/method.ts';
import type { Point } from '../rules/result.ts';
import { proposeLegs, routeKinds, type RouteKind } from '../rules/route.ts';
import type { Round } from './ComparisonPage.tsx';
import { texts } from './text.ts';

const labels = {
  name: ['传递标准', 'Travelling standard'],
  model: ['型号规格', 'Model'],
  serials: ['编号（多个以逗号分开）', 'Serial numbers, separated by commas'],
  route: ['路线形式', 'Form of the route'],
  start: ['首次交接日期', 'First hand-over'],
  daysEach: ['每站天数', 'Days at each place'],
  instructions: ['测量方法与要求', 'How it is measured'],
  environment: ['环境条件', 'Environment'],
  reporting: ['报告内容', 'What is reported'],
  reference: ['参考值', 'Reference value'],
  scores: ['比分数（第一个决定结论）', 'Scores, the first decides'],
  k: ['En 的包含因子', 'Coverage factor of En'],
  commitUntil: ['提交截止（当日 18:00）', 'Sealed until (18:00 of the day)'],
  revealUntil: ['揭示期限（当日 18:00）', 'Revealed until (18:00 of the day)'],
  commentDays: ['征求意见天数', 'Days for comments'],
} as const;

/** 18:00 in the city, whose zone is UTC+8 all year. */
const closing = (day: string): string => `${day}T18:00:00+08:00`;
const dayIn = (instant: string): string => printInstant(instant).slice(0, 10);
const newPoint = (number: number): Point => ({ id: `P${number}`, name: '', unit: '', decimals: 4, sigma: null, uTransfer: null });
const wholeOf = (typed: string, otherwise: number): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : otherwise);

type Draft = Omit<Protocol, 'points' | 'legs'> & { points: readonly Point[]; legs: Protocol['legs'] };

function emptyDraft(): Draft {
  return {
    artefact: { name: '', model: '', serials: [] },
    route: 'loop',
    legs: [],
    environment: '',
    instructions: '',
    reporting: '',
    points: [newPoint(1)],
    method: { reference: 'pilot', scores: ['en'], k: '2' },
    commitUntil: '',
    revealUntil: '',
    commentDays: 15,
  };
}

/** The protocol in one form: what travels where and when, what is measured, how it is judged. */
export function ProtocolForm({ round, onDone }: { round: Round; onDone: () => void }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const id = useId();
  const [draft, setDraft] = useState<Draft>(round.protocol ?? emptyDraft());
  const [serials, setSerials] = useState((round.protocol?.artefact.serials ?? []).join('，'));
  const [start, setStart] = useState<string | undefined>(round.protocol?.legs[0]?.plannedOn);
  const [daysEach, setDaysEach] = useState(7);
  const { run, pending, problem } = useAction(endpoints.settleProtocol, { onDone });
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const setPoint = (index: number, change: Partial<Point>): void =>
    set({ points: draft.points.map((point, at) => (at === index ? { ...point, ...change } : point)) });
  const names = new Map(
    round.memberList.flatMap(({ organization }) => (organization === null ? [] : [[organization.id as string, organization.name]])),
  );
  const laboratories = [...names.keys()].filter((one) => one !== round.pilot?.id);
  const artefacts = serials
    .split(/[,，、]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const field = (name: keyof typeof labels, control: ReactNode): ReactElement => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{say(labels[name])}</label>
      {control}
    </div>
  );
  const long = (name: 'instructions' | 'environment' | 'reporting'): ReactElement =>
    field(
      name,
      <Input.TextArea id={`${id}-${name}`} rows={3} value={draft[name]} onChange={(event) => set({ [name]: event.target.value })} />,
    );
  const propose = (): void => {
    if (start === undefined || artefacts.length === 0 || round.pilot === null) return;
    const pilot = round.pilot.id as string;
    const legs = artefacts.flatMap((artefact, index) =>
      proposeLegs({
        kind: draft.route,
        pilot,
        laboratories: laboratories.filter((_, at) => at % artefacts.length === index),
        artefact,
        start,
        daysEach,
      }),
    );
    set({ legs: legs as unknown as Protocol['legs'] });
  };
  const save = (): void =>
    void run({
      params: { id: round.id },
      body: {
        version: round.version,
        protocol: { ...draft, artefact: { ...draft.artefact, serials: artefacts }, points: [...draft.points] },
      },
    });
  const option = (words: Readonly<Record<string, readonly [string, string]>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: say(label) }));
  return (
    <form
      className="record-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {field(
        'name',
        <Input
          id={`${id}-name`}
          value={draft.artefact.name}
          onChange={(event) => set({ artefact: { ...draft.artefact, name: event.target.value } })}
        />,
      )}
      {field(
        'model',
        <Input
          id={`${id}-model`}
          value={draft.artefact.model}
          onChange={(event) => set({ artefact: { ...draft.artefact, model: event.target.value } })}
        />,
      )}
      {field('serials', <Input id={`${id}-serials`} value={serials} onChange={(event) => setSerials(event.target.value)} />)}
      <fieldset className="comparison-form">
        <legend>{text.points}</legend>
        {draft.points.map((point, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- its name is being typed
          <div className="comparison-line" key={index}>
            {(
              [
                ['id', ['代号', 'Name']],
                ['name', ['测量点', 'Point']],
                ['unit', ['单位', 'Unit']],
                ['sigma', ['σ_pt（可空）', 'σ_pt, may be blank']],
                ['uTransfer', ['u_e（可空）', 'u_e, may be blank']],
              ] as const
            ).map(([name, label]) => (
              <label key={name}>
                {say(label)}
                <Input
                  value={point[name] ?? ''}
                  onChange={(event) =>
                    setPoint(index, {
                      [name]: (name === 'sigma' || name === 'uTransfer') && event.target.value === '' ? null : event.target.value,
                    })
                  }
                />
              </label>
            ))}
            <label>
              {say(['小数位数', 'Digits'])}
              <Input
                inputMode="numeric"
                value={point.decimals}
                onChange={(event) => setPoint(index, { decimals: wholeOf(event.target.value, point.decimals) })}
              />
            </label>
            {draft.points.length > 1 ? (
              <Button
                aria-label={fill(text.removePoint, { name: point.id })}
                onClick={() => set({ points: draft.points.filter((_, at) => at !== index) })}
              >
                ×
              </Button>
            ) : null}
          </div>
        ))}
        <Button onClick={() => set({ points: [...draft.points, newPoint(draft.points.length + 1)] })}>{text.addPoint}</Button>
      </fieldset>
      {long('instructions')}
      {long('environment')}
      {long('reporting')}
      {field(
        'reference',
        <Select
          id={`${id}-reference`}
          value={draft.method.reference}
          options={option(referenceKinds)}
          onChange={(reference: ReferenceKind) => set({ method: { ...draft.method, reference } })}
        />,
      )}
      {field(
        'scores',
        <Select
          id={`${id}-scores`}
          mode="multiple"
          value={draft.method.scores}
          options={option(scoreKinds)}
          onChange={(scores: ScoreKind[]) => set({ method: { ...draft.method, scores } })}
        />,
      )}
      {field(
        'k',
        <Input id={`${id}-k`} value={draft.method.k} onChange={(event) => set({ method: { ...draft.method, k: event.target.value } })} />,
      )}
      {(['commitUntil', 'revealUntil'] as const).map((name) => (
        <div key={name}>
          {field(
            name,
            <DayField
              id={`${id}-${name}`}
              value={draft[name] === '' ? undefined : dayIn(draft[name])}
              onChange={(day) => set({ [name]: day === undefined ? '' : closing(day) })}
            />,
          )}
        </div>
      ))}
      {field(
        'commentDays',
        <Input
          id={`${id}-commentDays`}
          inputMode="numeric"
          value={draft.commentDays}
          onChange={(event) => set({ commentDays: wholeOf(event.target.value, draft.commentDays) })}
        />,
      )}
      {field(
        'route',
        <Select id={`${id}-route`} value={draft.route} options={option(routeKinds)} onChange={(route: RouteKind) => set({ route })} />,
      )}
      {field('start', <DayField id={`${id}-start`} value={start} onChange={setStart} />)}
      {field(
        'daysEach',
        <Input
          id={`${id}-daysEach`}
          inputMode="numeric"
          value={daysEach}
          onChange={(event) => setDaysEach(wholeOf(event.target.value, daysEach))}
        />,
      )}
      <Button onClick={propose}>{text.proposeRoute}</Button>
      <ol>
        {draft.legs.map((leg, index) => (
          <li key={`${leg.artefact} ${leg.from} ${leg.to}`} className="comparison-line">
            <span>
              {leg.artefact} {names.get(leg.from) ?? ''} → {names.get(leg.to) ?? ''}
            </span>
            <DayField
              id={`${id}-leg-${index}`}
              value={leg.plannedOn}
              onChange={(day) =>
                set({ legs: draft.legs.map((one, at) => (at === index && day !== undefined ? { ...one, plannedOn: day } : one)) })
              }
            />
          </li>
        ))}
      </ol>
      <ProblemNote problem={problem} />
      <Button type="primary" htmlType="submit" loading={pending}>
        {text.save}
      </Button>
    </form>
  );
}
