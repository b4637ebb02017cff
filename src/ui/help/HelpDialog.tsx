import { useEffect, useRef, useState } from 'react'
import { type Example, lessonsForHelp, openHelpLesson, showDialog, startTour } from '../../state/index.ts'
import { useLab } from '../context.ts'
import { Modal } from '../parts/Modal.tsx'
import { Tabs } from '../parts/Tabs.tsx'
import { Ticked } from '../parts/Ticked.tsx'
import { type Entry, entryCount, found, HELP, type HelpPart } from './model.ts'
import '../styles/help.css'

const PARTS: readonly { readonly id: HelpPart; readonly name: string }[] = [
  { id: 'allocators', name: 'Allocators' },
  { id: 'options', name: 'Options' },
  { id: 'words', name: 'Words' },
]

/** What each allocator does, what each option and each word means; with lessons that show it. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const [part, setPart] = useState<HelpPart>('allocators')
  const [search, setSearch] = useState('')
  const results = {
    allocators: found(HELP.allocators, search),
    options: found(HELP.options, search),
    words: found(HELP.words, search),
  }
  const find = (words: string) => {
    setSearch(words)
    // Where nothing is left, the first part that has something comes to the front.
    const better = PARTS.find(({ id }) => entryCount(found(HELP[id], words)) > 0)
    if (entryCount(found(HELP[part], words)) === 0 && better !== undefined) setPart(better.id)
  }
  return (
    <Modal title="Help" className="help" onClose={onClose}>
      <div className="help-body">
        <SearchField search={search} onSearch={find} />
        <Tabs
          label="Help"
          tabs={PARTS.map(({ id, name }) => ({ id, name: `${name} ${entryCount(results[id])}` }))}
          chosen={part}
          onChoose={setPart}
        >
          <Groups groups={results[part]} />
        </Tabs>
      </div>
      <Foot />
    </Modal>
  )
}

interface SearchProps {
  readonly search: string
  readonly onSearch: (words: string) => void
}

function SearchField({ search, onSearch }: SearchProps) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <input
      ref={field}
      className="help-search"
      type="search"
      aria-label="Search the help"
      placeholder="Search: coalesce, break, buddy …"
      value={search}
      onChange={(event) => onSearch(event.target.value)}
    />
  )
}

function Groups({ groups }: { readonly groups: ReturnType<typeof found> }) {
  const lessons = useLessons()
  if (groups.length === 0) return <p className="aside">Nothing in the help has all these words.</p>
  return groups.map(({ title, entries }) => (
    <section key={title} className="help-group" aria-label={title}>
      <h3>{title}</h3>
      {entries.map((entry) => (
        <EntryView key={entry.id} entry={entry} lesson={lessons.find(({ id }) => id === entry.lesson)} />
      ))}
    </section>
  ))
}

/** The lessons that the help leads to; empty until they have been loaded. */
function useLessons(): readonly Example[] {
  const lab = useLab()
  const [lessons, setLessons] = useState<readonly Example[]>([])
  useEffect(() => {
    let gone = false
    void lessonsForHelp(lab).then((loaded) => {
      if (!gone) setLessons(loaded)
    })
    return () => {
      gone = true
    }
  }, [lab])
  return lessons
}

function EntryView({ entry, lesson }: { readonly entry: Entry; readonly lesson: Example | undefined }) {
  const lab = useLab()
  const { title, also, lead, text } = entry
  const shown = lead === '' ? also : []
  return (
    <article className="help-entry">
      <h4>
        {title}
        {shown.length > 0 && <small> {shown.join(', ')}</small>}
      </h4>
      {lead !== '' && (
        <p className="help-lead">
          <Ticked text={lead} />
        </p>
      )}
      <p>{text}</p>
      {lesson !== undefined && (
        <button type="button" className="in-text" onClick={() => void openHelpLesson(lab, lesson)}>
          See it: {lesson.title}
        </button>
      )}
    </article>
  )
}

/** The two other ways to learn the page. */
function Foot() {
  const lab = useLab()
  return (
    <p className="modal-actions help-foot">
      <button type="button" className="button" onClick={() => void startTour(lab)}>
        Show me around the page
      </button>
      <button type="button" className="button" onClick={() => showDialog(lab, { kind: 'keys' })}>
        Keys <kbd>?</kbd>
      </button>
    </p>
  )
}
