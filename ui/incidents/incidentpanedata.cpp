// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of IncidentPane that are loaded: timeline and metric.
#include "ui/charts/seriesdata.h"
#include "ui/incidents/incidentpane.h"
#include "ui/text/words.h"
#include "widgets/severitychip.h"
#include "widgets/timelineview.h"
#include "widgets/timeseriesview.h"

#include <QLabel>

#include <algorithm>
#include <array>

namespace vigie {

namespace {

constexpr std::chrono::minutes beforeStart {30};
constexpr std::chrono::minutes afterStart {60};
constexpr int wantedSteps = 400;

/// The limit the rule gave as an annotation, where there is one.
std::optional<double> thresholdOf(const Incident &incident)
{
    bool isNumber = false;
    const double value = toQString(std::string(incident.annotations.value("threshold"))).toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

/// Names carry their unit at the end (prometheus.io/docs/practices/naming).
MetricUnit unitOfName(const std::string &name)
{
    constexpr std::array<std::pair<std::string_view, MetricUnit>, 5> endings {{
        {"_ratio", MetricUnit::Ratio},
        {"_bytes_per_second", MetricUnit::BytesPerSecond},
        {"_bytes", MetricUnit::Bytes},
        {"_seconds", MetricUnit::Seconds},
        {"_celsius", MetricUnit::Celsius},
    }};
    for (const auto &[ending, unit] : endings) {
        if (name.ends_with(ending))
            return unit;
    }
    return MetricUnit::None;
}

Duration stepFor(Duration range)
{
    const Duration step = range / wantedSteps;
    return std::max<Duration>(step - step % Duration(std::chrono::seconds(1)), std::chrono::seconds(5));
}

} // namespace

void IncidentPane::loadTimeline()
{
    if (m_id.empty())
        return;
    whenDone(m_context.session.loadIncident(m_id), this, [this, id = m_id](const Result<IncidentDetail> &answer) {
        if (id != m_id)
            return;
        // An empty timeline would say that nothing happened.
        m_timelineTitle->setText(
            answer ? tr("Timeline") : tr("Timeline: %1", "1: why there is none").arg(errorWords(answer.error()).what));
        if (!answer)
            return;
        m_timeline->setEntries(answer->timeline);
        m_complete = true;
    });
}

void IncidentPane::loadMetric(const Incident &incident)
{
    const QString key = incident.metric.empty() ? QString() : toQString(incident.id.value + " " + incident.metric);
    if (key != m_metricShown) {
        m_metricShown = key;
        m_chartState = ChartState::Waiting;
        m_metricDue = true;
        m_metricAsked = false;
        m_series.reset();
        m_chart->setSeries({});
    }
    showMetric(incident);
    if (!key.isEmpty() && m_metricDue && !m_metricAsked && m_context.session.state() == Session::State::Live)
        askMetric(incident);
}

void IncidentPane::askMetric(const Incident &incident)
{
    m_metricDue = false;
    m_metricAsked = true;
    const Timestamp now = m_context.clock.now() + m_context.session.clockOffset();
    HistoryQuery query;
    query.selector = incident.metric;
    query.from = incident.startedAt - beforeStart;
    query.to = std::min(now, incident.startedAt + afterStart);
    query.step = stepFor(query.to - query.from);
    whenDone(m_context.session.api().history(query), this, [this, key = m_metricShown](const Result<History> &answer) {
        if (key == m_metricShown)
            takeMetric(answer);
    });
}

void IncidentPane::takeMetric(const Result<History> &answer)
{
    m_metricAsked = false;
    // What a rule of a Prometheus watches is no series of ours; that is no fault. Anything else may be better later.
    const bool none = answer
        ? answer->series.empty()
        : answer.error().code == Error::Code::Invalid || answer.error().code == Error::Code::NotFound;
    if (none) {
        m_chartState = ChartState::NoHistory;
    } else if (!answer) {
        m_metricDue = true;
        if (m_chartState != ChartState::Shown)
            m_chartState = ChartState::Failed;
        m_chartError = answer.error();
    } else {
        std::vector<TimeSeries> lines;
        for (const SeriesSteps &steps : answer->series) {
            LoadedSeries loaded = loadedFromSteps(steps, answer->step);
            lines.push_back(TimeSeries {.name = loaded.name, .samples = std::move(loaded.samples)});
        }
        m_series = lines.size() == 1 ? std::optional(answer->series.front().series) : std::nullopt;
        m_chart->setSeries(std::move(lines));
        m_chart->setUnit(unitOfName(answer->series.front().series.name));
        m_chartEnd = answer->to;
        m_chart->setRange(answer->from, m_chartEnd);
        m_chartState = ChartState::Shown;
    }
    if (const Incident *shown = m_context.session.incident(m_id))
        showMetric(*shown);
}

/// In today's language, and as the incident is now.
void IncidentPane::showMetric(const Incident &incident)
{
    const bool known = !incident.metric.empty();
    const bool failed = m_chartState == ChartState::NoHistory || m_chartState == ChartState::Failed;
    m_metricTitle->setText(toQString(incident.metric));
    m_metricTitle->setVisible(known);
    m_chart->setVisible(known && !failed);
    m_metricNote->setVisible(known && failed);
    m_metricNote->setText(m_chartState == ChartState::Failed ? errorWords(m_chartError).what
                                                             : tr("This server keeps no history of this metric."));
    if (m_chartState != ChartState::Shown)
        return;
    m_chart->setAnnotations({Annotation {incident.startedAt, tr("Start"), lookOf(incident.severity)}});
    std::vector<Threshold> thresholds;
    if (const auto limit = thresholdOf(incident))
        thresholds.push_back(
            Threshold {.value = *limit, .above = true, .look = lookOf(incident.severity), .label = {}});
    m_chart->setThresholds(std::move(thresholds));
}

/// The chart goes on with the incident, until it shows the hour after the start.
void IncidentPane::takeSamples(const std::vector<SampleBatch> &batches)
{
    const Incident *incident = m_context.session.incident(m_id);
    if (!m_series || !incident)
        return;
    const Timestamp last = incident->startedAt + afterStart;
    for (const SampleBatch &batch : batches) {
        if (batch.at > last)
            continue;
        for (const SeriesSample &sample : batch.samples) {
            if (sample.series == *m_series && m_chart->append(0, batch.at, sample.value))
                m_chartEnd = std::max(m_chartEnd, batch.at);
        }
    }
    m_chart->setRange(incident->startedAt - beforeStart, m_chartEnd);
}

} // namespace vigie
