// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"

#include "backend/domain/jsonreader.h"

#include <algorithm>

namespace vigie {

std::optional<std::string> Arguments::option(std::string_view name) const
{
    const auto found = options.find(name);
    return found == options.end() ? std::nullopt : std::optional(found->second);
}

Result<Arguments> parseArguments(std::span<char *const> argv, const std::vector<std::string> &withValue,
                                 const std::vector<std::string> &flags)
{
    const auto contains = [](const std::vector<std::string> &list, const std::string &name) {
        return std::ranges::find(list, name) != list.end();
    };
    Arguments out;
    for (std::size_t i = 0; i < argv.size(); ++i) {
        const std::string word = argv[i];
        if (!word.starts_with("--") || word == "--") {
            out.words.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
        if (contains(flags, name) && equals == std::string::npos) {
            out.options[name] = "";
        } else if (contains(withValue, name)) {
            if (equals == std::string::npos && i + 1 == argv.size())
                return fail(Error::Code::Invalid, "--" + name + " needs a value");
            out.options[name] = equals == std::string::npos ? std::string(argv[++i]) : word.substr(equals + 1);
        } else {
            std::vector<std::string> known = withValue;
            known.insert(known.end(), flags.begin(), flags.end());
            const auto nearest = nearestWord(name, known);
            return fail(Error::Code::Invalid,
                        "unknown option --" + name + (nearest ? "; did you mean --" + *nearest + "?" : ""));
        }
    }
    return out;
}

} // namespace vigie
