// Insertion sort, quicksort and heap sort agree.
#include <stdio.h>
#include <string.h>
#define N 40
static void insertion(int *v, int n) {
  for (int i = 1; i < n; i++) {
    int x = v[i], j = i;
    while (j > 0 && v[j - 1] > x) { v[j] = v[j - 1]; j--; }
    v[j] = x;
  }
}
static void quick(int *v, int lo, int hi) {
  if (lo >= hi) return;
  int pivot = v[(lo + hi) / 2], i = lo, j = hi;
  while (i <= j) {
    while (v[i] < pivot) i++;
    while (v[j] > pivot) j--;
    if (i <= j) { int t = v[i]; v[i++] = v[j]; v[j--] = t; }
  }
  quick(v, lo, j);
  quick(v, i, hi);
}
static void sift(int *v, int n, int i) {
  for (int child; (child = 2 * i + 1) < n; i = child) {
    if (child + 1 < n && v[child + 1] > v[child]) child++;
    if (v[i] >= v[child]) break;
    int t = v[i]; v[i] = v[child]; v[child] = t;
  }
}
static void heap(int *v, int n) {
  for (int i = n / 2; i--;) sift(v, n, i);
  while (n > 1) { int t = v[0]; v[0] = v[--n]; v[n] = t; sift(v, n, 0); }
}
int main(void) {
  int a[N], b[N], c[N];
  unsigned seed = 12345;
  for (int i = 0; i < N; i++) { seed = seed * 1103515245u + 12345u; a[i] = b[i] = c[i] = (int)(seed >> 16) % 1000 - 500; }
  insertion(a, N); quick(b, 0, N - 1); heap(c, N);
  for (int i = 0; i < N; i++) printf("%d ", a[i]);
  printf("\n%d %d\n", memcmp(a, b, sizeof a), memcmp(b, c, sizeof b));
  return 0;
}
