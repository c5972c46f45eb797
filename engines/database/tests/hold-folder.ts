import { startEmbeddedPostgres } from '../embedded.ts'

/** A process that starts a database in a folder, says where it answers, and keeps it until it is told to end. */
const [folder = '', secret = ''] = process.argv.slice(2)
const server = await startEmbeddedPostgres({ folder, secret, sharedBuffersMb: 16, maxConnections: 20 })
console.log(server.adminUrl)
await new Promise((done) => { process.once('SIGTERM', done); setInterval(() => {}, 60_000) })
await server.stop()
process.exit(0)
