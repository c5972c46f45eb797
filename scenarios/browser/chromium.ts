import { chromium, type Browser } from 'playwright-core'
import { chromiumPath } from '../config.ts'

export const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] as const

/** A Chromium without a window that calls nobody but the pages it is led to. */
export const openChromium = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] })
