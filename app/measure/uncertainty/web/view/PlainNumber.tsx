import { Fragment, type ReactElement } from 'react';

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = (power: string): string => power.replace(/./g, (sign) => (sign === '⁻' ? '\u2212' : String(raised.indexOf(sign))));

/** A printed number; powers of ten are raised by the page, since not every face has raised digits. */
export function PlainNumber({ text }: { text: string }): ReactElement {
  const parts = text.split(/([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/);
  if (parts.length === 1) return <>{text}</>;
  return (
    <>
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of one text have no other name
        <Fragment key={index}>{index % 2 === 1 ? <sup>{lowered(part)}</sup> : part}</Fragment>
      ))}
    </>
  );
}
