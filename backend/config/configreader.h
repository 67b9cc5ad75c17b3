// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/config/configfield.h"

#include <initializer_list>

namespace YAML {
class Node;
}

namespace vigie {

/// Reads one YAML document into a DaemonConfig by the tables of configfield.h and collects every problem with its
/// place.
class ConfigReader {
public:
    ConfigReader(std::string file, Environment environment, LoadedConfig &out);
    void read(const std::string &yaml);
    /// VIGIE_SERVER_PORT and the like, after the file.
    void applyEnvironment();

private:
    void readSection(const YAML::Node &node, const std::string &path, const std::vector<ConfigField> &fields,
                     const std::vector<std::string> &otherKeys);
    void readField(const YAML::Node &node, const std::string &path, const ConfigField &field);
    void readSecretElsewhere(const YAML::Node &node, const std::string &path, const ConfigField &field, bool fromFile);
    void readSources(const YAML::Node &node);
    void readRules(const YAML::Node &node);
    void readEscalations(const YAML::Node &node, const std::string &path, std::vector<RuleEscalation> &out);
    /// A problem for each of the keys that a list item does not have.
    void demand(const YAML::Node &item, const std::string &path, std::initializer_list<const char *> keys);
    void problem(const YAML::Node &at, std::string key, std::string text);
    /// "a.b" of every field that begins with `section.`, without the section.
    static std::vector<ConfigField> within(const std::vector<ConfigField> &fields, const std::string &section);

    std::string m_file;
    Environment m_environment;
    LoadedConfig &m_out;
};

} // namespace vigie
