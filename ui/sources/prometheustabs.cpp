// SPDX-FileCopyrightText: 2026 The Vigie authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/prometheustabs.h"

#include "backend/client/session.h"
#include "ui/models/texttablemodel.h"
#include "ui/tables/tablesetup.h"
#include "ui/text/words.h"
#include "widgets/formatting.h"
#include "widgets/livetableview.h"
#include "widgets/panelparts.h"
#include "widgets/tabledelegate.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace vigie {

namespace {
enum PromTab : std::size_t { TargetsTab, RulesTab, AlertsTab };

QStringList promHeaders(std::size_t tab)
{
    if (tab == TargetsTab)
        return prometheusTargetHeaders();
    return tab == RulesTab ? prometheusRuleHeaders() : prometheusAlertHeaders();
}

std::vector<TextRow> promRows(std::size_t tab, const Json &answer)
{
    // Servers may hand the whole document through, or its `data` only.
    const Json &data = answer.contains("data") ? answer["data"] : answer;
    if (tab == TargetsTab)
        return prometheusTargetRows(data);
    return tab == RulesTab ? prometheusRuleRows(data) : prometheusAlertRows(data);
}
} // namespace

PrometheusTabs::PrometheusTabs(UiContext &context, QWidget *parent)
    : Panel(context.theme, {}, parent)
    , m_context(context)
{
    setObjectName(QStringLiteral("sources.prometheus"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_bar = new QTabBar(content);
    m_bar->setObjectName(QStringLiteral("sources.prometheusTabs"));
    m_bar->setExpanding(false);
    m_bar->setDrawBase(false);
    m_stack = new QStackedWidget(content);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    for (std::size_t tab = 0; tab < tabCount; ++tab) {
        m_models[tab] = new TextTableModel(this);
        m_models[tab]->setHeaders(promHeaders(tab));
        m_bar->addTab({});
        m_stack->addWidget(buildTable(tab));
    }
    m_message = new PanelMessage(context.theme, m_stack);
    m_message->setObjectName(QStringLiteral("sources.prometheusMessage"));
    m_stack->addWidget(m_message);
    setContent(content, false);
    connect(m_message, &PanelMessage::nextStep, this, &PrometheusTabs::reload);
    connect(m_bar, &QTabBar::currentChanged, this, &PrometheusTabs::updateState);
    connect(this, &Panel::nextStepRequested, this, &PrometheusTabs::reload);
    // Another server may have a source of the same id.
    connect(&context.session, &Session::restored, this, [this] { show(std::exchange(m_source, {})); });
    updateTexts();
}

LiveTableView *PrometheusTabs::buildTable(std::size_t tab)
{
    auto *table = new LiveTableView(m_context.theme, m_stack);
    table->setObjectName(QStringLiteral("sources.prometheusTable%1").arg(tab));
    table->setAutomaticHold(false);
    table->setModel(m_models[tab]);
    table->setIdRole(TextTableModel::IdRole);
    auto *delegate = new TableDelegate(m_context.theme, {-1, TextTableModel::StateRole, -1, -1}, table);
    if (tab == AlertsTab) {
        delegate = new TableDelegate(m_context.theme, {TextTableModel::SeverityRole, TextTableModel::StateRole, -1, -1},
                                     table);
        delegate->setColumnKind(1, CellKind::Severity);
        delegate->setColumnKind(2, CellKind::Primary);
        delegate->setColumnKind(4, CellKind::Time);
        table->setColumns({{92}, {104}, {170}, {140, true, 100}, {90}});
    } else {
        delegate->setColumnKind(1, CellKind::Primary);
        if (tab == TargetsTab)
            table->setColumns({{92}, {120}, {180}, {140, true, 80}});
        else
            table->setColumns({{104}, {170}, {120}, {160, true, 100}, {110}});
    }
    delegate->setColumnKind(0, CellKind::State);
    table->setItemDelegate(delegate);
    followRowDensity(*table, m_context);
    return table;
}

void PrometheusTabs::show(const SourceId &id)
{
    if (id == m_source)
        return;
    m_source = id;
    ++m_generation;
    for (std::size_t tab = 0; tab < tabCount; ++tab) {
        m_at[tab].reset();
        m_answers[tab].reset();
        m_errors[tab].reset();
        m_models[tab]->sync({});
    }
    updateTexts();
    reload();
}

void PrometheusTabs::reload()
{
    if (m_source.empty())
        return;
    for (std::size_t tab = 0; tab < tabCount; ++tab)
        ask(tab);
    updateState();
}

void PrometheusTabs::ask(std::size_t tab)
{
    if (!m_answers[tab])
        m_errors[tab].reset();
    ApiClient &api = m_context.session.api();
    QFuture<Result<Json>> answer = tab == TargetsTab ? api.sourceTargets(m_source)
        : tab == RulesTab                            ? api.sourceRules(m_source)
                                                     : api.sourceAlerts(m_source);
    whenDone(answer, this, [this, tab, generation = m_generation](const Result<Json> &result) {
        if (generation == m_generation)
            take(tab, result);
    });
}

void PrometheusTabs::take(std::size_t tab, const Result<Json> &answer)
{
    if (answer) {
        m_answers[tab] = *answer;
        m_models[tab]->sync(promRows(tab, *answer));
        m_at[tab] = m_context.clock.now();
        m_errors[tab].reset();
    } else {
        m_errors[tab] = answer.error();
    }
    updateTexts();
}

void PrometheusTabs::updateTexts()
{
    const std::array<QString, tabCount> words {tr("Targets"), tr("Rules"), tr("Alerts")};
    const QLocale locale;
    for (std::size_t tab = 0; tab < tabCount; ++tab) {
        m_bar->setTabText(
            int(tab),
            m_answers[tab]
                ? tr("%1 %2", "tab: word and count").arg(words[tab], locale.toString(m_models[tab]->rowCount()))
                : words[tab]);
        m_stack->widget(int(tab))->setAccessibleName(words[tab]);
    }
    setTitle(tr("Inside this Prometheus"));
    m_bar->setAccessibleName(title());
    updateState();
}

QString PrometheusTabs::emptyText(std::size_t tab) const
{
    if (tab == TargetsTab)
        return tr("This Prometheus has no targets.");
    return tab == RulesTab ? tr("This Prometheus has no rules.") : tr("No alert is active.");
}

/// Below the tab bar, which must stay reachable. False when what is there is of an earlier answer than the newest one.
bool PrometheusTabs::applyTab(std::size_t tab)
{
    const bool rows = m_models[tab]->rowCount() > 0;
    if (!m_answers[tab] && m_errors[tab])
        m_message->setMessage(SeverityLook::High, {}, problemOf(*m_errors[tab]));
    else if (!m_answers[tab])
        m_message->setMessage(SeverityLook::Unknown, QStringLiteral("none"), {tr("Asking…"), {}, {}, {}});
    else if (!rows)
        m_message->setMessage(SeverityLook::Ok, QStringLiteral("none"), {emptyText(tab), {}, {}, {}});
    m_stack->setCurrentIndex(int(rows ? tab : tabCount));
    return !m_answers[tab] || !m_errors[tab];
}

void PrometheusTabs::updateState()
{
    const auto tab = std::size_t(std::max(0, m_bar->currentIndex()));
    const QString asOf
        = m_at[tab] ? tr("as of %1").arg(formatClock(*m_at[tab], QLocale(), QTimeZone::systemTimeZone())) : QString();
    setCaption(asOf);
    const bool current = applyTab(tab);
    const bool none = !m_answers[0] && !m_answers[1] && !m_answers[2];
    // Only a failure of all three takes the whole panel.
    if (const auto &error = m_errors[tab]; none && error)
        showError(problemOf(*error));
    else if (none)
        showLoading();
    else if (applyLink(*this, m_link)) {
        if (current)
            showContent();
        else
            showStale(tr("%1: %2", "1: as of 12:30:15, 2: why there is nothing newer")
                          .arg(asOf, errorWords(*m_errors[tab]).what));
    }
}

void PrometheusTabs::setLink(const LinkState &link)
{
    const bool back = link.view == LinkState::View::Fresh && m_link.view != LinkState::View::Fresh;
    m_link = link;
    if (back)
        reload();
    updateState();
}

void PrometheusTabs::retranslate()
{
    Panel::retranslate();
    for (std::size_t tab = 0; tab < tabCount; ++tab) {
        m_models[tab]->setHeaders(promHeaders(tab));
        if (const auto &answer = m_answers[tab])
            m_models[tab]->sync(promRows(tab, *answer));
    }
    updateTexts();
}

} // namespace vigie
