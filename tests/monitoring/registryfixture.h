// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/monitoring/sourceregistry.h"
#include "tests/monitoring/manualexecutor.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace vigie::test {

/// What a source is made to answer, and how often it was asked.
struct Scripted {
    int collections {0};
    int made {0};
    bool answers {true};
    Collection next;
    std::vector<Collector::Done> waiting;
};

class ScriptedCollector final : public Collector {
public:
    explicit ScriptedCollector(Scripted &script)
        : m_script(script)
    {
        ++script.made;
    }
    void collect(Done done) override
    {
        ++m_script.collections;
        if (m_script.answers)
            done(m_script.next);
        else
            m_script.waiting.push_back(std::move(done));
    }

private:
    Scripted &m_script;
};

class ScriptedRepository final : public SourceRepository {
public:
    std::map<std::string, SourceConfig> rows;
    std::optional<Error> error;
    void loadSources(Loaded done) override
    {
        if (error) {
            done(tl::unexpected(*error));
            return;
        }
        std::vector<SourceConfig> all;
        for (const auto &[id, config] : rows)
            all.push_back(config);
        done(std::move(all));
    }
    void saveSource(const SourceConfig &config, Done done) override
    {
        if (!error)
            rows[config.id.value] = config;
        done(error ? Result<>(tl::unexpected(*error)) : Result<>());
    }
    void removeSource(const SourceId &id, Done done) override
    {
        if (!error)
            rows.erase(id.value);
        done(error ? Result<>(tl::unexpected(*error)) : Result<>());
    }
};

inline SourceConfig probe(const std::string &name, Duration interval = std::chrono::seconds(30))
{
    SourceConfig config;
    config.id = sourceIdFromName(name);
    config.name = name;
    config.target = "http://127.0.0.1:1/" + name;
    config.interval = interval;
    return config;
}

inline SourceConfig ofKind(SourceKind kind, const std::string &name)
{
    SourceConfig config = probe(name, std::chrono::seconds(10));
    config.kind = kind;
    if (kind == SourceKind::Host || kind == SourceKind::Webhook)
        config.target.clear();
    if (kind == SourceKind::Webhook)
        config.webhookToken = "0123456789abcdef";
    return config;
}

/// A registry whose time and sources are the test's.
struct RegistryFixture {
    FakeClock clock;
    FakeRandom random;
    ManualExecutor executor {clock};
    std::map<std::string, Scripted> scripts;
    std::vector<SampleBatch> samples;
    std::vector<AlertBatch> alerts;
    std::vector<SourceStatus> changes;
    std::vector<std::vector<SourceStatus>> figures;
    std::vector<SourceId> removed;
    Result<> storeAnswers; ///< to a webhook's alerts
    ScriptedRepository repository;
    std::unique_ptr<SourceRegistry> registry;

    explicit RegistryFixture(std::vector<SourceStatus> known = {})
    {
        CollectorFactory factory = [this](const SourceConfig &config) -> std::unique_ptr<Collector> {
            if (config.kind == SourceKind::Webhook)
                return nullptr;
            return std::make_unique<ScriptedCollector>(scripts[config.name]);
        };
        MonitoringOutputs outputs {[this](SampleBatch batch) { samples.push_back(std::move(batch)); },
                                   [this](AlertBatch batch, const MonitoringOutputs::Stored &stored) {
                                       alerts.push_back(std::move(batch));
                                       if (stored)
                                           stored(storeAnswers);
                                   },
                                   [this](SourceStatus status) { changes.push_back(std::move(status)); },
                                   [this](SourceId id) { removed.push_back(std::move(id)); },
                                   [this](std::vector<SourceStatus> told) { figures.push_back(std::move(told)); }};
        registry = std::make_unique<SourceRegistry>(
            SourceRegistry::Parts {executor, clock, random, std::move(factory), &repository, std::move(known)},
            std::move(outputs));
    }
    std::optional<Result<std::size_t>> push(const char *id, const std::string &token, const char *body)
    {
        std::optional<Result<std::size_t>> out;
        registry->acceptWebhook({id}, token, body, [&out](const Result<std::size_t> &taken) { out = taken; });
        executor.runPosted();
        return out;
    }
    void configure(std::vector<SourceConfig> configs)
    {
        registry->replaceConfigured(std::move(configs));
        executor.runPosted();
    }
    Result<SourceStatus> add(SourceConfig config)
    {
        Result<SourceStatus> out = fail(Error::Code::Internal, "no answer");
        registry->add(std::move(config), [&out](Result<SourceStatus> status) { out = std::move(status); });
        executor.runPosted();
        return out;
    }
    Result<> remove(const SourceId &id)
    {
        Result<> out = fail(Error::Code::Internal, "no answer");
        registry->remove(id, [&out](Result<> result) { out = std::move(result); });
        executor.runPosted();
        return out;
    }
};

inline Collection failing(const char *why = "down")
{
    Collection out;
    out.samples.push_back({{"probe_success", {}}, 0});
    out.error = Error {Error::Code::Unreachable, why, {}};
    return out;
}

} // namespace vigie::test
