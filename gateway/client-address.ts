import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

export interface ClientAddress {
  /** Who really asks: the last address in the forwarding chain that is not one of our own proxies. */
  addressOf(request: IncomingMessage): string
  /** Scheme and host as the shopper sees them. */
  originOf(request: IncomingMessage): string
}

/** Forwarding headers count only when the connection comes from a configured proxy. */
export function clientAddress(trustedProxies: readonly string[], publicUrl: URL | undefined): ClientAddress {
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
      const proto = isTrusted(plain(request.socket.remoteAddress)) ? request.headers['x-forwarded-proto'] : undefined
      return `${proto === 'https' ? 'https' : 'http'}://${request.headers.host ?? 'localhost'}`
    },
  }
}
