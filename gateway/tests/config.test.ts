import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readGatewayConfig } from '../config.ts'

for (const name of ['OCTAVO_RATE_LIMITS', 'OCTAVO_EDGE_CACHE']) {
  test(`${name} may be off only while nobody else can reach the shop`, () => {
    assert.ok(readGatewayConfig({ [name]: 'off' }))
    assert.ok(readGatewayConfig({ [name]: 'off', OCTAVO_HOST: '::1', OCTAVO_PUBLIC_URL: 'http://localhost:3000' }))
    assert.throws(() => readGatewayConfig({ [name]: 'off', OCTAVO_HOST: '0.0.0.0' }), new RegExp(name))
    assert.throws(() => readGatewayConfig({ [name]: 'off', OCTAVO_PUBLIC_URL: 'https://books.example' }), new RegExp(name))
  })
}
