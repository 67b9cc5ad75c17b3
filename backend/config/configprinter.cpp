// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/configfield.h"

#include <yaml-cpp/yaml.h>

namespace vigie {

namespace {

constexpr const char *maskedSecret = "********";

void emitField(YAML::Emitter &out, const ConfigField &field)
{
    switch (field.shape) {
    case ConfigField::Shape::Scalar: {
        const std::string value = field.show();
        out << YAML::Key << field.key << YAML::Value;
        // Numbers and truth values stay plain, texts that only look like one are quoted by the emitter.
        out << (field.secret && !value.empty() ? std::string(maskedSecret) : value);
        break;
    }
    case ConfigField::Shape::List:
        out << YAML::Key << field.key << YAML::Value << YAML::Flow << field.showList();
        break;
    case ConfigField::Shape::Map:
        out << YAML::Key << field.key << YAML::Value << YAML::BeginMap;
        for (const auto &[name, value] : field.showPairs())
            out << YAML::Key << name << YAML::Value << (field.secret ? std::string(maskedSecret) : value);
        out << YAML::EndMap;
        break;
    }
}

/// Of an item of a list: what is empty is left out, so that one sees what is set.
void emitSet(YAML::Emitter &out, const std::vector<ConfigField> &fields)
{
    for (const ConfigField &field : fields) {
        const bool empty = field.shape == ConfigField::Shape::Scalar ? field.show().empty()
            : field.shape == ConfigField::Shape::List                ? field.showList().empty()
                                                                     : field.showPairs().empty();
        if (!empty)
            emitField(out, field);
    }
}

void emitItem(YAML::Emitter &out, const std::vector<ConfigField> &fields)
{
    out << YAML::BeginMap;
    emitSet(out, fields);
    out << YAML::EndMap;
}

void emitSource(YAML::Emitter &out, SourceConfig &source)
{
    out << YAML::BeginMap;
    if (!source.id.value.empty())
        out << YAML::Key << "id" << YAML::Value << source.id.value;
    emitSet(out, sourceFields(source));
    out << YAML::EndMap;
}

void emitRule(YAML::Emitter &out, ThresholdRule &rule)
{
    out << YAML::BeginMap;
    emitSet(out, ruleFields(rule));
    if (!rule.escalations.empty()) {
        out << YAML::Key << "escalations" << YAML::Value << YAML::BeginSeq;
        for (RuleEscalation &escalation : rule.escalations)
            emitItem(out, escalationFields(escalation));
        out << YAML::EndSeq;
    }
    out << YAML::EndMap;
}

} // namespace

std::string printConfig(const DaemonConfig &config)
{
    DaemonConfig copy = config; // the tables can write, too
    YAML::Emitter out;
    out << YAML::BeginMap;
    std::string section;
    const auto leave = [&] {
        if (section == "rules") {
            out << YAML::Key << "custom" << YAML::Value << YAML::BeginSeq;
            for (ThresholdRule &rule : copy.rules.custom)
                emitRule(out, rule);
            out << YAML::EndSeq;
        }
        if (!section.empty())
            out << YAML::EndMap;
    };
    for (ConfigField &field : daemonFields(copy)) {
        const std::size_t dot = field.key.find('.');
        const std::string its = dot == std::string::npos ? std::string() : field.key.substr(0, dot);
        if (its != section) {
            leave();
            section = its;
            out << YAML::Key << section << YAML::Value << YAML::BeginMap;
        }
        if (dot != std::string::npos)
            field.key = field.key.substr(dot + 1);
        emitField(out, field);
    }
    leave();
    out << YAML::Key << "sources" << YAML::Value << YAML::BeginSeq;
    for (SourceConfig &source : copy.sources)
        emitSource(out, source);
    out << YAML::EndSeq << YAML::EndMap;
    return std::string(out.c_str()) + "\n";
}

} // namespace vigie
