// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/metricloader.h"

#include "backend/client/apiclient.h"

#include <algorithm>
#include <iterator>

namespace vigie {

MetricLoader::MetricLoader(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

void MetricLoader::load(const MetricRequest &request)
{
    cancel();
    m_answer.request = request;
    m_waiting = request.compareWith ? 2 : 1;
    ask(request, Duration(0));
    if (request.compareWith)
        ask(request, *request.compareWith);
}

void MetricLoader::cancel()
{
    ++m_generation;
    m_waiting = 0;
    m_error.reset();
    m_answer = {};
    m_comparison.clear();
}

void MetricLoader::ask(const MetricRequest &request, Duration shift)
{
    const std::uint64_t generation = m_generation;
    if (request.prometheus) {
        PromQuery query;
        query.source = *request.prometheus;
        query.promql = request.expression;
        query.from = request.from - shift;
        query.to = request.to - shift;
        query.step = request.step;
        whenDone(m_api.query(query), this,
                 [this, generation, shift](const Result<PromAnswer> &result) { take(generation, shift, result); });
        return;
    }
    HistoryQuery query;
    query.selector = request.expression;
    query.from = request.from - shift;
    query.to = request.to - shift;
    query.step = request.step;
    whenDone(m_api.history(query), this,
             [this, generation, shift](const Result<History> &result) { take(generation, shift, result); });
}

template<typename T>
void MetricLoader::take(std::uint64_t generation, Duration shift, const Result<T> &result)
{
    if (generation != m_generation)
        return;
    --m_waiting;
    if (result)
        add(*result, shift);
    else if (shift == Duration(0))
        m_error = result.error();
    else // the comparison is an extra: its failure does not hide today
        m_answer.warnings.append(QString::fromStdString(result.error().detail));
    if (m_waiting == 0)
        finish();
}

void MetricLoader::add(const History &history, Duration shift)
{
    for (const SeriesSteps &steps : history.series) {
        LoadedSeries line = loadedFromSteps(steps, history.step, shift);
        line.comparison = shift != Duration(0);
        (line.comparison ? m_comparison : m_answer.series).push_back(std::move(line));
    }
}

void MetricLoader::add(const PromAnswer &answer, Duration shift)
{
    for (const std::string &warning : answer.warnings)
        m_answer.warnings.append(QString::fromStdString(warning));
    for (const PromSeries &series : answer.series) {
        LoadedSeries line = loadedFromProm(series, shift);
        if (line.name.isEmpty() || line.name == QLatin1String("{}"))
            line.name = QString::fromStdString(m_answer.request.expression);
        line.comparison = shift != Duration(0);
        (line.comparison ? m_comparison : m_answer.series).push_back(std::move(line));
    }
}

void MetricLoader::finish()
{
    if (m_error) {
        const Error error = *m_error;
        cancel();
        Q_EMIT failed(error);
        return;
    }
    MetricAnswer answer = std::move(m_answer);
    std::ranges::move(m_comparison, std::back_inserter(answer.series));
    cancel();
    Q_EMIT loaded(answer);
}

} // namespace vigie
