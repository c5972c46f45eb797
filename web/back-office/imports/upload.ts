import { Problem } from '@octavo/client'
import type { Money } from '@octavo/money'

export type UploadFormat = 'csv' | 'goodbooks' | 'onix' | 'esci'

interface Upload {
  readonly file: File
  readonly format: UploadFormat
  readonly options: { readonly prices?: readonly Money[]; readonly stock?: number }
}

/** Sends a file whole and tells how much of it has gone, in hundredths. By XMLHttpRequest: fetch does not tell. */
export const upload = ({ file, format, options }: Upload, sent: (percent: number) => void): Promise<void> => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest()
  request.open('POST', `/api/operator/imports/uploads?${new URLSearchParams({ format, file: file.name, options: JSON.stringify(options) }).toString()}`)
  request.upload.addEventListener('progress', ({ loaded, total }) => sent(total > 0 ? Math.round((loaded / total) * 100) : 0))
  request.addEventListener('load', () => { if (request.status < 300) resolve(); else reject(new Problem(documentOf(request.responseText), request.status)) })
  request.addEventListener('error', () => reject(new TypeError('the shop does not answer')))
  request.send(file)
})

function documentOf(text: string): Record<string, unknown> {
  try { return JSON.parse(text) as Record<string, unknown> } catch { return {} }
}
