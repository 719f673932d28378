import type { ReactElement } from 'react';
import { peopleEndpoints } from '../../contract.ts';
import { useEndpoint } from '../../../../web/endpoint-hooks.ts';
import { printInstant } from '../../../../web/figures.ts';
import { ActionBar, recordAction } from '../../../../web/kit/ActionBar.tsx';
import { PageHead } from '../../../../web/kit/PageHead.tsx';
import { Answer } from '../../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../../web/language.ts';
import { texts } from './text.ts';

export function SessionsPage(): ReactElement {
  const text = useTexts(texts);
  const sessions = useEndpoint(peopleEndpoints.listSessions, {});
  return (
    <>
      <PageHead title={text.sessions} lead={text.sessionsLead} />
      <Answer query={sessions}>
        {({ items }) => (
          <div className="scroll framed">
            <table className="grid cards">
              <thead>
                <tr>
                  <th scope="col">{text.agent}</th>
                  <th scope="col">{text.address}</th>
                  <th scope="col">{text.begun}</th>
                  <th scope="col">{text.seen}</th>
                  <th scope="col">
                    <span className="unseen">{text.end}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((session) => (
                  <tr key={session.id}>
                    <td className="lead">{session.agent}</td>
                    <td data-label={text.address}>{session.address}</td>
                    <td data-label={text.begun} className="narrow">
                      {printInstant(session.begunAt)}
                    </td>
                    <td data-label={text.seen} className="narrow">
                      {printInstant(session.seenAt)}
                    </td>
                    <td>
                      {session.current ? (
                        text.thisSession
                      ) : (
                        <ActionBar
                          allowed={['end']}
                          actions={[
                            recordAction({
                              name: 'end',
                              label: ['结束', 'End'],
                              endpoint: peopleEndpoints.endSession,
                              request: () => ({ params: { id: session.id } }),
                              done: ['会话已结束', 'The session has ended'],
                            }),
                          ]}
                        />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answer>
    </>
  );
}
