import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';

type Props = { readonly label: string; readonly framed?: boolean; readonly className?: string; readonly children: ReactNode };

const stops =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

/** What may be wider than the page. Without anything in it to stop at, it is itself a stop, so that the keyboard can scroll it. */
export function Scroll({ label, framed = true, className = '', children }: Props): ReactElement {
  const region = useRef<HTMLDivElement>(null);
  const [isBare, setBare] = useState(false);
  useEffect(() => setBare(region.current?.querySelector(stops) === null), [children]);
  return (
    <div
      ref={region}
      className={`scroll${framed ? ' framed' : ''}${className === '' ? '' : ` ${className}`}`}
      {...(isBare ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
    >
      {children}
    </div>
  );
}
