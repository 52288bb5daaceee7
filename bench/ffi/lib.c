/* The library whose functions are called. */
struct point { double x, y; int n; };

int add(int a, int b) { return a + b; }
double fma3(double a, double b, double c) { return a * b + c; }
void bump(struct point *p) { p->n++; p->x += p->y; }
long each(int n, int (*f)(int))
{
    long total = 0;
    for (int i = 0; i < n; i++) total += f(i);
    return total;
}
