/** Stands between a service and those it calls: may look, wait, refuse or fail before and after. `name` as in `inventory.hold`. */
export type Meet = <T>(name: string, call: () => Promise<T>) => Promise<T>

export const straight: Meet = (_, call) => call()

/** The same client, with somebody in between. */
export function met<C extends object>(client: C, who: string, meet: Meet): C {
  return new Proxy(client, { get: (target, name) => (...input: unknown[]) => meet(`${who}.${String(name)}`, () => (Reflect.get(target, name) as (...input: unknown[]) => Promise<unknown>)(...input)) })
}

/** Writes down who was called, in order, and lets a test put something in between for a while. */
export function watched() {
  const calls: string[] = []
  let between: Meet = straight
  const meet: Meet = (name, call) => {
    calls.push(name)
    return between(name, call)
  }
  return { calls, meet, put: (next: Meet) => { between = next }, clear: () => { between = straight; calls.length = 0 } }
}
