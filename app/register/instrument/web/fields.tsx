import { useState } from 'react';
import type { Field } from '../../../web/kit/FormField.tsx';
import type { PickedFile } from '../../file/web/FilePicker.tsx';
import type { Instrument } from '../contract.ts';
import { instrumentUses, nameplateFields, type InstrumentKind } from '../rules.ts';
import { FileField } from './FileField.tsx';
import { Nameplate } from './Nameplate.tsx';
import { ParentPicker } from './ParentPicker.tsx';
import { SerialField } from './SerialField.tsx';
import { SuggestField } from './SuggestField.tsx';
import { useWhereFields } from './WhereFields.tsx';

type Known = {
  readonly region: string;
  readonly township: string | null;
  readonly place: { id: string; name: string } | null;
  readonly maker: string;
  readonly holderId: string | undefined;
  readonly parent: { id: string; name: string } | null;
  readonly photo: PickedFile | null;
  readonly self: Instrument['id'] | undefined;
};

// The ends of a range and the class, as describedByNameplate of the rules reads them.
const hasRange = (kind: InstrumentKind): boolean => {
  const ids = new Set(nameplateFields(kind).map(({ id }) => id));
  return (ids.has('min') && ids.has('max')) || (ids.has('lower') && ids.has('upper')) || (ids.has('least') && ids.has('most'));
};
const hasClass = (kind: InstrumentKind): boolean => nameplateFields(kind).some(({ id }) => /class$/i.test(id));

/** What is rarely known when an instrument is registered; shown when it is asked for, and always in a correction. */
export const rarelyKnown = ['typeApproval', 'manufacturedOn', 'inUseSince', 'parentId', 'longitude', 'latitude'] as const;

/** What describes an instrument, the same when it is registered and when it is corrected. */
export function useDescriptionFields(kind: InstrumentKind, known: Known, withRegion: boolean, all = true): readonly Field[] {
  const [maker, setMaker] = useState(known.maker);
  const where = useWhereFields(known, withRegion, all);
  const more: readonly Field[] = [
    { name: 'typeApproval', label: ['型式批准证书编号', 'Type approval'] },
    {
      name: 'manufacturedOn',
      label: ['出厂日期', 'Manufactured'],
      kind: 'day',
      hint: ['铭牌只有年月时填当月 1 日', 'Where the plate has the month alone: its first day'],
    },
    { name: 'inUseSince', label: ['启用日期', 'In use since'], kind: 'day' },
    {
      name: 'oldNumber',
      label: ['原编号', 'Earlier number'],
      hint: ['本单位或旧台账的编号，可据以查找', 'A number of your own or of an earlier ledger; it can be searched'],
    },
    { name: 'ecqsNumber', label: ['e-CQS 器具编号', 'e-CQS number'] },
    {
      name: 'identificationCode',
      label: ['器具标识码（GB/T 36377）', 'Identification code (GB/T 36377)'],
      hint: [
        '器具上已有时照录；没有则留空，本平台另给器具编码',
        'Where it bears one, as printed; blank otherwise, since the platform gives a code of its own',
      ],
    },
    {
      name: 'parentId',
      label: ['所属装置', 'Part of'],
      hint: ['如加油机的油枪；装置须先登记', 'Such as the dispenser of a nozzle, which is registered first'],
      control: (props) => <ParentPicker {...props} holderId={known.holderId} known={known.parent} />,
    },
  ];
  return [
    { name: 'name', label: ['名称', 'Name'] },
    { name: 'model', label: ['型号规格', 'Model'], control: (props) => <SuggestField {...props} kind={kind} of="model" /> },
    {
      name: 'maker',
      label: ['制造单位', 'Maker'],
      control: (props) => <SuggestField {...props} kind={kind} of="maker" onTyped={setMaker} />,
    },
    {
      name: 'serial',
      label: ['出厂编号', 'Serial number'],
      hint: ['照铭牌，包括字母和前导零；可用扫码枪录入', 'As on the nameplate, letters and leading zeros included; a scanner may type it'],
      control: (props) => <SerialField {...props} maker={maker} except={known.self} />,
    },
    {
      name: 'use',
      label: ['用途', 'Use'],
      kind: 'choice',
      options: Object.entries(instrumentUses).map(([value, label]) => ({ value, label })),
    },
    { name: 'parameters', label: ['铭牌参数', 'Nameplate'], control: (props) => <Nameplate {...props} kind={kind} /> },
    ...(hasRange(kind)
      ? []
      : [
          {
            name: 'measuringRange',
            label: ['测量范围', 'Measuring range'],
            hint: ['照铭牌，带单位', 'As on the nameplate, with its unit'],
          } as const,
        ]),
    ...(hasClass(kind) ? [] : [{ name: 'accuracyClass', label: ['准确度等级', 'Accuracy class'] } as const]),
    ...where,
    { name: 'photoId', label: ['铭牌照片', 'Photo of the nameplate'], control: (props) => <FileField {...props} known={known.photo} /> },
    ...(all ? more : []),
  ];
}
