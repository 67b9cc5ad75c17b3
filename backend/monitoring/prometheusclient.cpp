// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/monitoring/prometheusclient.h"

#include "backend/domain/logging.h"
#include "backend/domain/text.h"
#include "backend/monitoring/alertmapping.h"
#include "backend/monitoring/httprequests.h"
#include "backend/monitoring/prometheusanswer.h"
#include "backend/monitoring/relabel.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <unordered_map>

namespace vigie {

struct KnownRule {
    LabelSet labels;
    std::string query;
};
using KnownRules = std::unordered_multimap<std::string, KnownRule>; ///< by the name of their alerts

namespace {
using namespace std::chrono_literals;

constexpr JsonLimits prometheusLimits {.maxBytes = PrometheusClient::maxAnswer, .maxDepth = 32};
constexpr std::size_t maxGetQuery = 1500; ///< a longer query goes as a POST form
constexpr Duration configAge = 5min; ///< how long external labels, relabelling and rules count as known
constexpr Duration ruleAge = 60s; ///< a firing alert without known rule asks for the rules at most so often

std::string secondsText(Timestamp at)
{
    const std::int64_t micros = toMicros(at);
    const std::string text = std::to_string(micros / 1'000'000) + '.';
    const std::string fraction = std::to_string(std::abs(micros % 1'000'000) + 1'000'000);
    return text + fraction.substr(1);
}

Result<Json> readData(const Result<HttpResponse> &response)
{
    if (!response)
        return tl::unexpected(response.error());
    auto json = parseJson(response->body, prometheusLimits);
    if (response->status / 100 != 2)
        return tl::unexpected(
            json ? prometheusError(response->status, (*json)["errorType"].toString(), (*json)["error"].toString())
                 : prometheusError(response->status, {}, {}));
    if (!json)
        return fail(Error::Code::Protocol, "the answer is no JSON: " + json.error().detail);
    if ((*json)["status"].toString() != "success")
        return tl::unexpected(
            prometheusError(response->status, (*json)["errorType"].toString(), (*json)["error"].toString()));
    return (*json)["data"];
}

KnownRules readRules(const Json &data)
{
    KnownRules rules;
    for (const Json &group : data["groups"].array()) {
        for (const Json &rule : group["rules"].array()) {
            if (rule["type"].toString() == "alerting")
                rules.emplace(rule["name"].toString(),
                              KnownRule {.labels = readLabels(rule["labels"]), .query = rule["query"].toString()});
        }
    }
    return rules;
}

/// Of several rules with the alert's name the one whose labels the alert has; labels made by templates never match,
/// then any of them is as good.
std::string expressionOf(const KnownRules &rules, const LabelSet &labels)
{
    const auto [first, last] = rules.equal_range(std::string(labels.value("alertname")));
    std::string any;
    for (auto it = first; it != last; ++it) {
        const LabelSet &wanted = it->second.labels;
        if (std::ranges::all_of(wanted,
                                [&](const LabelSet::Pair &pair) { return labels.value(pair.first) == pair.second; }))
            return it->second.query;
        any = it->second.query;
    }
    return any;
}

void joinPart(QueryResult &all, QueryResult part)
{
    if (all.resultType.empty())
        all.resultType = std::move(part.resultType);
    for (std::string &warning : part.warnings) {
        if (std::ranges::find(all.warnings, warning) == all.warnings.end())
            all.warnings.push_back(std::move(warning));
    }
    // Parts list their series in nearly the same order, so the search starts where the last one ended.
    std::size_t hint = 0;
    const std::size_t before = all.series.size();
    for (QuerySeries &series : part.series) {
        std::size_t tried = 0;
        while (tried < before && all.series[(hint + tried) % before].series != series.series)
            ++tried;
        if (tried == before) {
            all.series.push_back(std::move(series));
            continue;
        }
        // A part's points all come after those before it, so joining keeps them ascending.
        std::vector<Sample> &points = all.series[(hint + tried) % before].points;
        points.insert(points.end(), series.points.begin(), series.points.end());
        hint = (hint + tried + 1) % before;
    }
}
} // namespace

struct PrometheusClient::Impl : std::enable_shared_from_this<PrometheusClient::Impl> {
    Impl(SourceConfig c, HttpClient &h, const Clock &k)
        : config(std::move(c))
        , http(h)
        , clock(k)
    {
    }

