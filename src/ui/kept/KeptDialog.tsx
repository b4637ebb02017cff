import { useEffect, useRef, useState } from 'react'
import {
  exportKept,
  importKept,
  type KeptHead,
  loadKept,
  MOST_IMPORTED,
  type Room,
  removeKept,
} from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'
import { plural } from '../format.ts'
import { FileChooser } from '../parts/FileChooser.tsx'
import { Modal } from '../parts/Modal.tsx'
import { KeptEntry } from './KeptEntry.tsx'
import { importedWords, roomWords } from './words.ts'
import '../styles/kept.css'

/** All scenarios of the person's own, to be opened, named, copied and deleted, saved as one file and read in. */
export function KeptDialog({ onClose }: { readonly onClose: () => void }) {
  const lab = useLab()
  const kept = useLabState((state) => state.kept)
  useEffect(() => void loadKept(lab), [lab])
  return (
    <Modal title="My scenarios" onClose={onClose} className="kept">
      {kept === null && <p className="aside">Looking …</p>}
      {kept === 'unkept' && (
        <p className="aside">
          This browser keeps nothing of this page between visits: it is in private mode, or storage is
          switched off for this site. What you write can be saved as a file or as a link with Share.
        </p>
      )}
      {kept !== null && kept !== 'unkept' && <Shelf {...kept} />}
    </Modal>
  )
}

/** What was deleted last, and how it comes back. */
interface Gone {
  readonly title: string
  readonly putBack: () => Promise<void>
}

function Shelf({ heads, room }: { readonly heads: readonly KeptHead[]; readonly room: Room | null }) {
  const lab = useLab()
  const [gone, setGone] = useState<Gone | null>(null)
  const [said, setSaid] = useState('')
  const remove = async ({ id, title }: KeptHead) => {
    const putBack = await removeKept(lab, id)
    if (putBack !== null) setGone({ title, putBack })
  }
  const save = async () => {
    const left = await exportKept(lab)
    setSaid(
      left === 0
        ? 'Saved.'
        : `Saved, without ${plural(left, 'trace file')}: keep the files that they came from.`,
    )
  }
  const readIn = async ([file]: readonly File[]) => {
    if (file === undefined) return
    const isTooLarge = file.size > MOST_IMPORTED
    setSaid(importedWords(isTooLarge ? null : await importKept(lab, await file.text())))
  }
  return (
    <>
      {heads.length === 0 ? (
        <p className="aside">
          Nothing yet. Whatever you write, open or change is kept here by itself, in this browser alone; a
          lesson that you change becomes a scenario of your own, and the lesson stays as it is.
        </p>
      ) : (
        <ul className="kept-list" aria-label="My scenarios">
          {heads.map((head) => (
            <KeptEntry key={head.id} head={head} onRemove={() => void remove(head)} />
          ))}
        </ul>
      )}
      <div role="status">
        {gone !== null && <Undo key={gone.title} gone={gone} onDone={() => setGone(null)} />}
        {said !== '' && <p className="kept-said">{said}</p>}
      </div>
      <div className="kept-foot">
        <p className="aside">{roomWords(heads, room)}</p>
        <button
          type="button"
          className="button small"
          disabled={heads.length === 0}
          onClick={() => void save()}
        >
          Save all as a file
        </button>
        <FileChooser
          className="button small file"
          name="Read a file in …"
          accept=".json"
          onFiles={(files) => void readIn(files)}
        />
      </div>
    </>
  )
}

/** Stands there after something was deleted, with the focus: what had it is gone. */
function Undo({ gone: { title, putBack }, onDone }: { readonly gone: Gone; readonly onDone: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <p className="kept-said">
      “{title}” was deleted.{' '}
      <button
        ref={button}
        type="button"
        className="button small"
        onClick={() => {
          void putBack()
          onDone()
        }}
      >
        Undo
      </button>
    </p>
  )
}
