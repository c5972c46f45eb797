import { parentPort, workerData } from 'node:worker_threads'
import type { Text } from '../port.ts'
import { startFit, type FitOptions } from './fit.ts'

/** `texts` are counted and acknowledged; `finish` gives the model's bytes. */
export type Told = { readonly texts: readonly Text[] } | { readonly finish: true }
export type Answered = { readonly counted: number } | { readonly model: Uint8Array }

const port = parentPort
if (!port) throw new TypeError('this file is a worker')
const fit = startFit(workerData as FitOptions)
port.on('message', (told: Told) => {
  if ('texts' in told) {
    fit.add(told.texts)
    port.postMessage({ counted: told.texts.length } satisfies Answered)
  } else {
    port.postMessage({ model: fit.finish() } satisfies Answered)
    port.close()
  }
})
