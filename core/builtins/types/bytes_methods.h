// What the files of bytes' and bytearray's methods share: their arguments, and the methods that
// have a file of their own. Not for others.
//
//   bytes_rows.cpp        the tables; searching, items, operators, encodings
//   bytes_text.cpp        what bytes can do because they may be text: words, letters, padding
//   bytearray_change.cpp  what changes a bytearray
#pragma once

#include <string>

#include "core/builtins/arguments.h"
#include "core/builtins/types/shared.h"
#include "core/objects/bytes.h"

namespace hothouse {

/// The receiver as `b`, Bytes or ByteArray.
#define BYTES_SELF(method)    \
  Value b = unwrap(vm, a[0]); \
  if (!is_bytes(b) && !is_bytearray(b)) return wrong_self(vm, method, "bytes", a[0])

/// A bytes-like argument; false: TypeError was raised.
bool bytes_argument(Leaf& vm, Value v, BytesView* view);
/// Bytes, or a single byte as an int.
bool part_argument(Leaf& vm, Value v, std::string* part);
/// A byte as an int.
bool byte_argument(Leaf& vm, Value v, char* c);

namespace bytes_text {
Value split(Leaf& vm, const Value* a);
Value rsplit(Leaf& vm, const Value* a);
Value splitlines(Leaf& vm, const Value* a);
Value partition(Leaf& vm, const Value* a);
Value rpartition(Leaf& vm, const Value* a);
Value strip(Leaf& vm, const Value* a);
Value lstrip(Leaf& vm, const Value* a);
Value rstrip(Leaf& vm, const Value* a);
Value replace(Leaf& vm, const Value* a);
Value removeprefix(Leaf& vm, const Value* a);
Value removesuffix(Leaf& vm, const Value* a);
Value join(Leaf& vm, const Value* a);
Value lower(Leaf& vm, const Value* a);
Value upper(Leaf& vm, const Value* a);
Value capitalize(Leaf& vm, const Value* a);
Value title(Leaf& vm, const Value* a);
Value swapcase(Leaf& vm, const Value* a);
Value isalpha(Leaf& vm, const Value* a);
Value isdigit(Leaf& vm, const Value* a);
Value isalnum(Leaf& vm, const Value* a);
Value isspace(Leaf& vm, const Value* a);
Value is_ascii(Leaf& vm, const Value* a);
Value islower(Leaf& vm, const Value* a);
Value isupper(Leaf& vm, const Value* a);
Value istitle(Leaf& vm, const Value* a);
Value expandtabs(Leaf& vm, const Value* a);
Value center(Leaf& vm, const Value* a);
Value ljust(Leaf& vm, const Value* a);
Value rjust(Leaf& vm, const Value* a);
Value zfill(Leaf& vm, const Value* a);
Value translate(Leaf& vm, const Value* a);
Value maketrans(Leaf& vm, const Value* a);
}  // namespace bytes_text

namespace bytearray_change {
Value append(Leaf& vm, const Value* a);
Value extend(Leaf& vm, const Value* a);
Value iadd(Leaf& vm, const Value* a);
Value insert(Leaf& vm, const Value* a);
Value pop(Leaf& vm, const Value* a);
Value remove(Leaf& vm, const Value* a);
Value clear(Leaf& vm, const Value* a);
Value reverse(Leaf& vm, const Value* a);
Value setitem(Leaf& vm, const Value* a);
Value delitem(Leaf& vm, const Value* a);
}  // namespace bytearray_change

}  // namespace hothouse
