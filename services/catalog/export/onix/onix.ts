import type { ExportFormat } from '../format.ts'
import { recordsOf } from './record.ts'
import { el, xmlOf, type Element, type Tags } from './xml.ts'

/** ONIX for Books 3.1, a record a variant, those of a product one after another. */
export function onix(tags: Tags): ExportFormat {
  const message = tags === 'short' ? 'ONIXmessage' : 'ONIXMessage'
  return {
    contentType: 'application/xml; charset=utf-8',
    fileName: tags === 'short' ? 'catalogue-short.xml' : 'catalogue.xml',
    head({ now }) {
      const header = el('Header', el('Sender', el('SenderName', 'Octavo')), el('SentDateTime', now.toISOString().replaceAll(/[-:]|\.\d+/g, ''))) as Element
      return `<?xml version="1.0" encoding="UTF-8"?>\n<${message} release="3.1" xmlns="http://ns.editeur.org/onix/3.1/${tags}">\n${xmlOf(header, tags)}\n`
    },
    product: (exported, world) => recordsOf(exported, world).map((record) => `${xmlOf(record, tags)}\n`).join(''),
    end: () => `</${message}>\n`,
  }
}
