import type { ReactElement } from 'react';
import { Dialog } from '../../../web/kit/Dialog.tsx';
import type { Field } from '../../../web/kit/FormField.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSay } from '../../../web/language.ts';
import { useToday } from '../../catalogue/web/today.ts';
import { instrumentEndpoints } from '../contract.ts';
import { instrumentActions, statusChangeNames, type InstrumentAction, type StatusChange } from '../rules.ts';
import { useDescriptionFields } from './fields.tsx';
import { HolderField } from './HolderField.tsx';
import type { Details } from './InstrumentPage.tsx';
import { FileField } from './FileField.tsx';
import { useWhereFields } from './WhereFields.tsx';

type Props = { readonly action: InstrumentAction; readonly details: Details; readonly onClose: () => void };
type FormProps = Omit<Props, 'action'>;

const reason: Field = {
  name: 'reason',
  label: ['理由', 'Reason'],
  hint: ['至少两个字，记入经过', 'At least two characters; it stands in the history'],
};
const isStatusChange = (action: InstrumentAction): action is StatusChange => (statusChangeNames as readonly string[]).includes(action);

/** One change of an instrument, each with its day and its reason. */
export function ChangeDialog({ action, details, onClose }: Props): ReactElement {
  const say = useSay();
  return (
    <Dialog title={`${say(instrumentActions[action])} · ${details.name} ${details.serial}`} onClose={onClose}>
      {action === 'change' ? <Correction details={details} onClose={onClose} /> : null}
      {action === 'move' ? <Move details={details} onClose={onClose} /> : null}
      {action === 'offer' ? <Offer details={details} onClose={onClose} /> : null}
      {action === 'report' ? <Report details={details} onClose={onClose} /> : null}
      {isStatusChange(action) ? <Status change={action} details={details} onClose={onClose} /> : null}
    </Dialog>
  );
}

const placeOf = ({ placeId, placeName }: Details) => (placeId === null ? null : { id: placeId, name: placeName ?? placeId });

function Correction({ details, onClose }: FormProps): ReactElement {
  const fields = useDescriptionFields(
    details.kind,
    {
      region: details.region,
      township: details.township,
      place: placeOf(details),
      maker: details.maker,
      holderId: details.holder.id,
      parent: details.parent === null ? null : { id: details.parent.id, name: `${details.parent.name} / ${details.parent.serial}` },
      photo: details.photo,
      self: details.id,
    },
    false,
  );
  const initial = Object.fromEntries(fields.map(({ name }) => [name, details[name as keyof Details]]));
  return (
    <RecordForm
      endpoint={instrumentEndpoints.changeInstrument}
      params={{ id: details.id }}
      fixed={{ version: details.version }}
      fields={[...fields, reason]}
      initial={initial}
      done={['已更正', 'Corrected']}
      onDone={onClose}
    />
  );
}

function Move({ details, onClose }: FormProps): ReactElement {
  const today = useToday();
  const fields = useWhereFields({ region: details.region, township: details.township, place: placeOf(details) }, true);
  return (
    <RecordForm
      endpoint={instrumentEndpoints.moveInstrument}
      params={{ id: details.id }}
      fields={[...fields, { name: 'onDay', label: ['自何日起', 'Since'], kind: 'day' }, reason]}
      initial={{ region: details.region, onDay: today }}
      done={['已变更', 'Moved']}
      onDone={onClose}
    />
  );
}

/** What a change of state means, said before it is done. */
const consequences: Readonly<Record<StatusChange, Field['hint']>> = {
  seal: ['封存期间不使用，不列入到期提醒', 'Sealed it is not used, and not reminded of'],
  unseal: ['启封后恢复使用，请先确认检定仍有效', 'It is used again; see first that its verification still holds'],
  send: ['请写明维修单位与原因', 'Name the repairer and why'],
  return: [
    '修复之前的检定结果不再计入，使用前须重新检定',
    'What was verified before no longer counts; it has to be verified before it is used',
  ],
  lose: ['遗失后不列入到期提醒，可以寻回', 'Lost it is not reminded of; it can be found again'],
  find: ['寻回后恢复在用', 'It is in use again'],
  scrap: ['报废不可撤销；填写最后使用日', 'Scrapping is final; state the last day of use'],
};

function Status({ change, details, onClose }: FormProps & { change: StatusChange }): ReactElement {
  const say = useSay();
  const today = useToday();
  const hint = consequences[change];
  return (
    <>
      {hint === undefined ? null : <p className="soft">{say(hint)}</p>}
      <RecordForm
        endpoint={instrumentEndpoints.changeStatus}
        params={{ id: details.id }}
        fixed={{ change }}
        fields={[{ name: 'onDay', label: change === 'scrap' ? ['最后使用日', 'Last day of use'] : ['日期', 'Day'], kind: 'day' }, reason]}
        initial={{ onDay: today }}
        done={['已办理', 'Done']}
        onDone={onClose}
      />
    </>
  );
}

function Offer({ details, onClose }: FormProps): ReactElement {
  const today = useToday();
  return (
    <RecordForm
      endpoint={instrumentEndpoints.offerInstrument}
      params={{ id: details.id }}
      fields={[
        {
          name: 'receiverCreditCode',
          label: ['接收单位的统一社会信用代码', 'Credit code of the receiver'],
          hint: ['对方接受后才生效；在此之前可以撤回', 'It takes effect when they accept; until then it can be taken back'],
          control: (props) => <HolderField {...props} />,
        },
        { name: 'onDay', label: ['自何日起由对方使用', 'Used by them since'], kind: 'day' },
        reason,
      ]}
      initial={{ onDay: today }}
      submit={['提出移交', 'Offer']}
      done={['已提出，等待对方接收', 'Offered']}
      onDone={onClose}
    />
  );
}

function Report({ details, onClose }: FormProps): ReactElement {
  return (
    <RecordForm
      endpoint={instrumentEndpoints.reportResult}
      params={{ id: details.id }}
      fields={[
        {
          name: 'institute',
          label: ['出具证书的机构', 'Issued by'],
          hint: [
            '平台以外的检定机构；自报的证书处处标明，不作为本平台的检定证据',
            'A body outside; what is reported is marked everywhere and is no evidence of this platform',
          ],
        },
        { name: 'number', label: ['证书编号', 'Number of the certificate'] },
        { name: 'verifiedOn', label: ['检定日期', 'Day of the verification'], kind: 'day' },
        {
          name: 'validUntil',
          label: ['有效期至', 'Valid until'],
          kind: 'day',
          hint: ['证书未载明的留空', 'Blank where the certificate names none'],
        },
        { name: 'file', label: ['证书扫描件', 'Scan of the certificate'], control: (props) => <FileField {...props} /> },
      ]}
      done={['已登记', 'Entered']}
      onDone={onClose}
    />
  );
}
