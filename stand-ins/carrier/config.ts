import type { CarrierOptions } from './carrier.ts'

/** A setting that is missing or wrong, by its variable's name. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig'
}

/**
 * Reads the settings of a carrier that runs as a process of its own.
 * @throws {BadConfig}
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): CarrierOptions {
  const [port = '0', folder, key, url, secret, pace] = ['CARRIER_PORT', 'CARRIER_FOLDER', 'CARRIER_KEY', 'CARRIER_WEBHOOK_URL', 'CARRIER_WEBHOOK_SECRET', 'CARRIER_PACE_MS'].map((name) => environment[name])
  if (!/^\d+$/.test(port) || Number(port) > 65535) throw new BadConfig('CARRIER_PORT is wrong: a port, or 0 for a free one')
  if (!folder) throw new BadConfig('CARRIER_FOLDER is not set: the folder of its state')
  if (!key || key.length < 16) throw new BadConfig('CARRIER_KEY is not set: what the shop signs in with, at least 16 letters')
  if (url && !secret) throw new BadConfig('CARRIER_WEBHOOK_SECRET is not set: events are signed with it')
  if (pace && !/^[1-9]\d*$/.test(pace)) throw new BadConfig('CARRIER_PACE_MS is wrong: after how many milliseconds a parcel moves on')
  return { port: Number(port), folder, key, webhook: url && secret ? { url, secret } : null, paceMs: pace ? Number(pace) : null }
}
