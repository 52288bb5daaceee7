// Views of dicts, and iteration over them.
#include "core/objects/dict.h"
#include "core/objects/tuple.h"
#include "core/objects/types.h"

namespace hothouse {

Value make_dict_view(Leaf& vm, Value dict, DictPart part) {
  constexpr MapId kMaps[] = {kMapDictView, kMapDictValues, kMapDictItems};
  auto* view =
      static_cast<DictView*>(vm.heap().allocate(kMaps[static_cast<int>(part)], Kind::DictView,
                                                sizeof(DictView), static_cast<uint16_t>(part)));
  view->dict = dict;
  return Value::from_object(view);
}

namespace {
constexpr uint16_t kReversedBit = 4;
// DictIter::version: in the lower half the dict's count when the iteration began, in the upper half
// how many elements are to come.
constexpr uint64_t kOneToCome = uint64_t{1} << 32;
constexpr uint64_t kCountMask = kOneToCome - 1;
}  // namespace

Value make_dict_iter(Leaf& vm, Value dict, DictPart part, bool reversed) {
  constexpr MapId kMaps[] = {
      kMapDictIter,           kMapDictValueIter,        kMapDictItemIter,
      kMapDictReverseKeyIter, kMapDictReverseValueIter, kMapDictReverseItemIter};
  int kind = static_cast<int>(part) + (reversed ? 3 : 0);
  auto* it = static_cast<DictIter*>(vm.heap().allocate(
      kMaps[kind], Kind::DictIter, sizeof(DictIter),
      static_cast<uint16_t>(static_cast<uint16_t>(part) | (reversed ? kReversedBit : 0))));
  it->source = dict;
  it->index = reversed ? dict.as<Dict>()->fill : 0;
  const uint64_t count = dict_count(dict) & kCountMask;
  it->version = count * kOneToCome | count;
  return Value::from_object(it);
}

Value dict_iter_next(Leaf& vm, Value iter) {
  auto* it = iter.as<DictIter>();
  if (it->source.is_undefined()) return Value::exhausted();
  if ((it->version & kCountMask) != (dict_count(it->source) & kCountMask)) {
    it->version = kCountMask;  // stays in error
    return vm.raise(TypeId::RuntimeError, "dictionary changed size during iteration");
  }
  Value key, v;
  bool found;
  if (it->aux & kReversedBit) {
    auto position = static_cast<int64_t>(it->index) - 1;
    found = dict_previous(it->source, &position, &key, &v);
    it->index = static_cast<uint64_t>(position + 1);
  } else {
    found = dict_next(it->source, &it->index, &key, &v);
  }
  if (!found) {
    it->source = Value::undefined();
    return Value::exhausted();
  }
  if (it->version < kOneToCome) {  // as many as there were: this one has replaced another
    it->source = Value::undefined();
    return vm.raise(TypeId::RuntimeError, "dictionary keys changed during iteration");
  }
  it->version -= kOneToCome;
  switch (static_cast<DictPart>(it->aux & 3)) {
    case DictPart::Keys:
      return key;
    case DictPart::Values:
      return v;
    default:
      return make_tuple(vm, {key, v});
  }
}

}  // namespace hothouse
