// At a terminal lines come through libedit, with history; from a pipe they come as they are, and
// the prompts go to standard error, as CPython does it.
#include "native/cli/prompt.h"

#include <histedit.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <string>

#include "core/builtins/registry.h"
#include "core/syntax/lexer.h"
#include "native/cli/session.h"

namespace hothouse {

namespace {

std::atomic<bool> g_interrupted{false};

void note_interrupt(int) { g_interrupted = true; }

/// While a line is read, Ctrl-C drops what was typed; otherwise it is the program's.
class InterruptedHere {
 public:
  InterruptedHere() {
    struct sigaction action = {};
    action.sa_handler = note_interrupt;  // no SA_RESTART: reading shall stop
    sigaction(SIGINT, &action, &outer_);
  }
  ~InterruptedHere() { sigaction(SIGINT, &outer_, nullptr); }
  InterruptedHere(const InterruptedHere&) = delete;
  InterruptedHere& operator=(const InterruptedHere&) = delete;

 private:
  struct sigaction outer_ = {};
};

class LineReader {
 public:
  virtual ~LineReader() = default;
  /// A line with its newline; false at the end of input.
  virtual bool read(const char* prompt, std::string& line) = 0;
};

class PipeReader final : public LineReader {
 public:
  explicit PipeReader(Host& host) : host_(host) {}
  bool read(const char* prompt, std::string& line) override {
    host_.write(2, prompt);
    return host_.read_line(line);
  }

 private:
  Host& host_;
};

class TerminalReader final : public LineReader {
 public:
  TerminalReader() : edit_(el_init("hothouse", stdin, stdout, stderr)), history_(history_init()) {
    HistEvent event;
    history(history_, &event, H_SETSIZE, 1000);
    history(history_, &event, H_SETUNIQUE, 1);
    el_set(edit_, EL_PROMPT, prompt_of);
    el_set(edit_, EL_CLIENTDATA, this);
    el_set(edit_, EL_EDITOR, "emacs");
    el_set(edit_, EL_HIST, history, history_);
    el_set(edit_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    el_source(edit_, nullptr);
  }
  ~TerminalReader() override {
    history_end(history_);
    el_end(edit_);
  }
  TerminalReader(const TerminalReader&) = delete;
  TerminalReader& operator=(const TerminalReader&) = delete;

  bool read(const char* prompt, std::string& line) override {
    prompt_ = prompt;
    int count = 0;
    const char* text = el_gets(edit_, &count);
    if (!text || count <= 0) {
      line.clear();
      if (g_interrupted) el_reset(edit_);
      return g_interrupted;
    }
    line.assign(text, static_cast<size_t>(count));
    if (line.find_first_not_of(" \t\n") != std::string::npos) {
      HistEvent event;
      history(history_, &event, H_ENTER, text);
    }
    return true;
  }

 private:
  static char* prompt_of(EditLine* edit) {
    void* self = nullptr;
    el_get(edit, EL_CLIENTDATA, &self);
    return const_cast<char*>(static_cast<TerminalReader*>(self)->prompt_);
  }
  EditLine* edit_;
  History* history_;
  const char* prompt_ = "";
};

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

std::string_view last_line(std::string_view text) {
  if (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  size_t newline = text.rfind('\n');
  return newline == std::string_view::npos ? text : text.substr(newline + 1);
}

/// The end of the text stands inside a bracket, a triple-quoted string or behind a backslash.
bool is_open(const syntax::TokenList& lexed, std::string_view text) {
  if (lexed.tokens.back().kind != syntax::TokenKind::Error) return lexed.unclosed;
  if (lexed.unclosed && lexed.error.message == lexed.unclosed_error.message) return true;
  std::string_view message = lexed.error.message;
  if (message.substr(0, 28) == "unterminated triple-quoted s") return true;
  return message == "unexpected EOF while parsing" && text.size() >= 2 &&
         text.substr(text.size() - 2) == "\\\n";
}

/// A compound statement: its first line begins with a word that says so, or ends in a colon
/// (match has no reserved word).
bool is_compound(const syntax::TokenList& lexed) {
  using Kind = syntax::TokenKind;
  switch (lexed.tokens.front().kind) {
    case Kind::KwIf:
    case Kind::KwWhile:
    case Kind::KwFor:
    case Kind::KwTry:
    case Kind::KwWith:
    case Kind::KwDef:
    case Kind::KwClass:
    case Kind::KwAsync:
    case Kind::OpAt:
      return true;
    default:
      break;
  }
  Kind previous = Kind::EndMarker;
  for (const syntax::Token& token : lexed.tokens) {
    if (token.kind == Kind::Newline) return previous == Kind::OpColon;
    previous = token.kind;
  }
  return false;
}

}  // namespace

bool wants_another_line(std::string_view text) {
  syntax::SourceText source(text);
  syntax::TokenList lexed = syntax::lex(source);
  if (is_open(lexed, text)) return true;
  return is_compound(lexed) && !is_blank(last_line(text));
}

namespace {

/// Nothing but blanks and comments.
bool is_empty(std::string_view text) {
  if (is_blank(text)) return true;
  syntax::SourceText source(text);
  for (const syntax::Token& token : syntax::lex(source).tokens) {
    if (token.kind != syntax::TokenKind::Newline && token.kind != syntax::TokenKind::EndMarker) {
      return false;
    }
  }
  return true;
}

/// Reads one statement. False at the end of input, with what had come in `text`.
bool read_statement(LineReader& reader, std::string& text) {
  text.clear();
  std::string line;
  do {
    if (!reader.read(text.empty() ? ">>> " : "... ", line)) return false;
    if (g_interrupted) return true;
    if (line.empty() || line.back() != '\n') line += '\n';
    text += line;
  } while (wants_another_line(text));
  return true;
}

}  // namespace

int run_prompt(Session& session) {
  Vm& vm = session.vm();
  Host& host = session.host();
  std::unique_ptr<LineReader> reader;
  if (isatty(0) && isatty(1)) {
    reader = std::make_unique<TerminalReader>();
  } else {
    reader = std::make_unique<PipeReader>(host);
  }
  std::string text;
  for (bool more = true; more;) {
    {
      InterruptedHere here;
      more = read_statement(*reader, text);
    }
    if (g_interrupted.exchange(false)) {
      host.write(2, "\nKeyboardInterrupt\n");
      more = true;
      continue;
    }
    if (is_empty(text)) continue;
    if (!more) {
      // The end of input ends the statement; the next prompt meets it again.
      host.write(2, "\n");
      more = true;
    }
    Value code = session.compile(text, "<stdin>", true);
    Value result =
        code.is_raised() ? code : vm.run_code(code, vm.main_module().as<Module>()->names);
    flush_stdout(vm);
    if (result.is_raised()) {
      bool exits = false;
      int status = session.report_exception(&exits);
      if (exits) return status;
    }
  }
  host.write(2, "\n");
  return 0;
}

}  // namespace hothouse
