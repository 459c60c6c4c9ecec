/** Whether the guide may speak on this address at all (SECURITY.md R17). */
import { PROVIDER_HOSTS } from '../hosts.ts';

type Address = Pick<URL, 'protocol' | 'hostname' | 'port' | 'pathname' | 'username' | 'password'>;

/** The list of sign-in methods and nothing below it: `/register`, `/api/post/*` (the registration
 * interrupt) and `/security-info/password/*` are other pages with the same building blocks. */
const PATH = /^\/security-info\/?$/i;

/** Exact https host on its default port, nothing else: no user info, no trailing dot, no look-alike. */
export function isProviderHost(address: Address): boolean {
  return (
    address.protocol === 'https:' &&
    address.port === '' &&
    address.username === '' &&
    address.password === '' &&
    (PROVIDER_HOSTS as readonly string[]).includes(address.hostname)
  );
}

/** Whether `address` is the page that lists a person's sign-in methods. */
export function isSecurityInfo(address: Address): boolean {
  return isProviderHost(address) && PATH.test(address.pathname);
}
