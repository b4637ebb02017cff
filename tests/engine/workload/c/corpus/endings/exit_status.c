// exit within atexit's functions, and EXIT_SUCCESS.
#include <stdio.h>
#include <stdlib.h>
static void last(void) { printf("last\n"); fflush(stdout); _Exit(9); }
int main(void) { atexit(last); printf("%d %d\n", EXIT_SUCCESS, EXIT_FAILURE); exit(EXIT_SUCCESS); }
