import { once } from 'node:events'
import { direct } from '@octavo/rpc/direct'
import { inventoryContract } from '../contract.ts'
import { flatOut, openInventory, type Called } from './hot-item-callers.ts'

/** One of several processes of inventory whose callers want one item. Begins when it is told to, and says what its callers were answered. */
export interface Begin { readonly urls: Readonly<Record<string, string>>; readonly item: string; readonly callers: number; readonly seconds: number }
export type Said = 'ready' | Called

/** Handed over when it is answered: a channel that is closed before loses what is long. */
const say = (words: Said): Promise<void> => new Promise((done, failed) => { process.send?.(words, undefined, undefined, (error) => { if (error) failed(error); else done() }) })
const [{ urls, item, callers, seconds }] = await once(process, 'message') as [Begin]
const { router, close } = await openInventory(urls, false)
const begin = once(process, 'message')
await say('ready')
await begin
await say(await flatOut(direct(router).client(inventoryContract, { kind: 'service', service: 'orders' }), [item], { callers, seconds }))
await close()
process.disconnect?.()
