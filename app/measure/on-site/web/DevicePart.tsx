import { Button, Input } from 'antd';
import { useId, useRef, useState, type ReactElement } from 'react';
import { useAction } from '../../../web/endpoint-hooks.ts';
import { ProblemNote } from '../../../web/kit/PageStates.tsx';
import { useTexts } from '../../../web/language.ts';
import { onSiteEndpoints } from '../contract.ts';
import { makeKeys } from './device/key.ts';
import type { Site } from './device/site.ts';
import { texts } from './text.ts';
import { TroubleNote } from './TroubleNote.tsx';
import { troubleOf, useOnline, type Trouble } from './use-site.ts';

/** Before anything is taken along this browser makes its key and registers it. */
export function DevicePart({ site }: { site: Site }): ReactElement {
  const text = useTexts(texts);
  const id = useId();
  const online = useOnline();
  const [name, setName] = useState('');
  const [trouble, setTrouble] = useState<Trouble>();
  const made = useRef<{ keys: CryptoKeyPair; publicKey: string } | undefined>(undefined);
  const { run, pending, problem } = useAction(onSiteEndpoints.registerDevice, { invalidates: [] });
  const register = async (): Promise<void> => {
    try {
      // The same key on a second attempt: an answer that was lost must not leave a device that nobody has.
      made.current ??= await makeKeys();
      const { keys, publicKey } = made.current;
      const device = await run({ body: { name: name.trim(), publicKey } });
      if (device !== undefined) await site.keepDevice({ id: device.id, name: device.name, publicKey, keys });
    } catch (error) {
      setTrouble(troubleOf(error));
    }
  };
  return (
    <section className="sheet stack on-site-device">
      <h2>{text.device}</h2>
      <p className="soft">{online ? text.deviceLead : text.notYours}</p>
      <div className="field">
        <label htmlFor={id}>{text.deviceName}</label>
        <Input id={id} value={name} maxLength={60} placeholder={text.deviceHint} onChange={(event) => setName(event.target.value)} />
      </div>
      <ProblemNote problem={problem} />
      <TroubleNote trouble={trouble} />
      <div>
        <Button type="primary" loading={pending} disabled={!online || name.trim() === ''} onClick={() => void register()}>
          {text.registerDevice}
        </Button>
      </div>
    </section>
  );
}
