import { useState } from 'react'
import { closeCourse, downloadCourse, resetProgress, showDialog, startTour } from '../../state/index.ts'
import { useLab, useLabState } from '../context.ts'

/** What can be done with a course as a whole. */
export function CourseActions() {
  const lab = useLab()
  const own = useLabState((state) => state.course.own)
  return (
    <p className="gallery-actions">
      {!own && (
        <button type="button" className="button small" onClick={() => void closeCourse(lab)}>
          Back to Heap Lab’s own lessons
        </button>
      )}
      <button
        type="button"
        className="button small"
        onClick={() => showDialog(lab, { kind: 'open', tab: 'file' })}
      >
        Open another course …
      </button>
      <button type="button" className="button small" onClick={() => void downloadCourse(lab)}>
        Download this one
      </button>
      <button type="button" className="button small" onClick={() => void startTour(lab)}>
        Show me around
      </button>
      <Reset />
    </p>
  )
}

/** Begins the course anew, after a second press: marks cannot be brought back. */
function Reset() {
  const lab = useLab()
  const [asked, setAsked] = useState(false)
  return (
    <button
      type="button"
      className={`button small ${asked ? 'primary' : ''}`}
      onClick={() => {
        if (asked) resetProgress(lab)
        setAsked(!asked)
      }}
      onBlur={() => setAsked(false)}
    >
      {asked ? 'Yes, forget all marks' : 'Forget my progress'}
    </button>
  )
}
