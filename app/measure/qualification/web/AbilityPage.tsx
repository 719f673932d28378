import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReplyOf } from '../../../kernel/endpoint.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { DataRows, type Column } from '../../../web/kit/DataRows.tsx';
import { DayField } from '../../../web/kit/DayField.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, Empty } from '../../../web/kit/PageStates.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { useSay, useTexts } from '../../../web/language.ts';
import { qualificationEndpoints } from '../contract.ts';
import { activities, type Activity } from '../rules.ts';
import { regulationWord } from './regulation-words.ts';
import { qualificationTags } from './states.ts';
import { texts } from './text.ts';

type Ability = ReplyOf<typeof qualificationEndpoints.listAbilities>['abilities'][number];

function May({ activity }: { activity: Activity }): ReactElement {
  return <>{useSay()(activities[activity])}</>;
}

function By({ regulation }: { regulation: string | null }): ReactElement {
  const say = useSay();
  const text = useTexts(texts);
  return <>{regulation === null ? text.allRegulations : say(regulationWord(regulation))}</>;
}

const columns: readonly Column<Ability>[] = [
  { key: 'person', title: ['人员', 'Person'], show: (one) => <a href={`/desk/qualifications/${one.qualification}`}>{one.person.name}</a> },
  { key: 'activity', title: ['可办', 'May'], narrow: true, show: (one) => <May activity={one.activity} /> },
  { key: 'regulation', title: ['规程', 'Regulation'], show: (one) => <By regulation={one.regulation} /> },
  {
    key: 'state',
    title: ['当日状态', 'On that day'],
    narrow: true,
    show: (one) => <StatusTag states={qualificationTags} state={one.state} />,
  },
  { key: 'document', title: ['文件编号', 'Document'], show: (one) => one.documentNumber },
  { key: 'until', title: ['有效期至', 'Valid until'], narrow: true, show: (one) => one.until },
];

/** Who may test, check and approve what on a day. */
export function AbilityPage(): ReactElement {
  const text = useTexts(texts);
  const [day, setDay] = useState<string>();
  const query = useEndpoint(qualificationEndpoints.listAbilities, { query: day === undefined ? {} : { day } });
  return (
    <>
      <PageHead
        title={text.abilities}
        lead={text.abilitiesLead}
        actions={
          <>
            <Button href="/desk/qualifications/cover">{text.cover}</Button>
            <Button href="/desk/qualifications">{text.all}</Button>
          </>
        }
      />
      <div className="sheet">
        <Answer query={query}>
          {(reply) => (
            <>
              <div className="field">
                <label htmlFor="ability-day">{text.day}</label>
                <DayField id="ability-day" value={reply.day} onChange={setDay} />
              </div>
              {reply.abilities.length === 0 ? (
                <Empty title={text.nobody} />
              ) : (
                <DataRows
                  items={reply.abilities}
                  columns={columns}
                  rowKey={(one) => `${one.qualification} ${one.activity} ${one.regulation ?? ''}`}
                  caption={['当日资格', 'Qualifications on that day']}
                />
              )}
            </>
          )}
        </Answer>
      </div>
    </>
  );
}
