import { once } from 'node:events'
import { direct } from '@octavo/rpc/direct'
import { inventoryContract } from '../contract.ts'
import { flatOut, openInventory, type Called } from './hot-item-callers.ts'

/** One of several processes of inventory whose callers want one item. Begins when it is told to, and says what its callers were answered. */
export interface Begin { readonly urls: Readonly<Record<string, string>>; readonly item: string; readonly callers: number; readonly seconds: number }
export type Said = 'ready' | Called

const say = (words: Said): void => { process.send?.(words) }
const [{ urls, item, callers, seconds }] = await once(process, 'message') as [Begin]
const { router, close } = await openInventory(urls, false)
const begin = once(process, 'message')
say('ready')
await begin
say(await flatOut(direct(router).client(inventoryContract, { kind: 'service', service: 'orders' }), [item], { callers, seconds }))
await close()
process.disconnect?.()
