// Mutexes of one thread.
#include <pthread.h>
#include <stdio.h>
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int total;
static int add(int v) {
  pthread_mutex_lock(&lock);
  total += v;
  int now = total;
  pthread_mutex_unlock(&lock);
  return now;
}
int main(void) {
  pthread_mutex_t own;
  printf("%d\n", pthread_mutex_init(&own, NULL));
  printf("%d\n", pthread_mutex_lock(&own));
  for (int i = 0; i < 4; i++) printf("%d ", add(i));
  printf("%d ", pthread_mutex_unlock(&own));
  printf("%d\n", pthread_mutex_destroy(&own));
  return 0;
}
