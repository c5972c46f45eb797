/** A folder that cannot hold the shop's data; the message says why and what to do. */
export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable'
}

const words: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room, or point OCTAVO_HOME elsewhere.',
  EDQUOT: 'The disk quota is used up. Make room, or point OCTAVO_HOME elsewhere.',
  EROFS: 'The disk can only be read. Point OCTAVO_HOME to a folder that can be written.',
  EACCES: 'This user may not write there. Point OCTAVO_HOME to a folder of your own.',
  EPERM: 'This user may not write there. Point OCTAVO_HOME to a folder of your own.',
  EEXIST: 'That is a file. Point OCTAVO_HOME to a folder.',
  ENOTDIR: 'A part of that path is a file. Point OCTAVO_HOME to a folder.',
}

/** What the system says, as somebody would say it. */
export function inPlainWords(error: unknown, folder: string): unknown {
  const { code, message } = error as { code?: string; message?: string }
  const known = words[code ?? ''] ?? (/no space left on device|check free disk space/i.test(message ?? '') ? words['ENOSPC'] : undefined) ?? (/read-only file system/i.test(message ?? '') ? words['EROFS'] : undefined)
  return known ? new FolderUnusable(`${folder}: ${known}`, { cause: error }) : error
}
