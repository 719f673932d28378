/** The pages that work without a network and without a session: below /desk/on-site. */
export const isOnSite = (pathname: string): boolean => /^\/desk\/on-site(\/|$)/.test(pathname);
