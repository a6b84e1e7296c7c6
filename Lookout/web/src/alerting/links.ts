/** An address that may be followed: of the web, and of this page itself where it leads here under another name of the loopback. */
export function linkOf(address: string | undefined, here: Location | URL = location): { readonly href: string; readonly within: boolean } | undefined {
  if (address === undefined || !/^https?:\/\/|^\//.test(address)) return undefined;
  let url: URL;
  try {
    url = new URL(address, here.origin);
  } catch {
    return undefined;
  }
  const within = url.origin === here.origin || (url.port === here.port && isLoopback(url.hostname) && isLoopback(here.hostname));
  return within ? { href: url.pathname + url.search + url.hash, within } : { href: url.href, within };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
