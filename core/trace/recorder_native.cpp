// Recorder: C memory and direct calls of C functions (vm/native_function.h).
#include "core/trace/recorder.h"

namespace hothouse {

using ir::Ref;

Ref Recorder::emit_raw(ir::Op op, ir::RawType type, ir::Type result, Ref address, Ref value) {
  Ref ref = emit(op, result, address, value);
  trace_.at(ref).aux = static_cast<uint16_t>(type);
  return ref;
}

Recorder::Int Recorder::load_raw(ir::RawType type, Int address) {
  return {eval_.load_raw(type, address.v),
          emit_raw(ir::Op::LoadRaw, type, ir::Type::I64, address.ref, ir::kNoRef)};
}
Recorder::Flt Recorder::load_raw_float(ir::RawType type, Int address) {
  return {eval_.load_raw_float(type, address.v),
          emit_raw(ir::Op::LoadRaw, type, ir::Type::F64, address.ref, ir::kNoRef)};
}
void Recorder::store_raw(ir::RawType type, Int address, Int i) {
  eval_.store_raw(type, address.v, i.v);
  effect_ = true;
  emit_raw(ir::Op::StoreRaw, type, ir::Type::Void, address.ref, i.ref);
}
void Recorder::store_raw_float(ir::RawType type, Int address, Flt f) {
  eval_.store_raw_float(type, address.v, f.v);
  effect_ = true;
  emit_raw(ir::Op::StoreRaw, type, ir::Type::Void, address.ref, f.ref);
}

const NativeFunction* Recorder::promote_native(Obj callee) {
  const NativeFunction* f = find_native_function(vm_, callee.v);
  if (f == nullptr) return nullptr;
  Value v = Value::from_object(callee.v);
  if (!callee.ref.is_constant()) guard_is({v, obj_value_ref(callee)}, v);
  return f;
}

uint64_t Recorder::emit_native_call(const NativeFunction& f, const Operand* words, ir::Type type,
                                    Ref* ref) {
  NativeWorld& world = *f.world;
  const bool calls_back = f.calls_back || !world.watched->is_constant();
  const bool quiet = !calls_back && world.quiet->is_constant();
  host_.depend_on(trace_.unit, f.version);
  if (quiet) host_.depend_on(trace_.unit, world.quiet);
  if (!quiet && !calls_back) host_.depend_on(trace_.unit, world.watched);
  if (calls_back) {
    commit_writes();  // what stands in the call's window, too, is not to point where objects were
    flush();
  }
  sync();
  uint64_t bits[kMaxNativeArguments];
  for (uint32_t k = 0; k < f.count; k++) bits[k] = words[k].bits;
  // Operands first: a callback moves what they were made from.
  auto first = static_cast<uint32_t>(trace_.args.size());
  trace_.args.push_back(trace_.int_constant(static_cast<int64_t>(f.address)));
  for (uint32_t k = 0; k < f.count; k++) trace_.args.push_back(words[k].ref);
  Ref synced =
      trace_.int_constant(static_cast<int64_t>(reinterpret_cast<uintptr_t>(&world.synced)));
  if (calls_back) {
    emit_raw(ir::Op::StoreRaw, ir::RawType::I64, ir::Type::Void, synced, trace_.int_constant(1));
  }
  *ref = emit(ir::Op::CallNative, type, Ref{first}, Ref{f.count + 1u}, ir::kNoRef, f.signature);
  trace_.at(*ref).aux = calls_back ? ir::kNativeCallsBack : quiet ? ir::kNativeQuiet : uint16_t{0};
  if (calls_back) {
    emit_raw(ir::Op::StoreRaw, ir::RawType::I64, ir::Type::Void, synced, trace_.int_constant(0));
  }
  uint64_t result = f.invoke(vm_, f, bits);
  effect_ = true;
  if (calls_back) {
    forget_after_call(ir::kHelperWrites | ir::kHelperCallsPython);
  } else if (!quiet) {
    forget_after_call(ir::kHelperWrites);
    valid_guard_due_ = true;
  }
  if (f.calls_back && !calls_back) abort(AbortReason::CallsPython);  // it has just done so
  return result;
}

Recorder::Int Recorder::native_call_int(const NativeFunction& f, const Operand* words) {
  Ref ref;
  uint64_t bits = emit_native_call(f, words, ir::Type::I64, &ref);
  return {static_cast<int64_t>(bits), ref};
}
Recorder::Flt Recorder::native_call_float(const NativeFunction& f, const Operand* words) {
  Ref ref;
  uint64_t bits = emit_native_call(f, words, ir::Type::F64, &ref);
  return {__builtin_bit_cast(double, bits), ref};
}
void Recorder::native_call(const NativeFunction& f, const Operand* words) {
  Ref ref;
  emit_native_call(f, words, ir::Type::Void, &ref);
}

}  // namespace hothouse
