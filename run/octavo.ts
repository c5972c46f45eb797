import { writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { auditCommand } from './commands/audit.ts'
import { Trouble, WrongUsage, type Command, type Terminal } from './commands/command.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { parkedEvents } from './commands/parked-events.ts'
import { sagas } from './commands/sagas.ts'
import { searchCommand } from './commands/search.ts'
import { environment, readRunConfig } from './config.ts'

const commands: Readonly<Record<string, Command>> = { audit: auditCommand, export: exportCommand, import: importCommand, 'parked-events': parkedEvents, sagas, search: searchCommand }

let ended = false
// Nothing is left that could go on, and the command has not come to its end: nobody is to take that for success.
process.once('exit', () => {
  if (ended) return
  writeSync(2, 'The command ended in the middle: it lost what it was waiting for. Run it again; an import goes on where it stopped.\n')
  process.exitCode = 1
})
process.exitCode = await octavo(process.argv.slice(2))
ended = true

/** The operator's command line; gives the exit code: 0 done, 1 went wrong, 2 called wrongly, 130 stopped. */
async function octavo([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = name === undefined || args[0] === undefined ? undefined : commandNamed(args[0])
    process.stdout.write(about ? usageOf(about) : help())
    return 0
  }
  const command = commandNamed(name)
  if (!command) {
    process.stderr.write(`There is no command "${name}".\n\n${help()}`)
    return 2
  }
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usageOf(command))
    return 0
  }
  try {
    return await command.run(args, terminal())
  } catch (error) {
    if (error instanceof WrongUsage) process.stderr.write(`${error.message}\n\n${usageOf(command)}`)
    else if (error instanceof Trouble || (error as Error).name === 'BadConfig') process.stderr.write(`${(error as Error).message}\n`)
    else process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
    return error instanceof WrongUsage ? 2 : 1
  }
}

function commandNamed(name: string): Command | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined
}

function terminal(): Terminal {
  const stop = new AbortController()
  // The first Ctrl-C ends things well, the second ends them.
  process.once('SIGINT', () => { stop.abort(); process.once('SIGINT', () => { ended = true; process.exit(130) }) })
  process.once('SIGTERM', () => stop.abort())
  return {
    out: process.stdout, err: process.stderr, watched: process.stderr.isTTY ?? false, stop: stop.signal, home: readRunConfig(environment).home,
    // npm runs everything from the project's root and says here where it was called.
    folder: resolve(environment['INIT_CWD'] ?? '.'),
  }
}

function usageOf({ summary, usage }: Command): string {
  return `${summary}\n\n${usage.trim()}\n`
}

function help(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(16)}${summary}`)
  return `The operator's command line of Octavo. It talks to the shop that runs here.\n\nUsage: npm run octavo -- COMMAND …\n\n${lines.join('\n')}\n\nMore about one: npm run octavo -- help COMMAND\n`
}
