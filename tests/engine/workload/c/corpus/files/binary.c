// fread and fwrite of structs, and their counts.
#include <stdio.h>
struct record { int id; double v; char t[4]; };
int main(void) {
  struct record out[3] = {{1, 0.5, "a"}, {2, -1.5, "bb"}, {3, 1e10, "ccc"}}, in[5] = {{0}};
  FILE *f = fopen("records.bin", "wb");
  printf("%zu\n", fwrite(out, sizeof *out, 3, f));
  fclose(f);
  f = fopen("records.bin", "rb");
  size_t n = fread(in, sizeof *in, 5, f);
  printf("%zu %d %d\n", n, feof(f) != 0, ferror(f));
  for (size_t i = 0; i < n; i++) printf("%d %g %s\n", in[i].id, in[i].v, in[i].t);
  rewind(f);
  unsigned char bytes[7];
  printf("%zu ", fread(bytes, 2, 3, f));
  printf("%d %ld\n", bytes[0], ftell(f));
  printf("%zu %zu\n", fread(bytes, 0, 3, f), fread(bytes, 3, 0, f));
  fclose(f);
  remove("records.bin");
  return 0;
}
