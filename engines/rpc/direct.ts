import { clientOver } from './link.ts'
import type { Connection, Raw } from './port.ts'
import type { Router } from './router.ts'

export { joinRouters, routerOf, type Router } from './router.ts'

/**
 * Calls a service in the same process. What goes in and out is validated and copied as text, as over the wire, and has its deadline
 * and its size limit, so that nothing works here that would not work between processes.
 */
export function direct(router: Router, raw: Raw = () => false): Connection {
  return {
    client: (contract, as) =>
      clientOver(contract, as, ({ name, text, caller, requestId, deadlineMs, signal }) => router.call(name, text, { caller, requestId, deadlineMs }, signal)),
    raw,
  }
}