    HttpRequest request(const std::string &path, const std::string &form = {}) const
    {
        HttpRequest out = sourceRequest(config, path);
        out.maxBody = maxAnswer;
        if (form.size() > maxGetQuery) {
            out.method = "POST";
            out.body = form;
            out.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        } else if (!form.empty()) {
            out.url += '?' + form;
        }
        return out;
    }

    void data(const std::string &path, Done<Json> done)
    {
        http.send(request(path),
                  [done = std::move(done)](const Result<HttpResponse> &response) { done(readData(response)); });
    }

    void ask(const std::string &path, const std::string &form, Done<QueryResult> done)
    {
        http.send(request(path, form), [done = std::move(done)](const Result<HttpResponse> &response) {
            if (!response)
                done(tl::unexpected(response.error()));
            else
                done(readQueryAnswer(response->status, response->body));
        });
    }

    struct RangeJob {
        std::string query;
        Timestamp next;
        Timestamp to;
        Duration step;
        QueryResult result;
        Done<QueryResult> done;
    };
    void rangePart(const std::shared_ptr<RangeJob> &job);

    struct FiringJob {
        std::vector<AlertSignal> raw; ///< with the labels as the Prometheus has them
        Done<std::vector<AlertSignal>> done;
    };
    void takeAlerts(const Json &data, const std::shared_ptr<FiringJob> &job);
    void withConfig(const std::shared_ptr<FiringJob> &job);
    void withRules(const std::shared_ptr<FiringJob> &job);
    void deliver(const std::shared_ptr<FiringJob> &job);

