import { setTimeout as pause } from 'node:timers/promises'
import { environment, readRunConfig } from './config.ts'
import { runProcess } from './process.ts'
import { startSeparateShop, type SeparateShop } from './separate-processes.ts'
import { progress, welcome } from './words.ts'

/** A process that ends by itself is started again after this long. */
const againMs = 1000

runProcess(async (ending) => {
  const { step, done } = progress()
  let shop: SeparateShop | undefined
  const again = async (name: string): Promise<void> => {
    if (!shop || ending.aborted) return
    console.error(`The process of ${name} has ended; starting it again.`)
    await pause(againMs, undefined, { ref: false })
    if (!ending.aborted) await shop.start(name)
  }
  shop = await startSeparateShop({ environment, step, died: (name) => { again(name).catch((error: unknown) => console.error(error)) } })
  done()
  console.log(welcome(shop, readRunConfig(environment)))
  for (const name of shop.names) console.log(`  ${name.padEnd(16)}process ${shop.pidOf(name)}`)
  return shop.stop
}, '.octavo')
