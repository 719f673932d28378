/** Follows plain links below a path inside the page, so that components need not know which router shows them. */
export function followLinks(below: string, go: (href: string) => void, except: (href: string) => boolean = () => false): void {
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.target !== '' || link.hasAttribute('download') || link.origin !== location.origin) return;
    const inside = link.pathname === below || link.pathname.startsWith(below.endsWith('/') ? below : `${below}/`);
    const here = link.hash !== '' && link.pathname === location.pathname && link.search === location.search;
    if (!inside || here || except(link.pathname)) return;
    event.preventDefault();
    go(link.pathname + link.search + link.hash);
  });
}
