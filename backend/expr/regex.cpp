// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/expr/regex.h"

#include <re2/re2.h>

namespace vigie {

namespace {
constexpr std::size_t maxPatternBytes = 1000;

RE2::Options regexOptions()
{
    RE2::Options options(RE2::Quiet);
    options.set_dot_nl(true);
    options.set_max_mem(1 << 20);
    return options;
}
} // namespace

struct Regex::Program {
    explicit Program(std::string_view pattern)
        : re(re2::StringPiece(pattern.data(), pattern.size()), regexOptions())
    {
    }
    RE2 re;
};

Result<Regex> Regex::compile(std::string_view pattern)
{
    if (pattern.size() > maxPatternBytes)
        return fail(Error::Code::Invalid, "the pattern is longer than " + std::to_string(maxPatternBytes) + " bytes");
    auto program = std::make_shared<Program>(pattern);
    if (!program->re.ok())
        return fail(Error::Code::Invalid, "bad pattern: " + program->re.error());
    Regex out;
    out.m_program = std::move(program);
    return out;
}

bool Regex::matches(std::string_view text) const
{
    if (!m_program)
        return text.empty();
    return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), m_program->re);
}

} // namespace vigie
