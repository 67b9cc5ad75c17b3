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

constexpr std::chrono::minutes aroundStart {30};
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
    const bool known = !incident.metric.empty();
    m_metricTitle->setVisible(known);
    m_chart->setVisible(known);
    m_metricNote->setVisible(false);
    if (!known || m_context.session.state() != Session::State::Live)
        return;
    const QString key = toQString(incident.id.value + " " + incident.metric);
    if (key == m_metricShown)
        return;
    m_metricShown = key;
    m_metricTitle->setText(toQString(incident.metric));
    m_chart->setSeries({});
    const Timestamp now = m_context.clock.now() + m_context.session.clockOffset();
    HistoryQuery query;
    query.selector = incident.metric;
    query.from = incident.startedAt - aroundStart;
    query.to = std::min(now, incident.startedAt + 2 * aroundStart);
    query.step = stepFor(query.to - query.from);
    whenDone(m_context.session.api().history(query), this, [this, key](const Result<History> &answer) {
        const Incident *shown = m_context.session.incident(m_id);
        if (shown && key == m_metricShown)
            showMetric(*shown, answer);
    });
}

void IncidentPane::showMetric(const Incident &incident, const Result<History> &answer)
{
    const bool some = answer && !answer->series.empty();
    m_chart->setVisible(some);
    m_metricNote->setVisible(!some);
    if (!some) {
        // What a rule of a Prometheus watches is no series of ours; that is no fault.
        m_metricNote->setText(answer || answer.error().code == Error::Code::Invalid
                                      || answer.error().code == Error::Code::NotFound
                                  ? tr("This server keeps no history of this metric.")
                                  : errorWords(answer.error()).what);
        return;
    }
    std::vector<TimeSeries> lines;
    for (const SeriesSteps &steps : answer->series) {
        LoadedSeries loaded = loadedFromSteps(steps, answer->step);
        lines.push_back(TimeSeries {.name = loaded.name, .samples = std::move(loaded.samples)});
    }
    m_series = lines.size() == 1 ? answer->series.front().series.toString() : std::string();
    m_chart->setSeries(std::move(lines));
    m_chart->setUnit(unitOfName(answer->series.front().series.name));
    m_chart->setRange(answer->from, answer->to);
    m_chart->setAnnotations({Annotation {incident.startedAt, tr("Start"), lookOf(incident.severity)}});
    std::vector<Threshold> thresholds;
    if (const auto limit = thresholdOf(incident))
        thresholds.push_back(
            Threshold {.value = *limit, .above = true, .look = lookOf(incident.severity), .label = {}});
    m_chart->setThresholds(std::move(thresholds));
}

void IncidentPane::takeSamples(const std::vector<SampleBatch> &batches)
{
    if (m_series.empty() || !isVisible() || m_chart->series().empty())
        return;
    const Timestamp end = m_chart->to();
    for (const SampleBatch &batch : batches) {
        if (batch.at > end)
            continue;
        for (const SeriesSample &sample : batch.samples) {
            if (sample.series.toString() == m_series)
                m_chart->append(0, batch.at, sample.value);
        }
    }
}

} // namespace vigie
