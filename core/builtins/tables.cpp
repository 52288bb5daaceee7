#include "core/builtins/tables.h"

#include "core/builtins/modules/modules.h"
#include "core/builtins/types/rows.h"

namespace hothouse {

const TypeTableRow kTypeTables[] = {
    {TypeId::Object, &kObjectRows},
    {TypeId::Type, &kTypeRows},
    {TypeId::Int, &kIntRows},
    {TypeId::Bool, &kBoolRows},
    {TypeId::Float, &kFloatRows},
    {TypeId::Complex, &kComplexRows},
    {TypeId::Str, &kStrRows},
    {TypeId::Bytes, &kBytesRows},
    {TypeId::ByteArray, &kByteArrayRows},
    {TypeId::Tuple, &kTupleRows},
    {TypeId::List, &kListRows},
    {TypeId::Dict, &kDictRows},
    {TypeId::Set, &kSetRows},
    {TypeId::FrozenSet, &kFrozenSetRows},
    {TypeId::Slice, &kSliceRows},
    {TypeId::Range, &kRangeRows},
    {TypeId::Function, &kFunctionRows},
    {TypeId::Code, &kCodeRows},
    {TypeId::Cell, &kCellRows},
    {TypeId::Builtin, &kBuiltinMethodRows},
    {TypeId::MethodDescriptor, &kBuiltinMethodRows},
    {TypeId::GetSetDescriptor, &kGetSetDescriptorRows},
    {TypeId::BoundMethod, &kBoundMethodRows},
    {TypeId::Property, &kPropertyRows},
    {TypeId::StaticMethod, &kStaticMethodRows},
    {TypeId::ClassMethod, &kClassMethodRows},
    {TypeId::Super, &kSuperRows},
    {TypeId::Module, &kModuleRows},
    {TypeId::Generator, &kGeneratorRows},
    {TypeId::Coroutine, &kCoroutineRows},
    {TypeId::AsyncGenerator, &kAsyncGeneratorRows},
    {TypeId::AsyncSend, &kAsyncStepRows},
    {TypeId::AsyncThrow, &kAsyncStepRows},
    {TypeId::MemoryView, &kMemoryViewRows},
    {TypeId::ListIter, &kIteratorRows},
    {TypeId::ListReverseIter, &kIteratorRows},
    {TypeId::TupleIter, &kIteratorRows},
    {TypeId::RangeIter, &kIteratorRows},
    {TypeId::LongRangeIter, &kIteratorRows},
    {TypeId::StrIter, &kIteratorRows},
    {TypeId::DictKeyIter, &kIteratorRows},
    {TypeId::DictValueIter, &kIteratorRows},
    {TypeId::DictItemIter, &kIteratorRows},
    {TypeId::DictReverseKeyIter, &kIteratorRows},
    {TypeId::DictReverseValueIter, &kIteratorRows},
    {TypeId::DictReverseItemIter, &kIteratorRows},
    {TypeId::SetIter, &kIteratorRows},
    {TypeId::SeqIter, &kIteratorRows},
    {TypeId::BytesIter, &kIteratorRows},
    {TypeId::ByteArrayIter, &kIteratorRows},
    {TypeId::DictKeys, &kDictKeysRows},
    {TypeId::DictValues, &kDictValuesRows},
    {TypeId::DictItems, &kDictItemsRows},
    {TypeId::MappingProxy, &kMappingProxyRows},
    {TypeId::Traceback, &kTracebackRows},
    {TypeId::NoneType, &kNoneRows},
    {TypeId::NotImplementedType, &kNotImplementedRows},
    {TypeId::EllipsisType, &kEllipsisRows},
    {TypeId::BaseException, &kBaseExceptionRows},
    {TypeId::BaseExceptionGroup, &kExceptionGroupRows},
    {TypeId::KeyError, &kKeyErrorRows},
};
const uint32_t kTypeTableCount = sizeof(kTypeTables) / sizeof(kTypeTables[0]);

const ModuleTable* const kModuleTables[] = {&kSysModule,         &kMathModule,    &kTimeModule,
                                            &kRandomModule,      &kRegexModule,   &kBinaryModule,
                                            &kUnicodeDataModule, &kJsonModule,    &kThreadsModule,
                                            &kSignalsModule,     &kDecimalModule, &kStructModule};
const uint32_t kModuleTableCount = sizeof(kModuleTables) / sizeof(kModuleTables[0]);

}  // namespace hothouse
