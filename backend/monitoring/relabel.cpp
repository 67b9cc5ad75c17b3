// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/relabel.h"

#include <re2/re2.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <memory>

namespace vigie {

namespace {
constexpr std::size_t maxConfigText = 16U << 20U;

std::shared_ptr<const RE2> compileRelabel(const std::string &pattern)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_dot_nl(true);
    options.set_max_mem(1 << 20);
    auto regex = std::make_shared<const RE2>("^(?:" + pattern + ")$", options);
    return regex->ok() ? regex : nullptr;
}

/// "$1", "${1}" and "$$" as Go's Regexp.Expand has them; names of groups are not supported and give nothing.
std::string expandTemplate(std::string_view text, const std::vector<re2::StringPiece> &groups)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '$' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        if (text[i + 1] == '$') {
            out += '$';
            ++i;
            continue;
        }
        const bool braces = text[i + 1] == '{';
        std::size_t at = i + (braces ? 2 : 1);
        std::size_t group = 0;
        const std::size_t digits = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at < digits + 2)
            group = group * 10 + static_cast<std::size_t>(text[at++] - '0');
        if (at > digits && group < groups.size())
            out.append(groups[group].data(), groups[group].size());
        i = braces ? std::min(text.find('}', at), text.size() - 1) : std::max(at, i + 1) - 1;
    }
    return out;
}

std::string textOf(const YAML::Node &node, const std::string &fallback)
{
    return node && node.IsScalar() ? node.Scalar() : fallback;
}
} // namespace

struct AlertRelabeling::Rule {
    std::string action;
    std::vector<std::string> sourceLabels;
    std::string separator;
    std::shared_ptr<const RE2> regex;
    std::string target;
    std::string replacement;

    std::string joined(const LabelSet &labels) const
    {
        std::string out;
        for (std::size_t i = 0; i < sourceLabels.size(); ++i) {
            out += i ? separator : "";
            out += labels.value(sourceLabels[i]);
        }
        return out;
    }
    bool isFull(std::string_view text) const
    {
        return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *regex);
    }
    void replace(LabelSet &labels) const;
    void dropOrKeepNames(LabelSet &labels) const;
    /// False: the alert is dropped.
    bool apply(LabelSet &labels) const;
};

AlertRelabeling::AlertRelabeling() = default;
AlertRelabeling::~AlertRelabeling() = default;
AlertRelabeling::AlertRelabeling(AlertRelabeling &&) noexcept = default;
AlertRelabeling &AlertRelabeling::operator=(AlertRelabeling &&) noexcept = default;

void AlertRelabeling::Rule::replace(LabelSet &labels) const
{
    const std::string value = joined(labels);
    std::vector<re2::StringPiece> groups(static_cast<std::size_t>(regex->NumberOfCapturingGroups()) + 1);
    if (!regex->Match(value, 0, value.size(), RE2::ANCHOR_BOTH, groups.data(), static_cast<int>(groups.size())))
        return;
    const std::string name = expandTemplate(target, groups);
    if (isLabelName(name))
        labels.set(name, expandTemplate(replacement, groups));
}

void AlertRelabeling::Rule::dropOrKeepNames(LabelSet &labels) const
{
    std::vector<std::string> gone;
    for (const auto &[name, value] : labels) {
        if (isFull(name) == (action == "labeldrop"))
            gone.push_back(name);
    }
    for (const std::string &name : gone)
        labels.remove(name);
}

bool AlertRelabeling::Rule::apply(LabelSet &labels) const
{
    if (action == "drop" || action == "keep")
        return isFull(joined(labels)) == (action == "keep");
    if (action == "replace") {
        replace(labels);
    } else if (action == "labeldrop" || action == "labelkeep") {
        dropOrKeepNames(labels);
    } else if ((action == "lowercase" || action == "uppercase") && isLabelName(target)) {
        std::string value = joined(labels);
        const bool lower = action == "lowercase";
        std::ranges::transform(value, value.begin(), [lower](unsigned char c) {
            const int changed = lower ? std::tolower(c) : std::toupper(c);
            return static_cast<char>(changed);
        });
        labels.set(target, std::move(value));
    }
    return true;
}

Result<AlertRelabeling> AlertRelabeling::read(const std::string &yaml)
{
    if (yaml.size() > maxConfigText)
        return fail(Error::Code::TooLarge, "the configuration text is too long");
    AlertRelabeling out;
    try {
        const YAML::Node root = YAML::Load(yaml);
        if (!root.IsMap())
            return fail(Error::Code::Invalid, "the configuration is no YAML mapping");
        const YAML::Node global = root["global"];
        const YAML::Node external = global && global.IsMap() ? global["external_labels"] : YAML::Node();
        if (external && external.IsMap()) {
            for (const auto &entry : external)
                out.m_external.set(entry.first.Scalar(), textOf(entry.second, {}));
        }
        const YAML::Node alerting = root["alerting"];
        const YAML::Node rules = alerting && alerting.IsMap() ? alerting["alert_relabel_configs"] : YAML::Node();
        if (rules && rules.IsSequence()) {
            for (const YAML::Node &node : rules) {
                if (!node.IsMap())
                    continue;
                Rule rule;
                rule.action = textOf(node["action"], "replace");
                rule.separator = textOf(node["separator"], ";");
                rule.regex = compileRelabel(textOf(node["regex"], "(.*)"));
                rule.target = textOf(node["target_label"], {});
                rule.replacement = textOf(node["replacement"], "$1");
                if (const YAML::Node names = node["source_labels"]; names && names.IsSequence()) {
                    for (const YAML::Node &name : names)
                        rule.sourceLabels.push_back(textOf(name, {}));
                }
                if (rule.regex)
                    out.m_rules.push_back(std::move(rule));
            }
        }
    } catch (const YAML::Exception &problem) {
        return fail(Error::Code::Invalid, problem.what());
    }
    return out;
}

std::optional<LabelSet> AlertRelabeling::apply(LabelSet labels) const
{
    for (const auto &[name, value] : m_external) {
        if (labels.value(name).empty())
            labels.set(name, value);
    }
    for (const Rule &rule : m_rules) {
        if (!rule.apply(labels))
            return std::nullopt;
    }
    return labels;
}

} // namespace vigie
