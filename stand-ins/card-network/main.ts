import { fstatSync } from 'node:fs'
import { startCardNetwork } from './card-network.ts'
import { BadConfig, readConfig } from './config.ts'

/** The card network as a process of its own: says `{"url":…}` on a line when it is ready, and ends with the process that started it. */
async function main(): Promise<void> {
  const network = await startCardNetwork({ ...readConfig(), logger: { warn: (details, message) => console.error(JSON.stringify({ level: 'warn', message, ...details })) } })
  console.log(JSON.stringify({ url: network.url }))

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    network.stop().then(() => process.exit(0), (error: unknown) => {
      console.error(error)
      process.exit(1)
    })
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
  // A pipe closes when the parent dies. A file or nothing at all (a supervisor's /dev/null) ends at once and says nothing.
  if (stdinIsPipe()) process.stdin.once('end', stop).once('error', stop).resume()
}

function stdinIsPipe(): boolean {
  try {
    const stdin = fstatSync(0)
    return stdin.isFIFO() || stdin.isSocket()
  } catch {
    return false
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof BadConfig ? error.message : error)
  process.exit(1)
})
