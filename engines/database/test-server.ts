import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from './embedded.ts'
import { testSecret } from './test-secret.ts'

/** Starts one PostgreSQL, runs a command that finds it by `OCTAVO_TEST_DATABASE_URL`, ends both, and gives the command's exit code. */
export async function withTestServer(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-tests-'))
  const server = await startEmbeddedPostgres({ folder, secret: testSecret, durable: false, maxConnections: 400 })
  try {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...environment, OCTAVO_TEST_DATABASE_URL: server.adminUrl } })
    const pass = (signal: NodeJS.Signals) => { child.kill(signal) }
    process.on('SIGINT', pass).on('SIGTERM', pass)
    const [code] = (await once(child, 'close')) as [number | null]
    return code ?? 1
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
