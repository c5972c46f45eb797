import { readFile } from 'node:fs/promises'
import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { importFormats, mappingSchema, type ImportFormatName, type ImportOptions, type Mapping } from '@octavo/catalog/http'
import { exponent, money, type Money } from '@octavo/money'
import { WrongUsage } from '../command.ts'

export interface Arguments { readonly format: ImportFormatName; readonly path: string; readonly options: ImportOptions; readonly rejects: string | undefined; readonly json: boolean }

/** @throws {WrongUsage} */
export async function readArguments(args: readonly string[], folder: string): Promise<Arguments> {
  const { values, positionals: [format, file, ...more] } = parse(args)
  const known = importFormats.join(', ')
  if (format === undefined) throw new WrongUsage(`Name a format and a file. The formats are: ${known}.`)
  if (!isFormat(format)) throw new WrongUsage(`There is no format "${format}". The formats are: ${known}.`)
  if (file === undefined) throw new WrongUsage('Name the file to import.')
  if (more.length > 0) throw new WrongUsage(`"${more[0]}" is one word too many. A name with spaces needs quotation marks.`)
  if (values.map !== undefined && format !== 'csv') throw new WrongUsage('--map is for csv; the other formats need none.')
  const at = (path: string): string => (isAbsolute(path) ? path : resolve(folder, path))
  const prices = (values.price ?? []).map(readPrice)
  if (new Set(prices.map(({ currency }) => currency)).size < prices.length) throw new WrongUsage('--price may be given once a currency.')
  if (values.stock !== undefined && !/^\d{1,8}$/.test(values.stock)) throw new WrongUsage(`--stock is "${values.stock}"; a whole number from 0 is expected.`)
  return {
    format, path: at(file), json: values.json ?? false, rejects: values.rejects === undefined ? undefined : at(values.rejects),
    options: {
      ...(prices.length > 0 && { prices }),
      ...(values.stock !== undefined && { stock: Number(values.stock) }),
      ...(values.map !== undefined && { mapping: await readMapping(at(values.map)) }),
    },
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: {
      price: { type: 'string', multiple: true }, stock: { type: 'string' }, rejects: { type: 'string' }, map: { type: 'string' }, json: { type: 'boolean' },
    } })
  } catch (error) {
    throw new WrongUsage((error as Error).message)
  }
}

const isFormat = (name: string): name is ImportFormatName => (importFormats as readonly string[]).includes(name)

function readPrice(text: string): Money {
  const [, currency = '', whole = '', part = ''] = /^([A-Z]{3}):(\d{1,9})(?:\.(\d+))?$/.exec(text) ?? []
  if (currency === '' || !Intl.supportedValuesOf('currency').includes(currency)) throw new WrongUsage(`--price is "${text}"; a currency and an amount are expected, such as GBP:9.99.`)
  const digits = exponent(currency)
  if (part.length > digits) throw new WrongUsage(`--price is "${text}", but ${currency} has ${digits} digits after the point.`)
  return money(Number(whole + part.padEnd(digits, '0')), currency)
}

async function readMapping(path: string): Promise<Mapping> {
  let given: unknown
  try {
    given = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw new WrongUsage(`The mapping file ${path} cannot be read: ${(error as Error).message}`)
  }
  const read = mappingSchema.safeParse(given)
  if (!read.success) throw new WrongUsage(`The mapping file ${path} is not as it should be. ${read.error.issues.map(({ path: where, message }) => `${where.join('.')}: ${message}`).join('; ')}`)
  return read.data
}
