// Declarations of the helpers of helpers.def, by topic (definitions: helpers_*.cpp).
//
// Operands are what compiled code passes: int64_t, double, bool, Value. A result of
// Value::raised() means that the pending exception is set; "undefined" is said where it can come:
// the case needs Python, and the helper had no effect.
//
// They are called what their rows are called. NOLINTBEGIN(readability-identifier-naming)
#pragma once

#include <cstdint>

#include "core/vm/vm.h"

namespace hothouse::helper {

// helpers_numbers.cpp
/// `a op b` of built-in values; op is a Protocol enumerator (in-place ones included); undefined.
Value BinaryBuiltin(Vm* vm, int64_t op, Value a, Value b);
/// Protocol::Neg, Pos, Invert of a built-in value; undefined.
Value UnaryBuiltin(Vm* vm, int64_t op, Value a);
Value StrConcat(Vm* vm, Value a, Value b);
double FloatFloorDiv(Vm* vm, double a, double b);
double FloatMod(Vm* vm, double a, double b);
/// Of two Str.
bool StrEqual(Vm* vm, Value a, Value b);
/// Of two Str: -1, 0 or 1.
int64_t StrCompare(Vm* vm, Value a, Value b);
/// op is a CompareOp. True, False, raised; undefined.
Value CompareBuiltin(Vm* vm, int64_t op, Value a, Value b);
/// `item in container`. True, False, raised; undefined.
Value ContainsBuiltin(Vm* vm, Value container, Value item);
bool TruthBuiltin(Vm* vm, Value v);
int64_t OrdOne(Vm* vm, Value s);

// helpers_names.cpp
/// 1 or 0: see finalizers.h.
int64_t FinalizationPays(Vm* vm);
/// A new generator that will have to be closed if it dies within a `try` or `with`. Answers 0.
int64_t NoteGenerator(Vm* vm, Value generator);
Value RaiseUnboundLocal(Vm* vm, Value name);
Value RaiseUnboundCell(Vm* vm, Value name, Value function);
Value LoadGlobalSlow(Vm* vm, Value function, Value name);
/// Assigns to a global that was deleted.
Value RedefineGlobal(Vm* vm, Value function, Value name, Value v);
Value DeleteGlobal(Vm* vm, Value function, Value name);
Value LoadName(Vm* vm, Value names, Value function, Value name);
/// The name in a class body's namespace, undefined if it is not there, or raised.
Value LoadClassName(Vm* vm, Value names, Value name);
Value StoreName(Vm* vm, Value names, Value name, Value v);
Value DeleteName(Vm* vm, Value names, Value name);
Value MakeBound(Vm* vm, Value function, Value self);
Value GetAttribute(Vm* vm, Value object, Value name);
/// The same of __dict__, for which the object's attributes move to other slots.
Value GetInstanceDict(Vm* vm, Value object, Value name);
Value SetAttribute(Vm* vm, Value object, Value name, Value v);
/// __enter__ (0) or __exit__ (1) of the object's type, with CPython's TypeError.
Value FindSpecial(Vm* vm, Value object, int64_t which);
Value PackageName(Vm* vm, Value function);
Value ImportStar(Vm* vm, Value function, Value module);

// helpers_items.cpp
Value GetIter(Vm* vm, Value v);
/// The next element, or Value::exhausted().
Value IterNext(Vm* vm, Value it);
Value RaiseNotIterator(Vm* vm, Value it);
/// Entry number; -1 absent, -2 needs Python or is unhashable.
int64_t DictFind(Vm* vm, Value dict, Value key);
Value DictValueAt(Vm* vm, Value dict, int64_t entry);
/// The key of an entry, a Str, interned; undefined when there is no such entry.
Value DictNameAt(Vm* vm, Value dict, int64_t entry);
/// o[key]; undefined.
Value GetItemBuiltin(Vm* vm, Value o, Value key);
/// o[key] = v: None; undefined.
Value SetItemBuiltin(Vm* vm, Value o, Value key, Value v);
/// del o[key]: None; undefined.
Value DeleteItemBuiltin(Vm* vm, Value o, Value key);
/// The same of a dict that a namespace or an instance follows.
Value SetItemFollowed(Vm* vm, Value dict, Value key, Value v);
Value DeleteItemFollowed(Vm* vm, Value dict, Value key);
/// o[start:stop] of a List, Tuple or Str; bounds beyond its ends are clamped.
Value GetSlice(Vm* vm, Value o, int64_t start, int64_t stop);
/// [*o[start:stop]] of a List or Tuple; bounds within it.
Value ListOfSlice(Vm* vm, Value o, int64_t start, int64_t stop);
/// The character at `index`, which is in range, as a Str.
Value StrAt(Vm* vm, Value s, int64_t index);
Value ListAppend(Vm* vm, Value list, Value v);
Value ListPop(Vm* vm, Value list);
/// Extends by a built-in iterable that needs no Python: None; undefined.
Value ListExtendBuiltin(Vm* vm, Value list, Value iterable);
/// (*tuple, *iterable), of a built-in iterable that needs no Python; undefined.
Value TupleExtend(Vm* vm, Value tuple, Value iterable);
Value ListToTuple(Vm* vm, Value list);
Value MakeSet(Vm* vm);
/// None; undefined.
Value SetAddBuiltin(Vm* vm, Value set, Value v);
Value SetAddCall(Vm* vm, Value set, Value v);
Value MakeDict(Vm* vm, int64_t expected);
Value DictSetCall(Vm* vm, Value dict, Value key, Value v);
Value DictSetName(Vm* vm, Value dict, Value name, Value v);
/// Adds the pairs of `more`, whose keys are Str, to `dict`; `apart`: no key may be in both. None;
/// undefined, with nothing added: another kind of key, or one in both.
Value MergeNames(Vm* vm, Value dict, Value more, int64_t apart);
/// format(v, spec) after conversion (0, 'r', 's', 'a'); undefined.
Value FormatBuiltin(Vm* vm, Value v, int64_t conversion, Value spec);
Value ConvertCall(Vm* vm, Value v, int64_t conversion);

// helpers_calls.cpp
/// The tuple for f(*v) when v is a tuple, a list or another built-in; undefined.
Value ArgumentTuple(Vm* vm, Value v);
/// Default of a keyword-only parameter, or undefined.
Value KeywordDefault(Vm* vm, Value function, Value name);
Value RaiseNotCallable(Vm* vm, Value v);
Value RaiseInitResult(Vm* vm, Value v);
Value MakeFunction(Vm* vm, Value code, Value maker);
Value SetDefaults(Vm* vm, Value f, Value v);
Value SetKwDefaults(Vm* vm, Value f, Value v);
Value SetAnnotations(Vm* vm, Value f, Value v);
Value SetClosure(Vm* vm, Value f, Value v);
/// Calls of C++ functions out of traces: `callee` is the Builtin, the arguments stand in the order
/// of its parameters (*args a Tuple, undefined where none is given), its own self among them.
Value CallBuiltin0(Vm* vm, Value callee);
Value CallBuiltin1(Vm* vm, Value callee, Value a);
Value CallBuiltin2(Vm* vm, Value callee, Value a, Value b);
Value CallBuiltin3(Vm* vm, Value callee, Value a, Value b, Value c);
Value CallBuiltin4(Vm* vm, Value callee, Value a, Value b, Value c, Value d);
Value CallBuiltin5(Vm* vm, Value callee, Value a, Value b, Value c, Value d, Value e);
Value CallLeaf0(Vm* vm, Value callee);
Value CallLeaf1(Vm* vm, Value callee, Value a);
Value CallLeaf2(Vm* vm, Value callee, Value a, Value b);
Value CallLeaf3(Vm* vm, Value callee, Value a, Value b, Value c);
Value CallLeaf4(Vm* vm, Value callee, Value a, Value b, Value c, Value d);
Value CallLeaf5(Vm* vm, Value callee, Value a, Value b, Value c, Value d, Value e);
Value CallLeafPure0(Vm* vm, Value callee);
Value CallLeafPure1(Vm* vm, Value callee, Value a);
Value CallLeafPure2(Vm* vm, Value callee, Value a, Value b);
Value CallLeafPure3(Vm* vm, Value callee, Value a, Value b, Value c);
Value CallLeafPure4(Vm* vm, Value callee, Value a, Value b, Value c, Value d);
Value CallLeafPure5(Vm* vm, Value callee, Value a, Value b, Value c, Value d, Value e);
/// Any call of a C++ function: `args` positional, the last ones named by `names` (or undefined).
Value call_builtin(Vm* vm, const BuiltinDef* def, const Value* args, uint32_t n, Value names);

// helpers_exceptions.cpp
Value RaiseGeneratorRunning(Vm* vm, Value generator);
Value RaiseIgnoredExit(Vm* vm, Value generator);
Value RaiseFromCoroutine(Vm* vm);
/// That a method wants an object of its type.
Value RaiseWrongSelf(Vm* vm, Value builtin, Value self);
/// That it cannot be awaited twice.
Value RaiseAwaited(Vm* vm, Value generator);
Value RaiseSentTooEarly(Vm* vm, Value generator);
/// The exception of generator.throw(type, value): an instance, or raised.
Value RaiseStopIteration(Vm* vm, Value value);
Value RaiseHandled(Vm* vm);
/// `raise v from cause` (cause undefined: none). Always raised.
Value RaiseValue(Vm* vm, Value v, Value cause);
Value Reraise(Vm* vm, Value v);
/// The pending exception, which is pending no more.
Value TakePending(Vm* vm);
/// Whether the pending exception is a StopIteration.
bool PendingStops(Vm* vm);
/// Notes that the exception has passed the instruction before `pc` of a frame of `function`.
Value AddTraceback(Vm* vm, Value exception, Value function, Value frame, int64_t pc);
/// Notes what an AttributeError is about that leaves the load of an attribute.
Value AddAttributeContext(Vm* vm, Value exception, Value object, Value name);
/// Makes v the handled exception; answers the one before.
Value SwapHandled(Vm* vm, Value v);
Value ExceptionMatches(Vm* vm, Value e, Value classes);
Value PrintExpr(Vm* vm, Value v);

// helpers_native.cpp
/// 64 unsigned bits as an int.
Value BoxUnsigned(Vm* vm, int64_t bits);
/// An address as an int, None for 0.
Value AddressValue(Vm* vm, int64_t address);
/// The C string at an address as bytes, None for 0.
Value TextAt(Vm* vm, int64_t address);
/// A byte as bytes.
Value CharBytes(Vm* vm, int64_t c);
/// Where C finds the data of a bytes object; `world`: a NativeWorld's address.
int64_t BytesAddress(Vm* vm, int64_t world, Value bytes);

}  // namespace hothouse::helper
// NOLINTEND(readability-identifier-naming)
