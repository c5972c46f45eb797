import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

const subjects = ['The Sea', 'A History of Salt', 'Letters Home', 'The Clockmaker', 'Winter Gardens', 'Field Notes', 'The Long Road', 'Small Islands']
const names = ['Ada Byron', 'Mary Somerville', 'Edward Lear', 'Anna Sewell', 'Wilkie Collins', 'Kate Chopin', 'Thomas Hardy', 'Emily Eden', 'Robert Burton', 'Aphra Behn']

/** Writes a table of products up to this number, the same ones each time, each with two variants. Prices and stock are the import's to give. */
export async function writeCatalogue(file: string, products: number, first = 1): Promise<void> {
  const out = createWriteStream(file)
  out.write('product,key,title,authors,format,pages,language,publisher,published_on,description\n')
  for (let n = first; n <= products; n++) {
    const title = `${subjects[n % subjects.length]}, volume ${n}`
    const author = names[(n * 7) % names.length]
    const lines = (['paperback', 'hardback'] as const).map((format) => `bench-${n},bench-${n}-${format},"${title}",${author},${format},${120 + (n % 600)},en,Octavo Press,${1950 + (n % 75)}-03-01,"${title} is number ${n} of the books that the shop is measured with."\n`)
    if (!out.write(lines.join(''))) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
}
