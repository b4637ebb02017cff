import { dismissNewVersion, takeNewVersion } from '../state/index.ts'
import { useLab, useLabState } from './context.ts'
import { Banner } from './parts/Banner.tsx'

/** That there is a newer version of the page. Other news goes first: this can wait. */
export function NewVersion() {
  const lab = useLab()
  const isThere = useLabState((state) => state.newVersion && state.notice === null)
  const hasFile = useLabState((state) => state.scenario?.source.kind === 'file')
  if (!isThere) return null
  const text = hasFile
    ? 'The trace file has to be opened again after reloading.'
    : 'Your work and your place in it are kept.'
  return (
    <Banner
      tone="news"
      title="A new version of Heap Lab is here"
      text={text}
      onClose={() => dismissNewVersion(lab)}
    >
      <button type="button" className="button small" onClick={() => takeNewVersion(lab)}>
        Reload
      </button>
    </Banner>
  )
}
