#include "core/objects/heap.h"

#include <algorithm>
#include <cstring>

#include "core/objects/collector.h"
#include "core/objects/external.h"
#include "core/objects/heap_impl.h"
#include "core/objects/layout.h"

namespace hothouse {
namespace {

uint64_t address(const void* p) { return static_cast<uint64_t>(reinterpret_cast<uintptr_t>(p)); }

bool has_references(Kind kind, uint16_t aux) {
  switch (kind) {
    case Kind::BigInt:
    case Kind::Complex:
    case Kind::Bytes:
    case Kind::Raw:
    case Kind::RangeIter:
      return false;
    case Kind::Str:
      return aux & kStrRope;
    default:
      return true;
  }
}

}  // namespace

Heap::Heap(NurseryState& nursery, const HeapOptions& options)
    : nursery_(nursery), options_(options), impl_(new Impl(pages())) {
  size_t least = kTraceReserve + kExitReserve + 64 * 1024;
  size_ = std::max(options.nursery_bytes, least) & ~size_t{15};
  allocate_nursery();
  impl_->real_soft = start_ + size_ - kTraceReserve - kExitReserve;
  nursery_.cursor = start_;
  nursery_.hard = start_ + size_ - kExitReserve;
  clear_request();
}

/// Sets start_. Huge pages come behind a beginning of small ones: a program that allocates little
/// touches only those.
void Heap::allocate_nursery() {
  constexpr size_t kSmallPart = 256 * 1024;
  size_t huge_part = options_.prefer_huge_pages ? size_ & ~(kHugePage - 1) : 0;
  size_t alignment = huge_part > 0 ? kHugePage : 16, lead = 0;
  if (huge_part > 0) {
    lead = kSmallPart;
    size_ += lead;
  }
  impl_->nursery.reset(new uint8_t[size_ + alignment]);
  uint64_t aligned = (address(impl_->nursery.get()) + lead + alignment - 1) & ~(alignment - 1);
  start_ = aligned - lead;
  if (huge_part > 0)
    options_.prefer_huge_pages(reinterpret_cast<void*>(static_cast<uintptr_t>(aligned)), huge_part);
}

Heap::~Heap() {
  auto finalize = [](Object* o) {
    if (!o->is(Kind::External)) return;
    auto* e = static_cast<External*>(o);
    if (e->ops.get() && e->ops.get()->finalize) e->ops.get()->finalize(e);
  };
  for (Object* o : impl_->young_externals) finalize(o);
  impl_->old.for_each(finalize);
  delete impl_;
}

void Heap::clear_request() {
  wants_collection_ = false;
  // To collect at every safepoint, the nursery counts as full as soon as anything is in it. (An
  // empty one has nothing to move, and a trace that found it full again would never get on.)
  nursery_.soft = options_.collect_at_every_safepoint ? start_ : impl_->real_soft;
}

Object* Heap::allocate_slow(MapId map, Kind kind, size_t bytes, uint16_t aux) {
  if (bytes < 16) bytes = 16;
  uint64_t start = nursery_.cursor;
  if (options_.collect_at_every_safepoint) request_collection();
  // `soft` may be that low only because a safepoint is requested: there is still room.
  if (start + bytes <= impl_->real_soft) {
    nursery_.cursor = start + bytes;
    return init(reinterpret_cast<Object*>(static_cast<uintptr_t>(start)), map, kind, 0, aux);
  }
  request_collection();
  return allocate_old(map, kind, bytes, aux);
}

Object* Heap::allocate_old(MapId map, Kind kind, size_t bytes, uint16_t aux) {
  bytes = std::max((bytes + 7) & ~size_t{7}, size_t{16});
  bool large;
  void* p = impl_->old.allocate(bytes, &large);
  bool remember_it = has_references(kind, aux);
  auto gc =
      static_cast<uint8_t>(kGcOld | (large ? kGcLarge : 0) | (remember_it ? kGcRemembered : 0));
  Object* o = init(static_cast<Object*>(p), map, kind, gc, aux);
  if (remember_it) impl_->remembered.push_back(o);
  if (impl_->wants_full()) request_collection();
  return o;
}

Object* Heap::allocate_immortal(MapId map, Kind kind, size_t bytes, uint16_t aux) {
  Object* o = allocate_old(map, kind, bytes, aux);
  o->gc = static_cast<uint8_t>(o->gc | kGcImmortal);
  impl_->immortal.push_back(o);
  return o;
}

void Heap::remember(Object* o) {
  o->gc = static_cast<uint8_t>(o->gc | kGcRemembered);
  impl_->remembered.push_back(o);
}

bool Heap::can_allocate(uint64_t bytes) const {
  return bytes <= options_.max_bytes && impl_->old.bytes() + bytes <= options_.max_bytes;
}

Value Heap::make_big_int(int64_t i) {
  auto* b = static_cast<BigInt*>(allocate(kMapBigInt, Kind::BigInt, sizeof(BigInt) + 8, i < 0));
  b->limb_count = 1;
  b->limbs()[0] = i < 0 ? uint64_t{0} - static_cast<uint64_t>(i) : static_cast<uint64_t>(i);
  return Value::from_object(b);
}

int Heap::add_roots(std::function<void(RootVisitor&)> visit) {
  impl_->roots.emplace_back(impl_->next_token, std::move(visit));
  return impl_->next_token++;
}

void Heap::remove_roots(int token) {
  std::erase_if(impl_->roots, [=](const auto& r) { return r.first == token; });
  std::erase_if(impl_->sweep_hooks, [=](const auto& r) { return r.first == token; });
  std::erase_if(impl_->death_hooks, [=](const auto& r) { return r.first == token; });
  std::erase_if(impl_->candidates, [=](const auto& r) { return r.first == token; });
  std::erase_if(impl_->finalizer_hooks, [=](const auto& r) { return r.first == token; });
}

int Heap::add_death_hook(std::function<void()> hook) {
  impl_->death_hooks.emplace_back(impl_->next_token, std::move(hook));
  return impl_->next_token++;
}

int Heap::add_finalizer_hook(std::function<void(Reach&)> hook) {
  impl_->finalizer_hooks.emplace_back(impl_->next_token, std::move(hook));
  return impl_->next_token++;
}

int Heap::add_sweep_hook(std::function<void()> hook) {
  impl_->sweep_hooks.emplace_back(impl_->next_token, std::move(hook));
  return impl_->next_token++;
}

uint64_t Heap::identity(Object* o) {
  uint64_t key = address(o);
  if (o->gc & kGcIdentity) return impl_->identities.find(key);
  o->gc = static_cast<uint8_t>(o->gc | kGcIdentity);
  if (in_nursery(o)) impl_->young_identities.push_back(key);
  impl_->identities.set(key, ++impl_->last_identity);
  return impl_->last_identity;
}

void Heap::note_external(Object* o) {
  if (in_nursery(o)) impl_->young_externals.push_back(o);
}

void Heap::add_external_bytes(int64_t bytes) {
  impl_->external_bytes += static_cast<uint64_t>(bytes);
  if (impl_->wants_full()) request_collection();
}

void Heap::request_full_collection() {
  impl_->full_threshold = 0;
  request_collection();
}

InternTable& Heap::interned() { return impl_->interned; }

void Heap::collect(bool full) {
  Collector(*this).run(full);
  clear_request();
}

size_t object_size(const Object* o) {
  auto rounded = [](size_t n) { return (n + 7) & ~size_t{7}; };
  switch (o->kind) {
    case Kind::BigInt:
      return sizeof(BigInt) + static_cast<const BigInt*>(o)->limb_count * 8;
    case Kind::Str: {
      auto* s = static_cast<const Str*>(o);
      if (s->is_rope()) return sizeof(Rope);
      return rounded(sizeof(Str) + s->length * static_cast<uint64_t>(s->width()));
    }
    case Kind::Complex:
      return sizeof(Complex);
    case Kind::MemoryView:
      return sizeof(MemoryView);
    case Kind::Bytes:
      return rounded(sizeof(Bytes) + static_cast<const Bytes*>(o)->length + 1);  // and a zero
    case Kind::ByteArray:
      return sizeof(ByteArray);
    case Kind::Tuple:
      return sizeof(Tuple) + static_cast<const Tuple*>(o)->length * 8;
    case Kind::List:
      return sizeof(List);
    case Kind::Dict:
      return sizeof(Dict);
    case Kind::Set:
    case Kind::FrozenSet:
      return sizeof(Set);
    case Kind::Slice:
      return sizeof(Slice);
    case Kind::Range:
      return sizeof(Range);
    case Kind::Function:
      return sizeof(Function);
    case Kind::Code:
      return sizeof(Code);
    case Kind::Cell:
      return sizeof(Cell);
    case Kind::NameCell:
      return sizeof(NameCell);
    case Kind::Namespace:
      return sizeof(Namespace);
    case Kind::Builtin:
      return sizeof(Builtin);
    case Kind::BoundMethod:
      return sizeof(BoundMethod);
    case Kind::Property:
      return sizeof(Property);
    case Kind::StaticMethod:
    case Kind::ClassMethod:
      return sizeof(StaticMethod);
    case Kind::Super:
      return sizeof(Super);
    case Kind::Type:
      return sizeof(Type);
    case Kind::Module:
      return sizeof(Module);
    case Kind::Instance:
      return sizeof(Instance) + size_t{o->aux} * 8;
    case Kind::Generator:
      return sizeof(Generator) + static_cast<const Generator*>(o)->register_count * 8;
    case Kind::ListIter:
    case Kind::TupleIter:
    case Kind::StrIter:
    case Kind::SeqIter:
      return sizeof(ListIter);
    case Kind::RangeIter:
      return sizeof(RangeIter);
    case Kind::DictIter:
      return sizeof(DictIter);
    case Kind::SetIter:
      return sizeof(SetIter);
    case Kind::CallIter:
      return sizeof(CallIter);
    case Kind::DictView:
      return sizeof(DictView);
    case Kind::Traceback:
      return sizeof(Traceback);
    case Kind::External:
      return sizeof(External);
    case Kind::Cells:
      return sizeof(Cells) + static_cast<const Cells*>(o)->capacity * 8;
    case Kind::Raw:
      return rounded(sizeof(Raw) + static_cast<const Raw*>(o)->capacity);
    case Kind::Entries:
      return sizeof(Entries) + static_cast<const Entries*>(o)->capacity * sizeof(DictEntry);
    case Kind::kCount:
      break;
  }
  return 16;
}

}  // namespace hothouse
