import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { usePathParam, useGo, useSearchState } from '../../../web/address.ts';
import { download } from '../../../web/client.ts';
import { useAction, useEndpoint } from '../../../web/endpoint-hooks.ts';
import { printDocumentNumber, printInstant, printNumber } from '../../../web/figures.ts';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer, ProblemNote } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { StatusTag } from '../../../web/kit/StatusTag.tsx';
import { fill, useSay, useTexts } from '../../../web/language.ts';
import type { Text } from '../../../kernel/text.ts';
import { provisionEndpoints } from '../contract.ts';
import type { ScenarioPage as Page } from '../contract/shapes.ts';
import { generalParameters, itemParameters } from '../rules/assumption.ts';
import { verdicts } from '../rules/life-cycle.ts';
import { groupWords, reliefWords, yuanWords } from '../rules/words.ts';
import { ChoiceMatrix, ChosenCell, namesOf, OrderTable } from './ChoiceMatrix.tsx';
import { DocumentDates } from './DocumentDates.tsx';
import { SettingForm } from './SettingForm.tsx';
import { versionTones } from './states.ts';
import { texts } from './text.ts';
import './provision.css';

function Summary({ page }: { page: Page }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  const { version } = page;
  return (
    <section className="sheet spaced">
      <StatusTag states={versionTones} state={version.state} />
      {version.state === 'waiting' || version.state === 'solving' ? <p>{text.waiting}</p> : null}
      {version.state === 'failed' ? <p>{text.failed}</p> : null}
      {version.yuan === null ? null : (
        <dl className="facts">
          <div>
            <dt>{text.cost}</dt>
            <dd className="number">{say(yuanWords(version.yuan))}</dd>
          </div>
          <div>
            <dt>{text.travel}</dt>
            <dd className="number">
              {printNumber(Math.round(version.kilometres ?? 0))} {text.kilometres}
            </dd>
          </div>
          {page.budgetUse.map(({ year, yuan, limit }) => (
            <div key={year}>
              <dt>
                {year} {text.spent}
              </dt>
              <dd className="number">
                {say(yuanWords(yuan))} / {limit === null ? text.noLimit : say(yuanWords(limit))}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ul className="soft provision-notes">
        {version.gap === null ? null : (
          <li>{version.gap === 0 ? text.optimal : fill(text.gap, { percent: (version.gap * 100).toFixed(2) })}</li>
        )}
        <li>{text.straight}</li>
        {page.assumedDistances ? <li>{text.assumedDistances}</li> : null}
        {page.unrecordedDemand === 0 ? null : <li>{fill(text.unrecorded, { n: page.unrecordedDemand })}</li>}
        {page.assumed.length === 0 ? null : (
          <li>
            <a href="/desk/provision/costs">{fill(text.assumed, { n: page.assumed.length })}</a>
          </li>
        )}
        <li>
          <DocumentDates targets={page.documentTargets} />
        </li>
        {page.solver === null ? null : (
          <li>
            {page.solver} · {(page.seconds ?? 0).toFixed(1)} s
          </li>
        )}
      </ul>
    </section>
  );
}

const parameters: Readonly<Record<string, { readonly text: Text; readonly unit: Text }>> = { ...itemParameters, ...generalParameters };
const isSupposing = ({ supposed, assumedDistances }: Page): boolean =>
  supposed.costs.length > 0 || supposed.demand.length > 0 || assumedDistances;

/** What this version supposes instead of what is recorded. */
function SupposedNote({ page }: { page: Page }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  const names = namesOf(page);
  const { costs, demand } = page.supposed;
  if (costs.length === 0 && demand.length === 0) return null;
  return (
    <section className="sheet spaced">
      <h2>{text.supposed}</h2>
      <ul>
        {costs.map(({ item, parameter, amount, recorded, confidence }) => (
          <li key={`${item} ${parameter}`}>
            {item === null ? text.general : `${item} ${say(names.item(item))}`} {say(parameters[parameter]?.text ?? [parameter, parameter])}{' '}
            <b className="number">{printNumber(amount)}</b> {say(parameters[parameter]?.unit ?? ['', ''])}{' '}
            <span className="soft">
              {fill(confidence === 'assumption' ? text.supposedAssumed : text.supposedRecorded, { n: printNumber(recorded) })}
            </span>
          </li>
        ))}
        {demand.map(({ region, item, instruments, recorded }) => (
          <li key={`${region} ${item}`}>
            {say(names.region(region))} {item} {say(names.item(item))} {text.instruments}{' '}
            <b className="number">{printNumber(instruments)}</b>{' '}
            <span className="soft">{recorded === null ? text.notRecorded : fill(text.supposedRecorded, { n: printNumber(recorded) })}</span>
          </li>
        ))}
      </ul>
      <p className="soft">{text.supposedHint}</p>
    </section>
  );
}

function ConflictNote({ page }: { page: Page }): ReactElement | null {
  const text = useTexts(texts);
  const say = useSay();
  if (page.conflict === null) return null;
  const names = namesOf(page);
  return (
    <section className="sheet spaced">
      <h2>{text.conflict}</h2>
      <ul>
        {page.conflict.groups.map(({ group, relief }) => (
          <li key={JSON.stringify(group)}>
            <b>{say(groupWords(group, names))}</b> <span className="soft">{say(reliefWords(group, relief))}</span>
          </li>
        ))}
      </ul>
      <p className="soft">{page.conflict.isMinimal ? text.conflictNote : text.conflictRough}</p>
    </section>
  );
}

function VersionList({ page }: { page: Page }): ReactElement {
  const text = useTexts(texts);
  const say = useSay();
  return (
    <section className="sheet spaced">
      <h2>{text.version}</h2>
      <ol className="provision-versions">
        {page.versions.map((version) => (
          <li key={version.id}>
            <a href={`/desk/provision/${page.id}?version=${version.number}`} aria-current={version.number === page.version.number}>
              {fill(text.versionNumber, { n: version.number })}
            </a>{' '}
            <StatusTag states={versionTones} state={version.state} /> {version.yuan === null ? '' : say(yuanWords(version.yuan))}{' '}
            <span className="soft">{[version.note, version.person, printInstant(version.recordedAt)].filter(Boolean).join(' · ')}</span>{' '}
            {version.number === page.version.number ? null : (
              <a href={`/desk/provision/comparison?one=${page.version.id}&other=${version.id}`}>{text.compare}</a>
            )}
          </li>
        ))}
      </ol>
      {page.adoptions.length === 0 ? null : <h2>{text.decisions}</h2>}
      <ol className="provision-versions">
        {page.adoptions.map((decision) => (
          <li key={decision.recordedAt}>
            {say(verdicts[decision.verdict])} {fill(text.versionNumber, { n: decision.version })}{' '}
            {printDocumentNumber(decision.documentNumber)}{' '}
            <span className="soft">{[decision.reason, decision.person, printInstant(decision.recordedAt)].join(' · ')}</span>
            {decision.supposedReason === null ? null : (
              <p>
                {text.supposedReason}：{decision.supposedReason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One scenario: what is chosen where and when, what it costs, why, who covers meanwhile; and another version if something were otherwise. */
export function ScenarioPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const id = usePathParam('id');
  const [search] = useSearchState();
  const [open, setOpen] = useState<'what-if' | 'adopted' | 'withdrawn'>();
  const number = typeof search['version'] === 'string' || typeof search['version'] === 'number' ? Number(search['version']) : undefined;
  const [everyMilliseconds, setEvery] = useState<number | undefined>(2000);
  const query = useEndpoint(
    provisionEndpoints.readScenario,
    { params: { id: id as Page['id'] }, query: number === undefined ? {} : { version: number } },
    everyMilliseconds === undefined ? {} : { everyMilliseconds },
  );
  const { data } = query;
  const isOpen = data === undefined || data.version.state === 'waiting' || data.version.state === 'solving';
  if (isOpen !== (everyMilliseconds !== undefined)) setEvery(isOpen ? 2000 : undefined);
  const { run, pending, problem } = useAction(provisionEndpoints.reviseScenario, {
    onDone: (page) => {
      setOpen(undefined);
      go(`/desk/provision/${page.id}`);
    },
  });
  const isAdopted = data?.adoptions[0]?.verdict === 'adopted' && data.adoptions[0].version === data.version.number;
  const save = (format: 'xlsx' | 'pdf'): void => {
    if (data !== undefined) void download(provisionEndpoints.exportScenario, { params: { id: data.version.id }, query: { format } });
  };
  return (
    <>
      <PageHead
        title={data === undefined ? text.scenarios : `${data.name} · ${fill(text.versionNumber, { n: data.version.number })}`}
        lead={<a href="/desk/provision">{text.scenarios}</a>}
        actions={
          data === undefined ? undefined : (
            <>
              {data.mayPlan ? <Button onClick={() => setOpen('what-if')}>{text.whatIf}</Button> : null}
              {data.mayPlan && data.version.state === 'solved' ? (
                <Button onClick={() => setOpen(isAdopted ? 'withdrawn' : 'adopted')}>{isAdopted ? text.withdraw : text.adopt}</Button>
              ) : null}
              <Button onClick={() => save('xlsx')}>{text.workbook}</Button>
              <Button onClick={() => save('pdf')}>{text.pdf}</Button>
            </>
          )
        }
      />
      <Answer query={query} rows={12}>
        {(page) => (
          <div className="stack">
            <Summary page={page} />
            <SupposedNote page={page} />
            <ConflictNote page={page} />
            {open === 'what-if' ? (
              <>
                <ProblemNote problem={problem} />
                <SettingForm
                  basis={page}
                  initial={page.setting}
                  pending={pending}
                  onSolve={(setting) => void run({ params: { id: page.id }, body: { note: null, setting } })}
                />
              </>
            ) : null}
            {page.choices.length === 0 ? null : (
              <>
                <section className="spaced">
                  <h2>{text.matrix}</h2>
                  <ChoiceMatrix page={page} />
                </section>
                <ChosenCell page={page} />
                <OrderTable page={page} />
              </>
            )}
            <VersionList page={page} />
            {open === 'adopted' || open === 'withdrawn' ? (
              <Dialog title={open === 'adopted' ? text.adopt : text.withdraw} onClose={() => setOpen(undefined)}>
                <RecordForm
                  endpoint={provisionEndpoints.decideAdoption}
                  params={{ id: page.version.id }}
                  fixed={{ verdict: open }}
                  done={['已记录', 'Recorded']}
                  onDone={() => setOpen(undefined)}
                  fields={[
                    { name: 'documentNumber', label: ['文号', 'Document number'] },
                    { name: 'reason', label: ['理由', 'Reason'], kind: 'long' },
                    ...(open === 'adopted' && isSupposing(page)
                      ? [{ name: 'supposedReason', label: [texts.zh.supposedReason, texts.en.supposedReason], kind: 'long' } as const]
                      : []),
                  ]}
                />
              </Dialog>
            ) : null}
          </div>
        )}
      </Answer>
    </>
  );
}
