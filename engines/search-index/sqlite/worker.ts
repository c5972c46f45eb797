import { parentPort, workerData } from 'node:worker_threads'
import type { SearchIndex } from '../port.ts'
import { Folder } from './folder.ts'

/** A call of the port, and its answer. */
export interface Asked { readonly no: number; readonly method: Exclude<keyof SearchIndex, 'close'>; readonly given: readonly unknown[] }
export type Answered = { readonly no: number; readonly answer: unknown } | { readonly no: number; readonly error: { readonly name: string; readonly message: string } }

const folder = new Folder((workerData as { folder: string }).folder)

parentPort?.on('message', ({ no, method, given }: Asked) => {
  let answered: Answered
  try {
    answered = { no, answer: answer(method, given as never) }
  } catch (error) {
    const { name, message } = error as Error
    answered = { no, error: { name, message } }
  }
  parentPort?.postMessage(answered)
})

function answer(method: Asked['method'], given: [never, never, never, never]): unknown {
  switch (method) {
    case 'create': case 'drop': case 'point': case 'resolve': case 'list': return folder[method](...(given as unknown as [string, string]))
    case 'put': case 'search': case 'read': case 'identify': case 'named': case 'suggest': case 'spell': case 'count': case 'versions': {
      const [name, ...rest] = given
      return (folder.index(name)[method] as (...given: unknown[]) => unknown)(...rest)
    }
    default: return method satisfies never
  }
}
