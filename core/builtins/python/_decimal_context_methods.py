# The operations of decimals as methods of contexts.
import _decimal_context
import _decimal_numbers as numbers
import _decimal_operations as operations
from _decimal_functions import exp, ln, log10
from _decimal_operations import checked, operand
from _decimal_power import power
from _decimal_type import Decimal, _from_float, from_object


# Its functions become methods of the class of that name in _decimal_context.py.
class Context:
    # Arithmetic

    def abs(self, x, /):
        """Return the absolute value of x."""
        return checked(numbers.absolute(x, self), x)

    def add(self, x, y, /):
        """Return the sum of x and y."""
        return checked(numbers.add(x, y, self), x, y)

    def divide(self, x, y, /):
        """Return x divided by y."""
        return checked(numbers.divide(x, y, self), x, y)

    def divide_int(self, x, y, /):
        """Return x divided by y, truncated to an integer."""
        return checked(numbers.divide_int(x, y, self), x, y)

    def divmod(self, x, y, /):
        """Return quotient and remainder of the division x / y."""
        return checked(numbers.divmod(x, y, self), x, y)

    def exp(self, x, /):
        """Return e ** x."""
        return exp(x, self)

    def fma(self, x, y, z, /):
        """Return x multiplied by y, plus z."""
        return checked(numbers.fma(x, y, z, self), x, y, z)

    def ln(self, x, /):
        """Return the natural (base e) logarithm of x."""
        return ln(x, self)

    def log10(self, x, /):
        """Return the base 10 logarithm of x."""
        return log10(x, self)

    def minus(self, x, /):
        """Minus corresponds to the unary prefix minus operator in Python, but applies
the context to the result.

"""
        return checked(numbers.minus(x, self), x)

    def multiply(self, x, y, /):
        """Return the product of x and y."""
        return checked(numbers.multiply(x, y, self), x, y)

    def plus(self, x, /):
        """Plus corresponds to the unary prefix plus operator in Python, but applies
the context to the result.

"""
        return checked(numbers.plus(x, self), x)

    def power(self, /, a, b, modulo=None):
        """Compute a**b, or that modulo an integer."""
        return power(a, b, self, modulo)

    def remainder(self, x, y, /):
        """Return the remainder from integer division."""
        return checked(numbers.remainder(x, y, self), x, y)

    def remainder_near(self, x, y, /):
        """Return x - y * n, where n is the integer nearest the exact value of x / y."""
        return checked(numbers.remainder_near(x, y, self), x, y)

    def sqrt(self, x, /):
        """Square root of a non-negative number to context precision."""
        return checked(numbers.square_root(x, self), x)

    def subtract(self, x, y, /):
        """Return the difference between x and y."""
        return checked(numbers.subtract(x, y, self), x, y)

    # Comparison

    def compare(self, x, y, /):
        """Compare x and y numerically."""
        return operations.compare(x, y, self)

    def compare_signal(self, x, y, /):
        """Compare x and y numerically.  All NaNs signal."""
        return operations.compare_signal(x, y, self)

    def compare_total(self, x, y, /):
        """Compare x and y using their abstract representation."""
        return operations.compare_total(x, y, self)

    def compare_total_mag(self, x, y, /):
        """Compare x and y using their abstract representation, ignoring sign."""
        return operations.compare_total_mag(x, y, self)

    def max(self, x, y, /):
        """Compare the values numerically and return the maximum."""
        return operations.maximum(x, y, self)

    def max_mag(self, x, y, /):
        """Compare the values numerically with their sign ignored."""
        return operations.maximum_mag(x, y, self)

    def min(self, x, y, /):
        """Compare the values numerically and return the minimum."""
        return operations.minimum(x, y, self)

    def min_mag(self, x, y, /):
        """Compare the values numerically with their sign ignored."""
        return operations.minimum_mag(x, y, self)

    def same_quantum(self, x, y, /):
        """Return True if the two operands have the same exponent."""
        return operations.same_quantum(x, y, self)

    # Representation

    def copy_abs(self, x, /):
        """Return a copy of x with the sign set to 0."""
        return operations.with_sign(operand(x, self), 0)

    def copy_decimal(self, x, /):
        """Return a copy of Decimal x."""
        return x if isinstance(x, Decimal) else operand(x, self)

    def copy_negate(self, x, /):
        """Return a copy of x with the sign inverted."""
        return Decimal.copy_negate(operand(x, self))

    def copy_sign(self, x, y, /):
        """Copy the sign from y to x."""
        return operations.copy_sign(x, y, self)

    def canonical(self, x, /):
        """Return a new instance of x."""
        if not isinstance(x, Decimal):
            raise TypeError("argument must be a Decimal")
        return x

    def create_decimal(self, num="0", /):
        """Create a new Decimal instance from num, using self as the context."""
        return from_object(num, self, False)

    def create_decimal_from_float(self, f, /):
        """Create a new Decimal instance from float f, rounded by this context."""
        return operations.rounded(_from_float(f, self), self)

    def _apply(self, x, /):
        return operations.rounded(x, self)

    def to_sci_string(self, x, /):
        """Convert a number to a string using scientific notation."""
        return numbers.text(operand(x, self), False, self)

    def to_eng_string(self, x, /):
        """Convert a number to a string, using engineering notation."""
        return numbers.text(operand(x, self), True, self)

    # Exponents and digits

    def logb(self, x, /):
        """Return the exponent of the magnitude of the operand's MSD."""
        return operations.logb(x, self)

    def logical_and(self, x, y, /):
        """Digit-wise and of x and y."""
        return operations.logical_and(x, y, self)

    def logical_invert(self, x, /):
        """Invert all digits of x."""
        return operations.logical_invert(x, self)

    def logical_or(self, x, y, /):
        """Digit-wise or of x and y."""
        return operations.logical_or(x, y, self)

    def logical_xor(self, x, y, /):
        """Digit-wise xor of x and y."""
        return operations.logical_xor(x, y, self)

    def next_minus(self, x, /):
        """Return the largest representable number smaller than x."""
        return operations.next_minus(x, self)

    def next_plus(self, x, /):
        """Return the smallest representable number larger than x."""
        return operations.next_plus(x, self)

    def next_toward(self, x, y, /):
        """Return the number closest to x, in the direction towards y."""
        return operations.next_toward(x, y, self)

    def normalize(self, x, /):
        """Reduce x to its simplest form. Alias for reduce(x)."""
        return checked(numbers.reduce(x, self), x)

    def quantize(self, x, y, /):
        """Return a value equal to x (rounded), having the exponent of y."""
        return checked(numbers.quantize(x, y, None, self), x, y)

    def radix(self, /):
        """Return 10."""
        return numbers.make(10, 0, 0)

    def rotate(self, x, y, /):
        """Return a copy of x, rotated by y places."""
        return operations.rotate(x, y, self)

    def scaleb(self, x, y, /):
        """Return the first operand after adding the second value to its exp."""
        return operations.scaleb(x, y, self)

    def shift(self, x, y, /):
        """Return a copy of x, shifted by y places."""
        return operations.shift(x, y, self)

    def to_integral(self, x, /):
        """Identical to to_integral_value(x)."""
        return checked(numbers.to_integral(x, None, self), x)

    def to_integral_exact(self, x, /):
        """Round to an integer. Signal if the result is rounded or inexact."""
        return checked(numbers.to_integral_exact(x, None, self), x)

    def to_integral_value(self, x, /):
        """Round to an integer."""
        return checked(numbers.to_integral(x, None, self), x)

    # What a number is

    def is_canonical(self, x, /):
        """Return True if x is canonical, False otherwise."""
        if not isinstance(x, Decimal):
            raise TypeError("argument must be a Decimal")
        return True

    def is_finite(self, x, /):
        """Return True if x is finite, False otherwise."""
        return Decimal.is_finite(operand(x, self))

    def is_infinite(self, x, /):
        """Return True if x is infinite, False otherwise."""
        return Decimal.is_infinite(operand(x, self))

    def is_nan(self, x, /):
        """Return True if x is a qNaN or sNaN, False otherwise."""
        return Decimal.is_nan(operand(x, self))

    def is_normal(self, x, /):
        """Return True if x is a normal number, False otherwise."""
        return operations.is_normal(x, self)

    def is_qnan(self, x, /):
        """Return True if x is a quiet NaN, False otherwise."""
        return Decimal.is_qnan(operand(x, self))

    def is_signed(self, x, /):
        """Return True if x is negative, False otherwise."""
        return Decimal.is_signed(operand(x, self))

    def is_snan(self, x, /):
        """Return True if x is a signaling NaN, False otherwise."""
        return Decimal.is_snan(operand(x, self))

    def is_subnormal(self, x, /):
        """Return True if x is subnormal, False otherwise."""
        return operations.is_subnormal(x, self)

    def is_zero(self, x, /):
        """Return True if x is a zero, False otherwise."""
        return Decimal.is_zero(operand(x, self))

    def number_class(self, x, /):
        """Return an indication of the class of x."""
        return operations.number_class(x, self)


for _name, _function in list(vars(Context).items()):
    if not _name.startswith("__"):
        setattr(_decimal_context.Context, _name, _function)
_in_c(_decimal_context.Context)
