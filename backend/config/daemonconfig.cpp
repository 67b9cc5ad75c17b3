// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/daemonconfig.h"

#include "backend/config/configreader.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace vigie {

namespace {
constexpr std::streamoff configSizeLimit = 1 << 20;

std::string environmentText(Environment environment, const char *name)
{
    const char *value = environment(name);
    return value == nullptr ? std::string() : std::string(value);
}
} // namespace

std::string ConfigProblem::toString() const
{
    std::string out = file;
    if (line > 0)
        out += ":" + std::to_string(line) + ":" + std::to_string(column);
    out += ": ";
    if (!key.empty())
        out += key + ": ";
    return out + text;
}

std::string findConfigFile(const std::string &explicitFile, Environment environment)
{
    if (!explicitFile.empty())
        return explicitFile;
    if (std::string named = environmentText(environment, "AUTOMATION_CONFIG_PATH"); !named.empty())
        return named;
    std::string home = environmentText(environment, "XDG_CONFIG_HOME");
    if (home.empty()) {
        home = environmentText(environment, "HOME");
        if (!home.empty())
            home += "/.config";
    }
    for (const std::string &candidate :
         {home.empty() ? std::string() : home + "/vigie/vigied.yaml", std::string("/etc/vigie/vigied.yaml")}) {
        if (!candidate.empty() && access(candidate.c_str(), F_OK) == 0)
            return candidate;
    }
    return {};
}

LoadedConfig readConfig(const std::string &yaml, const std::string &file, Environment environment)
{
    LoadedConfig out;
    out.file = file;
    ConfigReader reader(file, environment, out);
    reader.read(yaml);
    reader.applyEnvironment();
    std::ranges::stable_sort(out.problems, [](const ConfigProblem &a, const ConfigProblem &b) {
        return std::pair(a.line == 0, a.line) < std::pair(b.line == 0, b.line);
    });
    return out;
}

LoadedConfig loadConfig(const std::string &file, Environment environment)
{
    if (file.empty())
        return readConfig({}, {}, environment);
    LoadedConfig out;
    out.file = file;
    struct stat info { };
    if (stat(file.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) {
        out.problems.push_back({file, 0, 0, {}, "there is no such file"});
        return out;
    }
    if (info.st_size > configSizeLimit) {
        out.problems.push_back({file, 0, 0, {}, "larger than 1 MiB"});
        return out;
    }
    const std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in) {
        out.problems.push_back({file, 0, 0, {}, "cannot be read"});
        return out;
    }
    return readConfig(text.str(), file, environment);
}

} // namespace vigie
