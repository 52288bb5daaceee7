// What a memoryview shows: elements of a format, in the bytes of a bytes or bytearray object, of
// the numbers in an array's list, or of memory that the system has mapped.
//
// A view of plain bytes has the bytes or bytearray as its source. Any other has a tuple there, made
// by make_view: this file is the only one that looks into it. start and stride count bytes, length
// counts elements. Neighbours: layout.h (MemoryView), builtins/types/memoryview_rows.cpp (methods).
#pragma once

#include "core/objects/bytes.h"
#include "core/objects/value.h"

namespace hothouse {

/// ViewParts::store_code of a view of mapped memory.
constexpr char kMapped = 1;

/// What a Raw holds that stands for mapped memory; no bytes once it is mapped no longer.
struct Mapping {
  uint64_t address;
  uint64_t size;
};

/// A view taken apart.
struct ViewParts {
  Value store;      // Bytes, ByteArray, the List of an array, or the Raw of a Mapping
  Value object;     // what .obj answers
  Value format;     // Str; undefined: B
  char code;        // the format of an element as one letter
  char store_code;  // the format of the list's elements; kMapped; 0 for bytes
  bool readonly;
  int64_t start, length, stride, item_size;

  bool contiguous() const { return stride == item_size || length < 2; }
  int64_t bytes() const { return length * item_size; }
};

/// Bytes of an element of a native format; 0 if there is no such format.
int64_t element_size(char code);

/// False: it has been released.
bool view_parts(const MemoryView* view, ViewParts* parts);
/// The same; "operation forbidden on released memoryview object" is raised.
bool view_parts(Leaf& vm, Value view, ViewParts* parts);
Value make_view(Leaf& vm, const ViewParts& parts);

/// Copies `count` bytes of the store; false if they are not there any more.
bool view_read(const ViewParts& parts, int64_t at, uint8_t* out, int64_t count);
void view_write(Leaf& vm, const ViewParts& parts, int64_t at, const uint8_t* bytes, int64_t count);
/// All elements, one behind the other.
bool view_copy(const ViewParts& parts, std::string* out);

/// Element i, which there is: an int, float, bool or bytes; or raised.
Value view_element(Leaf& vm, const ViewParts& parts, int64_t i);
/// All elements as a List.
Value view_list(Leaf& vm, const ViewParts& parts);
/// The bytes of `v` as an element; false with TypeError or ValueError.
bool element_bytes(Leaf& vm, char code, Value v, uint8_t* out);

/// view[key]: an element, or for a slice a view; undefined where the key has methods.
Value view_item(Leaf& vm, Value view, Value key);
/// view[key] = value: None or raised; undefined where one of them has methods.
Value view_set_item(Leaf& vm, Value view, Value key, Value value);

/// The bytes of a bytes, bytearray or memoryview whose elements lie side by side in one of these;
/// false if it is something else.
bool contiguous_bytes(Value v, BytesView* bytes);
/// a == b, one of which is a memoryview.
Verdict views_equal(Leaf& vm, Value a, Value b);
/// False with ValueError: the view can be written to, or its elements are no bytes.
bool view_hash(Leaf& vm, Value view, uint64_t* hash);

}  // namespace hothouse
