import { execFile } from 'node:child_process'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

interface Message { readonly type: string; readonly url: string; readonly lastLine?: number; readonly message: string; readonly extract?: string }
const largest = 64 * 1024 * 1024

/** What the Nu HTML checker finds in files, errors and warnings alike. */
export async function nuFindings(toolsFolder: string, files: readonly string[]): Promise<string[]> {
  const jar = join(toolsFolder, 'node_modules', 'vnu-jar', 'build', 'dist', 'vnu.jar')
  const { stderr } = await promisify(execFile)('java', ['-Xss1m', '-jar', jar, '--format', 'json', '--exit-zero-always', ...files], { maxBuffer: largest })
  const { messages } = JSON.parse(stderr.slice(stderr.indexOf('{'))) as { messages: Message[] }
  return messages.map(({ url, lastLine, message, extract }) => `${basename(url)}:${lastLine ?? ''} ${message} ${(extract ?? '').replaceAll(/\s+/g, ' ').slice(0, 160)}`)
}