    const SourceConfig config;
    HttpClient &http;
    const Clock &clock;
    std::mutex mutex; ///< guards all below
    AlertRelabeling relabeling;
    std::optional<SteadyTime> configReadAt;
    KnownRules knownRules;
    std::optional<SteadyTime> rulesReadAt;
};

PrometheusClient::PrometheusClient(SourceConfig config, HttpClient &http, const Clock &clock)
    : m_impl(std::make_shared<Impl>(std::move(config), http, clock))
{
}

const SourceConfig &PrometheusClient::config() const
{
    return m_impl->config;
}

void PrometheusClient::instant(const std::string &query, std::optional<Timestamp> at, Done<QueryResult> done) const
{
    std::string form = "query=" + percentEncode(query);
    if (at)
        form += "&time=" + secondsText(*at);
    m_impl->ask("/api/v1/query", form, std::move(done));
}

void PrometheusClient::range(std::string query, Timestamp from, Timestamp to, Duration step,
                             Done<QueryResult> done) const
{
    Error problem {.code = Error::Code::Invalid, .detail = {}, .field = "step"};
    if (from > to)
        problem = {.code = Error::Code::Invalid, .detail = "the range ends before it begins", .field = "from"};
    else if (step < 1ms)
        problem.detail = "expected a step of at least a millisecond";
    else if ((to - from) / step >= std::int64_t {maxPointsPerRequest} * maxRequestsPerRange)
        problem.detail = "the step is too small for the range: more than 110,000 points a series";
    if (!problem.detail.empty()) {
        done(tl::unexpected(std::move(problem)));
        return;
    }
    auto job = std::make_shared<Impl::RangeJob>();
    *job = {.query = std::move(query), .next = from, .to = to, .step = step, .result = {}, .done = std::move(done)};
    m_impl->rangePart(job);
}

void PrometheusClient::Impl::rangePart(const std::shared_ptr<RangeJob> &job)
{
    const Timestamp last = std::min(job->to, job->next + (maxPointsPerRequest - 1) * job->step);
    const std::string step = secondsText(Timestamp(job->step));
    const std::string form = "query=" + percentEncode(job->query) + "&start=" + secondsText(job->next)
        + "&end=" + secondsText(last) + "&step=" + step;
    ask("/api/v1/query_range", form, [self = shared_from_this(), job, last](Result<QueryResult> part) {
        if (!part) {
            job->done(tl::unexpected(part.error()));
            return;
        }
        joinPart(job->result, *std::move(part));
        job->next = last + job->step;
        if (job->next > job->to)
            job->done(std::move(job->result));
        else
            self->rangePart(job);
    });
}

void PrometheusClient::alerts(Done<Json> done) const
{
    m_impl->data("/api/v1/alerts", std::move(done));
}

void PrometheusClient::rules(Done<Json> done) const
{
    m_impl->data("/api/v1/rules", std::move(done));
}

void PrometheusClient::targets(Done<Json> done) const
{
    m_impl->data("/api/v1/targets?state=active", std::move(done));
}

void PrometheusClient::firing(Done<std::vector<AlertSignal>> done) const
{
    auto job = std::make_shared<Impl::FiringJob>();
    job->done = std::move(done);
    alerts([impl = m_impl, job](const Result<Json> &data) {
        if (!data)
            job->done(tl::unexpected(data.error()));
        else if (!(*data)["alerts"].isArray())
            job->done(fail(Error::Code::Protocol, "the answer has no list of alerts"));
        else
            impl->takeAlerts(*data, job);
    });
}

void PrometheusClient::Impl::takeAlerts(const Json &data, const std::shared_ptr<FiringJob> &job)
{
    for (const Json &alert : data["alerts"].array()) {
        AlertSignal signal;
        signal.labels = readAllLabels(alert["labels"]);
        if (signal.labels.empty() || alert["state"].toString() != "firing")
            continue;
        signal.annotations = readLabels(alert["annotations"]);
        if (const auto since = parseRfc3339(alert["activeAt"].toString()))
            signal.startedAt = *since;
        job->raw.push_back(std::move(signal));
    }
    if (job->raw.empty())
        job->done(std::vector<AlertSignal> {});
    else
        withConfig(job);
}

void PrometheusClient::Impl::withConfig(const std::shared_ptr<FiringJob> &job)
{
    bool known = false;
    {
        const std::lock_guard lock(mutex);
        known = configReadAt && clock.steadyNow() - *configReadAt < configAge;
    }
    if (known) {
        withRules(job);
        return;
    }
    http.send(request("/api/v1/status/config"), [self = shared_from_this(), job](const Result<HttpResponse> &response) {
        const int status = response ? response->status : 0;
        // Without its labels an alert would become another incident than the same one seen through Alertmanager. So
        // only a server that plainly has no such route counts as one without external labels.
        const bool hasNone = (status / 100 == 4 && status != 408 && status != 429) || status == 501;
        AlertRelabeling fresh;
        if (!hasNone) {
            const auto data = readData(response);
            auto read = data ? AlertRelabeling::read((*data)["yaml"].toString())
                             : Result<AlertRelabeling>(tl::unexpected(data.error()));
            if (!read) {
                job->done(tl::unexpected(read.error()));
                return;
            }
            fresh = *std::move(read);
        }
        {
            const std::lock_guard lock(self->mutex);
            self->relabeling = std::move(fresh);
            self->configReadAt = self->clock.steadyNow();
        }
        self->withRules(job);
    });
}

void PrometheusClient::Impl::withRules(const std::shared_ptr<FiringJob> &job)
{
    bool known = false;
    {
        const std::lock_guard lock(mutex);
        const bool allKnown = std::all_of(job->raw.begin(), job->raw.end(), [this](const AlertSignal &alert) {
            return knownRules.count(std::string(alert.labels.value("alertname"))) > 0;
        });
        // Known ones, too, get old: a rule may be edited under its name.
        known = rulesReadAt && clock.steadyNow() - *rulesReadAt < (allKnown ? configAge : ruleAge);
    }
    if (known) {
        deliver(job);
        return;
    }
    http.send(request("/api/v1/rules"), [self = shared_from_this(), job](const Result<HttpResponse> &response) {
        {
            const std::lock_guard lock(self->mutex);
            self->rulesReadAt = self->clock.steadyNow();
            if (const auto data = readData(response))
                self->knownRules = readRules(*data);
        }
        // The expression is an extra: an alert is reported without it too.
        self->deliver(job);
    });
}

void PrometheusClient::Impl::deliver(const std::shared_ptr<FiringJob> &job)
{
    std::vector<AlertSignal> out;
    {
        const std::lock_guard lock(mutex);
        for (AlertSignal &alert : job->raw) {
            std::string expression = expressionOf(knownRules, alert.labels);
            auto labels = relabeling.apply(std::move(alert.labels));
            if (!labels)
                continue;
            AlertSignal signal = alertSignal(*labels, std::move(alert.annotations));
            signal.metric = std::move(expression);
            signal.startedAt = alert.startedAt;
            out.push_back(std::move(signal));
        }
    }
    job->done(std::move(out));
}

} // namespace vigie
