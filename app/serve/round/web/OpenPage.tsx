import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { addDays } from '../../../kernel/day.ts';
import { useGo, useSearchState } from '../../../web/address.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { organizationEndpoints } from '../../../register/organization/contract.ts';
import { roundEndpoints } from '../contract.ts';
import { Demand } from '../contract/shapes.ts';
import { roundWays, type RoundWay } from '../rules.ts';
import { DemandForm } from './DemandForm.tsx';
import { texts } from './text.ts';
import './round.css';

/** The first step of a round: its name, its way and its scope. */
export function OpenPage(): ReactElement {
  const text = useTexts(texts);
  const setting = useEndpoint(organizationEndpoints.readSetting, {});
  const finding = useFinding();
  return (
    <>
      <PageHead title={text.open} lead={finding === null ? text.openLead : text.ofFindingLead} />
      <div className="sheet">
        <Answer query={setting}>{({ today }) => <Open today={today} />}</Answer>
      </div>
    </>
  );
}

/** The case of a failed standard that led here; null: none. */
function useFinding(): Demand['finding'] {
  const [search] = useSearchState();
  return Demand.shape.finding.safeParse(search['finding'] ?? null).data ?? null;
}

/** A quarter ahead, as the window of what falls due. */
const daysAhead = 90;

function Open({ today }: { today: string }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const go = useGo();
  const finding = useFinding();
  const [way, setWay] = useState<RoundWay>('on-site');
  const { run, pending, problem } = useAction(roundEndpoints.openRound, { onDone: ({ id }) => go(`/desk/rounds/${id}?view=collected`) });
  return (
    <DemandForm
      initial={{ name: finding === null ? '' : text.verifyAgain, demand: Demand.parse({ finding, dueBy: addDays(today, daysAhead) }) }}
      submit={finding === null ? text.collect : text.collectAsked}
      pending={pending}
      problem={problem}
      onSubmit={({ name, demand }) => void run({ body: { name: name.trim(), way, demand } })}
    >
      <div className="field">
        <label htmlFor="round-way">{text.way}</label>
        <Select
          id="round-way"
          value={way}
          options={Object.entries(roundWays).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(chosen: RoundWay) => setWay(chosen)}
        />
      </div>
    </DemandForm>
  );
}
