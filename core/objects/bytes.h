// bytes and bytearray. The methods work on BytesView, so both share them.
#pragma once

#include <string>
#include <string_view>

#include "core/objects/slice.h"
#include "core/vm/context.h"

namespace hothouse {

/// The bytes of a bytes, bytearray or memoryview object; false if it is none.
bool bytes_like_copy(Value v, std::string* bytes);

using BytesView = std::string_view;

Value make_bytes(Leaf& vm, BytesView data);
Bytes* bytes_allocate(Leaf& vm, uint64_t length);  // contents uninitialized
Value make_bytearray(Leaf& vm, BytesView data);
/// Of a Bytes or ByteArray. For a bytearray valid until it is resized.
BytesView bytes_view(Value v);
inline uint64_t bytes_length(Value v) { return bytes_view(v).size(); }
uint8_t* bytearray_data(Value v);
/// Changes the length (new bytes are 0). None or MemoryError.
Value bytearray_resize(Leaf& vm, Value v, uint64_t length);
Value bytearray_append(Leaf& vm, Value v, BytesView data);
/// Replaces [start, end) by data.
Value bytearray_replace_range(Leaf& vm, Value v, uint64_t start, uint64_t end, BytesView data);
Value bytearray_set_slice(Leaf& vm, Value v, const SliceIndices& s, BytesView data);
Value bytearray_delete_slice(Leaf& vm, Value v, const SliceIndices& s);

/// A new object of the same type as `like` (bytes or bytearray).
Value bytes_like(Leaf& vm, Value like, BytesView data);
Value bytes_concat(Leaf& vm, Value a, Value b);
Value bytes_repeat(Leaf& vm, Value v, int64_t count);
/// An int; "index out of range" / "bytearray index out of range".
Value bytes_index(Leaf& vm, Value v, int64_t index);
Value bytes_slice(Leaf& vm, Value v, const SliceIndices& s);
/// b'...' as repr shows it; bytearray(b'...') for bytearrays.
std::string bytes_repr(Value v);
std::string bytes_repr(BytesView v);
bool bytes_equal(Value a, Value b);
int bytes_compare(Value a, Value b);
int64_t bytes_find(BytesView s, BytesView part, int64_t start, int64_t end);
int64_t bytes_rfind(BytesView s, BytesView part, int64_t start, int64_t end);
int64_t bytes_count(BytesView s, BytesView part, int64_t start, int64_t end);
std::string bytes_replace(BytesView s, BytesView old_part, BytesView new_part, int64_t max);
std::string bytes_hex(BytesView s, char separator = 0, int64_t group = 1);
/// bytes.fromhex; ValueError "non-hexadecimal number found in fromhex() arg at position 0".
bool bytes_from_hex(Leaf& vm, std::string_view text, std::string* out);

}  // namespace hothouse
