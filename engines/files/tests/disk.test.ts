import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, describe, it } from 'node:test'
import { filesConformance } from '../conformance.ts'
import { diskFiles } from '../disk.ts'

const folders: string[] = []
const fresh = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-files-'))
  folders.push(folder)
  return folder
}
after(async () => { for (const folder of folders) await rm(folder, { recursive: true, force: true }) })

filesConformance('disk', async () => diskFiles({ folder: await fresh() }))

describe('files on disk', () => {
  it('are there when the folder is opened again', async () => {
    const folder = await fresh()
    await (await diskFiles({ folder })).put('a/b', Buffer.from('kept'), { contentType: 'text/plain', sizeBytes: 4 })
    const file = await (await diskFiles({ folder })).get('a/b')
    assert.equal(file && (await text(file.body)), 'kept')
  })

  it('leave nothing behind of what was refused', async () => {
    const folder = await fresh()
    const files = await diskFiles({ folder })
    await assert.rejects(files.put('a', Buffer.from('four'), { contentType: 'text/plain', sizeBytes: 5 }))
    assert.deepEqual(await readdir(join(folder, 'incoming')), [])
  })

  it('forget parts that a crash left an hour ago, and not those being written', async () => {
    const folder = await fresh()
    await diskFiles({ folder })
    for (const name of ['old', 'new']) await writeFile(join(folder, 'incoming', name), 'part')
    const longAgo = new Date(Date.now() - 2 * 3_600_000)
    await utimes(join(folder, 'incoming', 'old'), longAgo, longAgo)
    await diskFiles({ folder })
    assert.deepEqual(await readdir(join(folder, 'incoming')), ['new'])
  })
})
