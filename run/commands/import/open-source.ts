import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportFormatName } from '@octavo/catalog/http'
import { Trouble } from '../command.ts'
import { joinedGoodbooks } from './goodbooks-folder.ts'
import { fileSource, type Source } from './source.ts'

/** @throws {Trouble} when there is no such file, or it cannot be read */
export async function openSource(format: ImportFormatName, path: string): Promise<Source> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => { throw new Trouble(error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read: ${error.message}`) })
  if (format === 'goodbooks') {
    const folder = found.isDirectory() ? path : join(path, '..')
    const books = found.isDirectory() ? join(path, 'books.csv') : path
    return await joinedGoodbooks(books, folder) ?? fileSource(books, format)
  }
  if (found.isDirectory()) throw new Trouble(`${path} is a folder; name the file in it.`)
  return fileSource(path, format)
}
