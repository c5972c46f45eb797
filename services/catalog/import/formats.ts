import { csv } from './csv/csv.ts'
import { esci } from './esci/esci.ts'
import type { ImportFormat } from './format.ts'
import { goodbooks } from './goodbooks/goodbooks.ts'
import { onix } from './onix/onix.ts'
import type { ImportFormatName } from './wire.ts'

export const formats: Readonly<Record<ImportFormatName, ImportFormat>> = { csv, goodbooks, onix, esci }
