import { questionNow } from '../state/index.ts'
import { useLabState } from './context.ts'
import { later } from './parts/later.tsx'
import { Sentence } from './transport/Sentence.tsx'

const QuestionBar = later(
  () => import('./predict/Question.tsx'),
  (part) => part.default,
  <p className="sentence">One moment …</p>,
)

/** What is said of the moment: the sentence of its step, or a question about what comes next. */
export function StepWords() {
  const asked = useLabState((state) => questionNow(state) !== null)
  return asked ? <QuestionBar /> : <Sentence />
}
