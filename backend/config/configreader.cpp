// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/config/configreader.h"

#include "backend/domain/jsonreader.h"
#include "backend/domain/privatefile.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace vigie {

namespace {

constexpr std::size_t configDepthLimit = 16;

std::string yamlKind(const YAML::Node &node)
{
    return node.IsMap() ? "a map" : node.IsSequence() ? "a list" : node.IsNull() ? "nothing" : "a value";
}

struct TooDeep : YAML::ParserException {
    explicit TooDeep(const YAML::Mark &at)
        : YAML::ParserException(at, "nested more than " + std::to_string(configDepthLimit) + " deep")
    {
    }
};

/// Ends the reading at the first collection that is too deep: yaml-cpp recurses into each, and so would we.
class DepthLimit : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &, YAML::anchor_t) override { }
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override { }
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t, const std::string &) override { }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
        enter(mark);
    }
    void OnSequenceEnd() override { --m_depth; }
    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value) override
    {
        enter(mark);
    }
    void OnMapEnd() override { --m_depth; }

private:
    void enter(const YAML::Mark &mark)
    {
        if (++m_depth > configDepthLimit)
            throw TooDeep(mark);
    }
    std::size_t m_depth {0};
};

void checkDepth(const std::string &yaml)
{
    std::istringstream in(yaml);
    YAML::Parser parser(in);
    DepthLimit limit;
    parser.HandleNextDocument(limit);
}

/// What is wrong and what is expected; never the value of a secret.
std::string complaint(const ConfigField &field, const Error &error)
{
    // A parser that lists what it allows has said already what is expected.
    const std::size_t allowed = error.detail.find("; allowed: ");
    const std::string what = field.secret ? "the value is not accepted" : error.detail.substr(0, allowed);
    return what + "; expected " + field.expected;
}

