import { createGunzip } from 'node:zlib'
import { inflated, pieceBytes, type Limits, type Unpack } from './inflated.ts'
import type { WholeFile } from './whole-file.ts'

export const gzipped = (file: WholeFile, limits: Limits): Unpack =>
  () => inflated(file.read(0, file.sizeBytes), createGunzip({ chunkSize: pieceBytes }), limits)
