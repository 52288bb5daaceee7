// All templates.
#pragma once

#include "core/ops/arithmetic.h"
#include "core/ops/attributes.h"
#include "core/ops/calls.h"
#include "core/ops/compare.h"
#include "core/ops/control.h"
#include "core/ops/exceptions.h"
#include "core/ops/generators.h"
#include "core/ops/items.h"
#include "core/ops/moves.h"
#include "core/ops/names.h"
#include "core/ops/returns.h"
#include "core/ops/tracing.h"
