import type { ReactElement, ReactNode } from 'react';

/** What a control needs to be named, described and marked by its field. */
export type ControlProps = {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
};

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; under the control, and announced. */
  readonly fault?: string | undefined;
  readonly className?: string;
  readonly children: (control: ControlProps) => ReactNode;
};

/** A field of a calculator: label above, hint and error below. */
export function ToolField({ id, label, hint, fault, className = '', children }: Props): ReactElement {
  const describedBy = [hint === undefined ? '' : `${id}-hint`, fault === undefined ? '' : `${id}-fault`]
    .filter((part) => part !== '')
    .join(' ');
  const control: ControlProps = {
    id,
    ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
    ...(fault === undefined ? {} : { 'aria-invalid': true }),
  };
  return (
    <div className={`tool-field ${className}`.trim()}>
      <label htmlFor={id}>{label}</label>
      {children(control)}
      {hint === undefined ? null : (
        <span className="tool-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault === undefined ? null : (
        <span className="tool-fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}
