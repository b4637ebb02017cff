import { expect, test } from 'vitest'
import { droppedFiles } from '../../src/ui/dropped.ts'

type Tree = { readonly [name: string]: string | Tree }

/** What a browser gives for files and folders that are dropped; a folder gives its entries two at a time. */
function drop(tree: Tree): DataTransfer {
  const entries = Object.entries(tree).map(([name, inside]) => entryOf(name, inside, `/${name}`))
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }))
  const files = Object.entries(tree).flatMap(([name, text]) =>
    typeof text === 'string' ? [new File([text], name)] : [],
  )
  return { items, files } as unknown as DataTransfer
}

function entryOf(name: string, inside: string | Tree, fullPath: string): object {
  if (typeof inside === 'string') {
    const file = new File([inside], name)
    return {
      name,
      fullPath,
      isFile: true,
      isDirectory: false,
      file: (take: (file: File) => void) => take(file),
    }
  }
  const rest = Object.entries(inside).map(([child, value]) => entryOf(child, value, `${fullPath}/${child}`))
  const readEntries = (take: (entries: object[]) => void) => take(rest.splice(0, 2))
  return { name, fullPath, isFile: false, isDirectory: true, createReader: () => ({ readEntries }) }
}

async function names(tree: Tree): Promise<readonly string[]> {
  return (await droppedFiles(drop(tree))).map(({ name }) => name)
}

test('files keep their names', async () => {
  expect(await names({ 'a.c': '1', 'b.h': '2' })).toEqual(['a.c', 'b.h'])
})

test('files of a folder are named by their path in it', async () => {
  const os = { 'course.json': '{}', src: { 'a.c': '1', 'b.c': '2', 'c.c': '3', deep: { 'd.c': '4' } } }
  expect(await names({ os })).toEqual(['course.json', 'src/a.c', 'src/b.c', 'src/c.c', 'src/deep/d.c'])
  const [, file] = await droppedFiles(drop({ os }))
  expect(await file!.text()).toBe('1')
})

test('what is hidden is left out, and a folder without end is not read to it', async () => {
  expect(await names({ os: { '.git': { config: 'x' }, '.DS_Store': 'x', 'a.c': '1' } })).toEqual(['a.c'])
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`${i}.c`, '']))
  expect(await names({ many })).toHaveLength(1000)
})

test('nothing dropped is nothing', async () => {
  expect(await droppedFiles(null)).toEqual([])
})
