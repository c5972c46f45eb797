import { failure } from '@octavo/failure'
import type { Place } from '../entry.ts'

/** What a reader further on has to know of the message's beginning. Plain JSON. */
export interface MessageState {
  readonly release: '2.1' | '3.0' | '3.1'
  /** As `TextDecoder` names it. */
  readonly encoding: string
  /** The header as it came. */
  readonly header: string
}

export interface OnixRecord {
  readonly line: number
  readonly next: Place & { readonly state: MessageState }
  readonly state: MessageState
  /** From `<Product>` to `</Product>`; absent when there is a problem. */
  readonly xml?: string
  readonly problem?: string
}

/** A record's own data come to some tens of kilobytes; pictures are never in it. */
export const maxRecordBytes = 4 * 1024 * 1024
const maxHeadBytes = 1024 * 1024

/**
 * The records of a message, cut out of its bytes without holding more than one. Only encodings that keep ASCII as it is can be cut so.
 * @throws INVALID_INPUT when it is no ONIX message, or one that must not be read
 */
export async function* onixRecords(bytes: AsyncIterable<Uint8Array>, { from, whole }: { from: Place; whole: boolean }): AsyncGenerator<OnixRecord> {
  const cut = new Cutter(bytes, from)
  const state = from.position > 0 ? from.state as MessageState : await readHead(cut, whole)
  if (!state) return
  const decoder = new TextDecoder(state.encoding, { fatal: true })
  const place = (): OnixRecord['next'] => ({ ...cut.place(), state })

  for (;;) {
    const tag = await cut.nextTag()
    if (tag === undefined) {
      if (whole) yield { line: cut.place().line, next: place(), state, problem: 'The message ends before its end tag: the file was cut off here.' }
      return
    }
    if (isRoot(tag.name)) return
    if (!isProduct(tag.name) || tag.closing) continue
    cut.dropBefore(tag.start)
    const { line } = cut.place()
    if (tag.empty) { cut.dropBefore(tag.end); yield { line, next: place(), state, problem: 'The record is empty.' }; continue }
    const end = await cut.closeOf(tag.name)
    if (end === undefined) {
      if (whole) yield { line, next: { position: cut.read, line: cut.place().line, state }, state, problem: 'The message ends inside this record: the file was cut off here.' }
      return
    }
    const piece = cut.take(end)
    if (piece === undefined) { yield { line, next: place(), state, problem: `The record is longer than ${maxRecordBytes / 1024 / 1024} MB.` }; continue }
    let xml: string
    try {
      xml = decoder.decode(piece)
    } catch {
      yield { line, next: place(), state, problem: `The record has bytes that are not ${state.encoding.toUpperCase()}, which the message says it is written in.` }
      continue
    }
    yield { line, next: place(), state, xml }
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()
const isRoot = (name: string): boolean => localName(name) === 'onixmessage'
const isProduct = (name: string): boolean => localName(name) === 'product'

/** From the beginning to the first record; undefined when that has not come in whole. */
async function readHead(cut: Cutter, whole: boolean): Promise<MessageState | undefined> {
  const first = await cut.peek(4)
  if (first.length === 0 && whole) throw failure('INVALID_INPUT', 'The file is empty.')
  if (first[0] === 0x1f || (first[0] === 0x50 && first[1] === 0x4b)) throw failure('INVALID_INPUT', 'The file is packed (.gz or .zip). Unpack it and import what is inside.')
  if ((first[0] === 0xfe && first[1] === 0xff) || (first[0] === 0xff && first[1] === 0xfe) || first.includes(0)) throw failure('INVALID_INPUT', 'The file is written in UTF-16. Save it as UTF-8.')
  let encoding = 'utf-8'
  for (;;) {
    const tag = await cut.nextTag((declaration) => { encoding = encodingIn(declaration) ?? encoding })
    if (tag === undefined) {
      if (whole || cut.read > maxHeadBytes) throw failure('INVALID_INPUT', 'This is no ONIX message: no element <ONIXMessage> is in it.')
      return undefined
    }
    if (!isRoot(tag.name)) throw failure('INVALID_INPUT', `This is no ONIX message: its first element is <${tag.name.slice(0, 60)}>, not <ONIXMessage>.`)
    const release = releaseIn(tag.text)
    let header = ''
    // The header stands between the message's tag and the first record.
    cut.dropBefore(tag.end)
    const next = await cut.nextTag()
    if (next === undefined) {
      if (whole) throw failure('INVALID_INPUT', 'The message is empty: no record is in it.')
      return undefined
    }
    if (localName(next.name) === 'header' && !next.closing && !next.empty) {
      cut.dropBefore(next.start)
      const end = await cut.closeOf(next.name)
      const piece = end === undefined ? undefined : cut.take(end)
      if (piece === undefined) {
        if (whole || cut.read > maxRecordBytes) throw failure('INVALID_INPUT', 'The header of the message has no end.')
        return undefined
      }
      header = new TextDecoder(encoding).decode(piece)
    } else cut.goBack(next.start)
    return { release, encoding, header }
  }
}

function releaseIn(tag: string): MessageState['release'] {
  const named = /\brelease\s*=\s*["']([^"']*)["']/.exec(tag)?.[1]
  if (named === undefined) return /editeur\.org\/onix\/3\.1/.test(tag) ? '3.1' : /editeur\.org\/onix\/3\.0/.test(tag) ? '3.0' : '2.1'
  if (named.startsWith('3.1')) return '3.1'
  if (named.startsWith('3.0')) return '3.0'
  if (named.startsWith('2.')) return '2.1'
  throw failure('INVALID_INPUT', `The message says that it is release "${named.slice(0, 20)}" of ONIX; 2.1, 3.0 and 3.1 are known.`)
}

function encodingIn(declaration: string): string | undefined {
  const named = /^<\?xml\b[^>]*\bencoding\s*=\s*["']([^"']+)["']/i.exec(declaration)?.[1]
  if (named === undefined) return undefined
  let encoding: string
  try {
    ({ encoding } = new TextDecoder(named))
  } catch {
    throw failure('INVALID_INPUT', `The file says that it is written in "${named.slice(0, 40)}", which is not known here. Save it as UTF-8.`)
  }
  if (!/^(utf-8|windows-125\d|iso-8859-\d+|macintosh|koi8-[ru])$/.test(encoding)) throw failure('INVALID_INPUT', `The file is written in ${named}. Save it as UTF-8.`)
  return encoding
}

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly empty: boolean
  /** The tag whole. */
  readonly text: string
  /** Offsets into what is held. */
  readonly start: number
  readonly end: number
}

const lt = 0x3c
const gt = 0x3e

/** Bytes as they come in, cut at tags. Comments, CDATA and instructions are stepped over. */
class Cutter {
  #held: Buffer = Buffer.alloc(0)
  #at = 0
  #position: number
  #line: number
  #dropped = false
  readonly #parts: AsyncIterator<Uint8Array>

  constructor(bytes: AsyncIterable<Uint8Array>, { position, line }: Place) {
    this.#parts = bytes[Symbol.asyncIterator]()
    this.#position = position
    this.#line = line
  }

  /** Where what is held begins. */
  place(): Place { return { position: this.#position, line: this.#line } }
  /** Bytes of the source that were seen. */
  get read(): number { return this.#position + this.#held.length }

  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count && await this.#more()) { /* until there are enough */ }
    return this.#held.subarray(0, count)
  }

  goBack(to: number): void { this.#at = to }

  dropBefore(end: number): void {
    this.#count(end)
    this.#held = this.#held.subarray(end)
    this.#at = Math.max(0, this.#at - end)
  }

  /** The next tag; undefined at the end of the bytes. `declared` hears of instructions. */
  async nextTag(declared: (text: string) => void = () => {}): Promise<Tag | undefined> {
    for (;;) {
      const start = await this.#find(lt, this.#at)
      if (start < 0) return undefined
      const head = await this.#headAt(start)
      if (head.startsWith('<!--')) { if (!(await this.#skipTo('-->', start + 4))) return undefined; continue }
      if (head.startsWith('<![CDATA[')) { if (!(await this.#skipTo(']]>', start + 9))) return undefined; continue }
      if (head.startsWith('<!')) { if (!(await this.#skipDoctype(start))) return undefined; continue }
      if (head.startsWith('<?')) {
        if (!(await this.#skipTo('?>', start + 2))) return undefined
        declared(this.#held.toString('latin1', start, this.#at))
        continue
      }
      const end = await this.#endOfTag(start + 1)
      if (end < 0) return undefined
      this.#at = end
      const text = this.#held.toString('latin1', start, end)
      const [, slash = '', name = ''] = /^<(\/?)\s*([^\s/>]+)/.exec(text) ?? []
      return { name, closing: slash !== '', empty: text.endsWith('/>'), text, start, end }
    }
  }

  /** Where the element that begins what is held ends; undefined when it does not. What is too long is let go of meanwhile. */
  async closeOf(name: string): Promise<number | undefined> {
    const near = this.#closeInHeld(name)
    if (near !== undefined) return near
    for (;;) {
      const start = await this.#find(lt, this.#at)
      if (start < 0) return undefined
      const head = await this.#headAt(start)
      if (head.startsWith('<!--')) { if (!(await this.#skipTo('-->', start + 4))) return undefined; continue }
      if (head.startsWith('<![CDATA[')) { if (!(await this.#skipTo(']]>', start + 9))) return undefined; continue }
      if (head.startsWith('</') && (await this.#nameAt(start + 2, name.length + 1)).replace(/[\s>]$/, '') === name) {
        const end = await this.#find(gt, start)
        if (end < 0) return undefined
        this.#at = end + 1
        return end + 1
      }
      this.#at = start + 1
    }
  }

  /** The same for most: it lies in what is held, and nothing before it could hide an end tag or be one that is written otherwise. */
  #closeInHeld(name: string): number | undefined {
    const found = this.#held.indexOf(`</${name}>`, this.#at, 'latin1')
    if (found < 0) return undefined
    const before = this.#held.subarray(this.#at, found)
    if (before.includes('<!', 0, 'latin1')) return undefined
    const begin = `</${name}`
    for (let at = before.indexOf(begin, 0, 'latin1'); at >= 0; at = before.indexOf(begin, at + 1, 'latin1')) if ((before[at + begin.length] as number) <= 0x20) return undefined
    this.#at = found + begin.length + 1
    return this.#at
  }

  /** What is held up to there; undefined when a part of it was let go. */
  take(end: number): Buffer | undefined {
    const piece = this.#dropped ? undefined : Buffer.from(this.#held.subarray(0, end))
    this.dropBefore(end)
    this.#dropped = false
    return piece
  }

  #count(end: number): void {
    for (let at = this.#held.indexOf(10); at >= 0 && at < end; at = this.#held.indexOf(10, at + 1)) this.#line++
    this.#position += end
  }

  async #headAt(at: number): Promise<string> {
    while (this.#held.length < at + 9 && await this.#more()) { /* until it can be told */ }
    return this.#held.toString('latin1', at, at + 9)
  }

  async #nameAt(at: number, length: number): Promise<string> {
    while (this.#held.length < at + length && await this.#more()) { /* until it can be told */ }
    return this.#held.toString('latin1', at, at + length)
  }

  async #find(byte: number, from: number): Promise<number> {
    for (let at = from; ;) {
      const found = this.#held.indexOf(byte, at)
      if (found >= 0) return found
      this.#at = at = this.#held.length
      const before = this.#held.length
      this.#letGo()
      at -= before - this.#held.length
      if (!(await this.#more())) return -1
    }
  }

  /** A record that is too long is read to its end and held no more. */
  #letGo(): void {
    if (this.#held.length <= maxRecordBytes && !this.#dropped) return
    this.#dropped = true
    this.dropBefore(this.#held.length)
  }

  async #skipTo(mark: string, from: number): Promise<boolean> {
    for (let at = from; ;) {
      const found = this.#held.indexOf(mark, at, 'latin1')
      if (found >= 0) { this.#at = found + mark.length; return true }
      at = this.#at = Math.max(at, this.#held.length - mark.length + 1)
      const before = this.#held.length
      if (before > maxRecordBytes || this.#dropped) {
        this.#dropped = true
        this.dropBefore(before - mark.length)
        at = this.#at = 0
      }
      if (!(await this.#more())) return false
    }
  }

  /** A message may name its grammar; it must not bring one: entities of its own could say anything, and that a billion times. */
  async #skipDoctype(start: number): Promise<boolean> {
    const end = await this.#endOfTag(start + 2)
    if (end < 0) return false
    if (this.#held.subarray(start, end).includes('[')) throw failure('INVALID_INPUT', 'The file declares entities of its own, which is refused. Write characters as they are, or by number (&#233;).')
    this.#at = end
    return true
  }

  /** Behind the `>` that ends it; those in quotation marks do not. */
  async #endOfTag(from: number): Promise<number> {
    let quote = 0
    for (let at = from; ; at++) {
      if (at - from > maxHeadBytes) throw failure('INVALID_INPUT', 'The file has a tag of more than a megabyte: it is no XML, or harmful.')
      if (at >= this.#held.length && !(await this.#more())) return -1
      const byte = this.#held[at]
      if (quote) { if (byte === quote) quote = 0 } else if (byte === 0x22 || byte === 0x27) quote = byte
      else if (byte === 0x5b) return at + 1 // a grammar of its own begins
      else if (byte === gt) return at + 1
    }
  }

  async #more(): Promise<boolean> {
    const part = await this.#parts.next()
    if (part.done) return false
    this.#held = this.#held.length === 0 ? Buffer.from(part.value.buffer, part.value.byteOffset, part.value.byteLength) : Buffer.concat([this.#held, part.value])
    return true
  }
}
