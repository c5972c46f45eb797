import { startShop } from './all-in-one.ts'
import { environment, readRunConfig } from './config.ts'
import { runProcess } from './process.ts'
import { progress, welcome } from './words.ts'

runProcess(async () => {
  const { step, done } = progress()
  const shop = await startShop({ environment, step })
  done()
  console.log(welcome(shop, readRunConfig(environment)))
  return async () => {
    console.log('\nClosing the shop …')
    await shop.stop()
  }
}, readHome())

function readHome(): string {
  try { return readRunConfig(environment).home } catch { return '.octavo' }
}
