import type { SourceFile } from '../../source.ts'

/** Functions of pthread.h that succeed without doing anything: there is one thread. Name and parameters of each. */
const NOTHING = `
attr_init pthread_attr_t *a
attr_destroy pthread_attr_t *a
mutex_init pthread_mutex_t *a, const pthread_mutexattr_t *b
mutex_destroy pthread_mutex_t *a
mutex_lock pthread_mutex_t *a
mutex_trylock pthread_mutex_t *a
mutex_unlock pthread_mutex_t *a
mutexattr_init pthread_mutexattr_t *a
mutexattr_destroy pthread_mutexattr_t *a
mutexattr_settype pthread_mutexattr_t *a, int b
rwlock_init pthread_rwlock_t *a, const pthread_rwlockattr_t *b
rwlock_destroy pthread_rwlock_t *a
rwlock_rdlock pthread_rwlock_t *a
rwlock_wrlock pthread_rwlock_t *a
rwlock_unlock pthread_rwlock_t *a
cond_init pthread_cond_t *a, const pthread_condattr_t *b
cond_destroy pthread_cond_t *a
cond_signal pthread_cond_t *a
cond_broadcast pthread_cond_t *a
cond_wait pthread_cond_t *a, pthread_mutex_t *b
spin_init pthread_spinlock_t *a, int b
spin_destroy pthread_spinlock_t *a
spin_lock pthread_spinlock_t *a
spin_unlock pthread_spinlock_t *a
detach pthread_t a
atfork void (*a)(void), void (*b)(void), void (*c)(void)
`

function nothing(line: string): string {
  const space = line.indexOf(' ')
  const parameters = line.slice(space + 1)
  const names = /\bc\b/.test(parameters) ? ['a', 'b', 'c'] : parameters.includes(',') ? ['a', 'b'] : ['a']
  const uses = names.map((name) => `  (void)${name};\n`).join('')
  return `int pthread_${line.slice(0, space)}(${parameters}) {\n${uses}  return 0;\n}\n`
}

/** pthread.h. */
export const threads: readonly SourceFile[] = [
  {
    name: 'threads/locks.c',
    text: `
#include <pthread.h>
${NOTHING.trim().split('\n').map(nothing).join('\n')}`,
  },
  {
    name: 'threads/threads.c',
    text: `
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

#define KEYS 128

static const void *values[KEYS];
static unsigned int keys;

pthread_t pthread_self(void) { return 1; }

int pthread_equal(pthread_t a, pthread_t b) { return a == b; }

int pthread_once(pthread_once_t *once, void (*run)(void)) {
  if (*once == 0) {
    *once = 1;
    run();
  }
  return 0;
}

/* The lab has no second thread to give. */
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*run)(void *), void *argument) {
  (void)thread;
  (void)attributes;
  (void)run;
  (void)argument;
  return EAGAIN;
}

int pthread_join(pthread_t thread, void **result) {
  (void)result;
  return thread == 1 ? EDEADLK : ESRCH;
}

void pthread_exit(void *result) {
  (void)result;
  exit(0);
}

int pthread_key_create(pthread_key_t *key, void (*destroy)(void *)) {
  (void)destroy;
  if (keys == KEYS) return EAGAIN;
  *key = keys++;
  return 0;
}

void *pthread_getspecific(pthread_key_t key) { return key < keys ? (void *)values[key] : 0; }

int pthread_setspecific(pthread_key_t key, const void *value) {
  if (key >= keys) return EINVAL;
  values[key] = value;
  return 0;
}
`,
  },
]
