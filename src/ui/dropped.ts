/** Files of one drop at most: a course has fewer. */
const MOST_FILES = 1000

/** The files that were dropped. Those of a folder are named by their path in it, such as `src/main.c`. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<readonly File[]> {
  if (transfer === null) return []
  // Asked for at once: what was dropped is forgotten as soon as the event is over.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  if (!entries.some((entry) => entry?.isDirectory)) return [...transfer.files]
  const found: File[] = []
  for (const entry of entries) if (entry !== null) await collect(entry, '', found)
  return found
}

async function collect(entry: FileSystemEntry, path: string, found: File[]): Promise<void> {
  if (entry.name.startsWith('.') || found.length >= MOST_FILES) return
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    found.push(new File([file], `${path}${entry.name}`, { type: file.type }))
  } else if (isFolder(entry)) {
    // The name of the folder that was dropped says nothing; those of folders in it belong to the paths.
    const inside = entry.fullPath.lastIndexOf('/') <= 0 ? '' : `${path}${entry.name}/`
    for (const each of await entriesOf(entry)) await collect(each, inside, found)
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** A folder gives its entries by portions, an empty one at its end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  while (all.length < MOST_FILES) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) break
    all.push(...some)
  }
  return all
}
