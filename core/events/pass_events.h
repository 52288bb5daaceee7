// Events about the optimizer: a listener to hand to opt::optimize.
#pragma once

#include "core/events/events.h"
#include "core/opt/pass.h"

namespace hothouse {

class PassEvents final : public opt::EditListener {
 public:
  explicit PassEvents(EventStream& events, ir::PrintOptions options = {})
      : events_(events), options_(std::move(options)) {}

  void on_pass_begin(const char* pass, const ir::Trace& trace) override;
  void on_edit(const opt::Edit& edit) override;
  void on_pass_end(const char* pass, const ir::Trace& trace) override;
  ir::PrintOptions print_options() const override { return options_; }

 private:
  EventStream& events_;
  ir::PrintOptions options_;
  const ir::Trace* trace_ = nullptr;  // while a pass runs
  uint32_t edits_ = 0;
};

}  // namespace hothouse