/// "server.port": VIGIE_SERVER_PORT
std::string variableOf(const std::string &key)
{
    std::string name = "VIGIE_" + key;
    std::ranges::transform(name, name.begin(), [](char c) {
        return c == '.' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return name;
}

} // namespace

ConfigReader::ConfigReader(std::string file, Environment environment, LoadedConfig &out)
    : m_file(std::move(file))
    , m_environment(environment)
    , m_out(out)
{
}

void ConfigReader::problem(const YAML::Node &at, std::string key, std::string text)
{
    const YAML::Mark mark = at.Mark();
    m_out.problems.push_back({m_file, mark.line + 1, mark.column + 1, std::move(key), std::move(text)});
}

std::vector<ConfigField> ConfigReader::within(const std::vector<ConfigField> &fields, const std::string &section)
{
    std::vector<ConfigField> out;
    for (const ConfigField &field : fields) {
        if (field.key.starts_with(section + ".")) {
            out.push_back(field);
            out.back().key = field.key.substr(section.size() + 1);
        }
    }
    return out;
}

void ConfigReader::read(const std::string &yaml)
{
    YAML::Node root;
    try {
        checkDepth(yaml);
        root = YAML::Load(yaml);
    } catch (const YAML::Exception &error) {
        const bool isYaml = dynamic_cast<const TooDeep *>(&error) != nullptr;
        m_out.problems.push_back(
            {m_file, error.mark.line + 1, error.mark.column + 1, {}, (isYaml ? "" : "not YAML: ") + error.msg});
        return;
    }
    if (root.IsNull())
        return;
    const std::vector<ConfigField> fields = daemonFields(m_out.config);
    std::set<std::string> sections;
    std::vector<ConfigField> top;
    for (const ConfigField &field : fields) {
        const std::size_t dot = field.key.find('.');
        if (dot == std::string::npos)
            top.push_back(field);
        else
            sections.insert(field.key.substr(0, dot));
    }
    std::vector<std::string> otherKeys(sections.begin(), sections.end());
    otherKeys.emplace_back("sources");
    readSection(root, {}, top, otherKeys);
    if (!root.IsMap())
        return;
    for (const std::string &section : sections) {
        if (const YAML::Node node = root[section]; node && !node.IsNull())
            readSection(node, section, within(fields, section),
                        section == "rules" ? std::vector<std::string> {"custom"} : std::vector<std::string>());
    }
    if (const YAML::Node node = root["sources"]; node && !node.IsNull())
        readSources(node);
    if (const YAML::Node rules = root["rules"]; rules && rules.IsMap() && rules["custom"])
        readRules(rules["custom"]);
}

void ConfigReader::readSection(const YAML::Node &node, const std::string &path, const std::vector<ConfigField> &fields,
                               const std::vector<std::string> &otherKeys)
{
    if (!node.IsMap()) {
        problem(node, path, "expected a map of keys, found " + yamlKind(node));
        return;
    }
    const std::string prefix = path.empty() ? std::string() : path + ".";
    std::vector<std::string> known = otherKeys;
    for (const ConfigField &field : fields) {
        known.push_back(field.key);
        if (field.secret && field.shape == ConfigField::Shape::Scalar) {
            known.push_back(field.key + "_file");
            known.push_back(field.key + "_env");
        }
    }
    std::set<std::string> seen;
    for (const auto &member : node) {
        const std::string key = member.first.IsScalar() ? member.first.Scalar() : std::string();
        if (!seen.insert(key).second) {
            problem(member.first, prefix + key, "this key stands here twice");
            continue;
        }
        if (std::ranges::find(otherKeys, key) != otherKeys.end())
            continue;
        const auto field = std::ranges::find_if(fields, [&key](const ConfigField &f) {
            return key == f.key
                || (f.secret && f.shape == ConfigField::Shape::Scalar
                    && (key == f.key + "_file" || key == f.key + "_env"));
        });
        if (field == fields.end()) {
            const auto nearest = nearestWord(key, known);
            problem(member.first, prefix + key,
                    "unknown key" + (nearest ? "; did you mean \"" + *nearest + "\"?" : std::string()));
        } else if (key != field->key) {
            readSecretElsewhere(member.second, prefix + key, *field, key.ends_with("_file"));
        } else {
            readField(member.second, prefix + key, *field);
        }
    }
}

void ConfigReader::readField(const YAML::Node &node, const std::string &path, const ConfigField &field)
{
    Result<> result;
    if (field.shape == ConfigField::Shape::Scalar && node.IsScalar()) {
        result = field.set(node.Scalar());
    } else if (field.shape == ConfigField::Shape::List && node.IsSequence()) {
        std::vector<std::string> items;
        for (const YAML::Node &item : node) {
            if (!item.IsScalar()) {
                problem(item, path, "expected " + field.expected + ", found " + yamlKind(item) + " in it");
                return;
            }
            items.push_back(item.Scalar());
        }
        result = field.setList(items);
    } else if (field.shape == ConfigField::Shape::Map && node.IsMap()) {
        ConfigField::Pairs pairs;
        for (const auto &member : node) {
            if (!member.first.IsScalar() || !member.second.IsScalar()) {
                problem(member.first, path, "expected " + field.expected);
                return;
            }
            pairs.emplace_back(member.first.Scalar(), member.second.Scalar());
        }
        result = field.setPairs(pairs);
    } else {
        problem(node, path, "expected " + field.expected + ", found " + yamlKind(node));
        return;
    }
    if (!result)
        problem(node, path, complaint(field, result.error()));
}

void ConfigReader::readSecretElsewhere(const YAML::Node &node, const std::string &path, const ConfigField &field,
                                       bool fromFile)
{
    if (!node.IsScalar()) {
        problem(node, path, "expected the name of a " + std::string(fromFile ? "file" : "variable"));
        return;
    }
    Result<std::string> secret = fail(Error::Code::NotFound, "the variable " + node.Scalar() + " is not set");
    if (fromFile)
        secret = readPrivateFile(node.Scalar());
    else if (const char *value = m_environment(node.Scalar().c_str()))
        secret = std::string(value);
    // Nothing where a secret was meant would be taken as the default: another database, no password.
    if (secret && secret->empty())
        secret = fail(Error::Code::Invalid, (fromFile ? "the file " : "the variable ") + node.Scalar() + " is empty");
    if (!secret)
        problem(node, path, secret.error().detail + "; expected " + field.expected);
    else if (const Result<> result = field.set(*secret); !result)
        problem(node, path, complaint(field, result.error()));
}

namespace {

/// validate() speaks in the API's names ("intervalSeconds"); the file's are in snake case, durations without a unit.
std::string configKeyOfApiField(std::string_view field)
{
    std::string out;
    for (const char c : field) {
        if (c >= 'A' && c <= 'Z') {
            out += '_';
            out += static_cast<char>(c - 'A' + 'a');
        } else {
            out += c;
        }
    }
    for (const std::string_view unit : {"_seconds"}) {
        if (out.ends_with(unit))
            out.resize(out.size() - unit.size());
    }
    return out;
}

} // namespace

void ConfigReader::readSources(const YAML::Node &node)
{
    if (!node.IsSequence()) {
        problem(node, "sources", "expected a list of sources, found " + yamlKind(node));
        return;
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < node.size(); ++i) {
        const YAML::Node item = node[i];
        const std::string path = "sources[" + std::to_string(i) + "]";
        SourceConfig source;
        const std::size_t before = m_out.problems.size();
        readSection(item, path, sourceFields(source), {"id"});
        if (m_out.problems.size() != before)
            continue;
        source.id = sourceIdFromName(source.name);
        if (const YAML::Node id = item["id"]) {
            if (!id.IsScalar() || id.Scalar().empty()) {
                problem(id, path + ".id", "expected a word, found " + (id.IsScalar() ? "nothing" : yamlKind(id)));
                continue;
            }
            source.id = {id.Scalar()};
        }
        if (source.kind == SourceKind::Host) {
            problem(item["kind"], path + ".kind", "this machine is switched on and off under host:, not here");
            continue;
        }
        if (auto ok = validate(source); !ok) {
            const std::string key = configKeyOfApiField(ok.error().field);
            const YAML::Node at = item[key];
            std::string place = path;
            place.append(".").append(key);
            problem(at && !at.IsNull() ? at : item, place, ok.error().detail);
        } else if (!ids.insert(source.id.value).second) {
            problem(item, path, "another source has the id \"" + source.id.value + "\" already");
        } else {
            m_out.config.sources.push_back(std::move(source));
        }
    }
}

void ConfigReader::demand(const YAML::Node &item, const std::string &path, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (!item[key])
            problem(item, path + "." + key, "is missing");
    }
}

