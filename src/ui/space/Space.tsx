import { useEffect } from 'react'
import type { SpaceView } from '../../engine/session/index.ts'
import { loadSpace, setSpaceLook } from '../../state/actions/space.ts'
import type { SpaceLook } from '../../state/space.ts'
import { useLab, useLabState } from '../context.ts'
import { Maps } from './Maps.tsx'
import { Picture } from './Picture.tsx'
import { ToScale } from './ToScale.tsx'
import { spaceWords, stepWords } from './words.ts'
import '../styles/space.css'

/** All of the process's memory at the moment on the screen, in three ways. */
export default function Space() {
  const lab = useLab()
  const moment = useLabState((state) => state.moment)
  const space = useLabState((state) => state.space.view)
  useEffect(() => {
    if (moment !== null) void loadSpace(lab)
  }, [lab, moment])
  if (moment === null) return <p className="aside">Nothing has been run yet.</p>
  if (space === null) return <p className="aside">The address space is on its way.</p>
  return (
    <div className="space">
      <Head space={space} />
      <Look space={space} />
    </div>
  )
}

const LOOKS: readonly { readonly id: SpaceLook; readonly name: string }[] = [
  { id: 'picture', name: 'Picture' },
  { id: 'scale', name: 'To scale' },
  { id: 'maps', name: '/proc/self/maps' },
]

function Head({ space }: { readonly space: SpaceView }) {
  const lab = useLab()
  const look = useLabState((state) => state.space.look)
  return (
    <div className="space-head">
      <fieldset className="segments">
        <legend className="sr">How the address space is shown</legend>
        {LOOKS.map(({ id, name }) => (
          <label key={id}>
            <input
              type="radio"
              name="space-look"
              checked={look === id}
              onChange={() => setSpaceLook(lab, id)}
              // After a click of the mouse the arrows step again.
              onClick={(event) => event.detail > 0 && event.currentTarget.blur()}
            />
            <span className="segment-name">{name}</span>
          </label>
        ))}
      </fieldset>
      <p className="space-words">{spaceWords(space)}</p>
      <p className="space-step">{stepWords(space)}</p>
    </div>
  )
}

function Look({ space }: { readonly space: SpaceView }) {
  const look = useLabState((state) => state.space.look)
  if (look === 'maps') return <Maps space={space} />
  return look === 'scale' ? <ToScale space={space} /> : <Picture space={space} />
}
