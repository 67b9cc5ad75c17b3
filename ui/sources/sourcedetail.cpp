// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/sourcedetail.h"

#include "backend/client/session.h"
#include "ui/charts/hostcharts.h"
#include "ui/charts/livechart.h"
#include "ui/models/linkstate.h"
#include "ui/models/sourcemodel.h"
#include "ui/sources/hostpanel.h"
#include "ui/sources/prometheustabs.h"
#include "ui/sources/webhookdialog.h"
#include "ui/text/sourcewords.h"
#include "ui/text/words.h"
#include "widgets/factlist.h"
#include "widgets/formatting.h"
#include "widgets/panel.h"
#include "widgets/statechip.h"

#include <QVBoxLayout>

namespace vigie {

namespace {
bool isProbe(SourceKind kind)
{
    return kind == SourceKind::HttpProbe || kind == SourceKind::TcpProbe || kind == SourceKind::DnsProbe;
}

ChartSpec oneProbeChart(const std::string &probe)
{
    ChartSpec spec = probeLatencyChart();
    spec.id = QStringLiteral("source");
    spec.selector = SeriesKey {.name = "probe_duration_seconds", .labels = {{"probe", probe}}}.toString();
    return spec;
}
} // namespace

SourceDetail::SourceDetail(UiContext &context, QWidget *parent)
    : ThemedWidget(context.theme, parent)
    , m_context(context)
    , m_panel(new Panel(context.theme, {}, this))
    , m_chip(new StateChip(context.theme, StateLook::Unknown, m_panel))
    , m_facts(new FactList(context.theme, m_panel))
    , m_chart(new LiveChart(context, oneProbeChart({}), this))
    , m_tabs(new PrometheusTabs(context, this))
    , m_host(new HostPanel(context, this))
{
    setObjectName(QStringLiteral("sources.detail"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::panelGap);
    m_panel->setObjectName(QStringLiteral("sources.facts"));
    m_panel->addHeaderWidget(m_chip);
    auto *edge = new QWidget(m_panel); // the chip ends where captions of panels end
    edge->setFixedWidth(Theme::panelPadding - 8);
    m_panel->addHeaderWidget(edge);
    m_panel->setContent(m_facts);
    m_chart->setMinimumHeight(context.theme.px(170));
    layout->addWidget(m_panel);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_tabs, 2);
    layout->addWidget(m_host, 1);
    retranslate();
}

SourceDetail::~SourceDetail() = default;

void SourceDetail::setSource(const std::optional<SourceStatus> &source)
{
    const bool other = !source || !m_source || source->id != m_source->id;
    const bool again = !other && source->state != m_source->state;
    m_source = source;
    updateFacts();
    if (other)
        updateChart();
    else if (again && m_source->kind == SourceKind::Prometheus)
        m_tabs->reload();
}

void SourceDetail::setLink(const LinkState &link)
{
    m_link = link;
    m_chart->setLink(link);
    m_tabs->setLink(link);
    m_host->setLink(link);
    if (m_source && applyLink(*m_panel, link))
        m_panel->showContent();
}

void SourceDetail::tick()
{
    if (m_source)
        updateFacts();
}

void SourceDetail::reload()
{
    m_chart->reload();
    m_tabs->reload();
}

void SourceDetail::updateChart()
{
    const bool probe = m_source && isProbe(m_source->kind);
    const bool host = m_source && m_source->kind == SourceKind::Host;
    const bool prometheus = m_source && m_source->kind == SourceKind::Prometheus;
    m_chart->setVisible(probe || host);
    m_tabs->setVisible(prometheus);
    m_host->setVisible(host);
    m_tabs->show(prometheus ? m_source->id : SourceId {});
    if (probe)
        m_chart->setSpec(oneProbeChart(m_source->name));
    else if (host)
        m_chart->setSpec(cpuChart());
    m_chart->setTitle(host ? tr("CPU") : tr("Latency"));
}

void SourceDetail::updateFacts()
{
    if (!m_source) {
        m_panel->setTitle(tr("Source"));
        m_chip->hide();
        m_panel->showEmpty(tr("Choose a source to see how it does."));
        return;
    }
    m_panel->setTitle(sourceName(*m_source));
    m_chip->setLook(lookOf(m_source->state));
    m_chip->show();
    std::vector<FactRow> facts;
    facts.reserve(FactCount);
    for (int fact = 0; fact < FactCount; ++fact)
        facts.push_back({factName(Fact(fact)), factText(Fact(fact), *m_source), fact >= Every && fact <= Failures});
    m_facts->setFacts(facts);
    if (m_panel->state() == Panel::State::Empty && applyLink(*m_panel, m_link))
        m_panel->showContent();
}

QString SourceDetail::factName(Fact fact) const
{
    switch (fact) {
    case State:
        return tr("State");
    case Kind:
        return tr("Kind");
    case Target:
        return tr("Target");
    case Every:
        return tr("Looks every");
    case LastSuccess:
        return tr("Last success");
    case Latency:
        return tr("Took");
    case NextTry:
        return tr("Next try");
    case Failures:
        return tr("Failures in a row");
    case LastError:
        return tr("Last error");
    case Origin:
        return tr("Comes from");
    case FactCount:
        break;
    }
    return {};
}

QString SourceDetail::factText(Fact fact, const SourceStatus &source) const
{
    const QLocale locale;
    const Timestamp now = m_context.clock.now() + m_context.session.clockOffset();
    switch (fact) {
    case State: {
        SourceStatus quiet = source; // the error has a line of its own
        quiet.lastError.clear();
        return sourceStateSentence(quiet, now, locale);
    }
    case Kind:
        return sourceKindWord(source.kind);
    case Target:
        return source.kind == SourceKind::Webhook
            ? webhookAddress(m_context.session.endpoint().url, source.id.value).toString()
            : QString::fromStdString(source.target);
    case Every:
        return source.interval > Duration(0) ? formatSpan(source.interval, locale) : QString();
    case LastSuccess:
        return source.lastSuccess ? formatAge(std::max(Duration(0), now - *source.lastSuccess), locale) : tr("never");
    case Latency:
        return source.lastDuration > Duration(0) ? formatSpan(source.lastDuration, locale) : QString();
    case NextTry:
        if (!source.nextAttempt)
            return {};
        return *source.nextAttempt <= now
            ? tr("now")
            : tr("in %1").arg(formatSpan(std::chrono::ceil<std::chrono::seconds>(*source.nextAttempt - now), locale));
    case Failures:
        return source.failures > 0 ? locale.toString(source.failures) : QString();
    case LastError:
        return QString::fromStdString(source.lastError);
    case Origin:
        return source.editable ? tr("added here or through the API") : tr("the daemon's configuration file");
    case FactCount:
        break;
    }
    return {};
}

void SourceDetail::retranslate()
{
    m_chart->setEmptyText(tr("No measurements yet."));
    updateFacts();
    updateChart();
}

} // namespace vigie
