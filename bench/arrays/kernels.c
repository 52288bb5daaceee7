/* The operations of kernels.py as plain loops for gcc -O3 -march=native, outputs allocated before.
   Prints OPERATION NANOSECONDS-PER-ELEMENT FIRST; measured as kernels.py does it. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define KERNEL __attribute__((noipa)) static void

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static double *a, *b, *c, *o;
static double sink;
static size_t n;

#define ARGS const double *restrict a, const double *restrict b, double *restrict c, double *restrict o

KERNEL add(ARGS) { (void)c; for (size_t i = 0; i < n; i++) o[i] = a[i] + b[i]; }
KERNEL lin(ARGS) { for (size_t i = 0; i < n; i++) o[i] = 2 * a[i] + 3 * b[i] - 4 * c[i]; }
KERNEL hyp(ARGS) { (void)c; for (size_t i = 0; i < n; i++) o[i] = sqrt(a[i] * a[i] + b[i] * b[i]); }
KERNEL expcos(ARGS) { (void)c; for (size_t i = 0; i < n; i++) o[i] = exp(-a[i] * a[i]) * cos(b[i]); }
KERNEL wheresum(ARGS) {
  double s = 0;
  (void)c;
  for (size_t i = 0; i < n; i++) s += a[i] > 0 ? a[i] : b[i];
  o[0] = s;
}
KERNEL total(ARGS) {
  double s = 0;
  (void)b, (void)c;
  for (size_t i = 0; i < n; i++) s += a[i];
  o[0] = s;
}
KERNEL dot(ARGS) {
  double s = 0;
  (void)c;
  for (size_t i = 0; i < n; i++) s += a[i] * b[i];
  o[0] = s;
}
KERNEL mask(ARGS) {
  size_t k = 0;
  (void)b, (void)c;
  for (size_t i = 0; i < n; i++) {
    o[k] = a[i];
    k += a[i] > 0;
  }
  sink += k;
}
KERNEL in_place(ARGS) { (void)a, (void)b, (void)o; for (size_t i = 0; i < n; i++) c[i] *= 1.0000001; }

static const struct {
  const char *name;
  void (*f)(ARGS);
} tests[] = {{"add", add}, {"lin", lin}, {"hyp", hyp}, {"expcos", expcos}, {"wheresum", wheresum},
             {"sum", total}, {"dot", dot}, {"mask", mask}, {"in_place", in_place}, {"loop", dot}};

static int up(const void *x, const void *y) {
  double d = *(const double *)x - *(const double *)y;
  return (d > 0) - (d < 0);
}

static double *noise(uint32_t seed) {
  double *p = aligned_alloc(64, (n * sizeof *p + 127) / 64 * 64);
  for (size_t i = 0; i < n; i++) {
    seed = seed * 1664525 + 1013904223;
    p[i] = (int32_t)seed / 2147483648.0;
  }
  return p;
}

static const double WARM_UP = 0.2;
enum { ROUNDS = 15 };

static double measure(void (*f)(ARGS), size_t calls) {
  double start = now();
  for (size_t k = 0; k < calls; k++) f(a, b, c, o);
  return (now() - start) / calls / n * 1e9;
}

int main(int argc, char **argv) {
  n = argc > 1 ? strtoul(argv[1], 0, 10) : 100000;
  a = noise(1), b = noise(2), c = noise(3), o = noise(4);
  size_t count = n < 2000000 ? 2000000 / n : 1;
  for (size_t t = 0; t < sizeof tests / sizeof *tests; t++) {
    double times[ROUNDS];
    double begin = now();
    double first = measure(tests[t].f, 1);
    while (now() - begin < WARM_UP) measure(tests[t].f, count);
    for (int r = 0; r < ROUNDS; r++) times[r] = measure(tests[t].f, count);
    qsort(times, ROUNDS, sizeof *times, up);
    printf("%s %.4f %.4f\n", tests[t].name, times[ROUNDS / 2], first);
  }
  return sink == 0.5;
}
