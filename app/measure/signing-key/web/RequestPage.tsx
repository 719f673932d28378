import type { ReactElement } from 'react';
import { useGo } from '../../../web/address.ts';
import { useEndpoint } from '../../../web/endpoint-hooks.ts';
import { PageHead } from '../../../web/kit/PageHead.tsx';
import { Answer } from '../../../web/kit/PageStates.tsx';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useTexts } from '../../../web/language.ts';
import { signingKeyEndpoints } from '../contract.ts';
import { keyHolders, keyPurposes } from '../rules.ts';
import { texts } from './text.ts';

const reason = {
  name: 'reason',
  label: ['理由', 'Reason'],
  hint: ['如“首次启用”“年度更换”', 'As “first key” or “yearly rotation”'],
} as const;

/** An institute asks for its key, or for the next one. */
export function RequestPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  const query = useEndpoint(signingKeyEndpoints.listCityKeys, {});
  return (
    <>
      <PageHead title={text.request} lead={text.requestLead} />
      <Answer query={query}>
        {({ hasDevice }) => (
          <div className="sheet">
            <RecordForm
              endpoint={signingKeyEndpoints.requestSigningKey}
              fixed={hasDevice ? {} : { reference: null }}
              initial={{ holder: 'software' }}
              fields={[
                {
                  name: 'holder',
                  label: ['私钥保存于', 'Private key held'],
                  kind: 'choice',
                  options: (hasDevice ? (['software', 'device'] as const) : (['software'] as const)).map((value) => ({
                    value,
                    label: keyHolders[value],
                  })),
                  hint: hasDevice
                    ? ['密码设备中的私钥不进入本系统', 'A private key in a device never comes here']
                    : ['未连接密码设备；连接方法见运行手册', 'No device is connected; the operations manual tells how'],
                },
                ...(hasDevice
                  ? [
                      {
                        name: 'reference',
                        label: ['设备内名称', 'Name in the device'],
                        hint: ['选“密码设备”时填写，由设备管理员提供', 'For a key in a device, as its keeper names it'],
                      } as const,
                    ]
                  : []),
                reason,
              ]}
              done={['已提交，待系统管理员批准', 'Sent; a system administrator confirms it']}
              onDone={({ id }) => go(`/desk/signing-keys/${id}`)}
            />
          </div>
        )}
      </Answer>
    </>
  );
}

/** A system administrator asks for the root or the log's key, or records a root from elsewhere. */
export function CityRequestPage(): ReactElement {
  const text = useTexts(texts);
  const go = useGo();
  return (
    <>
      <PageHead title={text.cityRequest} lead={text.cityRequestLead} />
      <div className="sheet">
        <RecordForm
          endpoint={signingKeyEndpoints.requestCityKey}
          fields={[
            {
              name: 'purpose',
              label: ['用途', 'Purpose'],
              kind: 'choice',
              options: (['root', 'log', 'anchor'] as const).map((value) => ({ value, label: keyPurposes[value] })),
            },
            {
              name: 'certificates',
              label: ['根证书（PEM）', 'Root certificate (PEM)'],
              kind: 'long',
              hint: ['仅登记外部或离线根证书时粘贴', 'Only for a root from elsewhere or offline'],
            },
            reason,
          ]}
          done={['已提交，待另一位系统管理员批准', 'Sent; another system administrator confirms it']}
          onDone={({ id }) => go(`/desk/signing-keys/${id}`)}
        />
      </div>
    </>
  );
}