void ConfigReader::readEscalations(const YAML::Node &node, const std::string &path, std::vector<RuleEscalation> &out)
{
    constexpr std::size_t mostEscalations = 8;
    if (!node.IsSequence() || node.size() > mostEscalations) {
        problem(node, path,
                "expected a list of at most " + std::to_string(mostEscalations) + " escalations, found "
                    + (node.IsSequence() ? std::to_string(node.size()) : yamlKind(node)));
        return;
    }
    for (std::size_t i = 0; i < node.size(); ++i) {
        const YAML::Node item = node[i];
        const std::string place = path + "[" + std::to_string(i) + "]";
        RuleEscalation escalation;
        const std::size_t before = m_out.problems.size();
        readSection(item, place, escalationFields(escalation), {});
        if (m_out.problems.size() == before)
            demand(item, place, {"when", "severity"});
        out.push_back(std::move(escalation));
    }
}

void ConfigReader::readRules(const YAML::Node &node)
{
    if (!node.IsSequence()) {
        problem(node, "rules.custom", "expected a list of rules, found " + yamlKind(node));
        return;
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < node.size(); ++i) {
        const YAML::Node item = node[i];
        const std::string path = "rules.custom[" + std::to_string(i) + "]";
        ThresholdRule rule;
        const std::size_t before = m_out.problems.size();
        readSection(item, path, ruleFields(rule), {"escalations"});
        if (m_out.problems.size() == before)
            demand(item, path, {"id", "title", "when"});
        if (const YAML::Node steps = item.IsMap() ? item["escalations"] : YAML::Node(); steps && !steps.IsNull())
            readEscalations(steps, path + ".escalations", rule.escalations);
        if (m_out.problems.size() != before)
            continue;
        if (auto ok = validateRule(rule); !ok) {
            const YAML::Node at = item[ok.error().field.substr(0, ok.error().field.find('.'))];
            problem(at ? at : item, path + "." + ok.error().field, ok.error().detail);
        } else if (!ids.insert(rule.id).second)
            problem(item["id"], path + ".id", "another rule has the id \"" + rule.id + "\" already");
        else
            m_out.config.rules.custom.push_back(std::move(rule));
    }
}

void ConfigReader::applyEnvironment()
{
    const auto apply = [this](const std::string &name, const ConfigField &field) {
        const char *value = m_environment(name.c_str());
        if (value == nullptr)
            return;
        Result<> result;
        if (field.shape == ConfigField::Shape::List) {
            std::vector<std::string> items;
            std::stringstream text(value);
            for (std::string item; std::getline(text, item, ',');)
                items.push_back(item);
            result = field.setList(items);
        } else {
            result = field.set(value);
        }
        if (!result)
            m_out.problems.push_back({"environment", 0, 0, name, complaint(field, result.error())});
    };
    for (const ConfigField &field : daemonFields(m_out.config)) {
        apply(variableOf(field.key), field);
        if (field.key == "log.level")
            apply("AUTOMATION_LOG_LEVEL", field);
    }
}

std::vector<ConfigProblem> unknownVariables(const char *const *environment)
{
    DaemonConfig config;
    std::vector<std::string> known;
    for (const ConfigField &field : daemonFields(config))
        known.push_back(variableOf(field.key));
    std::vector<ConfigProblem> out;
    for (; *environment != nullptr; ++environment) {
        const std::string_view entry = *environment;
        const std::string name(entry.substr(0, entry.find('=')));
        // VIGIE_TOKEN is of vigie and vigiectl, which may start us.
        if (!name.starts_with("VIGIE_") || name == "VIGIE_TOKEN" || name.starts_with("VIGIE_TEST_")
            || std::ranges::find(known, name) != known.end())
            continue;
        const auto nearest = nearestWord(name, known);
        out.push_back({"environment", 0, 0, name,
                       "no key of the configuration" + (nearest ? "; did you mean " + *nearest + "?" : std::string())});
    }
    return out;
}

} // namespace vigie
