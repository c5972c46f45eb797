import { startCarrier } from './carrier.ts'
import { BadConfig, readConfig } from './config.ts'

/** The carrier as a process of its own: says `{"url":…}` on a line when it is ready. */
async function main(): Promise<void> {
  const carrier = await startCarrier(readConfig())
  console.log(JSON.stringify({ url: carrier.url }))
  const stop = (): void => { void carrier.stop().then(() => process.exit(0)) }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
}

main().catch((error: unknown) => {
  console.error(error instanceof BadConfig ? error.message : error)
  process.exit(1)
})
