import type { Readable } from 'node:stream'

/** What is known of a file without reading it. */
export interface FileHead {
  readonly key: string
  readonly sizeBytes: number
  readonly contentType: string
  /** Changes with the content, and says nothing else. */
  readonly etag: string
  readonly modifiedAt: Date
}

export interface StoredFile extends FileHead {
  /** Read it to its end or destroy it: it holds something open. What is replaced or deleted meanwhile is still read whole. */
  readonly body: Readable
}

export interface PutOptions {
  readonly contentType: string
  /** Of the body. A body that is shorter or longer is refused, and what stood there stays. */
  readonly sizeBytes: number
  /** Only where nothing stands under this key; of several at once one wins. */
  readonly onlyNew?: boolean
}

/** The bytes from `from` up to before `to`, which both lie within the file. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

export interface FilePage {
  readonly files: readonly FileHead[]
  /** Where the next page goes on, as `after`. */
  readonly next: string | null
}

/**
 * Files by key, as an object store keeps them: whole or not at all, replaced at once, listed in the order of their keys' bytes. A key
 * is lower-case words, digits, dots, dashes and underscores between slashes (see `checkKey`), so that every store and disk takes it.
 */
export interface Files {
  /**
   * Done when it will outlive a crash. Readers see the old file or the new one, never a part.
   * @throws {KeyRefused} @throws {SizeDiffers} @throws {FileExists} with `onlyNew`
   */
  put(key: string, body: Uint8Array | AsyncIterable<Uint8Array>, options: PutOptions): Promise<FileHead>
  /** Whole, or a part of it; its head is the whole file's. @throws {RangeError} */
  get(key: string, range?: ByteRange): Promise<StoredFile | undefined>
  head(key: string): Promise<FileHead | undefined>
  /** Nothing there is no failure. */
  delete(key: string): Promise<void>
  /** Those whose key begins with `prefix` and comes after `after`; at most 1,000. */
  list(options: { readonly prefix?: string; readonly after?: string | null; readonly limit: number }): Promise<FilePage>
}

export class KeyRefused extends Error { override readonly name = 'KeyRefused' }
export class SizeDiffers extends Error { override readonly name = 'SizeDiffers' }
export class FileExists extends Error { override readonly name = 'FileExists' }

const segment = /^[a-z0-9](?:[a-z0-9._-]{0,198}[a-z0-9])?$/
const mostBytes = 900

/** @throws {KeyRefused} unless every store can keep it, and it leads nowhere but under its own root. */
export function checkKey(key: string): void {
  if (key.length <= mostBytes && key.split('/').every((part) => segment.test(part))) return
  throw new KeyRefused(`${JSON.stringify(key.slice(0, 100))} is no key: lower-case letters, digits, dots, dashes and underscores between slashes, each part at most 200 long and beginning and ending with a letter or digit`)
}
