import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { failure } from '@octavo/failure'
import { isLoopback, type GatewayConfig } from './config.ts'

export interface ClientAddress {
  /** Who really asks: the last address in the forwarding chain that is not one of our own proxies. */
  addressOf(request: IncomingMessage): string
  /**
   * Scheme and host as the shopper sees them. A shop on loopback answers to loopback's names only, so that no other name, made to lead
   * here, turns a page of another site into one of ours.
   * @throws INVALID_INPUT
   */
  originOf(request: IncomingMessage): string
}

/** Forwarding headers count only when the connection comes from a configured proxy. */
export function clientAddress({ trustedProxies, publicUrl, host: listens }: Pick<GatewayConfig, 'trustedProxies' | 'publicUrl' | 'host'>): ClientAddress {
  const trusted = new BlockList()
  for (const entry of trustedProxies) {
    const [network = '', bits] = entry.split('/')
    const family = isIP(network) === 6 ? 'ipv6' : 'ipv4'
    if (bits) trusted.addSubnet(network, Number(bits), family)
    else trusted.addAddress(network, family)
  }
  const isTrusted = (address: string): boolean => trustedProxies.length > 0 && isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
  const plain = (address: string | undefined): string => (address ?? '').replace(/^::ffff:/, '')

  return {
    addressOf(request) {
      let address = plain(request.socket.remoteAddress)
      if (!isTrusted(address)) return address
      const chain = String(request.headers['x-forwarded-for'] ?? '').split(',').map((part) => plain(part.trim())).filter((part) => isIP(part) !== 0)
      for (const hop of chain.toReversed()) {
        address = hop
        if (!isTrusted(hop)) break
      }
      return address
    },
    originOf(request) {
      if (publicUrl) return publicUrl.origin
      const host = request.headers.host ?? 'localhost'
      const proxied = isTrusted(plain(request.socket.remoteAddress))
      if (!proxied && isLoopback(listens) && !isLoopback(host.replace(/:\d+$/, '').replace(/^\[|\]$/g, ''))) {
        throw failure('INVALID_INPUT', `This shop is not ${host}. Ask for it by 127.0.0.1 or localhost, or start it with OCTAVO_PUBLIC_URL.`)
      }
      return `${proxied && request.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'}://${host}`
    },
  }
}
