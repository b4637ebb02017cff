// The __sync and __atomic builtins of one thread.
#include <stdio.h>
int main(void) {
  int v = 5;
  unsigned long w = 1;
  printf("%d ", __sync_fetch_and_add(&v, 3));
  printf("%d ", __sync_add_and_fetch(&v, 2));
  printf("%d ", __sync_sub_and_fetch(&v, 1));
  printf("%d ", __sync_bool_compare_and_swap(&v, 9, 20));
  printf("%d ", __sync_val_compare_and_swap(&v, 9, 30));
  printf("%d\n", v);
  printf("%lu ", __sync_fetch_and_or(&w, 6));
  printf("%lu ", __sync_lock_test_and_set(&w, 9));
  __sync_lock_release(&w);
  __sync_synchronize();
  printf("%lu\n", w);
  printf("%d ", __atomic_load_n(&v, __ATOMIC_SEQ_CST));
  __atomic_store_n(&v, 4, __ATOMIC_SEQ_CST);
  printf("%d ", __atomic_fetch_add(&v, 1, __ATOMIC_SEQ_CST));
  printf("%d ", __atomic_exchange_n(&v, 7, __ATOMIC_SEQ_CST));
  printf("%d\n", v);
  return 0;
}
