import type { Environment } from '@octavo/config'
import { cardAgreement, cardEnvironment, openCardNetwork, type CardAgreement } from './card-stand-in.ts'
import { carrierAgreement, carrierEnvironment, openCarrier } from './carrier-stand-in.ts'
import type { RunConfig } from './config.ts'
import type { Secrets } from './secrets.ts'

export interface StandInOptions {
  readonly config: RunConfig
  readonly environment: Environment
  readonly secrets: Secrets
  /** Hears how to end each that was started. */
  readonly started: (stop: () => Promise<void>) => void
}

export interface Played {
  /** What services read to find them. */
  readonly environment: Environment
  readonly cards: CardAgreement
}

/** Plays the companies that a shop on loopback has no contract with: a card network, and a carrier unless one is named. */
export async function openStandIns({ config, environment, secrets, started }: StandInOptions): Promise<Played> {
  const cards = await cardAgreement(config, secrets)
  const network = await openCardNetwork(cards)
  started(() => network.stop())
  if (environment['OCTAVO_CARRIER_URL']) return { cards, environment: cardEnvironment(cards) }
  const parcels = await carrierAgreement(config, secrets)
  const carrier = await openCarrier(parcels)
  started(() => carrier.stop())
  return { cards, environment: { ...cardEnvironment(cards), ...carrierEnvironment(parcels) } }
}
