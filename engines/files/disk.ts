import { createHash, randomUUID, type Hash } from 'node:crypto'
import { constants } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { checkKey, FileExists, SizeDiffers, type FileHead, type Files, type PutOptions } from './port.ts'
import { mark, walk } from './disk-walk.ts'

/** A part that a crash left behind is nobody's after this long. */
const leftAfterMs = 3_600_000

/**
 * Files below a folder. A file ends with what is known of it (its type and content's hash, as JSON, and that text's length in four
 * bytes), so that both come and go in one rename. Written beside its place, brought to the disk, then renamed.
 */
export async function diskFiles({ folder }: { readonly folder: string }): Promise<Files> {
  const kept = join(folder, 'files')
  const incoming = join(folder, 'incoming')
  for (const one of [kept, incoming]) await mkdir(one, { recursive: true, mode: 0o700 })
  await dropLeft(incoming)
  const pathOf = (key: string): string => {
    checkKey(key)
    return join(kept, key) + mark
  }

  return {
    async put(key, body, options) {
      const path = pathOf(key)
      const part = join(incoming, randomUUID())
      try {
        const about = await write(part, body, options)
        await mkdirSynced(dirname(path), kept)
        // A link never replaces; a rename always does.
        if (options.onlyNew) await link(part, path)
        else await rename(part, path)
        await sync(dirname(path))
        const { mtime } = await stat(path)
        return { key, sizeBytes: options.sizeBytes, ...about, modifiedAt: mtime }
      } catch (error) {
        if ((error as { code?: string }).code === 'EEXIST') throw new FileExists(`${key} is there already`)
        throw error
      } finally {
        await rm(part, { force: true })
      }
    },
    async get(key, range) {
      const file = await openThere(pathOf(key))
      if (!file) return undefined
      try {
        const head = await headOf(key, file)
        const { from, to } = range ?? { from: 0, to: head.sizeBytes }
        if (!(from >= 0 && from <= to && to <= head.sizeBytes)) throw new RangeError(`${key} has ${head.sizeBytes} bytes, not those from ${from} to ${to}`)
        if (from < to) return { ...head, body: file.createReadStream({ start: from, end: to - 1 }) }
        await file.close()
        return { ...head, body: Readable.from([]) }
      } catch (error) {
        await file.close()
        throw error
      }
    },
    head: (key) => headAt(pathOf(key), key),
    async delete(key) {
      const path = pathOf(key)
      await rm(path, { force: true })
      await sync(dirname(path)).catch(() => {})
    },
    async list({ prefix = '', after = null, limit }) {
      if (!(limit >= 1 && limit <= 1000)) throw new RangeError(`a page has 1 to 1,000 files, not ${limit}`)
      const files: FileHead[] = []
      for await (const key of walk(kept, prefix, after ?? '')) {
        // Deleted since its folder was read.
        const head = await headAt(pathOf(key), key)
        if (!head) continue
        if (files.length === limit) return { files, next: files.at(-1)?.key ?? null }
        files.push(head)
      }
      return { files, next: null }
    },
  }
}

type About = Pick<FileHead, 'contentType' | 'etag'>

async function write(path: string, body: Uint8Array | AsyncIterable<Uint8Array>, { contentType, sizeBytes }: PutOptions): Promise<About> {
  const file = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    const size = await pour(file, body instanceof Uint8Array ? [body] : body, hash, sizeBytes)
    if (size !== sizeBytes) throw new SizeDiffers(`${size} bytes came, and ${sizeBytes} were announced`)
    const about: About = { contentType, etag: hash.digest('hex') }
    const text = Buffer.from(JSON.stringify(about))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    await file.writev([text, length])
    await file.sync()
    return about
  } finally {
    await file.close()
  }
}

/** Gives how much there was, up to the first piece too many. */
async function pour(file: FileHandle, body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, hash: Hash, mostBytes: number): Promise<number> {
  let size = 0
  for await (const piece of body) {
    size += piece.length
    if (size > mostBytes) return size
    hash.update(piece)
    await file.appendFile(piece)
  }
  return size
}

async function headAt(path: string, key: string): Promise<FileHead | undefined> {
  const file = await openThere(path)
  try {
    return file && (await headOf(key, file))
  } finally {
    await file?.close()
  }
}

async function openThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, constants.O_RDONLY)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as { code?: string }).code ?? '')) return undefined
    throw error
  }
}

async function headOf(key: string, file: FileHandle): Promise<FileHead> {
  const { size, mtime } = await file.stat()
  const length = Buffer.alloc(4)
  await file.read(length, 0, 4, size - 4)
  const text = Buffer.alloc(length.readUInt32BE())
  await file.read(text, 0, text.length, size - 4 - text.length)
  return { key, sizeBytes: size - 4 - text.length, ...(JSON.parse(text.toString()) as About), modifiedAt: mtime }
}

/** Makes the folders down to `folder`, each known to the one above it on the disk too. */
async function mkdirSynced(folder: string, root: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let above = dirname(folder); above.length >= root.length; above = dirname(above)) await sync(above)
}

/** A name is on the disk when its folder is. Windows has no such thing. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try { await handle.sync() } finally { await handle.close() }
}

async function dropLeft(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }))
    if (mtimeMs < Date.now() - leftAfterMs) await rm(path, { force: true })
  }
}
